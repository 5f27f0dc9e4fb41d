import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// Letters about a pupil and the page for a meeting, by keys.
@Suite struct LettersScreenTests {
  private func champion(size: Size = Size(rows: 24, columns: 80)) -> Sitting {
    Sitting(TestSchool.price, at: "09:05", size: size, opens: false, showsMorning: true)
  }

  private func papers(_ sitting: Sitting) -> [DayLine.Matter] {
    sitting.office.acts.flatMap(\.lines).map(\.matter)
  }

  @Test func `l lists the letters, those that a flag leads to first, those made elsewhere last`() {
    var sitting = champion()
    sitting.office.leading = ["penalty-referral": ["Penalty notice threshold"]]
    sitting.type("l")
    let lines = sitting.picture().lines
    #expect(lines[0].hasPrefix(" LETTERS  Davies, Dafydd"))
    #expect(
      lines[2].hasPrefix("> form         Penalty notice referral, for Penalty notice threshold"))
    #expect(lines[3].contains("  letter       Attendance contract meeting"))
    #expect(sitting.text.contains("Leave granted (not here)"))
    sitting.press(.end)
    sitting.press(.enter)
    #expect(sitting.text.contains("belongs to a request for leave; make it there"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("FLAGS"))
  }

  @Test func `what a letter needs is asked for, day and time read as people say them`() {
    var sitting = champion()
    sitting.type("l")
    sitting.press(.enter)
    #expect(sitting.text.contains("1 of 3. The day of the meeting? Like 3 Dec or thu."))
    sitting.press(.enter)
    #expect(sitting.text.contains("The letter needs it: the day of the meeting."))
    sitting.type(lines: "someday\n")
    #expect(sitting.text.contains("'someday' is no day; type 3 Dec, thu, +5 or 2026-12-03."))
    for _ in 0..<7 { sitting.press(.backspace) }
    sitting.type(lines: "thu\n1400\n\n")
    #expect(
      sitting.text.contains("meeting_date 2025-10-16.") && sitting.text.contains("14:00"),
      "\(sitting.text)")
    #expect(papers(sitting).isEmpty)
    sitting.press(.enter)
    #expect(papers(sitting) == [.paper(Paper("contract-meeting", to: "Mrs Davies"))])
    #expect(sitting.text.contains("lists/contract-meeting.txt in the school's folder, and noted"))
  }

  @Test func `Esc keeps what was given, and Tab goes back to it`() {
    var sitting = champion()
    sitting.type(lines: "l\nthu\n")
    sitting.press(.escape)
    #expect(sitting.text.contains("what was given for it is kept here"))
    sitting.press(.enter)
    #expect(sitting.text.contains("2 of 3") || sitting.text.contains("2025-10-16"))
    sitting.press(.tab)
    #expect(sitting.text.contains("1 of 3") && sitting.text.contains("2025-10-16"))
  }

  @Test func `a second letter of the day says so, and another contact has their own`() {
    var sitting = champion()
    sitting.type("l")
    for _ in 0..<2 {
      for _ in 0..<4 { sitting.press(.down) }
      sitting.press(.home)
      sitting.press(.down)
      sitting.press(.enter)
      sitting.press(.enter)
    }
    #expect(papers(sitting).count == 2)
    sitting.press(.enter)
    #expect(sitting.text.contains("Made today already; Enter makes another."))
    sitting.type("2")
    #expect(sitting.text.contains("Dear Mr Davies,"))
    #expect(!sitting.text.contains("Made today already"))
    sitting.type("7")
    #expect(sitting.text.contains("There is no contact 7"))
  }

  @Test func `what the register bars is said at the list`() {
    var sitting = champion()
    sitting.type("l")
    sitting.press(.down)
    sitting.press(.down)
    sitting.press(.enter)
    #expect(sitting.text.contains("No notice rests on N"))
    #expect(sitting.picture().lines[0].contains("LETTERS"))
  }

  @Test func `a full disk says so and leaves the letter as it was`() {
    var sitting = champion()
    sitting.type(lines: "l\nthu\n1400\n\n")
    sitting.isDiskFull = true
    sitting.press(.enter)
    #expect(sitting.text.contains("The disk is full") && papers(sitting).isEmpty)
    sitting.isDiskFull = false
    sitting.press(.enter)
    #expect(papers(sitting).count == 1)
  }

  @Test func `moment 8: how many days left is one key from the pupil's page, two from the flags`() {
    var sitting = champion()
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL  Davies, Dafydd"))
    sitting.type("p")
    #expect(sitting.picture().lines[0].contains("FOR THE PARENT MEETING  Davies, Dafydd"))
    let page = TestOffice.page(of: TestSchool.form[3].pupil)
    let text = sitting.text
    for sentence in page.parts[0].sentences {
      #expect(text.contains(sentence.prefix(60)), "\(sentence)")
    }
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("PUPIL  Davies, Dafydd"))
  }

  @Test func `what was agreed is typed, stands on the page, and is printed with it`() {
    var sitting = champion()
    sitting.type(lines: "paShe rings by 8.\n")
    #expect(sitting.text.contains("It stands on the page; p prints it."))
    sitting.press(.end)
    #expect(sitting.text.contains("What was agreed") && sitting.text.contains("She rings by 8."))
    sitting.type("p")
    #expect(sitting.office.pages.map(\.agreed) == [["She rings by 8."]])
    #expect(sitting.text.contains("lists/parent-page.txt"))
  }

  @Test func `a tutor says the figures of the own form, and makes no letter`() {
    var sitting = Sitting(TestSchool.owen)
    sitting.press(.enter)
    sitting.type("l")
    #expect(sitting.text.contains("may not send letters and texts"))
    sitting.type("p")
    #expect(sitting.picture().lines[0].contains("FOR THE PARENT MEETING"))
  }
}
