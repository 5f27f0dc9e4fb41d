public import Attendance

/// Which lines of the day book are wanted; whatever answers them comes with them.
public enum DayBookQuery: Hashable, Sendable {
  /// Those that speak of the date, and earlier ones that still wait for somebody: messages and notes
  /// not dealt with, leave not decided, and pupils handed on and not found.
  case on(SchoolDate)
  /// The absences and the timetables that speak of the date.
  case absences(on: SchoolDate)
  /// The closures, lists away from the form and timetables that cover some of the date.
  case arrangements(on: SchoolDate)
  /// The closures of any day of the range.
  case closures(from: SchoolDate, through: SchoolDate)
  /// The timetables and the leave asked for that speak of any day of the range.
  case leaveAndTimetables(SchoolDate, SchoolDate)
  /// Those that speak of any day of the range, both ends included.
  case between(SchoolDate, SchoolDate)
  /// The reminders of any day of the range that a register was not taken.
  case reminders(SchoolDate, SchoolDate)
  /// Everything done to follow up attendance, ever, with what came of it.
  case casework
  /// The last line about each pupil that was a word with the family, or an attempt at one.
  case lastContacts
  /// Those about the pupil, ever, and those they answer.
  case about(Pupil.ID)
}

extension DayBookQuery {
  /// The kinds of lines by which what waits waits no longer.
  static let endsWaiting: Set<String> = ["done", "decision", "withdrawn"]
  /// The kinds of lines by which a pupil who was handed on is found.
  static let endsSearch: Set<String> = ["safe", "seen", "arrival", "back"]

  /// The kinds of lines that begin something to follow up; the others answer these.
  static let isCasework: Set<String> = [
    "case", "snoozed", "action", "agreement", "improve", "penalty", "considered", "hold", "return",
  ]
  /// The kinds of lines that are a word with the family, or an attempt at one.
  static let isContact: Set<String> = ["message", "attempt", "paper", "action"]

  /// Whether it asks for the line in the first place, among all there are.
  func wants(_ line: KeptLine, in all: [KeptLine]) -> Bool {
    /// Whether the days that the line speaks of besides its own, if any, overlap these.
    func overlaps(_ first: SchoolDate, _ last: SchoolDate) -> Bool {
      line.date <= last.daysSince1970 && line.until.map { $0 >= first.daysSince1970 } ?? false
    }
    func isDated(_ first: SchoolDate, _ last: SchoolDate) -> Bool {
      first.daysSince1970 <= line.date && line.date <= last.daysSince1970 || overlaps(first, last)
    }
    switch self {
    case .absences(let date):
      return ["absence", "timetable"].contains(line.kind) && overlaps(date, date)
    case .arrangements(let date):
      return ["closure", "list", "timetable"].contains(line.kind) && overlaps(date, date)
    case .closures(let first, let last): return line.kind == "closure" && overlaps(first, last)
    case .leaveAndTimetables(let first, let last):
      return ["request", "timetable"].contains(line.kind) && overlaps(first, last)
    case .between(let first, let last): return isDated(first, last)
    case .reminders(let first, let last): return line.kind == "nudge" && isDated(first, last)
    case .casework: return Self.isCasework.contains(line.kind)
    case .lastContacts:
      return Self.isContact.contains(line.kind) && line.pupil != nil
        && !all.contains {
          $0.id > line.id && $0.pupil == line.pupil && Self.isContact.contains($0.kind)
        }
    case .about(let pupil):
      return line.pupil == pupil.number
        || all.contains { $0.about == line.id && $0.pupil == pupil.number }
    case .on(let date):
      if isDated(date, date) { return true }
      if line.waits, line.date <= date.daysSince1970 {
        return !all.contains {
          $0.about == line.id && Self.endsWaiting.contains($0.kind)
        }
      }
      return Self.endsSearch.contains(line.kind)
        && all.contains {
          $0.kind == "handed on" && $0.pupil == line.pupil && $0.id < line.id
        }
    }
  }
}
