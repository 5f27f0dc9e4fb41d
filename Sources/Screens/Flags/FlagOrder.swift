import Attendance

/// The column that the flagged pupils are sorted by.
enum FlagOrder: CaseIterable, Hashable, Sendable {
  case name
  case form
  case attendance
  case flags
  case newFirst
  case due
  case contact
  case owner

  /// The order in words, as the header prints it.
  var words: String {
    switch self {
    case .name: "name"
    case .form: "form"
    case .attendance: "attendance, lowest first"
    case .flags: "number of flags"
    case .newFirst: "new first"
    case .due: "what is due first"
    case .contact: "longest without contact"
    case .owner: "owner"
    }
  }

  /// The order by the next column.
  var next: FlagOrder {
    let all = Self.allCases
    return all.firstIndex(of: self).map { all[($0 + 1) % all.count] } ?? .name
  }

  /// The rows in this order; among equals that of the register stays.
  func sorted(_ rows: [FlagBoard.Row]) -> [FlagBoard.Row] {
    switch self {
    case .name: rows
    case .form: stable(rows) { Self.key(of: $0.form) < Self.key(of: $1.form) }
    case .attendance: stable(rows) { Self.isLower($0.tally, $1.tally) }
    case .flags: stable(rows) { $0.flags.count > $1.flags.count }
    case .due: stable(rows) { Self.isEarlier($0.work.due, $1.work.due) }
    // Whoever was never spoken with stands first.
    case .contact:
      stable(rows) { ($0.work.contact?.daysSince1970 ?? 0) < ($1.work.contact?.daysSince1970 ?? 0) }
    case .owner: stable(rows) { Self.isOwned($0.work.owner, before: $1.work.owner) }
    case .newFirst: rows.filter(\.isNew) + rows.filter { !$0.isNew }
    }
  }

  private func stable(
    _ rows: [FlagBoard.Row], _ precedes: (FlagBoard.Row, FlagBoard.Row) -> Bool
  ) -> [FlagBoard.Row] {
    rows.indices.sorted {
      if precedes(rows[$0], rows[$1]) { return true }
      return precedes(rows[$1], rows[$0]) ? false : $0 < $1
    }.map { rows[$0] }
  }

  /// A day before none.
  private static func isEarlier(_ one: SchoolDate?, _ other: SchoolDate?) -> Bool {
    guard let one else { return false }
    return other.map { one < $0 } ?? true
  }

  /// By name, with nobody's last.
  private static func isOwned(_ one: String, before other: String) -> Bool {
    one.isEmpty != other.isEmpty ? other.isEmpty : one < other
  }

  /// Exactly, and with those of whom no session was possible last.
  private static func isLower(_ one: Tally, _ other: Tally) -> Bool {
    guard one.possible > 0 else { return false }
    guard other.possible > 0 else { return true }
    return one.attended * other.possible < other.attended * one.possible
  }

  /// A form as it is sorted: `7B` before `10A`.
  private static func key(of form: String) -> (Int, String) {
    let digits = form.prefix { $0.isASCII && $0.isNumber }
    return (Int(digits) ?? .max, String(form.dropFirst(digits.count)))
  }
}
