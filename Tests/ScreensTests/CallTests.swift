import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// Messages in: a list and a form, a call in few keys, and nothing typed ever lost.
@Suite struct CallTests {
  private let rees = TestSchool.form[17].pupil

  @Test func `the usual call costs nine keys besides the words`() {
    var sitting = Sitting.calls()
    var keys: [Key] = [.function(2), "r", "h", "y", .enter, .enter]
    for key in keys { sitting.press(key) }
    sitting.type("flu")
    let rest: [Key] = [.enter, "I", .control("s")]
    for key in rest { sitting.press(key) }
    keys += rest
    #expect(keys.count == 9)
    let today = Session(TestSchool.tuesday, .pm)
    #expect(
      sitting.officeLines == [
        ProposedLine(
          pupil: nil, date: TestSchool.tuesday,
          matter: .message(
            Message(
              caller: "Mrs Rees", relationship: "mother", heard: TestSchool.time("09:20"))),
          words: "flu"),
        ProposedLine(
          pupil: rees.id, date: TestSchool.tuesday, about: .ofThisAct(0),
          matter: .absence(
            KnownAbsence(
              from: TestSchool.morning, through: today, code: "I", source: .report))),
      ])
    #expect(sitting.office.acts.first?.marks.map(\.code) == ["I"])
    #expect(sitting.office.acts.first?.marks.map(\.reason) == ["message from mother: flu"])
    #expect(
      sitting.text.contains("Logged 09:20, Rees, Rhys: 1 N amended to I; prefills today PM."))
    #expect(sitting.picture().lines[2].hasPrefix("> 09:20  Rees, Rhys"))
  }

  @Test func `every field is kept as it was typed`() {
    var sitting = Sitting.calls(standing: "")
    sitting.type(lines: "nrees\n2dentist in Coalville\nm\nmon\n+1 am\n10:30\n11.45\n3y\n01530 9\n")
    sitting.type("^S")
    let monday = TestSchool.tuesday.adding(days: 6)
    #expect(
      sitting.officeLines.map(\.matter) == [
        .message(
          Message(
            caller: "Mr Rees", relationship: "father", channel: .email, telephone: "01530 9",
            wantsCall: true, heard: TestSchool.time("09:20"))),
        .absence(
          KnownAbsence(
            from: Session(monday, .am), through: Session(monday.adding(days: 1), .am), code: "M",
            source: .report, out: TestSchool.time("10:30"), back: TestSchool.time("11:45"))),
      ])
    #expect(sitting.text.contains("prefills Mon 20 Oct to Tue 21 Oct AM."))
    #expect(sitting.text.contains("Call back 1"))
  }

  @Test func `a code is never chosen silently, and a call without one changes no mark`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n\nhe is ill")
    sitting.type("^S")
    #expect(sitting.office.acts.first?.marks == [])
    #expect(sitting.officeLines.last?.matter == .concerns)
    #expect(sitting.text.contains("no code, so no mark changes"))
  }

  @Test func `what matters is said before a code is chosen`() {
    var sitting = Sitting.calls()
    sitting.office.concerns = ["social worker"]
    sitting.office.daysAbsent = 3
    sitting.office.plans = [TestSchool.plan(rees, "M")]
    sitting.type(lines: "nrees\n\nflu\n")
    for words in [
      "Social worker.", "84.0% this year.", "Absent 3 days running.",
      "Planned already: M today AM.",
      "1 N on record, which a code amends.", "I Illness", "decide later",
    ] {
      #expect(sitting.text.contains(words), "\(words)")
    }
  }

  @Test(arguments: ["rees", "Rhys", "8b", "SIAN", "R8"])
  func `a pupil is found by name, form or UPN`(search: String) {
    var sitting = Sitting.calls()
    sitting.type("n" + search)
    let upn = search == "R8" ? rees.upn.text : nil
    if let upn {
      for _ in 0..<2 { sitting.press(.backspace) }
      sitting.type(.pasted(upn))
      #expect(sitting.text.contains("1 Rees, Rhys 8B"))
    } else {
      #expect(sitting.text.contains("1 "))
      #expect(!sitting.text.contains("Nobody"))
    }
  }

  @Test func `a UPN typed digit by digit chooses nobody before it is whole`() {
    var sitting = Sitting.calls()
    sitting.type("n")
    for character in rees.upn.text { sitting.type(String(character)) }
    #expect(sitting.text.contains("1 Rees, Rhys 8B"))
    #expect(sitting.text.contains("[" + rees.upn.text))
  }

  @Test func `look-alikes are told apart by their birthday, and a digit takes one`() {
    var sitting = Sitting.calls(rows: Scene.lookAlikes)
    sitting.type("nsmith")
    #expect(sitting.text.contains("1 Smith, Amy 8B born 1 Jun   2 Smith, Amy 8B born 21 Aug"))
    sitting.type("2")
    #expect(sitting.callForm?.chosen.map(\.pupil.id) == [Pupil.ID(9)])
    #expect(sitting.callForm?.focus == .from)
  }

  @Test func `a message nobody can place is kept, and linked later with its words`() {
    var sitting = Sitting.calls()
    sitting.type("n")
    sitting.press(.tab)
    sitting.type(lines: "Smith\nmy lad is poorly")
    sitting.type("^S")
    #expect(sitting.text.contains("Logged 09:20, not linked; u links it to a pupil."))
    #expect(sitting.text.contains("Unlinked 1  Call back 0"))
    sitting.type("u")
    #expect(sitting.text.contains("my lad is poorly"))
    sitting.type(lines: "barnes\ni")
    sitting.type("^S")
    #expect(sitting.officeLines.last?.about == .kept(DayLine.ID(1)))
    #expect(sitting.officeLines.last?.pupil == TestSchool.form[1].pupil.id)
    #expect(
      sitting.office.acts.last?.marks.map(\.reason) == ["message from Smith: my lad is poorly"])
    #expect(sitting.text.contains("Unlinked 0"))
  }

  @Test func `one message speaks of two children, and each is amended`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n")
    sitting.press(.backTab)
    sitting.type(lines: "shah\nMrs Jones, neighbour\nboth are ill\ni")
    sitting.type("^S")
    #expect(sitting.office.acts.count == 1)
    #expect(sitting.office.acts[0].marks.map(\.pupil) == [rees.id, TestSchool.form[18].pupil.id])
    #expect(sitting.officeLines.first?.words == "both are ill")
    #expect(sitting.text.contains("Rees, Rhys and Shah, Si\u{E2}n: 2 N amended to I"))
  }

  @Test func `Bksp in the empty field takes the last pupil back`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n")
    sitting.press(.backTab)
    sitting.press(.backspace)
    #expect(sitting.callForm?.chosen == [])
  }

  @Test func `a contact who is barred is never offered`() {
    var sitting = Sitting.calls()
    sitting.office.contacts = ["Mr"]
    sitting.type(lines: "nrees\n")
    #expect(sitting.text.contains("1 Mr Rees, father"))
    #expect(!sitting.text.contains("Mrs Rees"))
  }

  @Test func `a message is dealt with, opened and linked from the list`() {
    var sitting = Sitting.calls(book: TestOffice.calls)
    sitting.type("n")
    sitting.press(.escape)
    sitting.type("d")
    #expect(sitting.text.contains("Choose a message that still waits."))
    sitting.type("u")
    #expect(sitting.text.contains("Choose a message that is not linked yet."))
    sitting.press(.down)
    sitting.press(.down)
    #expect(sitting.text.contains("Call back; Xu, Xin 8B: Ms Xu (aunt)"))
    sitting.type("d")
    #expect(sitting.officeLines.last?.about == .kept(DayLine.ID(5)))
    #expect(sitting.text.contains("Call back 0"))
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL"))
    sitting.press(.escape)
    sitting.press(.down)
    sitting.press(.enter)
    #expect(sitting.callForm?.linking?.id == DayLine.ID(7))
  }

  @Test func `Enter on a message of the morning opens it to be linked`() {
    var sitting = Sitting.calls(book: TestOffice.calls)
    sitting.office.morning = TestOffice.busy
    sitting.type(.changedElsewhere)
    for _ in 0..<5 { sitting.press(.down) }
    sitting.press(.enter)
    #expect(sitting.callForm?.linking?.id == DayLine.ID(7))
    sitting.press(.escape)
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("THIS MORNING"))
  }

  @Test(arguments: PictureTests.sizes)
  func `the field that is typed in is seen at every size`(size: Size) {
    var sitting = Sitting.calls(book: TestOffice.calls)
    sitting.type(.resized(size))
    sitting.type("n")
    for field in CallForm().fields {
      let canvas = sitting.picture()
      #expect(canvas[canvas.cursor.row, canvas.cursor.column].style.role == .focus, "\(field)")
      #expect(sitting.callForm?.focus == field)
      sitting.press(.tab)
    }
  }
}
