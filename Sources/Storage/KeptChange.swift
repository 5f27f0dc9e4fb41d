import Attendance
import GRDB

/// A line of the change log, as the seal over it reads it.
struct KeptChange {
  static let columns = "id, at, login, name, position, what, before, after"

  let id: Int64
  let at: Int64
  let by: Person
  let what: String
  let before: String
  let after: String

  init(_ row: Row) throws {
    id = try row.value(0)
    at = try row.value(1)
    by = try row.person(2)
    what = try row.value(5)
    before = try row.value(6)
    after = try row.value(7)
  }

  init(
    id: Int64, at: Instant, by person: Person, what: String, before: String, after: String
  ) {
    self.id = id
    self.at = at.seconds
    by = person
    self.what = what
    self.before = before
    self.after = after
  }

  /// When it was made and by whom, as a fault names it.
  var place: String { "the change by \(by.name) at \(Instant(seconds: at))" }
}
