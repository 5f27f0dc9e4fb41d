import Attendance
import Policies
import Storage

/// Gathers what rules ask about pupils besides their marks; only what the policy's rules ask for is
/// looked up.
struct FactReading {
  private let date: SchoolDate
  private let heard: [Pupil.ID: SchoolDate]
  private let known: [Pupil.ID: [String: Session]]
  private let expectedBack: [Pupil.ID: SchoolDate]

  init(
    _ school: OpenSchool, _ calendar: SchoolCalendar, _ roll: Roll, _ policy: Policy,
    on date: SchoolDate
  ) throws {
    self.date = date
    let kinds = Set(policy.flags.rules.map(\.measure.kind))
    let isAsked = !kinds.isDisjoint(with: [.silence, .expectedDays, .overdue])
    let book =
      isAsked
      ? try school.store.dayBook(
        .between(SchoolYear(of: date).firstDay, SchoolYear(of: date).lastDay))
      : DayBook([])
    heard = Self.heard(in: book, upTo: date)
    known = Self.known(in: book, after: date)
    expectedBack =
      kinds.contains(.overdue) ? Self.expectedBack(in: book, calendar, upTo: date) : [:]
  }

  /// What is known of the pupil.
  func facts(of member: Roll.Member) -> PupilFacts {
    PupilFacts(
      compulsoryAge: CompulsorySchoolAge(born: member.pupil.dateOfBirth),
      particulars: member.particulars, known: known[member.pupil.id] ?? [:],
      heard: heard[member.pupil.id], expectedBack: expectedBack[member.pupil.id])
  }

  /// The last day on which a message came, or an attempt reached a parent or carer.
  private static func heard(in book: DayBook, upTo date: SchoolDate) -> [Pupil.ID: SchoolDate] {
    var heard: [Pupil.ID: SchoolDate] = [:]
    for line in book.standing where line.at.date <= date {
      guard let pupil = line.pupil else { continue }
      let isWord =
        switch line.matter {
        case .message, .absence, .arrival, .request: true
        case .attempt(let attempt): attempt.outcome == .spoke
        case .concerns, .departure, .back, .notHere, .seen, .handedOn, .safe, .note, .decision,
          .timetable, .closure, .list, .elsewhere, .paper, .evidence, .told, .nudge, .step,
          .excused, .week, .done, .withdrawn:
          false
        }
      if isWord { heard[pupil] = max(heard[pupil] ?? line.at.date, line.at.date) }
    }
    return heard
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
