import Attendance
import Yams

/// How another system names its columns and writes its words, so that its files can be taken in.
public struct ColumnMap: Sendable {
  /// Which of our files theirs stands for.
  public enum Kind: String, CaseIterable, Sendable {
    case pupils
    case marks

    /// The columns of that file.
    var columns: [String] {
      switch self {
      case .pupils: PupilColumn.allCases.map(\.rawValue)
      case .marks: MarkImport.Column.allCases.map(\.rawValue)
      }
    }

    /// Those of them that hold dates.
    var dates: Set<String> {
      switch self {
      case .pupils:
        Set([PupilColumn.dateOfBirth, .startDate, .endDate].map(\.rawValue))
      case .marks: [MarkImport.Column.date.rawValue]
      }
    }
  }

  /// How the other system writes dates.
  enum DateOrder: String, CaseIterable, Sendable {
    case yearFirst = "year-month-day"
    case dayFirst = "day/month/year"
  }

  /// Our column for each of theirs.
  let columns: [String: String]
  /// Their columns that are known and not taken in.
  let ignored: Set<String>
  let dates: DateOrder
  /// By our column, our word for each of theirs.
  let words: [String: [String: String]]
  let kind: Kind

  /// The map for files of that kind, as the YAML file gives it; every fault that keeps it from use.
  public static func read(_ file: IncomingFile, for kind: Kind) throws(FaultList) -> ColumnMap {
    var reading = ColumnMapReading(file.name, kind)
    let map = reading.text(of: file, what: "column map").flatMap { reading.read($0) }
    guard reading.faults.isEmpty, let map else { throw reading.faults }
    return map
  }
}

/// A column map being read.
struct ColumnMapReading: YAMLReading {
  var faults: FaultList
  private let kind: ColumnMap.Kind

  init(_ file: String, _ kind: ColumnMap.Kind) {
    faults = FaultList(file: file)
    self.kind = kind
  }

  /// The map that the text holds for the kind.
  mutating func read(_ text: String) -> ColumnMap? {
    guard let root = root(of: text, "write 'pupils:' or 'marks:', each with its columns"),
      let kinds = settings(root, of: "a column map", ColumnMap.Kind.allCases.map(\.rawValue)),
      let node = needed(kind.rawValue, kinds, in: root),
      let settings = settings(node, of: "a map", ["columns", "ignore", "dates", "words"]),
      let named = needed("columns", settings, in: node),
      let ours = self.settings(named, of: "a list of columns", kind.columns)
    else { return nil }
    var columns: [String: String] = [:]
    for (our, node) in ours.sorted(by: { $0.key < $1.key }) {
      guard let their = self.text(node) else { continue }
      if let other = columns[their] {
        fault(node, "'\(their)' is mapped to \(other) and to \(our); take one out")
      }
      columns[their] = our
    }
    var ignored: Set<String> = []
    for node in settings["ignore"].flatMap({ list($0, of: "columns that are left out") }) ?? [] {
      if let name = self.text(node) { ignored.insert(name) }
    }
    return ColumnMap(
      columns: columns, ignored: ignored, dates: dates(settings["dates"]),
      words: words(settings["words"]), kind: kind)
  }

  private mutating func dates(_ node: Node?) -> ColumnMap.DateOrder {
    guard let node, let text = text(node) else { return .yearFirst }
    if let order = ColumnMap.DateOrder(rawValue: text) { return order }
    let known = ColumnMap.DateOrder.allCases.map(\.rawValue).joined(separator: " or ")
    fault(node, "'\(Nearest.clipped(text))' is no way to write dates; write \(known)")
    return .yearFirst
  }

  private mutating func words(_ node: Node?) -> [String: [String: String]] {
    guard let node, let columns = settings(node, of: "words by column", kind.columns) else {
      return [:]
    }
    var words: [String: [String: String]] = [:]
    for (column, node) in columns {
      guard let mapping = node.mapping else {
        fault(node, "expected words here, each theirs: ours")
        continue
      }
      for (their, our) in mapping {
        guard let their = their.scalar?.string, let our = our.scalar?.string else {
          fault(our, "expected a word here")
          continue
        }
        words[column, default: [:]][their] = our
      }
    }
    return words
  }
}
