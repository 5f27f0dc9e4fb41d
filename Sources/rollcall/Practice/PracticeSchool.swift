import Attendance
import Policies
import Storage

/// A practice school with a lived-in year, made from a policy, a number of pupils and a date.
///
/// The same three always make the same school; only the salts of notes, and so the seals, differ.
struct PracticeSchool {
  let policy: Policy
  let day: PracticeDay
  /// What its clock is set to.
  let moment: Instant
  let roll: PracticeRoll
  private let seed: Int
  private let pupils: Int

  /// Invents the school as it stands when the machine shows that date.
  ///
  /// Where somebody says what time it is there, nothing in it is later than that.
  init(
    of pupils: Int, under policy: Policy, upTo today: SchoolDate, notAfter now: Instant? = nil
  ) {
    self.policy = policy
    self.pupils = pupils
    day = PracticeDay(upTo: today)
    moment = day.moment(under: policy, notAfter: now)
    seed = Self.seed(of: policy)
    roll = PracticeRoll(pupils, on: day, under: policy, seed: seed)
  }

  /// The seed by which a school under the policy is told, and told on.
  static func seed(of policy: Policy) -> Int { Dice.part(policy.school.name) }

  /// The practice school's own administrator, who brings everything in.
  static let administrator = Person(
    login: Actor.practiceAdministrator, name: "Practice administrator", position: "Administrator")

  /// Marks that are told register by register; what lies before them was brought in whole.
  ///
  /// It is more than a year of 600 pupils. A school of thousands is told for its last weeks only,
  /// since every register is an act with a seal of its own and this is to take seconds.
  private static let detailedMarks = 250_000

  /// From how many pupils on the year before is left out: it would be millions of marks.
  private static let largeSchool = 5000

  /// The first date whose registers are told one by one.
  var start: SchoolDate {
    let days = max(10, Self.detailedMarks / (2 * max(pupils, 1)))
    let known = day.calendar.sessions(
      before: Session(day.date, .am), campus: nil, yearGroup: nil, count: days * 2)
    return known.last?.date ?? day.date
  }

  /// The history up to the day, its reasons coming in from the start on.
  var history: PracticeHistory {
    let years = day.calendar.years.filter { $0.year == day.year || pupils < Self.largeSchool }
    let roll = roll.roll
    return PracticeHistory(
      years.map { Roster(roll, in: $0, under: policy, seed: seed) }, under: policy,
      by: PracticePeople(self.roll.staff), answering: start)
  }

  /// Keeps the school in the empty store, with the policy adopted, and the draft in its folder.
  func keep(
    in store: any Store, adopting policy: AdoptedPolicy?, drafts folder: SchoolFolder?,
    progress: (Double) -> Void = { _ in }
  ) throws {
    let opening = Instant(start, TimeOfDay(minutes: 7 * 60))
    if let policy {
      _ = try store.submit(
        Act(kind: .adopted, by: Self.administrator, at: opening, detail: policy.detail))
    }
    try store.keep(day.calendar.years, by: Self.administrator, at: opening)
    try store.keep(roll.staff, by: Self.administrator, at: opening)
    try store.keep(roll.changes, by: Self.administrator, at: opening)
    progress(0.1)
    var history = history
    var batch = ActBatch(store)
    let earlier = PastMarksImport(history.rosters, before: start, under: self.policy)
    try earlier.bring(into: &batch, at: opening) { progress(0.1 + 0.4 * $0) }
    var cases = PracticeCases(history, roll.staff, on: day, from: start)
    let days = max(1, day.date.days(after: start))
    for offset in 0..<days {
      let date = start.adding(days: offset)
      try batch.add(history.acts(on: date))
      if cases.worksOn(date) {
        try batch.finish()
        try cases.keep(on: date, in: store)
      }
      progress(0.5 + 0.45 * Double(offset) / Double(days))
    }
    if let morning = PracticeMorning(history, at: moment) {
      try batch.add(morning.taken)
      try batch.finish()
      try morning.keep(in: store, drafts: folder)
    }
    try batch.finish()
    progress(1)
  }
}

/// Acts on their way into the store, many in each transaction.
struct ActBatch {
  /// A transaction of this many marks takes less than a second.
  private static let marks = 60_000

  private let store: any Store
  private var acts: [Act] = []
  private var count = 0

  init(_ store: any Store) {
    self.store = store
  }

  /// Adds the acts, and keeps those there are once they are many.
  mutating func add(_ more: [Act]) throws {
    acts += more
    count += more.reduce(0) { $0 + $1.marks.count }
    if count > Self.marks { try finish() }
  }

  /// Keeps what is left.
  mutating func finish() throws {
    if !acts.isEmpty { _ = try store.submit(acts) }
    acts = []
    count = 0
  }
}

/// The marks of the time before the registers were kept here, brought in form by form.
struct PastMarksImport {
  private let rosters: [Roster]
  private let start: SchoolDate
  private let codes: CodeBook

  init(_ rosters: [Roster], before start: SchoolDate, under policy: Policy) {
    self.rosters = rosters
    self.start = start
    codes = policy.codes
  }

  /// Adds one act for each form and year that lie before the start.
  func bring(
    into batch: inout ActBatch, at moment: Instant, progress: (Double) -> Void
  ) throws {
    let forms = rosters.flatMap { roster in roster.forms.map { (roster.year, $0) } }
    for (place, (year, form)) in forms.enumerated() where year.firstDay < start {
      let sessions = form.meets.indices.filter { form.meets[$0] }
        .map { YearSheet.session(at: $0, in: year) }.filter { $0.date < start }
      let marks = form.attendees.flatMap { attendee in
        sessions.filter { attendee.isDue(on: $0.date) }.map { mark(attendee, at: $0) }
      }
      if marks.isEmpty { continue }
      try batch.add([
        Act(
          kind: .imported, by: PracticeSchool.administrator, at: moment,
          detail: "marks of \(form.name) in \(year) from the register kept before", marks: marks)
      ])
      progress(Double(place) / Double(forms.count))
    }
  }

  private func mark(_ attendee: Roster.Attendee, at session: Session) -> ProposedMark {
    let happening = attendee.story[session]
    let code = happening?.code ?? codes.present(at: session.half)
    return ProposedMark(
      pupil: attendee.pupil.id, session: session, code: code, minutes: happening?.minutes,
      note: Self.note(happening), how: .imported,
      basis: Precedence.Basis(codes.code(code, on: session.date), how: .imported))
  }

  /// Only the codes that need a note bring one along.
  private static func note(_ happening: Happening?) -> String? {
    guard case .known(let code, _, let note) = happening, code == "B" || code == "K" else {
      return nil
    }
    return note
  }
}
