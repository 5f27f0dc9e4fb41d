import Attendance
import GRDB

/// That an act is dated before the one it follows: the computer's clock was set back.
///
/// The seals keep the order in which acts were kept; this line of the change log, itself sealed,
/// says of which act the date is in doubt. Only the first act after the clock was set says it: those
/// that follow are dated after that one.
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
    guard let last, act.at.seconds < last.seconds - tolerance,
      try !isPractice(db)
    else { return }
    try SQLiteStore.sealing(db, [], by: act.by, at: act.at) {
      try SQLiteStore.note(
        db, word, before: "\(last)", after: "submission \(submission.number) at \(act.at)",
        by: act.by, at: act.at)
      return true
    }
  }

  private static func isPractice(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM school WHERE key = 'seconds_ahead')")
      ?? false
  }
}
