import Attendance
import Terminal
import Testing

@testable import Screens

/// Notices by keys: looked at, the pack made, a notice issued.
@Suite struct NoticeScreenTests {
  private func sitting(_ staff: Staff = TestSchool.head, _ absences: [String]? = nil) -> Sitting {
    var sitting = Sitting(staff, at: "09:05", opens: false, showsMorning: true)
    if let absences { sitting.office.absences = absences }
    if staff == TestSchool.head { sitting.type("f") }
    sitting.type("n")
    return sitting
  }

  @Test func `n opens the sheet of the pupil under the cursor, and Esc comes back to the row`() {
    var sitting = sitting(TestSchool.price)
    #expect(sitting.picture().lines[0].hasPrefix(" NOTICES  Davies, Dafydd  8B"))
    #expect(sitting.text.contains("1 Mrs Davies, mother: a first notice is possible"))
    #expect(sitting.text.contains("11 count, line at least 10"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[3].hasPrefix("> ! Davies"))
    sitting.press(.enter)
    sitting.type("n")
    #expect(sitting.picture().lines[0].hasPrefix(" NOTICES  Davies"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("PUPIL  Davies, Dafydd"))
    // Enter goes back to the page it was opened from, not to a second one.
    sitting.type("n")
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL  Davies, Dafydd"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].hasPrefix(" FLAGS"))
  }

  @Test func `what stands in the way is said first, and no pack rests on N`() {
    var sitting = sitting(TestSchool.price, Array(repeating: "O", count: 10) + ["N"])
    #expect(sitting.text.contains("no notice, 1 thing stands in the way"))
    #expect(sitting.text.contains("NO  no notice rests on N: settle it first, Mon 6 Oct PM"))
    sitting.type("p")
    #expect(sitting.text.contains("No pack rests on N: settle Mon 6 Oct PM first."))
    #expect(sitting.office.noticeDeeds.isEmpty)
  }

  @Test func `p makes the pack and says where it is`() {
    var sitting = sitting(TestSchool.price)
    sitting.type("p")
    #expect(sitting.office.noticeDeeds == [.pack(Pupil.ID(4))])
    #expect(sitting.text.contains("It is done."))
  }

  @Test func `a champion is told who issues notices`() {
    var sitting = sitting(TestSchool.price)
    sitting.type("i")
    #expect(sitting.text.contains("may not decide on a penalty notice"))
    #expect(sitting.text.contains("ask the headteacher"))
  }

  @Test func `a notice is issued in three fields, each by Enter`() {
    var sitting = sitting()
    sitting.type(lines: "i2\nmon\na holiday in term\n")
    #expect(
      sitting.office.noticeDeeds == [
        .issue(
          NoticeOrder(
            pupil: Pupil.ID(4), parent: 2, checked: TestSchool.tuesday.adding(days: -1),
            words: "a holiday in term"))
      ])
    #expect(sitting.picture().lines[0].hasPrefix(" NOTICES"))
    #expect(sitting.text.contains("It is done."))
  }

  @Test(arguments: [
    ("i7\nmon\nholiday\n", "Type the number of the parent: 1 Mrs Davies, 2 Mr Davies"),
    ("i1\ntomorrow\nholiday\n", "Wed 15 Oct 2025 is still to come; type the day it was asked"),
    ("i1\nsoon\nholiday\n", "'soon' is no day"),
  ])
  func `what cannot be is said at its field, and nothing typed is lost`(
    keys: String, words: String
  ) {
    var sitting = sitting()
    sitting.type(lines: keys)
    #expect(sitting.text.contains(words))
    #expect(sitting.text.contains("holiday"))
    #expect(sitting.office.noticeDeeds.isEmpty)
  }

  @Test func `Esc keeps what was typed, and a full disk loses none of it`() {
    var sitting = sitting()
    sitting.type(lines: "i1\nmon\na holi")
    sitting.press(.escape)
    #expect(sitting.text.contains("What was typed is kept; the same key goes on with it."))
    sitting.type("iday")
    #expect(sitting.text.contains("a holiday"))
    sitting.isDiskFull = true
    sitting.press(.enter)
    #expect(sitting.text.contains("disk is full"))
    #expect(sitting.text.contains("a holiday"))
    sitting.isDiskFull = false
    sitting.press(.enter)
    #expect(sitting.office.noticeDeeds.count == 1)
  }

  @Test func `a notice to improve takes its period, checklist, ground and words`() {
    var sitting = sitting(TestSchool.price)
    sitting.type(lines: "t1\n3\nmon\nall\ntwo more sessions\none session a week at most\n")
    #expect(
      sitting.office.noticeDeeds == [
        .improve(
          ImproveOrder(
            pupil: Pupil.ID(4), parent: 1, weeks: 3, from: TestSchool.tuesday.adding(days: 6),
            holds: ["all"], early: "two more sessions", words: "one session a week at most"))
      ])
    #expect(sitting.text.contains("It is done."))
  }

  @Test func `a contract takes targets, parties and a review, and ^S leaves the rest empty`() {
    var sitting = sitting(TestSchool.price)
    sitting.type(lines: "a195%; no lates\nMrs Davies, the school\n+20^S")
    var order = AgreementOrder(
      pupil: Pupil.ID(4), kind: .contract, targets: ["95%", "no lates"],
      parties: ["Mrs Davies", "the school"])
    order.review = TestSchool.tuesday.adding(days: 28)
    #expect(sitting.office.noticeDeeds == [.agree(order)])
  }

  @Test(arguments: [
    ("a\n^S", "say what it is"), ("a1\n^S", "An agreement has a target"),
    ("a6half days\n^S", "A part-time timetable is for a time; type its last day"),
    ("t1\nthree\n^S", "Type for how many weeks of school, as a number"),
    ("t1\n3\n\n\n^S", "Say which points the letter holds"),
  ])
  func `what is missing in a form is said at its field, and nothing is sent`(
    keys: String, words: String
  ) {
    var sitting = sitting(TestSchool.price)
    sitting.type(lines: keys)
    #expect(sitting.text.lowercased().contains(words.lowercased()))
    #expect(sitting.office.noticeDeeds.isEmpty)
  }

  @Test func `a notice on another ground says on which`() {
    var sitting = sitting()
    sitting.type(lines: "o2\nmon\n\n\n\nseen in town^S")
    #expect(sitting.text.contains("Say when the line was met, the ground, or the day"))
    #expect(sitting.office.noticeDeeds.isEmpty)
    sitting.type(lines: "fri^S")
    var order = NoticeOrder(
      pupil: Pupil.ID(4), parent: 2, checked: TestSchool.tuesday.adding(days: -1),
      words: "seen in town")
    order.met = TestSchool.tuesday.adding(days: -4)
    #expect(sitting.office.noticeDeeds == [.issue(order)])
  }

  /// A contract that waits for one of its parties.
  private var contract: DayBook {
    DayBook([
      DayLine(
        id: DayLine.ID(70), by: Person(TestSchool.price),
        at: Instant(TestSchool.tuesday.adding(days: -8), TimeOfDay(minutes: 600)),
        pupil: Pupil.ID(4), date: TestSchool.tuesday.adding(days: -8),
        matter: .casework(
          .agreement(
            Agreement(
              .contract, from: TestSchool.tuesday.adding(days: -8),
              review: TestSchool.tuesday.adding(days: 20), targets: ["95%"],
              parties: ["Mrs Davies"]))))
    ])
  }

  @Test func `what is on record is listed, and r says what became of it`() {
    var sitting = sitting(TestSchool.price)
    sitting.office.book = contract
    sitting.type(.changedElsewhere)
    sitting.press(.end)
    #expect(sitting.text.contains("Attendance contract from 6 Oct, review 3 Nov: running"))
    #expect(sitting.text.contains("still to sign: Mrs Davies"))
    sitting.type(lines: "r1\n1^S")
    sitting.type(lines: "r2all kept to it\n\n\n^S")
    #expect(
      sitting.office.noticeDeeds == [
        .outcome(
          OutcomeOrder(
            pupil: Pupil.ID(4), line: DayLine.ID(70),
            outcome: CaseOutcome(.signed, by: "Mrs Davies"), words: "")),
        .outcome(
          OutcomeOrder(
            pupil: Pupil.ID(4), line: DayLine.ID(70), outcome: CaseOutcome(.met),
            words: "all kept to it")),
      ])
  }

  @Test func `a form half typed is there after a kill, and goes once saved`() {
    var sitting = sitting(TestSchool.price)
    sitting.type(lines: "t1\n3\nmon\nall\ntwo mo")
    sitting.startAgain()
    #expect(
      sitting.text.contains("Half typed and kept from before: Davies, Dafydd: notice to improve"))
    sitting.type("nt")
    #expect(sitting.text.contains("two mo"))
    #expect(sitting.forms[TestSchool.price.login]?.keys.contains("notice improve 4") == true)
    sitting.type(lines: "re\nless than one a week^S")
    #expect(sitting.office.noticeDeeds.count == 1)
    #expect(sitting.forms[TestSchool.price.login]?.isEmpty == true)
  }
}
