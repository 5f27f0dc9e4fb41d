import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// The form of a message: what cannot be is refused at its field, and nothing typed is lost.
@Suite struct CallFormTests {
  private let rees = TestSchool.form[17].pupil

  @Test(arguments: [
    ("nrees\n\nx\nqq\n", CallField.code, "'QQ' is no attendance code"),
    ("nrees\n\nx\nx\n", .code, "only for pupils outside compulsory school age"),
    ("nrees\n\nx\nl\n", .code, "which nobody knows beforehand"),
    ("nrees\n\nx\ni\n+2\n1 Oct\n", .last, "the end lies before the start"),
    ("nrees\n\nx\ni\nsoon\n", .first, "'soon' is no day; type 23 Mar"),
    ("nrees\n\nx\ni\n\n30 Oct\n", .last, "is not on roll on 2025-10-30"),
    ("nrees\n\nx\nm\n\n\n25:70\n", .out, "'25:70' is no time; type it like 10:30"),
    ("nrees\n\nx\nm\n\n\n03:00\n", .out, "03:00 is not in the school day"),
    ("nrees\n\nx\nm\n\n\n10:30\n10:10\n", .back, "the end lies before the start"),
    ("nnobody\n", .pupil, "Nobody else on roll is called 'nobody'"),
  ])
  func `what cannot be is refused at its field`(keys: String, field: CallField, words: String) {
    var sitting = Sitting.calls()
    sitting.office.leaves = SchoolDate("2025-10-24")
    sitting.type(lines: keys)
    #expect(sitting.callForm?.focus == field)
    #expect(sitting.text.lowercased().contains(words.lowercased()), "\(sitting.text)")
    let bells = sitting.bells
    sitting.type("^S")
    #expect(sitting.bells == bells + 1)
    #expect(sitting.callForm?.focus == field)
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `a code that is not the role's is refused, and the call kept without it`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n\nflu\n")
    // A school's own policy may let a role log calls that may not mark with every code.
    sitting.shell.desk.permissions = TestSchool.policy.permissions(of: "family_liaison")
    sitting.type(lines: "i\n")
    #expect(sitting.text.contains("Code I is not for the role of"))
    sitting.type("-^S")
    #expect(sitting.office.acts.count == 1)
    #expect(sitting.officeLines.last?.matter == .concerns)
  }

  @Test func `a call without words, and an absence of nobody, are not kept`() {
    var sitting = Sitting.calls()
    sitting.type("n^S")
    #expect(sitting.text.contains("Type the words as they were said."))
    sitting.type("x")
    sitting.press(.enter)
    sitting.type("i^S")
    #expect(sitting.text.contains("An absence needs its pupil"))
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `who may not log calls is told so`() {
    var sitting = Sitting(TestSchool.owen, opens: false)
    sitting.press(.escape)
    sitting.type("n")
    #expect(sitting.text.contains("may not log parents' calls"))
  }

  @Test func `a full disk keeps all that was typed and says why`() {
    var sitting = Sitting.calls()
    sitting.isDiskFull = true
    sitting.type(lines: "nrees\n\nflu\ni")
    var before = sitting.callForm
    sitting.type("^S")
    before?.saving = sitting.now
    #expect(sitting.text.contains("Not kept: the disk is full"))
    #expect(sitting.callForm == before)
    sitting.isDiskFull = false
    sitting.type("^S")
    #expect(sitting.office.acts.count == 1)
  }

  @Test func `Esc keeps the draft, and it comes back on return`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n\nflu si")
    let before = sitting.callForm
    sitting.press(.escape)
    #expect(sitting.text.contains("The draft is kept; n goes on."))
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("THIS MORNING"))
    sitting.type("n")
    #expect(sitting.callForm == before)
    sitting.type("nce Monday^S")
    #expect(sitting.officeLines.first?.words == "flu since Monday")
    sitting.type("n")
    #expect(sitting.callForm?.isEmpty == true)
  }

  @Test func `a half-typed message is there after a kill, with its pupils, and goes once saved`()
    throws
  {
    var sitting = Sitting.calls()
    sitting.press(.function(2))
    sitting.type("rhy")
    sitting.press(.enter)
    sitting.press(.enter)
    sitting.type("flu, till")
    sitting.startAgain()
    #expect(sitting.text.contains("A half-typed message is kept from before; n goes on"))
    sitting.press("n")
    let form = try #require(sitting.callForm)
    #expect(form.chosen.map(\.pupil.name.surname) == ["Rees"])
    #expect(form.text(.from) == "Mrs Rees, mother" && form.text(.words) == "flu, till")
    #expect(form.focus == .words)
    sitting.type(" Friday")
    sitting.press(.control("s"))
    #expect(sitting.officeLines.first?.words == "flu, till Friday")
    #expect(sitting.forms[TestSchool.hall.login]?.isEmpty == true)
    sitting.startAgain()
    #expect(!sitting.text.contains("half-typed"))
  }

  @Test func `a form that is being saved says so on disk before its act is kept`() throws {
    var sitting = Sitting.calls()
    sitting.press(.function(2))
    sitting.type(lines: "\n\nflu")
    sitting.forgetEffects()
    sitting.press(.control("s"))
    let saved = sitting.effects.compactMap { effect -> String? in
      switch effect {
      case .keepForm(let form): "form \(form.savedAt.map { "\($0.time)" } ?? "gone")"
      case .keep(let act): "act \(act.at.time)"
      default: nil
      }
    }
    #expect(saved == ["form 09:20", "act 09:20", "form gone"])
  }

  @Test func `a form that cannot be put on disk says so at once`() {
    var sitting = Sitting.calls()
    sitting.press(.function(2))
    sitting.isDiskFull = true
    sitting.press("r")
    #expect(sitting.text.contains("What is typed here is not on disk (disk full)"))
  }

  @Test func `a draft is nobody else's after signing out, and its person's own on return`() {
    var sitting = Sitting(TestSchool.hall, at: "09:20", practice: true, opens: false)
    sitting.type(.pasted(TestSchool.hall.name))
    sitting.press(.enter)
    sitting.type("nx")
    sitting.press(.escape)
    for (name, typed) in [("admin", ""), (TestSchool.hall.name, "x")] {
      sitting.press(.escape)
      sitting.type(":sign out")
      sitting.press(.enter)
      sitting.type(.pasted(name))
      sitting.press(.enter)
      if sitting.callForm == nil { sitting.type("m") }
      sitting.type("n")
      #expect(sitting.callForm?[.pupil].text == typed, "\(name):\n\(sitting.text)")
      sitting.press(.escape)
    }
  }

  @Test func `another desk's call comes into the list and leaves the field alone`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n\nflu si")
    let before = sitting.callForm
    sitting.office.book = TestOffice.calls
    sitting.type(.changedElsewhere)
    #expect(sitting.callForm == before)
    #expect(sitting.text.contains("Unlinked 1  Call back 1"))
    #expect(sitting.text.contains("vomiting"))
  }

  @Test func `a message that another desk links meanwhile is not linked twice`() {
    var sitting = Sitting.calls(book: TestOffice.calls)
    sitting.type("n")
    sitting.press(.escape)
    for _ in 0..<3 { sitting.press(.down) }
    sitting.type("umills")
    sitting.press(.enter)
    sitting.office.book = DayBook(
      TestOffice.calls.lines + [
        DayLine(
          id: DayLine.ID(9), by: Person(TestSchool.price), at: TestSchool.at("09:21"),
          pupil: rees.id, date: TestSchool.tuesday, about: DayLine.ID(7), matter: .concerns)
      ])
    sitting.type(.changedElsewhere)
    sitting.type("^S")
    #expect(sitting.text.contains("another desk has linked this message"))
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `a paste goes into the field as text`() {
    var sitting = Sitting.calls()
    sitting.type("n")
    sitting.press(.tab)
    sitting.press(.tab)
    sitting.type(.pasted("ill\nsince Sunday\u{13}"))
    #expect(sitting.callForm?.text(.words) == "ill since Sunday")
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `a quotation mark repeats the field of the last record, and else is text`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n1flu\ni")
    sitting.type("^Sn\"")
    #expect(sitting.callForm?.chosen.map(\.pupil.id) == [rees.id])
    sitting.type(lines: "1\"")
    #expect(sitting.callForm?.text(.words) == "flu")
    sitting.type("\"")
    #expect(sitting.callForm?.text(.words) == "flu\"")
  }
}
