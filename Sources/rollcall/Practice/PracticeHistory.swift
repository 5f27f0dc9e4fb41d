import Attendance
import Policies

/// The acts by which a school kept its registers: each taken by its tutor, arrivals at the desk,
/// reasons found by the office, every one at its own time.
struct PracticeHistory {
  /// What is on record already, where a school is told on that somebody has worked in.
  struct OnRecord {
    /// The registers that are taken.
    var taken: Set<RegisterKey> = []
    /// The code that stands, or empty.
    var code: (Pupil.ID, Session) -> String = { _, _ in "" }
    /// What is planned for the session.
    var plans: (Session) throws -> [Plan] = { _ in [] }
  }

  private struct Place: Hashable {
    let pupil: Pupil.ID
    let session: Session
  }

  let rosters: [Roster]
  let policy: Policy
  let people: PracticePeople
  private let record: OnRecord
  /// Marked N by these acts, and not explained since.
  private var waiting: Set<Place> = []
  private var answers: [SchoolDate: [(place: Place, answer: Happening.Answer)]] = [:]

  /// The history told by those rosters, with reasons for absences from the date on.
  init(
    _ rosters: [Roster], under policy: Policy, by people: PracticePeople,
    answering start: SchoolDate, over record: OnRecord = OnRecord()
  ) {
    self.rosters = rosters
    self.policy = policy
    self.people = people
    self.record = record
    for attendee in rosters.flatMap(\.forms).flatMap(\.attendees) {
      for (session, answer) in attendee.story.answers where session.date >= start {
        answers[answer.at.date, default: []].append(
          (Place(pupil: attendee.pupil.id, session: session), answer))
      }
    }
  }

  /// Everything that was done on the day, in the order of time.
  mutating func acts(on date: SchoolDate) throws -> [Act] {
    var acts: [Act] = []
    for roster in rosters where roster.year.contains(date) {
      for half in HalfDay.allCases {
        let session = Session(date, half)
        let plans = Dictionary(
          try record.plans(session).map { ($0.pupil, $0) }, uniquingKeysWith: { $1 })
        for form in roster.forms where form.meets(at: session, in: roster.year) {
          acts += taken(form, at: session, plans: plans)
        }
      }
    }
    acts += reasons(on: date)
    return acts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// Taking one register, and the arrivals after it; nothing where it is on record.
  ///
  /// The tutor takes it when tutors do, or at the moment given.
  mutating func taken(
    _ form: Roster.Form, at session: Session, plans: [Pupil.ID: Plan] = [:],
    when moment: Instant? = nil
  ) -> [Act] {
    let key = RegisterKey(form.name, at: session)
    guard !record.taken.contains(key), let window = window(of: form, at: session) else {
      return []
    }
    var dice = Dice(
      Dice.part(form.name), Int(session.date.daysSince1970) * 2 + session.half.index)
    let open = window.closes.minutes - window.lateFrom.minutes
    let usual = window.lateFrom.adding(minutes: dice.within(1...max(1, min(9, open - 1))))
    let at = moment ?? Instant(session.date, usual).adding(seconds: Int64(dice.below(60)))
    let isFilled = policy.registers.mayFillBlanks && dice.happens(0.7)
    var marks: [ProposedMark] = []
    var arrivals: [Act] = []
    for attendee in form.attendees where attendee.isDue(on: session.date) {
      let pupil = attendee.pupil.id
      guard record.code(pupil, session).isEmpty else { continue }
      let happening = Self.happening(attendee.story[session], plans[pupil])
      var mark = mark(pupil, session, happening, by: at.time, window)
      if mark.code == "N" { waiting.insert(Place(pupil: pupil, session: session)) }
      if mark.code == "N", let minutes = happening?.minutes {
        waiting.remove(Place(pupil: pupil, session: session))
        arrivals.append(arrival(pupil, key, happening?.code ?? "L", minutes, window))
      }
      if mark.how == .marked, happening == nil, isFilled { mark.how = .filled }
      marks.append(mark)
    }
    guard !marks.isEmpty else { return [] }
    let register = Act(
      kind: .taken, by: people.tutor(of: form.name), at: at, register: key, marks: marks)
    return [register] + arrivals
  }

  /// The window of the form's register.
  func window(of form: Roster.Form, at session: Session) -> RegisterWindow? {
    policy.window(
      for: session.half, on: session.date,
      campus: form.particulars.campus.isEmpty ? nil : form.particulars.campus,
      yearGroup: form.particulars.yearGroup, group: form.name)
  }

  /// What somebody planned overrules what the story says of a pupil who would be in.
  private static func happening(_ told: Happening?, _ plan: Plan?) -> Happening? {
    guard let plan, told?.minutes != nil || told == nil else { return told }
    return .known(code: plan.code, basis: plan.basis, note: nil)
  }

  /// What the tutor's register says of the pupil.
  private func mark(
    _ pupil: Pupil.ID, _ session: Session, _ happening: Happening?, by time: TimeOfDay,
    _ window: RegisterWindow
  ) -> ProposedMark {
    switch happening {
    case nil:
      ProposedMark(
        pupil: pupil, session: session, code: policy.codes.present(at: session.half))
    case .known(let code, let basis, let note):
      ProposedMark(
        pupil: pupil, session: session, code: code, note: note, how: .planned, basis: basis)
    case .late(let minutes) where window.lateFrom.adding(minutes: minutes) <= time:
      ProposedMark(pupil: pupil, session: session, code: "L", minutes: minutes)
    case .late, .lateAfterClosing, .unexplained:
      ProposedMark(pupil: pupil, session: session, code: "N", basis: .unexplained)
    }
  }

  private func arrival(
    _ pupil: Pupil.ID, _ key: RegisterKey, _ code: String, _ minutes: Int,
    _ window: RegisterWindow
  ) -> Act {
    let time = window.lateFrom.adding(minutes: minutes)
    return Act(
      kind: .arrival, by: people.office(Int(pupil.number)), at: Instant(key.session.date, time),
      register: key, detail: "arrived \(time)",
      marks: [
        ProposedMark(
          pupil: pupil, session: key.session, code: code, minutes: minutes, how: .arrival)
      ])
  }

  /// The reasons found that day: one act for each pupil and each answer.
  private mutating func reasons(on date: SchoolDate) -> [Act] {
    let due = (answers.removeValue(forKey: date) ?? []).filter { place, _ in
      waiting.remove(place) != nil || record.code(place.pupil, place.session) == "N"
    }.sorted { ($0.place.pupil, $0.place.session) < ($1.place.pupil, $1.place.session) }
    var acts: [Act] = []
    for (place, answer) in due {
      let mark = ProposedMark(
        pupil: place.pupil, session: place.session, code: answer.code, note: answer.note,
        basis: .report, reason: answer.reason)
      if let last = acts.indices.last, acts[last].marks[0].pupil == place.pupil,
        acts[last].at == answer.at
      {
        acts[last].marks.append(mark)
        continue
      }
      let isDecided = answer.code == "O"
      acts.append(
        Act(
          kind: .resolved,
          by: isDecided ? people.officer : people.office(Int(place.pupil.number)),
          at: answer.at, detail: answer.reason, marks: [mark]))
    }
    return acts
  }
}

/// Who does what in a practice school.
struct PracticePeople {
  private let tutors: [String: Person]
  private let desk: [Person]
  /// The attendance officer.
  let officer: Person

  /// The people among the staff.
  init(_ staff: [Staff]) {
    let anybody =
      staff.first.map(Person.init)
      ?? Person(login: Actor.practiceAdministrator, name: "Practice administrator", position: "")
    tutors = Dictionary(
      staff.filter { !$0.group.isEmpty }.map { ($0.group, Person($0)) }, uniquingKeysWith: { $1 })
    let office = staff.filter { $0.role == "office" }.map(Person.init)
    desk = office.isEmpty ? [anybody] : office
    officer = staff.first { $0.role == "attendance_officer" }.map(Person.init) ?? desk[0]
  }

  /// Who takes the form's register.
  func tutor(of form: String) -> Person { tutors[form] ?? desk[0] }

  /// Whoever of the office happened to answer.
  func office(_ number: Int) -> Person { desk[number % desk.count] }
}
