import Attendance
import Exchange
import Storage

/// What is past retention, as rows.
struct RetentionRows {
  /// A row for each removal, and for each year of which something is kept.
  let years: RowTable

  init(
    _ past: PastRetention, _ removals: [RemovalRecord],
    act: (Submission.ID) throws -> Submission?
  ) throws {
    var table = RowTable(["year", "entries", "lines", "state", "from", "why"])
    for removal in removals {
      table.append([
        .code("to \(SchoolYear(of: removal.cut.adding(days: -1)))"), .number(removal.entries),
        .number(removal.lines), .code("removed"), .date(removal.at.date),
        .text("removed by \(removal.by.name); exported as \(removal.export)"),
      ])
    }
    for year in past.years {
      let (state, why) = try Self.words(year, past, removals, act)
      table.append([
        .code("\(year.year)"), .number(year.entries), .number(year.lines), .code(state),
        .date(past.goes(year.year)), .text(why),
      ])
    }
    years = table
  }

  private static func words(
    _ year: PastRetention.Year, _ past: PastRetention, _ removals: [RemovalRecord],
    _ act: (Submission.ID) throws -> Submission?
  ) throws -> (state: String, why: String) {
    if removals.contains(where: { year.year.lastDay < $0.cut }) {
      return (
        "kept", "part of acts that stay whole: still in force, referred to, or of later years"
      )
    }
    if past.isPast(year.year) {
      return ("past retention", "everything was recorded over \(past.period.years) years ago")
    }
    guard let holder = past.holder(of: year.year), let last = holder.last,
      let made = holder.made, let submission = try act(last)
    else { return ("kept", "the whole year must be over \(past.period.years) years old") }
    let what = "\(submission.kind.retained) on \(made.date.inWords) by \(submission.typist.name)"
    return ("kept", holder.year == year.year ? what : "held by \(holder.year): \(what)")
  }

  /// What would go, part by part.
  static func parts(of past: PastRetention) -> RowTable {
    parts(
      past.cut, past.actCount, past.entries, past.lines, past.sheets,
      more: [("acts that stay whole", .number(past.staying))])
  }

  /// What went, part by part.
  static func parts(of removal: RemovalRecord) -> RowTable {
    parts(
      removal.cut, removal.actCount, removal.entries, removal.lines, removal.sheets,
      more: [("export", .code(removal.export))])
  }

  private static func parts(
    _ cut: SchoolDate, _ acts: Int, _ entries: Int, _ lines: Int, _ sheets: Int,
    more: [(String, RowTable.Cell)]
  ) -> RowTable {
    let parts: [(String, RowTable.Cell)] =
      [
        ("of before", .date(cut)), ("acts emptied", .number(acts)), ("entries", .number(entries)),
        ("lines of the day book", .number(lines)), ("year sheets", .number(sheets)),
      ] + more
    return RowTable(["what", "is"], rows: parts.map { [.code($0.0), $0.1] })
  }
}

extension Submission.Kind {
  /// What an act of the kind did last, as the reason for which a year is kept.
  fileprivate var retained: String {
    switch self {
    case .taken: "a register was taken"
    case .amended: "a mark was amended"
    case .arrival: "an arrival was recorded"
    case .planned: "absence was entered"
    case .resolved: "sightings were settled"
    case .imported: "marks were imported"
    case .adopted: "a policy was adopted"
    case .logged: "a mark was made by the office"
    }
  }
}
