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
    #expect(sitting.text.contains("What was typed is kept while this sheet is open; i goes on."))
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
}
