import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// Leave on the screen: asked for, weighed, granted, refused, ended.
@Suite struct LeaveTests {
  private static let head = Staff(
    login: "head", name: "Ms Head", position: "Headteacher", role: "head")

  private func sitting(_ staff: Staff = TestSchool.hall, book: DayBook = DayBook([])) -> Sitting {
    let isOffice = staff == TestSchool.hall
    var sitting = Sitting(staff, at: "09:20", opens: false, showsMorning: isOffice)
    sitting.office.book = book
    sitting.type("v")
    return sitting
  }

  private func lines(_ sitting: Sitting) -> [ProposedLine] { sitting.office.acts.flatMap(\.lines) }

  @Test func `a request is asked for with few keys, and weighed at once`() throws {
    var sitting = sitting()
    sitting.type(lines: "nrees\n11mon 20 oct\nfri 24 oct\na cheap flight^S")
    let request = LeaveRequest(
      from: Session(TestSchool.tuesday.adding(days: 6), .am),
      through: Session(TestSchool.tuesday.adding(days: 10), .pm), purpose: "a holiday",
      asker: "Mrs Rees", relationship: "mother", received: TestSchool.tuesday)
    #expect(lines(sitting).map(\.matter) == [.request(request)])
    #expect(lines(sitting).map(\.words) == ["a cheap flight"])
    #expect(
      sitting.text.contains("- asked for 6 days before; for any leave the policy asks 2 weeks"))
    #expect(sitting.text.contains("it is for a family holiday, which the policy points out"))
    #expect(sitting.text.contains(">"))
  }

  @Test(arguments: [
    ("nrees\n11sat\n", "the school does not meet on"),
    ("nrees\n1115 oct\n14 oct\n", "The end lies before the start"),
    ("nrees\n11when\n", "'when' is no day"), ("nnobody\n", "Choose the pupil"),
    ("nrees\n1\n", "Say what the leave is for"),
  ])
  func `what cannot be is refused at its field, in words`(keys: String, words: String) {
    var sitting = sitting()
    sitting.type(lines: keys)
    #expect(sitting.text.lowercased().contains(words.lowercased()), "\(sitting.text)")
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `a day that a closure closes to the pupil is refused at its field`() {
    var sitting = sitting()
    let monday = TestSchool.tuesday.adding(days: 6)
    sitting.office.matters.days = SchoolDays(
      TestOffice.calendar,
      for: Particulars(
        from: TestSchool.tuesday, yearGroup: YearGroup(year: 8) ?? .reception, group: "8B"),
      but: [Session(monday, .am): "boiler", Session(monday, .pm): "boiler"])
    sitting.type(lines: "nrees\n11mon 20 oct\n")
    #expect(sitting.text.contains("(closed: boiler); its next day is"), "\(sitting.text)")
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `the office refuses in words, and cannot grant what the head grants`() {
    var sitting = sitting(book: TestOffice.leave)
    sitting.type("g")
    #expect(
      sitting.text.contains("may not grant leave under C") && sitting.text.contains("headteacher"))
    sitting.press(.escape)
    sitting.type("x")
    sitting.press(.enter)
    #expect(
      sitting.text.contains("A decision has its reason") || sitting.text.contains("has its reason"))
    sitting.type("not exceptional")
    sitting.press(.enter)
    #expect(lines(sitting).map(\.matter) == [.decision(LeaveDecision(.refused))])
    #expect(lines(sitting).map(\.about) == [.kept(DayLine.ID(1))])
    #expect(sitting.text.contains("Letter: Leave refused (leave-refusal)"))
  }

  @Test func `the head grants with a code and words, and the absence is planned`() {
    var sitting = sitting(Self.head, book: TestOffice.leave)
    sitting.type("g1")
    sitting.type("a funeral")
    sitting.press(.enter)
    let back = TestSchool.tuesday.adding(days: 20)
    #expect(
      lines(sitting).map(\.matter) == [
        .decision(LeaveDecision(.granted, code: "C", expectedBack: back)),
        .absence(
          KnownAbsence(
            from: Session(TestSchool.tuesday.adding(days: 6), .am),
            through: Session(TestSchool.tuesday.adding(days: 10), .pm), code: "C",
            source: .leave)),
      ])
    sitting.type("g")
    #expect(sitting.text.contains("That request is granted; e ends it"))
    sitting.type("enot going")
    sitting.press(.enter)
    #expect(
      lines(sitting).suffix(2).map(\.matter) == [.decision(LeaveDecision(.ended)), .withdrawn])
  }

  @Test func `what is planned for the days already is asked about before it is granted`() {
    let week = TestSchool.tuesday.adding(days: 6)
    let trip = KnownAbsence(
      from: Session(week.adding(days: 3), .am), through: Session(week.adding(days: 8), .pm),
      code: "V", source: .visit)
    let line = DayLine(
      id: DayLine.ID(9), by: Person(TestSchool.hall), at: TestSchool.at("08:20"),
      pupil: TestSchool.form[4].pupil.id, date: week, matter: .absence(trip))
    var sitting = sitting(Self.head, book: DayBook(TestOffice.leave.lines + [line]))
    sitting.type("g1")
    #expect(sitting.text.contains("1 keeps both, 2 takes it back on these days."))
    sitting.type("2a funeral")
    sitting.press(.enter)
    var rest = trip
    rest.from = Session(week.adding(days: 7), .am)
    #expect(lines(sitting).suffix(2).map(\.matter) == [.withdrawn, .absence(rest)])
  }

  @Test func `a refused request is refused again only by the key once more`() {
    var sitting = sitting(book: TestOffice.leave)
    sitting.type("xnot exceptional")
    sitting.press(.enter)
    sitting.type("x")
    #expect(sitting.text.contains("by J. Hall"), "\(sitting.text)")
    #expect(sitting.text.contains("x once more decides it again."), "\(sitting.text)")
    sitting.press(.up)
    sitting.type("x")
    sitting.type("x")
    sitting.type("still not")
    sitting.press(.enter)
    #expect(lines(sitting).map(\.words) == ["not exceptional", "still not"])
  }

  @Test func `lunch leave is granted without a code, and waiting past a week is said`() {
    var sitting = sitting(Self.head, book: TestOffice.leave)
    #expect(sitting.text.contains("OVERDUE"))
    sitting.press(.down)
    sitting.type("gyes")
    sitting.press(.enter)
    #expect(lines(sitting).map(\.matter) == [.decision(LeaveDecision(.granted, expectedBack: nil))])
  }

  @Test func `a tutor has no leave screen, and is told who has`() {
    let sitting = sitting(TestSchool.owen)
    #expect(!sitting.text.contains("LEAVE OF ABSENCE"))
  }

  @Test func `Esc keeps the draft, also past the screen`() {
    var sitting = sitting()
    sitting.type(lines: "nrees\n1")
    sitting.press(.escape)
    #expect(sitting.text.contains("The draft is kept"))
    sitting.press(.escape)
    sitting.type("vn")
    #expect(sitting.text.contains("Rees, Rhys 8B") && sitting.text.contains("Mrs Rees, mother"))
  }

  @Test func `a half-typed request is there after a kill, and goes once saved`() {
    var sitting = sitting()
    sitting.type(lines: "nrees\n1")
    sitting.startAgain()
    #expect(sitting.text.contains("A half-typed request for leave is kept from before"))
    sitting.type("vn")
    #expect(sitting.text.contains("Rees, Rhys 8B") && sitting.text.contains("Mrs Rees, mother"))
    #expect(sitting.forms[TestSchool.hall.login]?.keys.contains("leave") == true)
    sitting.type(lines: "\n1\n20 Oct\n\na wedding")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Kept 09:20: a holiday"))
    #expect(sitting.forms[TestSchool.hall.login]?.isEmpty == true)
  }

  @Test func `another desk's decision comes in without taking what is typed`() {
    var sitting = sitting(book: TestOffice.leave)
    sitting.type("xtoo lo")
    sitting.office.book = DayBook(
      TestOffice.leave.lines + [
        DayLine(
          id: DayLine.ID(9), by: Person(Self.head), at: TestSchool.at("09:19"),
          pupil: TestSchool.form[4].pupil.id, date: TestSchool.tuesday, about: DayLine.ID(1),
          matter: .decision(LeaveDecision(.granted, code: "C")), words: "yes")
      ])
    sitting.type(.changedElsewhere)
    #expect(sitting.text.contains("too lo"))
    sitting.press(.enter)
    #expect(sitting.text.contains("Not decided: request 1 is granted as C, on 2025-10-14 by"))
    #expect(sitting.text.contains("end it first"))
    #expect(sitting.office.acts.isEmpty)
  }
}
