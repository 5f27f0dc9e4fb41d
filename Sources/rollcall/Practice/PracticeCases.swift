import Attendance
import Policies
import Storage

/// What was done for the pupils who were away most: cases at every stage, a meeting arranged, a hold.
///
/// Everything follows from the stories of the pupils and the ladder of the policy, so that the same
/// school always has the same cases.
struct PracticeCases {
  private let climb: LadderClimb?
  private let flag: String
  private let chosen: [Chosen]
  private let people: [String: Person]
  private let anybody: Person
  private let day: SchoolDate
  private var opened: [Int: DayLine.ID] = [:]

  /// A pupil with a case, and the day on which it was opened.
  private struct Chosen {
    let pupil: Pupil.ID
    let opened: SchoolDate
  }

  init(
    _ history: PracticeHistory, _ staff: [Staff], on practice: PracticeDay, from start: SchoolDate
  ) {
    let policy = history.policy
    let time = SchoolTime(practice.calendar)
    let ladder = policy.ladders.first { !$0.startsOn.isEmpty }
    day = practice.date
    climb = ladder.map { LadderClimb($0, over: time) }
    flag = ladder?.startsOn.first ?? ""
    people = Dictionary(
      staff.map { ($0.role, Person($0)) }, uniquingKeysWith: { first, _ in first })
    anybody = people["champion"] ?? people["attendance_officer"] ?? PracticeSchool.administrator
    let away = Self.mostAway(history.rosters.last, policy, upTo: practice.date)
    chosen = away.prefix(2 + away.count / 4).prefix(12).enumerated().compactMap { place, pupil in
      // The longest ago first, and none before there were enough sessions for a ladder.
      let days = 30 - place * 2
      let known = practice.calendar.sessions(
        before: Session(practice.date, .am), campus: nil, yearGroup: nil, count: days)
      guard let date = known.last?.date, date >= start,
        time.end(of: date) - time.year(practice.year).lowerBound
          >= ladder?.minSessions ?? policy.flags.minSessions
      else { return nil }
      return Chosen(pupil: pupil, opened: date)
    }
  }

  /// Whether anything was done on that day.
  func worksOn(_ date: SchoolDate) -> Bool {
    guard let climb else { return false }
    return chosen.enumerated().contains { !acts($0, $1, on: date, climb).isEmpty }
  }

  /// Keeps what was done on that day.
  mutating func keep(on date: SchoolDate, in store: any Store) throws {
    guard let climb else { return }
    for (place, one) in chosen.enumerated() {
      for (work, words, time) in acts(place, one, on: date, climb) {
        let about = opened[place].map { ProposedLine.Reference.kept($0) }
        let line = ProposedLine(
          pupil: one.pupil, date: lineDate(work, date), about: isOfCase(work) ? about : nil,
          matter: .casework(work), words: words)
        let receipt = try store.submit(
          Act(kind: .logged, by: person(place), at: Instant(date, time), lines: [line]))
        if case .opened = work { opened[place] = receipt.lines.first }
      }
    }
  }

  /// What was done about the case on the day: opened, a step taken, a meeting arranged, left, held.
  private func acts(
    _ place: Int, _ one: Chosen, on date: SchoolDate, _ climb: LadderClimb
  ) -> [(Casework, String, TimeOfDay)] {
    let afternoon = TimeOfDay(minutes: 15 * 60 + 20 + place)
    if date == one.opened {
      let opening = CaseOpening(
        ladder: climb.ladder.id, flag: flag, due: climb.due(0, after: date),
        owner: CaseOwner(role: climb.owner(of: 0)))
      return [(.opened(opening), "seen at the weekly look", afternoon)]
    }
    guard date > one.opened, place % 4 != 3 else { return [] }
    let first = climb.due(0, after: one.opened) ?? one.opened
    let taken = max(first, one.opened.adding(days: 1))
    if date == taken { return [(took(0, on: date, climb), "spoke with a parent", afternoon)] }
    let next = climb.due(1, after: taken)
    if let next, date == next, place % 2 == 0 {
      return [(took(1, on: date, climb), "no better; agreed with home", afternoon)]
    }
    return last(place, on: date).map { ($0.0, $0.1, afternoon) }
  }

  /// What happened the day before the practice morning.
  private func last(_ place: Int, on date: SchoolDate) -> [(Casework, String)] {
    guard
      date == day.adding(days: -1)
        || date.weekday == .friday && day.weekday == .monday
          && date == day.adding(days: -3)
    else { return [] }
    switch place {
    case 1:
      let meeting = CaseAction(
        .meeting, time: TimeOfDay(minutes: 15 * 60 + 30), attending: ["a parent"], isPlanned: true)
      return [(.action(meeting), "")]
    case 2:
      let until = day.adding(days: 14)
      return [(.held(Hold(.bereavement, from: day, until: until)), "a grandparent has died")]
    case 4: return [(.snoozed(Snooze(until: day.adding(days: 10))), "the nurse sees them first")]
    case 5: return [(.closed(CaseClosing(.improved, back: nil)), "in every day for four weeks")]
    default: return []
    }
  }

  private func took(_ step: Int, on date: SchoolDate, _ climb: LadderClimb) -> Casework {
    .turned(
      CaseTurn(
        .took, step: step, name: climb.step(step)?.name ?? "",
        due: climb.due(step + 1, after: date),
        owner: CaseOwner(role: climb.owner(of: step + 1))))
  }

  private func person(_ place: Int) -> Person {
    place % 2 == 0 ? anybody : people["attendance_officer"] ?? anybody
  }

  /// A hold is not about one case, and all else here is.
  private func isOfCase(_ work: Casework) -> Bool {
    switch work {
    case .held, .opened: false
    case .turned, .assigned, .snoozed, .closed, .action, .agreement, .improve, .penalty, .outcome,
      .considered, .returned:
      true
    }
  }

  /// A meeting is on the day it is arranged for.
  private func lineDate(_ work: Casework, _ date: SchoolDate) -> SchoolDate {
    if case .action(let action) = work, action.isPlanned { return day }
    return date
  }

  /// The pupils who missed a tenth of the year or more, most first.
  private static func mostAway(
    _ roster: Roster?, _ policy: Policy, upTo day: SchoolDate
  ) -> [Pupil.ID] {
    guard let roster else { return [] }
    var found: [(pupil: Pupil.ID, missed: Int)] = []
    for form in roster.forms {
      let sessions = form.meets.indices.filter { form.meets[$0] }
        .map { YearSheet.session(at: $0, in: roster.year) }.filter { $0.date < day }
      for attendee in form.attendees
      where attendee.isDue(on: day) && attendee.enrolments.allSatisfy(\.isCounted) {
        let missed = sessions.count { session in
          guard let happening = attendee.story[session] else { return false }
          return policy.codes.code(happening.code, on: session.date).map {
            $0.category == .authorisedAbsence || $0.category == .unauthorisedAbsence
          } ?? false
        }
        if missed * 10 >= sessions.count, missed > 0 { found.append((attendee.pupil.id, missed)) }
      }
    }
    return found.sorted { ($1.missed, $0.pupil.number) < ($0.missed, $1.pupil.number) }.map(\.pupil)
  }
}
