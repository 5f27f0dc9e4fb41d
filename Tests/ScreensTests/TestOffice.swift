import Attendance
import Screens

/// What lies before the office in the tests: a morning, the day book, and a brief of every pupil.
struct TestOffice {
  var morning = Morning(date: TestSchool.tuesday, rows: [])
  var book = DayBook([])
  /// Those who may be told of every pupil.
  var contacts = ["Mrs", "Mr"]
  /// The code that stands this morning for every pupil; empty for a blank.
  var standing = ""
  /// The acts that were kept.
  var acts: [Act] = []

  func brief(of pupil: Pupil) -> PupilBrief {
    let mark = TestSchool.standing(
      pupil, standing, by: TestSchool.owen, at: TestSchool.at("08:45"), id: pupil.id.number)
    return PupilBrief(
      pupil: pupil, group: "8B", isOfCompulsoryAge: true,
      contacts: contacts.enumerated().map { index, title in
        Contact(
          pupil: pupil.id, priority: index + 1, name: "\(title) \(pupil.name.surname)",
          relationship: title == "Mrs" ? "mother" : "father", phone: "01530 00000\(index)")
      },
      concerns: [], unexplained: standing == "N" ? [mark] : [],
      arrival: PupilBrief.ArrivalPlace(
        session: TestSchool.morning, window: TestSchool.window,
        standing: standing.isEmpty ? nil : mark.entry))
  }

  /// A morning with a row in every section.
  static let busy: Morning = {
    let pupils = TestSchool.form.map(\.pupil)
    func row(_ section: Morning.Section, _ index: Int, _ words: String) -> Morning.Row {
      Morning.Row(
        id: .pupil(section, pupils[index].id, TestSchool.morning), section: section,
        name: pupils[index].name.onRegister, group: "8B", words: words)
    }
    return Morning(
      date: TestSchool.tuesday,
      rows: [
        row(.notHere, 3, "since 10:05"),
        row(.whereabouts, 6, "handed on to the police, 09:50"),
        Morning.Row(
          id: .register(RegisterKey("8C", at: TestSchool.morning)), section: .registers,
          name: "8C", group: "AM", words: "28 pupils, Ms Khan, room 14, closed"),
        row(.unexplained, 4, "social worker; N since 08:45; nobody tried yet"),
        row(.unexplained, 17, "N since 08:45; 1 tried, no answer: Mrs Rees (mother), telephone"),
        Morning.Row(
          id: .line(DayLine.ID(7)), section: .messages, name: "?", group: "",
          words: "not linked; voicemail; \"my lad is poorly\""),
        row(.overdue, 8, "N 6 Oct AM, settle it today"), row(.back, 20, "away since 6 Oct"),
      ])
  }()
}
