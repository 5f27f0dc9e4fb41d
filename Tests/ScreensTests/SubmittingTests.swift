import Attendance
import Policies
import Screens
import Terminal
import Testing

@Suite struct SubmittingTests {
  @Test func `a second ^S does not answer the blank question; N does`() {
    var sitting = Sitting()
    sitting.type("=^Z5N^S^S^S")
    #expect(sitting.acts.isEmpty)
    #expect(sitting.text.contains("Press N to submit the blanks as N"))
    sitting.type("N")
    #expect(sitting.acts.first?.marks.filter { $0.code == "N" }.count == 30)
  }

  @Test func `at the blank question a letter marks nobody, Esc and = go on`() {
    var sitting = Sitting()
    sitting.type("5N^SL")
    #expect(sitting.draft.marks.count == 1)
    sitting.press(.escape)
    #expect(sitting.text.contains("Nothing was submitted; the draft is kept."))
    sitting.type("^S=")
    #expect(sitting.draft.marks.count == 30)
  }

  @Test func `the expected absent are named before and after (U4)`() {
    var sitting = Sitting(rows: Scene.expected)
    #expect(sitting.text.contains("2 expected absent: Chloe, Grace."))
    sitting.type("=")
    #expect(sitting.text.contains("2 expected absent: Chloe, Grace."))
    sitting.type("^S")
    #expect(sitting.text.contains("2 expected absent: Chloe, Grace."))
    let marks = sitting.acts.first?.marks ?? []
    #expect(marks.filter { $0.how == .planned }.map(\.code) == ["I", "C", "V"])
  }

  @Test func `one key marks a planned child who is in after all, before and after submitting (U4)`()
  {
    var before = Sitting(rows: Scene.expected)
    before.type("3 ")
    #expect(before.text.contains("not planned I, both are kept"))
    before.type("=^S")
    #expect(before.acts.first?.marks.last { $0.pupil.number == 3 }?.how == .marked)
    var after = Sitting(rows: Scene.expected)
    after.type("=^S3 ^S")
    #expect(after.acts.count == 2)
    #expect(after.acts.last?.marks.map(\.code) == ["/"])
    #expect(after.acts.last?.kind == .amended)
  }

  @Test func `a submitted mark is changed for a typed reason only`() {
    var sitting = Sitting()
    sitting.type("=^S1N")
    #expect(sitting.text.contains("Why is it changed?"))
    sitting.press(.enter)
    #expect(sitting.draft.isEmpty)
    sitting.type("left at once")
    sitting.press(.enter)
    #expect(sitting.draft[Pupil.ID(1)]?.reason == "left at once")
    #expect(sitting.text.contains("1 change not sent"))
    sitting.type("^S")
    #expect(sitting.acts.last?.marks.map(\.reason) == ["left at once"])
  }

  @Test func `nothing is shown as submitted before the disk has said so`() {
    var sitting = Sitting()
    sitting.type("=")
    let effects = sitting.shell.handle(.key(.control("s")), now: sitting.now)
    guard case .submit = effects.first else {
      Issue.record("no submit among \(effects)")
      return
    }
    let lines = sitting.picture().lines
    #expect(lines[0].contains("[OPEN] draft saved"))
    #expect(!lines.joined().contains("SUBMITTED"))
    _ = sitting.shell.handle(
      .answer(.notSubmitted(TestSchool.key, why: "the disk is full")), now: sitting.now)
    #expect(sitting.text.contains("Not submitted: the disk is full."))
  }

  @Test func `taken late, it asks once at what time they were seen (U10)`() {
    var sitting = Sitting(at: "09:41")
    sitting.type("5N=^S")
    #expect(sitting.text.contains("As seen at what time?"))
    sitting.type("10:30")
    sitting.press(.enter)
    #expect(sitting.text.contains("10:30 is still to come"))
    for _ in 0..<5 { sitting.press(.backspace) }
    sitting.type("08:40")
    sitting.press(.enter)
    #expect(
      sitting.acts.first?.observer
        == Observation(by: "Mr Owen", at: TestSchool.at("08:40")))
    #expect(sitting.acts.first?.at == TestSchool.at("09:41"))
  }

  @Test func `marks that are not on disk are underlined, named, tried again and not left behind`() {
    var sitting = Sitting()
    sitting.isDiskFull = true
    sitting.type("5N11L18N")
    #expect(sitting.picture().lines[0].contains("[NOT SAVED] disk full - 3 marks only here"))
    #expect(sitting.picture().styleLines.joined().filter { $0 == "d" }.count == 3)
    #expect(sitting.bells == 1)
    #expect(sitting.shell.retryAfter == 5)
    sitting.type("=^S")
    #expect(sitting.acts.isEmpty)
    sitting.press(.escape)
    #expect(sitting.text.contains("this screen stays until they are kept"))
    sitting.type("^Q")
    #expect(!sitting.hasLeft)
    sitting.press(.escape)
    sitting.isDiskFull = false
    sitting.type(.retry)
    #expect(sitting.draft.marks.count == 30)
    #expect(sitting.shell.retryAfter == nil)
    #expect(sitting.text.contains("Saved: 30 marks that stood only here are on disk now."))
    sitting.type("^Q")
    #expect(sitting.hasLeft)
  }

  @Test func `a note on a closed register is left only when it has been kept`() {
    let taken = TestSchool.submission(by: TestSchool.owen, at: TestSchool.at("08:52"))
    let rows = TestSchool.form.map {
      TestSchool.row(
        $0.pupil,
        standing: TestSchool.standing(
          $0.pupil, "/", by: TestSchool.owen, at: taken.at, id: $0.pupil.id.number))
    }
    var kept = Sitting(rows: rows, at: "09:41", taken: taken)
    kept.type("5;left early")
    kept.press(.enter)
    #expect(kept.text.contains("The note lies before the office."))
    #expect(kept.effects.contains(.leaveNote(TestSchool.key, Pupil.ID(5), "left early")))
    var lost = Sitting(rows: rows, at: "09:41", taken: taken)
    lost.keepsNotes = false
    lost.type("5;left early")
    lost.press(.enter)
    #expect(lost.text.contains("The note was not left: nothing keeps notes yet."))
  }

  @Test(arguments: [TestSchool.price, TestSchool.khan])
  func `who may not take it can look and is told whom to ask`(staff: Staff) {
    var sitting = Sitting(staff)
    #expect(sitting.text.contains("may") && sitting.text.contains("ask the"))
    sitting.type("5N =^S")
    #expect(sitting.draft.isEmpty)
    #expect(sitting.acts.isEmpty)
    #expect(!sitting.text.contains("N not here"))
  }

  @Test func `undoing all gives the first draft, redoing all the last`() {
    var random = Dice(seed: 7)
    for _ in 0..<60 {
      var sitting = Sitting(TestSchool.hall, rows: Scene.expected)
      let first = sitting.draft
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let row = Int.random(in: 1...30, using: &random)
        sitting.type("\(row)" + (["N", "L", "I", " ", "="].randomElement(using: &random) ?? "="))
        if Int.random(in: 0..<4, using: &random) == 0 { sitting.press(.backspace) }
      }
      let last = sitting.draft
      for _ in 0..<100 { sitting.type("^Z") }
      #expect(sitting.draft == first)
      for _ in 0..<100 { sitting.type("^Y") }
      #expect(sitting.draft == last)
    }
  }
}
