import ArgumentParser
import Attendance

/// A session as an argument: a date alone, or with the half of the day, `2026-03-20:pm`.
struct SessionArgument: ExpressibleByArgument {
  let date: SchoolDate
  let half: HalfDay?

  init?(argument: String) {
    guard let read = ArgumentForm.read(Self(argument), as: "2026-11-20 or 2026-11-20:pm") else {
      return nil
    }
    self = read
  }

  private init?(_ argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let date = SchoolDate(first), parts.count <= 2 else {
      return nil
    }
    self.date = date
    guard parts.count == 2 else {
      half = nil
      return
    }
    guard let half = HalfDay(rawValue: parts[1].uppercased()) else { return nil }
    self.half = half
  }

  /// The session meant where it is the first of a range.
  var first: Session { Session(date, half ?? .am) }
  /// The session meant where it is the last of a range.
  var last: Session { Session(date, half ?? .pm) }
}
