import Attendance
import Terminal
import Testing

@testable import Screens

/// The office's morning: what waits, and a key for what to do about it.
@Suite struct MorningTests {
  private func office(
    _ morning: Morning = TestOffice.busy, staff: Staff = TestSchool.hall, at time: String = "10:10"
  ) -> Sitting {
    var sitting = Sitting(staff, at: time, opens: false, showsMorning: true)
    sitting.office.morning = morning
    sitting.type(.changedElsewhere)
    return sitting
  }

  private func lines(_ sitting: Sitting) -> [ProposedLine] { sitting.office.acts.flatMap(\.lines) }

  @Test func `everything that waits has a line, and the counts stand in the title`() {
    let text = office().picture().lines
    #expect(text[1].hasSuffix("Not taken 1  Unexplained 2  Messages 1"))
    for (row, words) in zip(TestOffice.busy.rows, text.dropFirst(2)) {
      #expect(words.contains(row.name), "\(words)")
    }
  }

  @Test func `Enter opens the register or the pupil, and Esc comes back to the same row`() {
    var sitting = office()
    sitting.press(.down)
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[3].hasPrefix(">"))
  }

  @Test func `an attempt is three keys, with time and person kept by the program`() {
    var sitting = office()
    for _ in 0..<3 { sitting.press(.down) }
    sitting.type("a13")
    #expect(
      lines(sitting).map(\.matter) == [
        .attempt(
          Attempt(
            contact: "Mrs Ellis", relationship: "mother", outcome: .noAnswer,
            time: TestSchool.time("10:10")))
      ])
    #expect(lines(sitting).map(\.pupil) == [TestSchool.form[4].pupil.id])
    #expect(sitting.office.acts.first?.by == Person(TestSchool.hall))
    #expect(sitting.text.contains("Noted 10:10: no answer: Mrs Ellis (mother), telephone."))
  }

  @Test func `a letter or a number that nobody has answers nothing`() {
    var sitting = office()
    for _ in 0..<3 { sitting.press(.down) }
    sitting.type("a9n1x")
    #expect(sitting.office.acts.isEmpty)
    sitting.press(.escape)
    #expect(sitting.text.contains("Nothing was noted."))
    sitting.type("1")
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `a pupil without a contact who may be told is not rung`() {
    var sitting = office()
    sitting.office.contacts = []
    for _ in 0..<3 { sitting.press(.down) }
    sitting.type("a")
    #expect(sitting.text.contains("has no contact who may be told"))
    #expect(sitting.picture().lines[0].contains("THIS MORNING"))
  }

  @Test func `whoever is looked for is handed on, found, and confirmed safe`() {
    var sitting = office()
    sitting.type("s")
    #expect(lines(sitting).last?.matter == .seen(TestSchool.time("10:10")))
    sitting.press(.down)
    sitting.type("sPC Green")
    sitting.press(.enter)
    #expect(lines(sitting).last?.matter == .safe(by: "PC Green"))
    sitting.press(.down)
    sitting.press(.down)
    sitting.type("h  the   police ")
    sitting.press(.enter)
    #expect(lines(sitting).last?.matter == .handedOn(to: "the police"))
    sitting.type("h")
    sitting.press(.enter)
    #expect(sitting.text.contains("Type a name, or Esc."))
    #expect(sitting.office.acts.count == 3)
  }

  @Test func `a message is dealt with by one key, and only a message`() {
    var sitting = office()
    sitting.type("d")
    #expect(sitting.office.acts.isEmpty)
    for _ in 0..<5 { sitting.press(.down) }
    sitting.type("d")
    #expect(lines(sitting).map(\.about) == [.kept(DayLine.ID(7))])
    #expect(lines(sitting).map(\.matter) == [.done])
  }

  @Test func `another desk's act is seen without stealing the row or what is typed`() {
    var sitting = office()
    for _ in 0..<4 { sitting.press(.down) }
    sitting.type("hthe po")
    sitting.office.morning = Morning(
      date: TestSchool.tuesday, rows: Array(TestOffice.busy.rows.dropFirst(2)))
    sitting.type(.changedElsewhere)
    #expect(sitting.text.contains("the po"))
    sitting.press(.enter)
    #expect(lines(sitting).map(\.pupil) == [TestSchool.form[17].pupil.id])
  }

  @Test func `a full disk is told, and nothing is noted`() {
    var sitting = office()
    sitting.isDiskFull = true
    sitting.type("s")
    #expect(sitting.text.contains("Not kept: the disk is full"))
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `five who come late are five lines`() {
    var sitting = office(at: "09:20")
    sitting.office.standing = "N"
    sitting.type("l")
    for name in ["re", "sh", "ta", "us", "va"] {
      sitting.type(name)
      sitting.press(.enter)
      sitting.type("bus")
      sitting.press(.enter)
    }
    #expect(sitting.office.acts.map(\.kind) == Array(repeating: .arrival, count: 5))
    #expect(sitting.office.acts.flatMap(\.marks).map(\.code) == Array(repeating: "U", count: 5))
    #expect(lines(sitting).map(\.words) == Array(repeating: "bus", count: 5))
    #expect(sitting.text.contains("09:20 Rees, Rhys: arrived, U, 45 minutes late."))
  }

  @Test(arguments: [
    ("08:50", "N", "L"), ("09:20", "N", "U"), ("09:20", "I", ""), ("08:20", "", ""),
  ])
  func `what an arrival becomes follows the clock and what stands (U8)`(
    time: String, standing: String, code: String
  ) {
    var sitting = office(at: time)
    sitting.office.standing = standing
    sitting.type("lrees")
    sitting.press(.enter)
    sitting.press(.enter)
    #expect(sitting.office.acts.flatMap(\.marks).map(\.code).joined() == code)
    #expect(sitting.office.acts.count == 1)
  }

  @Test func `when they came and who brought them are typed after Tab, and Enter ends any of them`()
  {
    var sitting = office(at: "09:20")
    sitting.office.standing = "N"
    sitting.type("lrees")
    sitting.press(.enter)
    sitting.type("bus")
    sitting.press(.tab)
    sitting.type("0850")
    sitting.press(.tab)
    sitting.type("his aunt")
    sitting.press(.enter)
    #expect(
      lines(sitting).map(\.matter) == [
        .arrival(
          LateArrival(
            at: TestSchool.morning, time: TestSchool.time("08:50"), broughtBy: "his aunt"))
      ])
    #expect(lines(sitting).map(\.words) == ["bus"])
    #expect(sitting.office.acts.flatMap(\.marks).map(\.code) == ["L"])
    #expect(sitting.text.contains("08:50 Rees, Rhys: arrived, L, 15 minutes late."))
  }

  @Test(arguments: ["0852", "8:52", "08.52"])
  func `a time typed as the reason is the time, and the reason is asked again`(typed: String) {
    var sitting = office(at: "09:20")
    sitting.type("lrees")
    sitting.press(.enter)
    sitting.type(typed)
    sitting.press(.enter)
    #expect(sitting.office.acts.isEmpty)
    #expect(sitting.text.contains("08:52 is when they came, and stands as the time. Why late?"))
    sitting.type("bus")
    sitting.press(.enter)
    #expect(lines(sitting).map(\.words) == ["bus"])
    #expect(lines(sitting).map(\.matter.time) == [TestSchool.time("08:52")])
  }

  @Test func `a colon in a name or a reason is a colon`() {
    var sitting = office(at: "09:20")
    sitting.type("lre:")
    #expect(!sitting.text.contains("COMMANDS") && sitting.text.contains("Name: re:"))
    sitting.press(.backspace)
    sitting.press(.enter)
    sitting.type("train: late")
    sitting.press(.enter)
    #expect(lines(sitting).map(\.words) == ["train: late"])
  }

  @Test(arguments: [
    ("0930", "09:30 is still to come"), ("noon", "'noon' is no time"),
    ("0700", "07:00 is before the register of the morning opened at 08:35"),
  ])
  func `a time that cannot be is refused at its field`(time: String, words: String) {
    var sitting = office(at: "09:20")
    sitting.type("lrees")
    sitting.press(.enter)
    sitting.press(.tab)
    sitting.type(time)
    sitting.press(.enter)
    #expect(sitting.text.contains(words))
    #expect(sitting.text.contains("Came at (nothing: now): \(time)"))
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `the late book and the last slip are one key from the late desk`() {
    var sitting = office(at: "09:20")
    sitting.type("l^P")
    #expect(sitting.text.contains("Nobody has been written down here yet"))
    sitting.type("rees")
    sitting.press(.enter)
    sitting.type("bus")
    sitting.press(.enter)
    sitting.type("^P")
    #expect(sitting.office.written.map(\.handout.kind) == [.lateSlip])
    #expect(
      sitting.text.contains("The slip lies in lists/late-slip-2025-10-14-1010-rees-rhys-8b.txt"))
    sitting.press(.tab)
    #expect(sitting.picture().lines[0].contains("LATE BOOK"))
    #expect(sitting.text.contains("Rees, Rhys"))
  }
}
