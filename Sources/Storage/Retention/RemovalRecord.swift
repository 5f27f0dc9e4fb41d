public import Attendance

/// How a removal of what was past retention stands in the change log, under its seal: what went, what
/// is left of it, and what it was exported as.
public struct RemovalRecord: Hashable, Sendable {
  /// What the line of the change log is called.
  static let word = "removed past retention"

  /// Everything dated before this day was past retention.
  public let cut: SchoolDate
  /// The acts that were emptied, by their numbers.
  public let acts: [ClosedRange<Int64>]
  /// How many entries they had.
  public let entries: Int
  /// How many lines of the day book they had.
  public let lines: Int
  /// How many year sheets went.
  public let sheets: Int
  /// The digest of what is left of the acts: their authors, times and seals.
  let left: String
  /// The SHA-256 of the list of the exported files, in hexadecimal.
  public let export: String
  /// When.
  public let at: Instant
  /// By whom.
  public let by: Person

  init(
    _ past: PastRetention, after earlier: [RemovalRecord], left: String, export: String,
    by person: Person, at: Instant
  ) {
    cut = max(past.cut, earlier.map(\.cut).max() ?? past.cut)
    (acts, entries, lines, sheets) = (past.acts, past.entries, past.lines, past.sheets)
    (self.left, self.export, self.by, self.at) = (left, export, person, at)
  }

  /// How many acts were emptied.
  public var actCount: Int { acts.map(\.count).reduce(0, +) }

  /// The record as the log writes it.
  var text: String {
    let ranges = acts.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    return "before:\(cut) acts:\(ranges.joined(separator: ",")) entries:\(entries) lines:\(lines) "
      + "sheets:\(sheets) left:\(left) export:\(export)"
  }

  /// What a line of the change log says of a removal; nil where it is about something else.
  init?(_ line: KeptChange) {
    guard line.what == Self.word else { return nil }
    var values: [Substring: Substring] = [:]
    for word in line.after.split(separator: " ") {
      let parts = word.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    guard let cut = values["before"].flatMap({ SchoolDate(String($0)) }),
      let entries = values["entries"].flatMap({ Int($0) }),
      let lines = values["lines"].flatMap({ Int($0) }),
      let sheets = values["sheets"].flatMap({ Int($0) }), let left = values["left"],
      let export = values["export"], let ranges = values["acts"]
    else { return nil }
    var acts: [ClosedRange<Int64>] = []
    for range in ranges.split(separator: ",") {
      let ends = range.split(separator: "-").compactMap { Int64($0) }
      guard let first = ends.first, let last = ends.last, first > acts.last?.upperBound ?? 0,
        first <= last, last < 1 << 48
      else { return nil }
      acts.append(first...last)
    }
    self.cut = cut
    (self.acts, self.entries, self.lines, self.sheets) = (acts, entries, lines, sheets)
    self.left = String(left)
    self.export = String(export)
    at = Instant(seconds: line.at)
    by = line.by
  }

  /// What was removed, when and by whom, as `verify` tells it.
  var notice: String {
    func count(_ number: Int, _ noun: String, _ many: String) -> String {
      "\(number) \(number == 1 ? noun : many)"
    }
    return "\(count(entries, "entry", "entries")) and \(count(lines, "line", "lines")) of the day "
      + "book, in \(count(actCount, "submission", "submissions")) of before \(cut), were removed "
      + "past retention by \(by.name) at \(at); the seals stand"
  }
}
