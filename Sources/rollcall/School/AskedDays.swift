import Attendance

extension ClosedRange<SchoolDate> {
  /// The days that somebody asked for; refuses those that are turned round.
  init(asked first: SchoolDate, to last: SchoolDate) throws {
    guard first <= last else {
      throw Refused("rollcall: \(first) comes after \(last); turn them round")
    }
    self = first...last
  }
}
