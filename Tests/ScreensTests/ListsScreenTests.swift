import Attendance
import Terminal
import Testing

@testable import Screens

/// LISTS: who is away from the form, and who has confirmed them.
@Suite struct ListsScreenTests {
  private static let pupils = TestSchool.form.map(\.pupil)

  private func office(_ keys: String, staff: Staff = TestSchool.hall) -> Sitting {
    var sitting = Sitting(staff, at: "09:00", opens: false, showsMorning: true)
    sitting.office.away = TestOffice.trips
    sitting.type(lines: keys)
    return sitting
  }

  @Test func `seven aboard and two not is four keys, and the two are named`() {
    let sitting = office("e\n  c\n")
    #expect(
      sitting.office.deeds == [
        .confirm(
          place: "Museum trip", notThere: [Self.pupils[0].id, Self.pupils[1].id],
          says: "J. Hall", at: TestSchool.morning)
      ])
  }

  @Test func `the list of yesterday afternoon is confirmed for yesterday afternoon`() {
    let session = Session(TestSchool.tuesday.adding(days: -1), .pm)
    var sitting = Sitting(TestSchool.hall, at: "09:00", opens: false, showsMorning: true)
    sitting.office.away = TestOffice.trips
    sitting.office.awayBefore = AwayDay(
      [
        AwayDay.Place(
          "Swimming", at: session,
          members: [AwayDay.Member(Self.pupils[0], form: "8B", state: "expected")])
      ])
    sitting.type(lines: "e]")
    #expect(sitting.text.contains("These are the lists of now and to come"))
    sitting.type(lines: "[")
    #expect(sitting.text.contains("Mon 13 Oct 2025, afternoon"), "\(sitting.text)")
    sitting.type(lines: "\nc\n")
    #expect(
      sitting.office.deeds == [
        .confirm(place: "Swimming", notThere: [], says: "J. Hall", at: session)
      ])
    sitting.press(.escape)
    sitting.type(lines: "]")
    #expect(sitting.text.contains("Museum trip"))
  }

  @Test func `Space a second time takes the word back`() {
    var sitting = office("e\n ")
    sitting.press(.up)
    sitting.type(lines: " cthe coach\n")
    #expect(
      sitting.office.deeds == [
        .confirm(place: "Museum trip", notThere: [], says: "the coach", at: TestSchool.morning)
      ])
  }

  @Test func `those marked come off the list without the rest being confirmed`() {
    let sitting = office("e\n o\n")
    #expect(
      sitting.office.deeds == [
        .takeOff(
          list: "Museum trip", [Self.pupils[0].id], says: "J. Hall", at: TestSchool.morning)
      ])
  }

  @Test func `a new list asks one thing after another, with what Enter alone means`() {
    let sitting = office("enExam hall\n8B, 9A\n\n\nHall\n14 Oct pm\n\n")
    let afternoon = Session(TestSchool.tuesday, .pm)
    #expect(
      sitting.office.deeds == [
        .make(
          AwayList(name: "Exam hall", from: afternoon, through: afternoon, place: "Hall"),
          names: "8B, 9A")
      ])
  }

  @Test func `a trip states code, nature, leader and its last session`() {
    let sitting = office("enMuseum\n8B\nv\nHistory\nowen\nTown\n\n15 Oct am\n")
    #expect(
      sitting.office.deeds == [
        .make(
          AwayList(
            name: "Museum", leader: "owen", from: TestSchool.morning,
            through: Session(TestSchool.tuesday.adding(days: 1), .am), code: "V",
            nature: "History", place: "Town"), names: "8B")
      ])
  }

  @Test func `Esc in the form of a new list goes one question back with what was typed`() {
    var sitting = office("enExam hall\n8B, 9Z\n\n")
    #expect(sitting.text.contains("Who leads it?"))
    for _ in 0..<2 { sitting.press(.escape) }
    #expect(sitting.text.contains("Answer: 8B, 9Z"))
    sitting.press(.backspace)
    sitting.type(lines: "A\n\n\nHall\n\n\n")
    #expect(
      sitting.office.deeds.map { if case .make(_, let names) = $0 { names } else { "" } } == [
        "8B, 9A"
      ])
    for _ in 0..<3 { sitting.press(.escape) }
    #expect(sitting.office.deeds.count == 1)
  }

  @Test func `a name that is taken or too long is refused at the name`() {
    var sitting = office("")
    sitting.office.away = AwayDay([], taken: ["8B", "Exam hall"])
    sitting.type(lines: "enexam Hall\n")
    #expect(sitting.text.contains("There is a group 'Exam hall' already"), "\(sitting.text)")
    #expect(sitting.text.contains("Answer: exam Hall"))
    sitting.type(lines: String(repeating: "l", count: 40) + "\n")
    #expect(sitting.text.contains("A name has at most 40 letters"))
  }

  @Test func `a list is ended by typing end, and by nothing shorter`() {
    #expect(office("ee\n").office.deeds.isEmpty)
    #expect(office("eeend\n").office.deeds == [.end(list: "Museum trip")])
  }

  @Test func `an on-site list is not confirmed, and a provider is no list`() {
    var sitting = office("e")
    sitting.press(.down)
    sitting.type(lines: "\nc")
    #expect(sitting.text.contains("its leader takes its register"))
    sitting.press(.escape)
    sitting.press(.down)
    sitting.type("e")
    #expect(sitting.text.contains("a provider is ended by its plans"))
    #expect(sitting.office.deeds.isEmpty)
  }

  @Test func `a tutor leads only their own list`() {
    let sitting = office("e\n ", staff: TestSchool.khan)
    #expect(sitting.text.contains("may not confirm pupils at another place"))
  }

  @Test func `the morning confirms a place with one key and a name`() {
    var sitting = Sitting(TestSchool.hall, at: "09:00", opens: false, showsMorning: true)
    sitting.office.morning = Morning(
      date: TestSchool.tuesday,
      rows: [
        Morning.Row(
          id: .place("Museum trip"), section: .offSite, name: "Museum trip", group: "",
          words: "57 expected, 0 confirmed, V")
      ])
    sitting.type(.changedElsewhere)
    #expect(sitting.text.contains("Off-site to confirm"))
    sitting.type(lines: "kMr Owen\n")
    #expect(
      sitting.office.deeds == [
        .confirm(place: "Museum trip", notThere: [], says: "Mr Owen", at: nil)
      ])
    sitting.office.away = TestOffice.trips
    sitting.press(.enter)
    #expect(sitting.text.contains("LISTS") || sitting.text.contains("LIST"))
  }

  @Test func `a full disk keeps what was typed for another Enter`() {
    var sitting = office("e\n c")
    sitting.isDiskFull = true
    sitting.press(.enter)
    #expect(sitting.text.contains("The disk is full"))
    sitting.isDiskFull = false
    sitting.press(.enter)
    #expect(sitting.office.deeds.count == 1)
  }
}
