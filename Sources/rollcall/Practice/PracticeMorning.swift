import Attendance
import Policies
import Storage

/// The morning on which a practice school stands: registers open, one taken, one half done, and
/// what the office knows of the day already.
struct PracticeMorning {
  /// A plan before the store gives it its number.
  struct PlanToKeep: Hashable {
    let pupil: Pupil.ID
    let from: Session
    let through: Session
    let code: String
    let source: Plan.Source
    let by: Person
    let at: Instant
    let note: String

    /// The act of the office that keeps it.
    var act: Act {
      let absence = KnownAbsence(from: from, through: through, code: code, source: source)
      return Act(
        kind: .planned, by: by, at: at,
        lines: [
          ProposedLine(pupil: pupil, date: from.date, matter: .absence(absence), words: note)
        ])
    }
  }

  private let history: PracticeHistory
  private let roster: Roster
  private let now: Instant
  /// The forms whose registers are open.
  private let open: [Roster.Form]

  /// The morning of that moment, or nil where no form of the history meets on it.
  init?(_ history: PracticeHistory, at now: Instant) {
    guard let roster = history.rosters.first(where: { $0.year.contains(now.date) }) else {
      return nil
    }
    self.history = history
    self.roster = roster
    self.now = now
    let session = Session(now.date, .am)
    open = roster.forms.filter { form in
      form.meets(at: session, in: roster.year)
        && history.window(of: form, at: session).map { $0.opens < now.time } ?? false
        && form.attendees.contains { $0.isDue(on: now.date) }
    }
  }

  /// The register that its tutor has sent already.
  var taken: [Act] {
    guard open.count > 1, let form = open.last else { return [] }
    var history = history
    return history.taken(
      form, at: Session(now.date, .am), when: now.adding(seconds: -70)
    ).filter { $0.at <= now }
  }

  /// The half-done draft of another tutor: whose it is, of which register, and its changes.
  var draft: (login: String, key: RegisterKey, changes: [Draft.Change])? {
    guard open.count > 2 else { return nil }
    let form = open[open.count / 2]
    let session = Session(now.date, .am)
    let due = form.attendees.filter { $0.isDue(on: now.date) }
    let changes = due.prefix((due.count + 1) / 2).filter { $0.story[session] == nil }.map {
      Draft.Change(
        $0.pupil.id,
        to: Draft.Mark(
          code: history.policy.codes.present(at: .am), at: now.adding(seconds: -40)))
    }
    return (history.people.tutor(of: form.name).login, RegisterKey(form.name, at: session), changes)
  }

  /// What the office knows of the day: reports, leave, timetables, and a visit by half a form.
  var plans: [PlanToKeep] {
    let trip = open.count > 3 ? open[1].name : nil
    return roster.forms.flatMap { form in
      form.attendees.filter { $0.isDue(on: now.date) }.flatMap { attendee in
        let known = HalfDay.allCases.compactMap { plan(attendee, form, from: $0) }
        let goes = form.name == trip && attendee.pupil.id.number % 2 == 1
        return known.isEmpty && goes ? [visit(attendee)] : known
      }
    }
  }

  /// What is known of the pupil from that half of the day on, unless it is known from the other.
  private func plan(
    _ attendee: Roster.Attendee, _ form: Roster.Form, from half: HalfDay
  ) -> PlanToKeep? {
    let first = Session(now.date, half)
    guard form.meets(at: first, in: roster.year),
      case .known(let code, _, _) = attendee.story[first], code != "O",
      half == .am || attendee.story[Session(now.date, .am)]?.code != code
    else { return nil }
    let source = Self.source(of: code)
    let office = history.people.office(Int(attendee.pupil.id.number))
    return PlanToKeep(
      pupil: attendee.pupil.id, from: first, through: last(attendee, form, of: code, from: first),
      code: code, source: source, by: office,
      at: source == .report
        ? now.adding(seconds: -Int64(attendee.pupil.id.number % 50 + 6) * 60)
        : Instant(now.date.adding(days: -3), TimeOfDay(minutes: 10 * 60)),
      note: note(on: code, attendee, before: first.date))
  }

  /// The last session in a row that the code is known for.
  private func last(
    _ attendee: Roster.Attendee, _ form: Roster.Form, of code: String, from first: Session
  ) -> Session {
    var last = first
    var date = first.date
    while date <= first.date.adding(days: 21) {
      for half in HalfDay.allCases {
        let session = Session(date, half)
        guard session > first, form.meets(at: session, in: roster.year) else { continue }
        guard case .known(code, _, _) = attendee.story[session] else { return last }
        last = session
      }
      date = date.adding(days: 1)
    }
    return last
  }

  /// What was said of the absence: on the day, or on the day it began.
  private func note(
    on code: String, _ attendee: Roster.Attendee, before today: SchoolDate
  ) -> String {
    for days in 0..<14 {
      for half in HalfDay.allCases {
        switch attendee.story[Session(today.adding(days: -days), half)] {
        case .known(code, _, let note?): return note
        case .unexplained(let answer) where answer.code == code: return answer.note ?? ""
        case .known, .unexplained, .late, .lateAfterClosing, nil: continue
        }
      }
    }
    return ""
  }

  private func visit(_ attendee: Roster.Attendee) -> PlanToKeep {
    PlanToKeep(
      pupil: attendee.pupil.id, from: Session(now.date, .am), through: Session(now.date, .pm),
      code: "V", source: .visit, by: history.people.office(0),
      at: Instant(now.date.adding(days: -7), TimeOfDay(minutes: 15 * 60 + 40)),
      note: "the museum at Oldersby")
  }

  private static func source(of code: String) -> Plan.Source {
    switch code {
    case "I", "G": .report
    case "X", "C2", "D": .timetable
    case "V", "P", "B", "K", "W": .visit
    default: .leave
    }
  }
}

extension PracticeMorning {
  /// Keeps what is known of the morning, but what is planned for a pupil already.
  func keep(in store: any Store, drafts folder: SchoolFolder?) throws {
    let today = now.date
    let planned = Set(
      try HalfDay.allCases.flatMap { try store.plans(at: Session(today, $0)) }.map(\.pupil))
    _ = try store.submit(plans.filter { !planned.contains($0.pupil) }.map(\.act))
    if let folder, let draft {
      try DraftFile(in: folder, of: draft.key, by: draft.login).append(draft.changes)
    }
  }
}
