import Attendance
import Terminal
import Testing

@testable import Screens

/// The admission register by keys: a child added in a minute, a name deleted on a ground.
@Suite struct AdmissionScreenTests {
  private func sitting(_ keys: String = "") -> Sitting {
    var sitting = Sitting(TestSchool.hall, at: "09:05", opens: false, showsMorning: true)
    sitting.type("+")
    sitting.type(lines: keys)
    return sitting
  }

  private func leaver() -> Sitting {
    var sitting = Sitting(TestSchool.head, at: "09:05", opens: false, showsMorning: true)
    sitting.type("f")
    sitting.press(.enter)
    sitting.type("x")
    return sitting
  }

  @Test func `a child is added by one field after the other, and the form is empty again`() {
    let sitting = sitting(
      "Fox\nFay\n5 5 2013\nf\n8B\n6 Oct\nMrs Fox\n01530 000000\n")
    var contact = Contact(pupil: Pupil.ID(0), priority: 1, name: "Mrs Fox")
    contact.phone = "01530 000000"
    let child = NewPupil(
      name: PupilName(surname: "Fox", forename: "Fay"),
      dateOfBirth: SchoolDate("2013-05-05") ?? TestSchool.tuesday, sex: "F", group: "8B",
      starts: SchoolDate("2025-10-06") ?? TestSchool.tuesday)
    #expect(
      sitting.office.admissionDeeds == [.add(child, contact: contact, isSure: false)])
    #expect(sitting.text.contains("It is done."))
    #expect(!sitting.text.contains("Fay"))
  }

  @Test(arguments: [
    ("Fox\nFay\n^S", "Still empty. The date of birth"),
    ("Fox\nFay\nsoon\nF\n8B\n^S", "'soon' is no day"),
    ("Fox\nFay\n5 5 2013\nF\n8B\n\n\n01530 000000\n", "Whose telephone is it? Type the name."),
    ("Fox\nFay\n5 5 2013\nF\n8B\n\nMrs Fox\n12\n", "'12' is no telephone number"),
  ])
  func `what is wrong is said at its field, and nothing is lost`(keys: String, words: String) {
    let sitting = sitting(keys)
    #expect(sitting.text.contains(words), "\(sitting.text)")
    #expect(sitting.office.admissionDeeds.isEmpty)
    #expect(sitting.text.contains("Fay"))
  }

  @Test func `a child who looks like one on record is added by ^S once more`() {
    var sitting = sitting("Ahmed\nAmira\n10 1 2013\n\n8B\n^S")
    #expect(sitting.text.contains("^S once more adds the child all the same"))
    #expect(sitting.text.contains("Amira"))
    sitting.type("^S")
    guard case .add(_, _, let isSure) = sitting.office.admissionDeeds.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(isSure && sitting.office.admissionDeeds.count == 2)
  }

  @Test func `a year of birth in two digits is the latest such year`() throws {
    let sitting = sitting("Fox\nFay\n12 5 14\nF\n8B\n^S")
    guard case .add(let child, _, _) = sitting.office.admissionDeeds.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(child.dateOfBirth == SchoolDate("2014-05-12"))
  }

  @Test func `what is asked about a deletion is answered by ^S once more`() {
    var sitting = leaver()
    sitting.type(lines: "a\ntoday\nHill School\n1 Dec\n")
    #expect(
      sitting.text.contains("^S once more deletes the name"), "\(sitting.text)")
    sitting.type("^S")
    guard case .leave(_, _, "a", _, let isSure) = sitting.office.admissionDeeds.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(isSure && sitting.office.admissionDeeds.count == 2)
  }

  @Test func `a surname that nobody has is taken along from the search`() {
    var sitting = Sitting(TestSchool.hall, at: "09:05", opens: false, showsMorning: true)
    sitting.type("/zzz^E")
    #expect(sitting.picture().lines[0].contains("ADD A CHILD"))
    #expect(sitting.text.contains("[zzz"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("FIND A PUPIL"))
  }

  @Test func `a disk that is full keeps what is typed`() {
    var sitting = sitting("Fox\nFay\n5 5 2013\nF\n8B")
    sitting.isDiskFull = true
    sitting.type("^S")
    #expect(sitting.text.contains("The disk is full"))
    #expect(sitting.text.contains("Fay"))
  }

  @Test func `a ground asks for what it needs, and the deletion has it`() {
    var sitting = leaver()
    #expect(sitting.text.contains("a  registered at another school"))
    sitting.type(lines: "f\ntoday\nmon\n")
    let today = TestSchool.tuesday
    #expect(
      sitting.office.admissionDeeds == [
        .leave(
          Pupil.ID(4), on: today, ground: "f",
          facts: [.noticeDated: "\(today.adding(days: -1))"], isSure: false)
      ])
    #expect(sitting.text.contains("It is done."))
  }

  @Test func `a ground without what it needs is not sent`() {
    var sitting = leaver()
    sitting.type(lines: "h\n^S")
    #expect(sitting.text.contains("Still empty. The last day of the leave."))
    #expect(sitting.office.admissionDeeds.isEmpty)
  }

  @Test func `the office is told who may delete a name`() {
    var sitting = Sitting(TestSchool.hall, at: "09:05", opens: false, showsMorning: true)
    sitting.type("/davies\n")
    sitting.press(.enter)
    sitting.type("x")
    #expect(sitting.text.contains("ask the headteacher"), "\(sitting.text)")
  }

  @Test func `a child half typed is there after a kill, and is gone once it is kept`() {
    var sitting = sitting("Fox\nFay\n5 5 2013")
    sitting.startAgain()
    #expect(
      sitting.text.contains(
        "Half typed and kept from before: add a child, Fox; the same key goes on with it."),
      "\(sitting.text)")
    sitting.type("+")
    #expect(sitting.text.contains("What was typed is back as it was left"))
    sitting.type(lines: "\nF\n8B\n^S")
    #expect(sitting.text.contains("It is done."))
    #expect(sitting.office.admissionDeeds.count == 1)
    sitting.startAgain()
    #expect(!sitting.text.contains("Half typed"))
    sitting.type("+")
    #expect(!sitting.text.contains("Fay"))
  }

  @Test func `a deletion half typed comes back with its facts, for its own pupil only`() {
    var sitting = leaver()
    sitting.type(lines: "f\n\nmon")
    sitting.startAgain()
    #expect(sitting.text.contains("delete the name of"), "\(sitting.text)")
    sitting.type("f")
    sitting.press(.enter)
    sitting.type("x")
    #expect(sitting.text.contains("What was typed is back") && sitting.text.contains("[mon"))
    #expect(Self.kept(sitting) == ["admission leaver 4"])
  }

  @Test func `a form is as it was left after Esc, and one emptied by hand is none`() {
    var sitting = sitting("Fox\nFay")
    sitting.press(.escape)
    sitting.type("+")
    #expect(sitting.text.contains("What was typed is back") && sitting.text.contains("[Fay"))
    for _ in 0..<3 { sitting.press(.backspace) }
    sitting.press(.up)
    for _ in 0..<3 { sitting.press(.backspace) }
    #expect(Self.kept(sitting).isEmpty)
  }

  @Test func `a surname that only came from a search is no form half typed`() {
    var sitting = Sitting(TestSchool.hall, at: "09:05", opens: false, showsMorning: true)
    sitting.type("/zzz^E")
    #expect(Self.kept(sitting).isEmpty)
    sitting.press(.escape)
    sitting.press(.escape)
    sitting.type("+")
    #expect(!sitting.text.contains("zzz"))
  }

  /// The names of the forms that lie on disk.
  private static func kept(_ sitting: Sitting) -> [String] {
    sitting.forms.values.flatMap { $0.keys }.sorted()
  }
}
