public import Attendance
import Yams

/// Reads calendar.yaml: terms, half terms and closures of one or more school years.
public enum CalendarImport {
  /// The years the file gives, beside those on record, or every fault that keeps them out.
  ///
  /// A year the file gives takes the place of the same year on record; others stay as they are.
  public static func plan(
    _ file: IncomingFile, over context: ImportContext
  ) throws(FaultList) -> ImportPlan<CalendarYear> {
    var reading = CalendarReading(file.name)
    if let text = reading.text(of: file, what: "calendar") {
      reading.read(text)
    }
    if !reading.faults.isEmpty { throw reading.faults }
    var plan = ImportPlan<CalendarYear>(file: file.name, one: "school year", many: "school years")
    for year in reading.years {
      plan.take(year, over: context.calendar.years.first { $0.year == year.year })
    }
    return plan
  }
}

/// A calendar file being read: the years found, and what is wrong.
struct CalendarReading: YAMLReading {
  private(set) var years: [CalendarYear] = []
  var faults: FaultList

  init(_ file: String) {
    faults = FaultList(file: file)
  }

  /// Reads the years of a text.
  mutating func read(_ text: String) {
    guard let root = root(of: text, "list the school years, each with its terms") else { return }
    guard let nodes = list(root, of: "school years") else { return }
    for node in nodes { readYear(node) }
  }

  private mutating func readYear(_ node: Node) {
    guard let settings = settings(node, of: "a school year", ["year", "terms", "closed"]) else {
      return
    }
    guard let yearNode = needed("year", settings, in: node), let yearText = text(yearNode) else {
      return
    }
    guard let year = SchoolYear(yearText) else {
      fault(yearNode, "'\(Nearest.clipped(yearText))' is no school year; write it like 2025-26")
      return
    }
    if years.contains(where: { $0.year == year }) {
      fault(yearNode, "school year \(year) stands twice; put its terms together")
    }
    var terms: [(term: Term, node: Node)] = []
    if let termsNode = needed("terms", settings, in: node),
      let nodes = list(termsNode, of: "terms")
    {
      if nodes.isEmpty { fault(termsNode, "school year \(year) has no terms; list them") }
      for node in nodes {
        if let term = term(node, of: year) { terms.append((term, node)) }
      }
    }
    checkOrder(of: terms)
    var closures: [Closure] = []
    for node in settings["closed"].flatMap({ list($0, of: "closed dates") }) ?? [] {
      guard let closure = closure(node, of: year) else { continue }
      if closures.contains(where: { Self.repeats($0, closure) }) {
        fault(node, "\(closure.date) is closed twice; delete one")
      } else {
        closures.append(closure)
      }
    }
    years.append(
      CalendarYear(
        year: year, terms: terms.map(\.term).sorted { $0.starts < $1.starts },
        closures: closures))
  }

  private mutating func checkOrder(of terms: [(term: Term, node: Node)]) {
    let ordered = terms.sorted { $0.term.starts < $1.term.starts }
    for (earlier, later) in zip(ordered, ordered.dropFirst())
    where later.term.starts <= earlier.term.ends {
      fault(
        later.node,
        "\(later.term.name) begins on \(later.term.starts), before \(earlier.term.name) ends on "
          + "\(earlier.term.ends); correct one of them")
    }
    var names: Set<String> = []
    for (term, node) in terms where !names.insert(term.name).inserted {
      fault(node, "two terms are called \(term.name); give each its own name")
    }
  }

  /// Whether both close the same sessions for the same people.
  private static func repeats(_ one: Closure, _ other: Closure) -> Bool {
    one.date == other.date && one.campus == other.campus
      && Set(one.yearGroups) == Set(other.yearGroups)
      && (one.half == other.half || one.half == nil || other.half == nil)
  }
}
