import Attendance
@testable import Screens
import Terminal
import Testing

/// A screen that nobody sits before: covered, and its drafts kept.
@Suite struct LockTests {
  private func locked(_ keys: String = "5N") -> Sitting {
    var sitting = Sitting()
    sitting.type(keys)
    sitting.type(.idle)
    return sitting
  }

  @Test func `after the school's idle time the screen shows the school and nobody's name but one`()
  {
    var sitting = Sitting()
    sitting.type("5N")
    #expect(sitting.shell.locksAt == sitting.now.adding(seconds: 600))
    sitting.type(.idle)
    #expect(sitting.shell.locksAt == nil)
    let text = sitting.text
    #expect(sitting.picture().lines[0].contains("LOCKED"))
    #expect(text.contains("Locked since 08:40 by \(TestSchool.owen.name)."))
    for row in TestSchool.form { #expect(!text.contains(row.pupil.name.surname)) }
  }

  @Test func `no key marks anybody while it is locked, and no other desk's news uncovers it`() {
    var sitting = locked()
    let draft = sitting.draft
    sitting.type("5L=^S")
    sitting.type(.changedElsewhere)
    sitting.type(.boundary)
    sitting.type(.pasted("NNNN"))
    #expect(sitting.draft == draft)
    #expect(sitting.acts.isEmpty)
    #expect(sitting.shell.isLocked)
    #expect(sitting.picture().lines[0].contains("LOCKED"))
  }

  @Test func `whoever locked it goes on where they were`() {
    var sitting = Sitting()
    sitting.type("5N")
    let before = sitting.picture()
    sitting.type("^X")
    #expect(sitting.shell.isLocked)
    sitting.type("secret")
    sitting.press(.enter)
    #expect(!sitting.shell.isLocked)
    #expect(sitting.picture().lines[0] == before.lines[0])
    #expect(sitting.text.contains("Row 5"))
    #expect(sitting.draft.marks.count == 1)
  }

  @Test func `somebody else takes the desk over, and the draft stays the first one's`() {
    var sitting = locked()
    sitting.press(.escape)
    sitting.type("hall")
    sitting.press(.enter)
    sitting.type("secret")
    sitting.press(.enter)
    #expect(!sitting.shell.isLocked)
    #expect(sitting.shell.desk.staff == TestSchool.hall)
    #expect(sitting.draft.marks.count == 1)
    #expect(!sitting.text.contains("LOCKED"))
  }

  @Test func `marks that are on no disk keep everybody else out, and the program open`() {
    var sitting = Sitting()
    sitting.isDiskFull = true
    sitting.type("5N^X")
    sitting.press(.escape)
    sitting.type("hall")
    sitting.press(.enter)
    sitting.type("secret")
    sitting.press(.enter)
    #expect(sitting.shell.isLocked)
    #expect(sitting.text.contains("not on disk yet; only they can unlock"))
    sitting.type("^Q")
    #expect(!sitting.hasLeft)
  }

  @Test func `a wrong passphrase keeps it locked, and says so`() {
    var sitting = locked()
    sitting.press(.escape)
    sitting.type("nobody")
    sitting.press(.enter)
    sitting.type("secret")
    sitting.press(.enter)
    #expect(sitting.shell.isLocked)
    #expect(sitting.text.contains("Login or passphrase is wrong"))
  }

  @Test func `in a practice school a name is picked`() {
    var sitting = Sitting(practice: true)
    sitting.type("5N^X")
    #expect(sitting.picture().lines[0].contains("LOCKED"))
    sitting.press(.enter)
    #expect(!sitting.shell.isLocked)
    #expect(sitting.shell.desk.staff == TestSchool.owen)
    #expect(sitting.draft.marks.count == 1)
  }

  @Test(arguments: PictureTests.sizes)
  func `the locked screen fits every size and names no pupil`(size: Size) {
    var sitting = locked()
    sitting.type(.resized(size))
    let lines = sitting.picture(size).lines
    #expect(lines.count == size.rows)
    #expect(lines.joined().contains("LOCKED") || size.columns < 6)
  }

  @Test func `nobody signed in is nothing to lock`() {
    var sitting = Sitting(practice: true, opens: false)
    sitting.type(.idle)
    #expect(!sitting.shell.isLocked)
  }

  @Test func `a pass is put together by four questions and shown once`() {
    var sitting = Sitting(TestSchool.hall, opens: false)
    sitting.type("p")
    #expect(sitting.picture().lines[0].contains("DAY PASS"))
    sitting.type("S. Kaur")
    for _ in 0..<4 { sitting.press(.enter) }
    #expect(sitting.text.contains("PASS  S. Kaur"))
    guard
      case .issuePass(let order) = sitting.effects.last(where: {
        if case .issuePass = $0 { true } else { false }
      })
    else {
      Issue.record("no pass was asked for")
      return
    }
    #expect(order.position == "Cover teacher" && order.until.isEmpty && order.groups.count == 1)
    sitting.press(.escape)
    #expect(!sitting.text.contains("Login  kaur"))
  }
}
