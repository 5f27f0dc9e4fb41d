import Attendance
import Screens
import Terminal
import Testing

/// Two desks on one register at once (U9).
@Suite struct TwoDesksTests {
  @Test func `another desk's mark comes without stealing cursor, digits or undo`() {
    var sitting = Sitting()
    sitting.type("5N1")
    let cursor = sitting.picture().cursor
    sitting.rows[10].standing = TestSchool.standing(
      sitting.rows[10].pupil, "L", by: TestSchool.hall, at: TestSchool.at("08:41"))
    sitting.type(.changedElsewhere)
    #expect(sitting.picture().cursor == cursor)
    #expect(
      sitting.text.contains(
        "Row 11 Kofi, Kwame: L, late, before the register closed by J. Hall 08:41."))
    sitting.type("8N")
    #expect(Set(sitting.draft.marks.keys.map(\.number)) == [5, 18])
    sitting.type("^Z^Z")
    #expect(sitting.draft.isEmpty)
  }

  @Test func `what a blank has become meanwhile is not filled over`() {
    var sitting = Sitting()
    sitting.rows[10].standing = TestSchool.standing(
      sitting.rows[10].pupil, "L", by: TestSchool.hall, at: TestSchool.at("08:41"))
    sitting.type(.changedElsewhere)
    sitting.type("=^S")
    #expect(sitting.rows[10].standing?.entry.code == "L")
    #expect(sitting.acts.first?.marks.count == 29)
  }

  @Test func `a mark typed before another's sighting came does not replace it unseen`() {
    var sitting = Sitting()
    sitting.type("11N")
    sitting.rows[10].standing = TestSchool.standing(
      sitting.rows[10].pupil, "L", by: TestSchool.hall, at: TestSchool.at("08:41"))
    sitting.type(.changedElsewhere)
    sitting.type("=^S")
    #expect(sitting.acts.first?.marks.first { $0.pupil.number == 11 }?.seen == nil)
    #expect(sitting.rows[10].standing?.entry.code == "L")
    #expect(sitting.text.contains("1 kept beside what outranks it."))
    #expect(sitting.acts.first?.marks.count == 30)
  }

  @Test func `two sightings that differ show ! and the others go through`() {
    var sitting = Sitting()
    sitting.type("=")
    sitting.rows[10].standing = TestSchool.standing(
      sitting.rows[10].pupil, "L", by: TestSchool.hall, at: TestSchool.at("08:41"))
    sitting.type("^S")
    #expect(sitting.text.contains("1 to settle by the office, marked !."))
    #expect(sitting.picture().lines[0].contains("1 to settle]"))
    #expect(sitting.text.contains("11 Kofi, Kwame      /\\/\\/\\  !"))
    #expect(sitting.rows.filter { $0.standing != nil }.count == 30)
  }

  @Test(arguments: [("1", "/"), ("2", "L")])
  func `the office settles on the first or the second`(key: String, code: String) {
    var rows = TestSchool.form
    rows[10].standing = TestSchool.standing(
      rows[10].pupil, "/", by: TestSchool.owen, at: TestSchool.at("08:50"), contradiction: "L")
    let taken = TestSchool.submission(by: TestSchool.owen, at: TestSchool.at("08:50"))
    var office = Sitting(TestSchool.hall, rows: rows, at: "08:55", taken: taken)
    office.type("!")
    #expect(office.text.contains("1 / by Mr Owen (Form tutor) 08:50, or 2 L by J. Hall (Office)"))
    office.type(key)
    #expect(office.acts.first?.kind == .resolved)
    #expect(office.rows[10].standing?.entry.code == code)
    #expect(office.rows[10].standing?.contradiction == nil)
    #expect(office.text.contains("Settled; both sightings stay in the history."))
    var tutor = Sitting(rows: rows, at: "08:55", taken: taken)
    tutor.type("!")
    #expect(tutor.acts.isEmpty)
    #expect(tutor.text.contains("may not settle contradictory sightings"))
  }

  @Test func `a pupil who joins or leaves meanwhile blocks nobody`() {
    var sitting = Sitting()
    sitting.type("18N")
    sitting.rows.remove(at: 3)
    sitting.type(.changedElsewhere)
    #expect(sitting.text.contains("> 18 Shah, Siân"))
    sitting.type("=^S")
    #expect(sitting.acts.first?.marks.count == 29)
  }

  @Test func `a note half typed stays with its pupil when the rows move`() {
    var sitting = Sitting()
    sitting.type("18N18;poorly, says")
    sitting.rows.remove(at: 3)
    sitting.type(.changedElsewhere)
    sitting.type(" Bea")
    sitting.press(.enter)
    #expect(sitting.draft[Pupil.ID(18)]?.note == "poorly, says Bea")
  }

  @Test func `undo leaves alone what the other desk of the same person has changed since`() {
    var sitting = Sitting()
    sitting.type("5N")
    let late = Draft.Mark(code: "L", at: TestSchool.at("08:41"))
    sitting.draft.apply(Draft.Change(Pupil.ID(5), to: late))
    sitting.type(.changedElsewhere)
    sitting.type("^Z")
    #expect(sitting.draft[Pupil.ID(5)] == late)
    #expect(sitting.text.contains("another desk has changed it since"))
  }

  @Test
  func `who else has the register open is told when they come, in the title, and when they go`() {
    var sitting = Sitting()
    let hall = OtherDesk(Person(TestSchool.hall), since: TestSchool.at("08:38"))
    sitting.alsoOpen = [hall]
    sitting.type(.changedElsewhere)
    #expect(sitting.text.contains("Also open: J. Hall (Office) since 08:38. You can both mark"))
    #expect(sitting.picture().lines[0].contains("also open: J. Hall"))
    sitting.alsoOpen = []
    sitting.type(.changedElsewhere)
    #expect(sitting.text.contains("J. Hall no longer has this register open."))
    #expect(!sitting.text.contains("also open"))
  }

  @Test func `somebody's going takes no other words off the message line`() {
    var sitting = Sitting()
    sitting.alsoOpen = [OtherDesk(Person(TestSchool.hall), since: TestSchool.at("08:38"))]
    sitting.type(.changedElsewhere)
    sitting.type("5N")
    sitting.alsoOpen = []
    sitting.type(.changedElsewhere)
    #expect(sitting.text.contains("Row 5 Ellis, Ella: N"))
  }

  @Test func `what another has marked and not sent is seen, and taken over by one key (U16)`() {
    var office = Sitting(TestSchool.hall, at: "09:30")
    office.unsent = [
      Pupil.ID(5): UnsentMark(
        Draft.Mark(code: "N", at: TestSchool.at("08:41")), by: Person(TestSchool.owen)),
      Pupil.ID(11): UnsentMark(
        Draft.Mark(code: "L", minutes: 4, at: TestSchool.at("08:44")),
        by: Person(TestSchool.owen)),
    ]
    office.type(.changedElsewhere)
    #expect(office.text.contains("N MO") && office.text.contains("L MO"))
    office.type("5I")
    office.type("&")
    #expect(office.text.contains("1 mark taken over from Mr Owen's draft, as seen till 08:44."))
    #expect(office.draft[Pupil.ID(11)]?.minutes == 4)
    #expect(office.draft[Pupil.ID(5)]?.code == "I")
    office.type("^S")
    office.type("n")
    #expect(office.acts.first?.observer == Observation(by: "Mr Owen", at: TestSchool.at("08:44")))
    office.type("&")
    #expect(office.text.contains("Nobody else has marked a row that is blank here."))
  }

  @Test func `a change made in time is sent after closing as of when it was made`() {
    var sitting = Sitting(at: "08:40")
    sitting.type("=^S")
    sitting.now = TestSchool.at("09:03")
    sitting.type("1N")
    sitting.type("gone home")
    sitting.press(.enter)
    sitting.now = TestSchool.at("09:10")
    sitting.type("2N")
    #expect(sitting.draft.marks.keys.map(\.number) == [1])
    sitting.type("^S")
    #expect(sitting.acts.count == 2)
    #expect(
      sitting.acts.last?.observer == Observation(by: "Mr Owen", at: TestSchool.at("09:03")))
    #expect(sitting.rows[0].standing?.entry.code == "N")
  }
}
