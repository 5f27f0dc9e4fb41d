import Attendance
import Screens
import Terminal
import Testing

/// Amending on the screens: the original beside the new, a reason, one key that takes it back.
@Suite struct AmendScreenTests {
  private func deeds(_ sitting: Sitting) -> [AmendDeed] {
    sitting.effects.compactMap { if case .amend(let deed) = $0 { deed } else { nil } }
  }

  @Test func `a mark is amended from its register, with a reason chosen by number`() {
    var sitting = Scene.sittingAmending
    #expect(sitting.text.contains("On record: / by Mr Owen (Form tutor)"))
    sitting.type("i")
    for _ in 0..<4 { sitting.press(.enter) }
    #expect(deeds(sitting).isEmpty)
    #expect(sitting.text.contains("Type why it is changed, or choose: 1 mother rang, 2 wrong row"))
    sitting.type("1")
    sitting.press(.enter)
    guard case .keep(let act)? = deeds(sitting).last else {
      Issue.record("nothing was kept")
      return
    }
    #expect(act.kind == .amended && act.onlyAsSeen)
    #expect(act.marks.map(\.code) == ["I"] && act.marks.map(\.reason) == ["mother rang"])
    #expect(sitting.text.contains("both marks stay in the history. ^Z takes it back"))
    sitting.type("^Z")
    #expect(deeds(sitting).last == .undo(Submission.ID(9)))
    #expect(sitting.text.contains("Taken back"))
    sitting.press(.escape)
    #expect(sitting.text.contains("REGISTER 8B"))
  }

  @Test func `rows selected are amended as one act, after their count was said`() {
    var sitting = Scene.sittingTaken
    sitting.type("1+++@")
    #expect(sitting.text.contains("AMEND  3 marks"))
    sitting.type("o")
    for _ in 0..<3 { sitting.press(.enter) }
    sitting.type("all")
    sitting.press(.enter)
    sitting.type("bug")
    sitting.press(.enter)
    #expect(deeds(sitting).isEmpty)
    #expect(sitting.text.contains("Set 3 marks in 1 register to O? Enter once more keeps it."))
    sitting.press(.enter)
    guard case .keep(let act)? = deeds(sitting).last else {
      Issue.record("nothing was kept")
      return
    }
    #expect(act.marks.map(\.pupil.number) == [1, 2, 3])
  }

  @Test func `many touch blanks only, and say so where there is none`() {
    var sitting = Scene.sittingTaken
    sitting.type("1++@o")
    for _ in 0..<4 { sitting.press(.enter) }
    sitting.type("bug")
    sitting.press(.enter)
    #expect(deeds(sitting).isEmpty)
    #expect(sitting.text.contains("Nothing would change: nothing; 2 marked are left"))
  }

  @Test func `a mark changed meanwhile is told, shown again and asked again`() {
    var sitting = Scene.sittingAmending
    sitting.type(.answer(.amending(.changed("Another desk was first."))))
    #expect(sitting.text.contains("Another desk was first. It is shown as it is now"))
    #expect(sitting.effects.contains(.bell))
  }

  @Test func `sessions of a year are selected from one to another`() {
    var sitting = Scene.sittingTaken
    sitting.type("4")
    sitting.press(.enter)
    sitting.press(.left)
    sitting.type("+")
    sitting.press(.down)
    sitting.type("@")
    #expect(sitting.text.contains("AMEND  2 marks"))
  }

  @Test func `a registration is withdrawn by its name in the palette, after what it does was said`()
  {
    var sitting = Scene.sittingWithdrawing
    #expect(sitting.text.contains("was taken 08:52 by Mr Owen (Form tutor)"))
    sitting.type("wrong class")
    sitting.press(.enter)
    sitting.press(.enter)
    #expect(sitting.text.contains("5 marks of 8B are taken back"))
    let key = RegisterKey("8B", at: TestSchool.morning)
    #expect(
      deeds(sitting) == [.withdraw(key, because: "wrong class", to: nil, isTrial: true)])
    sitting.press(.enter)
    #expect(
      deeds(sitting).last == .withdraw(key, because: "wrong class", to: nil, isTrial: false))
    #expect(sitting.text.contains("Withdrawn: 8B is not taken."))
  }

  @Test func `a tutor of another form is refused in words, by key and by palette`() {
    var sitting = Sitting(
      TestSchool.khan, rows: Scene.rowsTaken, at: "08:55", taken: Scene.takenByTutor)
    sitting.type("1@")
    #expect(deeds(sitting).isEmpty)
    #expect(!sitting.text.contains("AMEND"))
    sitting.type(":withdraw this")
    sitting.press(.enter)
    #expect(deeds(sitting).isEmpty)
    #expect(!sitting.text.contains("WITHDRAW  8B"))
  }
}
