import Attendance

/// One try at signing in with login and passphrase, as a store judges and records it.
///
/// The passphrase has been looked at by then; whether the look counts is settled in the transaction
/// that counts it, so that a hundred programs at once have no more tries than one.
public struct SignInAttempt: Sendable {
  /// Whose tries are counted together.
  let who: String
  /// Whether the passphrase was right.
  let isRight: Bool
  /// What the change log says of it.
  let what: String
  /// Who is said to have made it.
  let by: Person
  /// When, by the clock of the school.
  let at: Instant
  /// When, by the machine's clock in seconds, which no practice school moves.
  let machine: Int64

  /// What became of it.
  public enum Verdict: Hashable, Sendable {
    /// It was looked at, and counts.
    case counted
    /// It came too early and was not looked at; another may come after so many seconds.
    case early(seconds: Int64)
  }

  /// How many wrong ones in a row are forgiven.
  static let forgiven = 3

  /// How long the next try has to wait after so many wrong ones in a row, in seconds.
  static func wait(after failures: Int) -> Int64 {
    failures < forgiven ? 0 : min(longest, 5 << Int64(min(failures - forgiven, 10)))
  }

  private static let longest: Int64 = 900

  /// What is counted of the tries of one login.
  struct Count: Hashable {
    var failures = 0
    var early = 0
    var at: Int64 = 0
  }

  /// Judges the try after those before it, and counts it.
  func judge(_ count: inout Count) -> Verdict {
    // A clock that was set back must neither open the door nor shut it for a year.
    if count.at > machine { count.at = machine }
    let next = count.at + Self.wait(after: count.failures)
    if machine < next {
      count.early += 1
      return .early(seconds: next - machine)
    }
    count = isRight ? Count() : Count(failures: count.failures + 1, at: machine)
    return .counted
  }

  /// The line of the change log, with how many tries before it came too early to be looked at.
  func line(after count: Count) -> String {
    count.early == 0 ? what : what + " (after \(count.early) tried too early)"
  }
}
