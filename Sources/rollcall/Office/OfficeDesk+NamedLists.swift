import Attendance
import Storage

extension OfficeDesk {
  /// The list of that name that runs today or is still to come; refuses where there is none.
  func list(named written: String) throws -> Listed {
    let known = try listsToCome()
    if let list = Self.list(named: written, among: known) { return list }
    throw Self.noList(written, "today or later", known)
  }

  /// The list of that name as it stands on the date, at that half of the day or at the one that
  /// matters; refuses where there is none then.
  func list(named written: String, on date: SchoolDate, _ half: HalfDay?) throws -> Listed {
    let known = try lists(on: date).compactMap { listed -> Listed? in
      guard let half else { return listed }
      let session = Session(date, half)
      guard listed.list.covers(session) else { return nil }
      return Listed(line: listed.line, list: listed.list, session: session)
    }
    if let list = Self.list(named: written, among: known) { return list }
    let when = "on \(date.inWords)" + (half.map { ", \($0.name.lowercased())" } ?? "")
    throw Self.noList(written, when, known)
  }

  /// The list of that name at the session that is named, or as it stands now where none is.
  func list(named written: String, _ date: SchoolDate?, _ half: HalfDay?) throws -> Listed {
    guard date != nil || half != nil else { return try list(named: written) }
    return try list(named: written, on: date ?? now.date, half)
  }

  /// Whether a list has that name on the date, today or later.
  func hasList(named written: String, on date: SchoolDate?) throws -> Bool {
    let known = try listsToCome() + (date.map { try lists(on: $0) } ?? [])
    return Self.list(named: written, among: known) != nil
  }

  private static func list(named written: String, among known: [Listed]) -> Listed? {
    known.first { $0.list.name.lowercased() == written.lowercased() }
  }

  private static func noList(_ written: String, _ when: String, _ known: [Listed]) -> Refused {
    let names = Set(known.map(\.list.name)).sorted()
    return Refused(
      "rollcall: there is no list '\(written)' \(when); "
        + (names.isEmpty
          ? "make one with --pupils or --group" : "there are " + names.joined(separator: ", ")))
  }
}
