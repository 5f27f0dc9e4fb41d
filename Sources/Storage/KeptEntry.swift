import Attendance

/// An entry as the file holds it, in plain columns.
struct KeptEntry: Hashable {
  var id: Int64
  var submission: Int64
  var pupil: Int64
  var date: Int32
  var half: Int
  var code: String
  var minutes: Int?
  var how: String
  var basis: Int
  var replaces: Int64?
  var beside: Int64?
  var reason: String?
  var noteHash: [UInt8]?

  /// The session it is about.
  var session: Session {
    Session(SchoolDate(daysSince1970: date), half == 0 ? .am : .pm)
  }

  /// The entry as precedence needs to know it.
  var standing: Precedence.Standing {
    Precedence.Standing(
      entry: Entry.ID(id), code: code, basis: Precedence.Basis(rawValue: basis) ?? .report)
  }

  /// What is left in memory of an entry that was removed past retention: its number, for those after
  /// it to keep theirs.
  static func removed(_ id: Int64, of submission: Int64) -> KeptEntry {
    KeptEntry(
      id: id, submission: submission, pupil: 0, date: .min, half: 0, code: "", how: "marked",
      basis: 0)
  }
}
