import Attendance
import GRDB

/// That an act or a change is dated before the one it follows: the computer's clock was set back.
///
/// The seals keep the order in which all was kept; this line of the change log, itself sealed, says
/// of what the date is in doubt. Only the first after the clock was set says it: those that follow
/// are dated after that one.
struct ClockSetBack {
  static let word = "clock set back"
  /// Two desks of one computer may date their acts in another order than they keep them, and a
  /// clock is put right by a little.
  private static let tolerance: Int64 = 300

  private let line: KeptChange

  init?(_ line: KeptChange) {
    guard line.what == Self.word else { return nil }
    self.line = line
  }

  /// What verifying tells of it, which is no fault.
  var notice: String {
    "the computer's clock was set back: \(line.after) follows one of \(line.before); the seals keep "
      + "the order, and the later date is in doubt"
  }

  /// Keeps in the change log that the act is dated before the one it follows, where it is.
  ///
  /// A practice school's clock is set by whoever practises, and says nothing.
  static func note(
    _ db: Database, after last: Instant?, _ act: Act, _ submission: Submission.ID
  ) throws {
    try SQLiteStore.sealing(db, [], by: act.by, at: act.at, followsClock: false) {
      try note(
        db, after: last, "submission \(submission.number)", by: act.by, at: act.at)
    }
  }

  /// Keeps in the change log that a change is dated before the one it follows, where it is.
  ///
  /// Gives whether that is so; the caller seals the line.
  static func note(
    _ db: Database, after last: Instant?, _ what: String, by person: Person, at: Instant
  ) throws -> Bool {
    guard let last, at.seconds < last.seconds - tolerance, try !isPractice(db) else { return false }
    try SQLiteStore.note(
      db, word, before: "\(last)", after: "\(what) at \(at)", by: person, at: at)
    return true
  }

  private static func isPractice(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM school WHERE key = 'seconds_ahead')")
      ?? false
  }
}
