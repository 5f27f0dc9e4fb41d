import Attendance
@testable import Storage
import Testing

/// What every store promises of the school itself: staff, calendar, plans, notes, policies.
@Suite struct SchoolPromises {
  private let office = TestSchool.office
  private let now = TestSchool.moment()

  @Test(arguments: Keeper.allCases)
  func `the school and its clock come back`(keeper: Keeper) throws {
    let school = try keeper.emptySchool()
    #expect(try school.store.school() == TestSchool.identity)
    let practice = SchoolIdentity(name: "Other", practice: PracticeClock(secondsAhead: -86_400))
    try school.store.keep(practice)
    #expect(try school.store.school() == practice)
    try school.store.keep(TestSchool.identity)
    #expect(try school.store.school() == TestSchool.identity)
  }

  @Test(arguments: Keeper.allCases)
  func `an empty school answers every question`(keeper: Keeper) throws {
    let store = try keeper.emptySchool().store
    #expect(try store.roll().pupils.isEmpty)
    #expect(try store.staff().isEmpty)
    #expect(try store.calendar() == SchoolCalendar([]))
    #expect(try store.members(of: "8B", at: TestSchool.monday).isEmpty)
    #expect(try store.sheets(of: SchoolYear(startYear: 2025), pupils: nil).isEmpty)
    #expect(try store.sheets(of: SchoolYear(startYear: 2025), pupils: []).isEmpty)
    #expect(try store.plans(at: TestSchool.monday).isEmpty)
    #expect(try store.unsettled(on: TestSchool.monday.date).isEmpty)
    #expect(try store.policies().isEmpty)
    #expect(try store.headSeal() == String(repeating: "0", count: 64))
    #expect(try store.verify(against: store.headSeal()) { _ in }.isSound)
  }

  @Test(arguments: Keeper.allCases)
  func `staff come back by login, as last kept`(keeper: Keeper) throws {
    let school = try keeper.school()
    let owen = Staff(
      login: "owen", name: "Mr Owen", position: "Form tutor", role: "tutor", group: "8B")
    let hall = Staff(
      login: "hall", name: "Ms Hall", position: "Officer", role: "office",
      ends: TestSchool.date("2026-07-31"))
    try school.store.keep([owen, hall], by: office, at: now)
    var moved = owen
    moved.group = "8C"
    try school.store.keep([moved], by: office, at: now)
    #expect(try school.store.staff() == [hall, moved])
  }

  @Test(arguments: Keeper.allCases)
  func `calendars come back by year, and one year leaves the others`(keeper: Keeper) throws {
    let school = try keeper.school()
    let next = CalendarYear(
      year: SchoolYear(startYear: 2026),
      terms: [
        Term(name: "Spring", starts: day("2027-01-04"), ends: day("2027-03-24")),
        Term(
          name: "Autumn", starts: day("2026-09-02"), ends: day("2026-12-18"),
          halfTerm: day("2026-10-26")...day("2026-10-30")),
      ],
      closures: [
        Closure(date: day("2026-11-27"), reason: "Polling", half: .pm, campus: "North"),
        Closure(
          date: day("2026-09-02"), reason: "Induction", yearGroups: [.nursery1, .reception]),
      ])
    try school.store.keep([next], by: office, at: now)
    let sorted = CalendarYear(
      year: next.year, terms: next.terms.reversed(), closures: next.closures)
    #expect(try school.store.calendar() == SchoolCalendar([TestSchool.autumn, sorted]))
    let onlyClosed = CalendarYear(year: next.year, terms: [], closures: next.closures)
    try school.store.keep([onlyClosed], by: office, at: now)
    #expect(try school.store.calendar() == SchoolCalendar([TestSchool.autumn, onlyClosed]))
  }

  @Test(arguments: Keeper.allCases)
  func `a calendar no year can have is refused and the old one stays`(keeper: Keeper) throws {
    let school = try keeper.school()
    let backwards = Term(name: "A", starts: day("2025-12-01"), ends: day("2025-11-01"))
    let term = Term(name: "A", starts: day("2025-11-01"), ends: day("2025-12-01"))
    for (terms, rule) in [([backwards], StoreFault.Rule.endsEarly), ([term, term], .repeatedTerm)] {
      let year = CalendarYear(year: TestSchool.autumn.year, terms: terms, closures: [])
      #expect(throws: StoreFault.rule(rule)) {
        try school.store.keep([year], by: office, at: now)
      }
    }
    #expect(try school.store.calendar() == SchoolCalendar([TestSchool.autumn]))
  }

  @Test(arguments: Keeper.allCases)
  func `plans are found by session and are no marks`(keeper: Keeper) throws {
    let school = try keeper.school()
    let pm = Session(TestSchool.monday.date, .pm)
    let next = Session(TestSchool.monday.date.adding(days: 1), .am)
    func plan(_ pupil: Pupil, _ from: Session, _ through: Session) throws -> Plan {
      let receipt = try school.store.submit(
        Act(
          kind: .planned, by: office, at: now,
          lines: [
            ProposedLine(
              pupil: pupil.id, date: from.date,
              matter: .absence(
                KnownAbsence(from: from, through: through, code: "M", source: .report)),
              words: "Dentist")
          ]))
      return Plan(
        id: Plan.ID(receipt.lines[0].number), pupil: pupil.id, from: from, through: through,
        code: "M", source: .report, by: office, at: now, note: "Dentist")
    }
    let first = try plan(TestSchool.ada, TestSchool.monday, pm)
    let second = try plan(TestSchool.ben, pm, next)
    #expect(try school.store.plans(at: TestSchool.monday) == [first])
    #expect(try school.store.plans(at: pm) == [first, second])
    #expect(try school.store.plans(at: next) == [second])
    #expect(try school.store.standing(TestSchool.ada) == nil)
    #expect(throws: StoreFault.rule(.planEndsEarly)) {
      try plan(TestSchool.ada, pm, TestSchool.monday)
    }
    #expect(throws: StoreFault.unknownPupil) {
      try plan(TestSchool.pupil(99, "No", "One"), pm, pm)
    }
    #expect(try school.store.plans(at: pm) == [first, second])
  }

  @Test(arguments: Keeper.allCases)
  func `declared cover is read back for its day, by whoever declared it`(keeper: Keeper) throws {
    let school = try keeper.school()
    let monday = TestSchool.monday.date
    let covers = [
      Cover(of: "8B", on: monday, by: office),
      Cover(of: "Choir on 2025-09-02", on: monday, by: office),
    ]
    for cover in covers { try school.store.declare(cover, at: now) }
    try school.store.declare(Cover(of: "8C", on: monday.adding(days: 1), by: office), at: now)
    try school.store.record("cover of nothing", by: office, at: now)
    #expect(try school.store.covers(on: monday) == covers)
    #expect(try school.secondDesk().covers(on: monday) == covers)
    #expect(try school.store.covers(on: monday.adding(days: -1)).isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `a redacted note leaves a tombstone and every seal sound`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    let receipt = try store.submit(TestSchool.taken)
    let late = try store.history(of: TestSchool.cem.id, at: nil)[0].entry
    #expect(late.note == "Bus was late")
    try store.redactNote(of: late.id, by: office, at: now)
    try store.redactNote(of: late.id, by: office, at: now)
    #expect(try store.history(of: TestSchool.cem.id, at: nil)[0].entry.note == "")
    #expect(try store.standing(TestSchool.cem)?.entry.note == "")
    #expect(try store.headSeal() == receipt.seal)
    #expect(try store.faults(against: receipt.seal).isEmpty)
    let plain = try store.history(of: TestSchool.ada.id, at: nil)[0].entry
    #expect(throws: StoreFault.self) { try store.redactNote(of: plain.id, by: office, at: now) }
  }

  @Test(arguments: Keeper.allCases)
  func `the last policy adopted from a date rules from it`(keeper: Keeper) throws {
    let school = try keeper.school()
    func adopt(
      _ from: String, _ file: String, codes: String? = nil
    ) throws -> AdoptedPolicy {
      let policy = AdoptedPolicy(from: day(from), file: file, digest: "ab", codes: codes)
      var act = TestSchool.act(.adopted, [], key: nil)
      act.detail = policy.detail
      _ = try school.store.submit(act)
      return policy
    }
    let later = try adopt("2026-01-01", "b.yaml", codes: "cd")
    _ = try adopt("2025-09-01", "a.yaml")
    let mended = try adopt("2025-09-01", "c.yaml")
    #expect(try school.store.policies() == [mended, later])
  }

  @Test(arguments: Keeper.allCases)
  func `a desk sees what another keeps, and that it did`(keeper: Keeper) throws {
    let school = try keeper.school()
    let other = try school.secondDesk()
    let before = try other.dataVersion()
    let own = try school.store.dataVersion()
    _ = try school.store.submit(TestSchool.taken)
    #expect(try other.dataVersion() != before)
    #expect(try school.store.dataVersion() == own, "its own acts wake nobody at the same desk")
    #expect(try other.standing(TestSchool.ada) == school.store.standing(TestSchool.ada))
    let receipt = try other.submit(
      TestSchool.act([TestSchool.mark(TestSchool.eve, "/")], at: 60))
    #expect(receipt.submission == Submission.ID(2))
    #expect(try school.store.headSeal() == receipt.seal)
    #expect(try school.store.faults().isEmpty)
  }

  private func day(_ text: String) -> SchoolDate { TestSchool.date(text) }
}
