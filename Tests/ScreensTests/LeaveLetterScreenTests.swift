import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// The letter of a request on the screen: looked at, turned to another contact, made.
@Suite struct LeaveLetterScreenTests {
  private func sitting(refused: Bool = true, size: Size = Size(rows: 24, columns: 80)) -> Sitting {
    var sitting = Sitting(
      TestSchool.hall, at: "09:20", size: size, opens: false, showsMorning: true)
    sitting.office.book = TestOffice.leave
    sitting.type("v")
    guard refused else { return sitting }
    sitting.type("xnot exceptional")
    sitting.press(.enter)
    return sitting
  }

  private func papers(_ sitting: Sitting) -> [ProposedLine] {
    sitting.office.acts.flatMap(\.lines).filter {
      if case .paper = $0.matter { true } else { false }
    }
  }

  @Test func `v shows the letter of the decision, and Enter writes and notes it`() {
    var sitting = sitting()
    #expect(sitting.text.contains("v shows it"))
    sitting.type("v")
    #expect(sitting.text.contains("Leave refused to Mrs Ellis"))
    #expect(sitting.text.contains("Dear Mrs Ellis,") && sitting.text.contains("2 Mr Ellis"))
    #expect(papers(sitting).isEmpty)
    sitting.press(.enter)
    #expect(papers(sitting).map(\.matter) == [.paper(Paper("leave-refusal", to: "Mrs Ellis"))])
    #expect(papers(sitting).map(\.about) == [.kept(DayLine.ID(1))])
    #expect(sitting.text.contains("lists/leave-refusal.txt"))
    sitting.press(.up)
    #expect(sitting.text.contains("leave-refusal made for Mrs Ellis 14 Oct by"))
  }

  @Test func `a digit turns it to another contact, and Tab to the letter after the return`() {
    var sitting = sitting()
    sitting.type("v2")
    #expect(sitting.text.contains("Dear Mr Ellis,"))
    sitting.press(.tab)
    #expect(sitting.text.contains("After a holiday without leave to Mr Ellis"))
    sitting.type("7")
    #expect(sitting.text.contains("There is no contact 7"))
    sitting.press(.escape)
    #expect(sitting.text.contains("No letter was made") && papers(sitting).isEmpty)
  }

  @Test func `a letter longer than the screen is read to its end`() {
    var sitting = sitting(size: Size(rows: 14, columns: 40))
    sitting.type("v")
    #expect(!sitting.text.contains("Line 20."))
    sitting.press(.end)
    #expect(sitting.text.contains("Line 20.") && !sitting.text.contains("Dear"))
    sitting.press(.home)
    #expect(sitting.text.contains("Dear"))
  }

  @Test func `what is not decided has no letter, and a full disk says so`() {
    var waiting = sitting(refused: false)
    waiting.type("v")
    #expect(waiting.text.contains("Request 1 is not decided yet; grant or refuse it first"))
    var full = sitting()
    full.type("v")
    full.isDiskFull = true
    full.press(.enter)
    #expect(full.text.contains("The disk is full") && papers(full).isEmpty)
  }

  @Test(arguments: [
    ("Mrs Ellis", [Contact.Permission.yes, .yes], "Mrs Ellis"),
    ("mr ellis", [.yes, .yes], "Mr Ellis"), ("Mr Ellis", [.yes], "Mrs Ellis"),
    ("A stranger", [.yes, .yes], "Mr Ellis"),
  ])
  func `a letter is for whoever asked where they may be told, else for one with responsibility`(
    asker: String, permitted: [Contact.Permission], name: String
  ) {
    var contacts = [
      Contact(pupil: Pupil.ID(1), priority: 1, name: "Mrs Ellis"),
      Contact(pupil: Pupil.ID(1), priority: 2, name: "Mr Ellis", parentalResponsibility: true),
    ]
    contacts.removeLast(2 - permitted.count)
    let request = LeaveRequest(
      from: TestSchool.morning, through: TestSchool.morning, purpose: "a holiday", asker: asker,
      received: TestSchool.tuesday)
    #expect(LeaveLetter.addressee(of: request, among: contacts)?.name == name)
  }
}
