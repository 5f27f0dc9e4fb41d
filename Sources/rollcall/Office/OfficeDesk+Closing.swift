import Attendance
import Policies
import Storage

extension OfficeDesk {
  /// The closure that the answers come to, given everybody who is due and what stands already.
  func closing(
    _ answers: ClosureAnswers, decidedBy: String? = nil, by person: Person
  ) throws -> Closing {
    try Closing(
      answers, try closureSessions(answers), codes: school.policies.codes, by: person,
      decidedBy: decidedBy, now: now)
  }

  /// Keeps the closure in the day book, and in the calendar where it was planned ahead.
  func keep(_ closing: Closing) throws -> Receipt {
    try school.store.submit(closing.act, with: years(with: closing.calendar).map(RollChange.year))
  }

  /// The closure with that number; refuses where there is none that stands.
  func closure(_ number: Int64) throws -> (line: DayLine, closure: ClosedSessions) {
    guard let known = try closures().first(where: { $0.line.id.number == number }) else {
      throw Refused("rollcall: no closure that stands has the number \(number); 'close' lists them")
    }
    return known
  }

  /// The closures that stand from two months back on.
  func closures() throws -> [(line: DayLine, closure: ClosedSessions)] {
    try school.store.dayBook(
      .closures(from: now.date.adding(days: -62), through: now.date.adding(days: 400))
    ).closures
  }

  /// What taking the closure back comes to: each of its marks gives way to what stood before.
  func reopening(_ number: Int64, because why: String, by person: Person) throws -> Reopening {
    let (line, _) = try closure(number)
    let entries = try school.store.submission(of: line.id).map(school.store.entries) ?? []
    var standing: [Entry.ID: Entry] = [:]
    for (session, made) in Dictionary(grouping: entries, by: \.session) {
      let stands = try school.store.standing(of: made.map(\.pupil), at: session, asAt: nil)
      for entry in made { standing[entry.id] = stands[entry.pupil]?.entry }
    }
    var replaced: [Entry.ID: HistoryLine] = [:]
    for entry in entries where entry.replaces != nil {
      for earlier in try school.store.history(of: entry.pupil, at: entry.session) {
        replaced[earlier.entry.id] = earlier
      }
    }
    return Reopening(
      of: line.id, entries, standing: standing, replaced: replaced, because: why, by: person,
      now: now)
  }

  /// Takes the closure back, and out of the calendar where it stands there.
  func keep(
    _ reopening: Reopening, of known: (line: DayLine, closure: ClosedSessions)
  ) throws -> Receipt {
    let years =
      known.closure.code == "#" ? years(without: known.closure, known.line.words) : []
    return try school.store.submit(reopening.act, with: years.map(RollChange.year))
  }

  private func closureSessions(_ answers: ClosureAnswers) throws -> [ClosureSession] {
    var sessions: [ClosureSession] = []
    var day = answers.from.date
    let last = min(answers.through.date, answers.from.date.adding(days: 14))
    while day <= last {
      for half in HalfDay.allCases where answers.covers(Session(day, half)) {
        if let session = try closureSession(Session(day, half)) { sessions.append(session) }
      }
      day = day.adding(days: 1)
    }
    return sessions
  }

  /// What is known of the session; nil where nobody is due.
  private func closureSession(_ session: Session) throws -> ClosureSession? {
    let due = roll.groups(at: session).mapValues { members in
      members.filter {
        calendar.meets(
          at: session, campus: $0.particulars.campus, yearGroup: $0.particulars.yearGroup)
      }
    }.filter { !$0.value.isEmpty }
    guard !due.isEmpty else { return nil }
    let sheets = try school.store.sheets(of: SchoolYear(of: session.date), pupils: nil)
    let marked = due.values.joined().map(\.pupil.id).filter { sheets[$0]?[session] ?? 0 != 0 }
    let book = try school.store.dayBook(.on(session.date))
    var expected = Dictionary(
      book.plans.filter { $0.covers(session) }.map { ($0.pupil, $0.code) },
      uniquingKeysWith: { $1 })
    for list in book.lists(at: session) where !list.list.code.isEmpty {
      for member in due[list.list.name] ?? [] { expected[member.pupil.id] = list.list.code }
    }
    return ClosureSession(
      session, due: due,
      taken: Set(
        try school.store.taken(on: session.date).keys.filter { $0.session == session }
          .map(\.group)),
      standing: try school.store.standing(of: marked, at: session, asAt: nil).mapValues(\.entry),
      expected: expected)
  }

  /// The school years with these closures beside those that they have.
  private func years(with closures: [Closure]) throws -> [CalendarYear] {
    try Dictionary(grouping: closures, by: { SchoolYear(of: $0.date) })
      .sorted { $0.key < $1.key }.map { year, new in
        guard let known = calendar.years.first(where: { $0.year == year }) else {
          throw Refusal.outsideCalendar(new[0].date)
        }
        return CalendarYear(year: year, terms: known.terms, closures: known.closures + new)
      }
  }

  /// The school years that have the closure, without it.
  private func years(without closure: ClosedSessions, _ reason: String) -> [CalendarYear] {
    calendar.years.compactMap { year in
      let left = year.closures.filter { known in
        let halves = known.half.map { [$0] } ?? HalfDay.allCases
        return known.campus != nil || known.reason != reason
          || known.yearGroups != closure.years
          || !halves.allSatisfy { closure.covers(Session(known.date, $0)) }
      }
      guard left.count < year.closures.count else { return nil }
      return CalendarYear(year: year.year, terms: year.terms, closures: left)
    }
  }
}
