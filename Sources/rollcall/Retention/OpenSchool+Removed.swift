import Attendance
import Storage

extension OpenSchool {
  /// The last removal of what was past retention, or nil where nothing was ever removed.
  func lastRemoval() throws -> RemovalRecord? {
    try store.removals().max { $0.cut < $1.cut }
  }

  /// Refuses a date of which everything was removed: an empty page would pass for what was recorded.
  func refuseRemoved(_ date: SchoolDate) throws {
    guard let removal = try lastRemoval(), date < removal.cut else { return }
    throw Refused("rollcall: \(removal.inWords); name a later date")
  }

  /// Whether the pupil was on roll before that day.
  func wasHere(_ pupil: Pupil, before date: SchoolDate) throws -> Bool {
    try store.roll().enrolments[pupil.id]?.contains { $0.starts < date } ?? false
  }
}

extension RemovalRecord {
  /// What was removed, when and by whom, as a sentence goes on.
  var inWords: String {
    "what was recorded of before \(cut.inWords) was removed past retention by \(by.name) on "
      + at.date.inWords
  }
}
