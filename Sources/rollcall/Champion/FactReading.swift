import Attendance
import Policies
import Storage

/// Gathers what rules ask about pupils besides their marks.
///
/// Only what the policy's rules ask for is looked up, and of the day book only the lines that can
/// answer: a year of it is many times as long as the marks of the pupils it matters to.
struct FactReading {
  private let store: any Store
  private let date: SchoolDate
  private let known: [Pupil.ID: [String: Session]]
  private let expectedBack: [Pupil.ID: SchoolDate]

  init(
    _ school: OpenSchool, _ calendar: SchoolCalendar, _ policy: Policy, on date: SchoolDate
  ) throws {
    store = school.store
    self.date = date
    let kinds = Set(policy.flags.rules.map(\.measure.kind))
    known =
      kinds.contains(.expectedDays)
      ? Self.known(in: try store.dayBook(.absences(on: date)), after: date) : [:]
    expectedBack =
      kinds.contains(.overdue)
      ? Self.expectedBack(
        in: try store.dayBook(.leaveAndTimetables(date.adding(days: -200), date)), calendar,
        upTo: date) : [:]
  }

  /// What is known of the pupil.
  func facts(of member: Roll.Member) -> PupilFacts {
    PupilFacts(
      compulsoryAge: CompulsorySchoolAge(born: member.pupil.dateOfBirth),
      particulars: member.particulars, known: known[member.pupil.id] ?? [:],
      expectedBack: expectedBack[member.pupil.id])
  }

  /// The last day on which a message about the pupil came, or an attempt reached a parent or carer.
  func heard(of pupil: Pupil.ID) throws -> SchoolDate? {
    try store.dayBook(.about(pupil)).standing.filter { line in
      guard line.pupil == pupil, line.at.date <= date else { return false }
      switch line.matter {
      case .message, .absence, .arrival, .request: return true
      case .attempt(let attempt): return attempt.outcome == .spoke
      case .concerns, .departure, .back, .notHere, .seen, .handedOn, .safe, .note, .decision,
        .timetable, .closure, .list, .elsewhere, .paper, .evidence, .told, .nudge, .step,
        .excused, .week, .casework, .done, .withdrawn:
        return false
      }
    }.map(\.at.date).max()
  }

  /// For each pupil and code, the last session of an absence that is known and goes on after the date.
  private static func known(
    in book: DayBook, after date: SchoolDate
  ) -> [Pupil.ID: [String: Session]] {
    var known: [Pupil.ID: [String: Session]] = [:]
    for (line, absence) in book.absences where line.at.date <= date {
      guard let pupil = line.pupil, let code = absence.code, absence.from.date <= date,
        absence.through.date > date
      else { continue }
      let through = known[pupil]?[code] ?? absence.through
      known[pupil, default: [:]][code] = max(through, absence.through)
    }
    return known
  }

  /// The day on which each pupil was expected back from leave that has ended.
  private static func expectedBack(
    in book: DayBook, _ calendar: SchoolCalendar, upTo date: SchoolDate
  ) -> [Pupil.ID: SchoolDate] {
    var expected: [Pupil.ID: SchoolDate] = [:]
    for leave in book.leave where leave.state == .granted && !leave.isLunch {
      guard let pupil = leave.pupil,
        let back = leave.decision?.expectedBack
          ?? calendar.schoolDay(1, after: leave.request.through.date), back <= date
      else { continue }
      expected[pupil] = max(expected[pupil] ?? back, back)
    }
    return expected
  }
}
