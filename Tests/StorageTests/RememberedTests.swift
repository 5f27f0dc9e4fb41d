import Attendance
import Testing

@testable import Storage

/// What a desk remembers of the register is what a desk that opens it anew reads.
@Suite struct RememberedTests {
  private let test = TestFolder()

  @Test func `another desk's marks are in the sheets of one that has read them before`() throws {
    let store = try test.takenSchool()
    let other = try test.folder.open()
    let year = SchoolYear(of: TestSchool.monday.date)
    _ = try store.sheets(of: year, pupils: nil)
    for code in ["N", "L"] { _ = try store.sessions(of: code, in: year) }
    for (code, half) in [("N", HalfDay.pm), ("L", .pm), ("/", .am)] {
      _ = try other.submit(
        Act(
          kind: .taken, by: TestSchool.office, at: TestSchool.moment(60),
          marks: [
            ProposedMark(
              pupil: TestSchool.ben.id,
              session: Session(TestSchool.monday.date.adding(days: 1), half), code: code)
          ]))
      let fresh = try test.folder.open().sheets(of: year, pupils: nil)
      #expect(try store.sheets(of: year, pupils: nil) == fresh)
      #expect(try other.sheets(of: year, pupils: nil) == fresh)
    }
    #expect(try store.sessions(of: "N", in: year) == fresh(test).sessions(of: "N", in: year))
    #expect(try other.sessions(of: "/", in: year) == fresh(test).sessions(of: "/", in: year))
    let before = SchoolYear(startYear: year.startYear - 1)
    #expect(try store.sheets(of: before, pupils: nil).isEmpty)
    #expect(try !store.sheets(of: year, pupils: nil).isEmpty)
  }

  private func fresh(_ test: TestFolder) throws -> any Store { try test.folder.open() }

  @Test func `another desk's registers, covers and new codes are read`() throws {
    let store = try test.takenSchool()
    let other = try test.folder.open()
    let date = TestSchool.monday.date
    _ = try (store.taken(on: date), store.covers(on: date), store.alphabet())
    _ = try other.submit(
      TestSchool.act(
        .taken, [TestSchool.mark(TestSchool.eve, "Q")],
        key: RegisterKey("8C", at: TestSchool.monday)))
    // A register is taken once; whoever takes it again is not its taker.
    _ = try other.submit(
      TestSchool.act(.taken, [TestSchool.mark(TestSchool.ada, "/")], by: TestSchool.office))
    try other.declare(Cover(of: "8B", on: date, by: TestSchool.office), at: TestSchool.moment(9))
    let fresh = try fresh(test)
    #expect(try store.taken(on: date) == fresh.taken(on: date))
    #expect(try store.taken(on: date).count == 2)
    #expect(try store.covers(on: date) == fresh.covers(on: date))
    #expect(try store.covers(on: date).map(\.group) == ["8B"])
    #expect(try store.alphabet() == fresh.alphabet())
    #expect(try store.alphabet().byte(of: "Q") != nil)
    #expect(try store.taken(on: date.adding(days: 1)).isEmpty)
    #expect(try store.covers(on: date.adding(days: 1)).isEmpty)
  }

  @Test func `another desk's change to the roll, the staff or the calendar is read`() throws {
    let store = try test.takenSchool()
    let other = try test.folder.open()
    let before = try (store.roll().groups.count, store.staff().count)
    _ = try store.calendar()
    let person = TestSchool.office
    try other.keep(
      [.group(RegistrationGroup(name: "Chess", taker: "", room: "12"))], by: person,
      at: TestSchool.moment(5))
    try other.keep(
      [
        Staff(login: "new", name: "N. New", position: "Tutor", role: "tutor")
      ], by: person, at: TestSchool.moment(6))
    let year = SchoolYear(startYear: 2031)
    let term = Term(
      name: "Autumn", starts: year.firstDay.adding(days: 40), ends: year.firstDay.adding(days: 90))
    try other.keep(
      [CalendarYear(year: year, terms: [term], closures: [])], by: person,
      at: TestSchool.moment(7))
    #expect(try store.roll().groups.map(\.name).contains("Chess"))
    #expect(try store.staff().map(\.login).contains("new"))
    #expect(try store.roll().groups.count == before.0 + 1)
    #expect(try store.staff().count == before.1 + 1)
    #expect(try store.calendar().years.map(\.year).contains(year))
  }

  @Test func `what is withdrawn at another desk is gone from the answers given before`() throws {
    let store = try test.takenSchool()
    let other = try test.folder.open()
    let day = TestSchool.monday.date
    let plan = KnownAbsence(
      from: TestSchool.monday, through: TestSchool.monday, code: "M", source: .report)
    let receipt = try other.submit(
      DayBookPromises.act([
        DayBookPromises.line(TestSchool.ada, .absence(plan)), DayBookPromises.line(nil, .note),
      ]))
    #expect(try store.dayBook(.absences(on: day)).plans.map(\.code) == ["M"])
    _ = try other.submit(
      DayBookPromises.act([DayBookPromises.line(TestSchool.ben, .notHere(TimeOfDay(minutes: 540)))])
    )
    #expect(try store.dayBook(.absences(on: day)).plans.map(\.code) == ["M"])
    _ = try other.submit(
      DayBookPromises.act([
        DayBookPromises.line(
          TestSchool.ada, .withdrawn, about: .kept(receipt.lines[0]), "she came")
      ]))
    #expect(try store.dayBook(.absences(on: day)).plans.isEmpty)
    let fresh = try test.folder.open().dayBook(.absences(on: day))
    #expect(try store.dayBook(.absences(on: day)) == fresh)
  }

  @Test func `readings that go together keep nothing, and see what was kept before them`() throws {
    let store = try test.takenSchool()
    let (first, second) = try store.together {
      #expect(throws: StoreFault.self) {
        _ = try store.submit(TestSchool.taken)
      }
      return try (store.headSeal(), store.together { try store.headSeal() })
    }
    #expect(first == second)
    #expect(try store.headSeal() == first)
  }
}
