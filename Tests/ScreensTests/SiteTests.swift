import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// The handouts, reminders, a pupil's day and the close of the week, by keys.
@Suite struct SiteTests {
  private func office(
    _ staff: Staff = TestSchool.hall, _ prepare: (inout TestOffice) -> Void = { _ in }
  ) -> Sitting {
    var sitting = Sitting(staff, at: "10:10", opens: false, showsMorning: true)
    sitting.office.morning = TestOffice.busy
    prepare(&sitting.office)
    sitting.type(.changedElsewhere)
    return sitting
  }

  private func title(_ sitting: Sitting) -> String { sitting.picture().lines[0] }
  private func lines(_ sitting: Sitting) -> [ProposedLine] { sitting.office.acts.flatMap(\.lines) }

  @Test(arguments: Handout.Kind.allCases)
  func `every list is two keys from the morning, or says why it is not`(kind: Handout.Kind) {
    var sitting = office()
    sitting.type("p\(kind.key)")
    if let bar = HandoutsScreen.bar(to: kind, at: sitting.shell.desk) {
      #expect(sitting.text.contains(bar.sentence.prefix(40)))
      #expect(title(sitting).contains("HANDOUTS"))
    } else {
      #expect(title(sitting).contains(kind.title.uppercased()))
      #expect(sitting.picture().lines[1].contains("as known 10:10"))
    }
  }

  @Test func `p prints what is shown and says where, c writes its rows`() {
    var sitting = office()
    sitting.type("f/rees")
    sitting.press(.enter)
    sitting.type("p")
    #expect(sitting.office.written.map(\.form) == [.sheet])
    #expect(sitting.office.written.map(\.handout.rows.count) == [1])
    #expect(sitting.text.contains("Written to lists/fire-list-2025-10-14.txt"))
    sitting.press(.escape)
    sitting.type("c")
    #expect(sitting.office.written.last?.handout.rows.count == 30)
    #expect(sitting.office.written.last?.form == .rows)
  }

  @Test func `Esc first gives the whole list back, then the screen before`() {
    var sitting = office()
    sitting.type("f/rees")
    sitting.press(.enter)
    #expect(title(sitting).contains("only 'rees'"))
    sitting.press(.escape)
    #expect(!title(sitting).contains("only"))
    sitting.press(.escape)
    #expect(title(sitting).contains("THIS MORNING"))
  }

  @Test func `the fire list is one key from the morning, and by name from the registers`() {
    var sitting = office()
    sitting.type("f")
    #expect(title(sitting).contains("FIRE LIST"))
    sitting.press(.escape)
    sitting.type("r:fire")
    sitting.press(.enter)
    #expect(title(sitting).contains("FIRE LIST"))
  }

  @Test func `the fire list follows what another desk does, and the cursor stays on its child`() {
    var sitting = office()
    sitting.type("f")
    for _ in 0..<3 { sitting.press(.down) }
    sitting.office.facts[TestSchool.form[0].pupil.id] = OnSite.Facts(code: "I")
    sitting.type(.changedElsewhere)
    #expect(sitting.text.contains("29 to be found"))
    #expect(sitting.picture().lines.contains { $0.hasPrefix(">") && $0.contains("Davies") })
  }

  @Test func `whoever may not have a list is told who may`() {
    var sitting = office()
    sitting.type("pd")
    #expect(sitting.text.contains("may not see safeguarding notes"))
    #expect(sitting.bells == 1)
  }

  @Test func `the late book is turned by the day, over the weekend`() {
    var sitting = office()
    sitting.type("pl[[")
    #expect(sitting.picture().lines[1].contains("Fri 10 Oct 2025"))
    sitting.type("]]")
    #expect(sitting.picture().lines[1].contains("Tue 14 Oct 2025"))
    sitting.type("]")
    #expect(sitting.text.contains("No later day has come yet"))
  }

  @Test func `the office reminds by one key, and only of a register`() {
    var sitting = office()
    sitting.type("g")
    #expect(sitting.text.contains("Choose a register that is not taken first"))
    sitting.press(.down)
    sitting.press(.down)
    sitting.type("g")
    #expect(
      lines(sitting).map(\.matter) == [.nudge(RegisterKey("8C", at: TestSchool.morning))])
    #expect(lines(sitting).map(\.pupil) == [nil])
  }

  @Test func `a taker sees the reminder until the register is sent, and loses nothing typed`() {
    var sitting = Sitting(at: "09:02")
    sitting.type("5N11")
    let before = sitting.picture().cursor
    sitting.office.reminders = [TestSchool.key: TestSchool.time("09:02")]
    sitting.type(.changedElsewhere)
    let words = "09:02 the office waits for the register of 8B, morning."
    #expect(sitting.text.contains(words))
    #expect(sitting.picture().cursor == before)
    sitting.type("L=")
    #expect(sitting.text.contains(words))
    #expect(sitting.draft.marks.count == 30)
    #expect(sitting.bells == 0)
    sitting.office.reminders = [:]
    sitting.type("^S")
    #expect(!sitting.text.contains("the office waits"))
  }

  @Test func `a day is one key from the pupil's year, and turns by the day`() {
    var sitting = office(TestSchool.hall) { $0.book = TestOffice.calls }
    sitting.type("/davies")
    sitting.press(.enter)
    sitting.type("d")
    #expect(title(sitting).contains("DAY  Davies, Dafydd"))
    #expect(sitting.picture().lines[1].contains("Tue 14 Oct 2025"))
    #expect(sitting.text.contains("Mrs Davies (mother), telephone: \"vomiting\""))
    sitting.type("[")
    #expect(sitting.picture().lines[1].contains("Mon 13 Oct 2025"))
    sitting.type("]]")
    #expect(sitting.text.contains("No later day has come yet"))
    sitting.press(.escape)
    #expect(title(sitting).contains("PUPIL"))
  }

  @Test func `whoever may not see history sees no day`() {
    var sitting = Sitting(opens: false)
    sitting.type("/davies")
    sitting.press(.enter)
    sitting.type("d")
    #expect(sitting.text.contains("may not see the history"))
    #expect(title(sitting).contains("PUPIL"))
  }

  private static let champion = TestSchool.price

  private func week(_ rows: [WeekClose.Row]) -> Sitting {
    var sitting = Sitting(Self.champion, at: "15:10", opens: false)
    sitting.office.openOfWeek = rows
    sitting.type(":close")
    sitting.press(.enter)
    return sitting
  }

  private static let blank = WeekClose.Row(
    .blanks, TestSchool.form[17].pupil.id, TestSchool.key, name: "Rees, Rhys 8B",
    words: "Tue 14 Oct AM")

  @Test func `a week at zero is signed off by one key, once`() {
    var sitting = week([])
    #expect(sitting.text.contains("Nothing is left open."))
    sitting.type("s")
    #expect(lines(sitting).map(\.matter) == [.week])
    #expect(lines(sitting).map(\.date) == [TestSchool.tuesday.monday])
    #expect(title(sitting).contains("[SIGNED OFF 14 Oct by S. Price]"))
    sitting.type("s")
    #expect(sitting.text.contains("is signed off already"))
    #expect(sitting.office.acts.count == 1)
  }

  @Test func `what is left open is opened by Enter, or explained in words before signing`() {
    var sitting = week([Self.blank])
    #expect(title(sitting).contains("[1 LEFT]"))
    sitting.type("s")
    sitting.press(.enter)
    #expect(sitting.text.contains("Say why something is left open, or Esc."))
    sitting.type("in hospital")
    sitting.press(.enter)
    #expect(lines(sitting).map(\.words) == ["in hospital"])
    sitting.press(.enter)
    #expect(title(sitting).contains("REGISTER 8B"))
  }

  @Test func `an office that may not sign off the week is told who may`() {
    var sitting = office()
    sitting.type("w")
    #expect(sitting.text.contains("may not sign off the week"))
    #expect(title(sitting).contains("THIS MORNING"))
  }
}
