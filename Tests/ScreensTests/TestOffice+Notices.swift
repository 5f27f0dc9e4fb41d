import Attendance
import Policies
import Screens

extension TestOffice {
  /// A sheet of notices about the pupil, whose last sessions before today have those codes.
  func noticeSheet(of pupil: Pupil) -> NoticeSheet {
    let today = TestSchool.tuesday
    var child = pupil
    child.dateOfBirth = SchoolDate("2012-05-05") ?? today
    let calendar = SchoolCalendar([
      CalendarYear(
        year: SchoolYear(startYear: 2025),
        terms: [
          Term(
            name: "Autumn", starts: SchoolDate("2025-09-01") ?? today,
            ends: SchoolDate("2025-12-19") ?? today,
            halfTerm: (SchoolDate("2025-10-27") ?? today)...(SchoolDate("2025-10-31") ?? today))
        ], closures: [])
    ])
    let time = SchoolTime(calendar)
    let rules = RuleBook(TestSchool.policy, over: time)
    let alphabet = SheetAlphabet(TestSchool.policy.codes.texts)
    let year = SchoolYear(of: today)
    var sheet = YearSheet(year: year)
    let past = time.sessions.filter { $0.date < today }
    for (place, session) in past.reversed().enumerated() {
      let code =
        place < absences.count ? absences[place] : session.half == .am ? "/" : "\\"
      sheet[session] = alphabet.byte(of: code) ?? 0
    }
    let particulars = Particulars(
      from: year.firstDay, yearGroup: YearGroup("8") ?? .reception, group: "8B")
    let roll = Roll(
      pupils: [child],
      enrolments: [Enrolment(id: Enrolment.ID(1), pupil: child.id, starts: year.firstDay)],
      particulars: [child.id: [particulars]])
    let figures = Figures(
      roll: roll, calendar: calendar, codes: TestSchool.policy.codes, alphabet: alphabet,
      sheets: [year: [child.id: sheet]])
    var reader = MarkReader(figures, over: time, lists: rules.lists)
    let line = reader.line(of: child.id, from: year, through: year)
    let facts = PupilFacts(
      compulsoryAge: CompulsorySchoolAge(born: child.dateOfBirth), particulars: particulars)
    let findings = rules.findings(
      of: line, facts, on: today.adding(days: -1), listing: true)
    let own = reader
    guard
      let window = NoticeWindow(
        TestSchool.policy, findings, of: line, facts, over: time, on: today.adding(days: -1),
        code: { own.code(of: child.id, at: $0) })
    else { fatalError("the policy has no rule for notices") }
    let grounds = NoticeGrounds(
      of: child, window: window, book: book, issuer: .head, seesSafeguarding: false)
    let parents = contacts.enumerated().map { index, title in
      Contact(
        pupil: child.id, priority: index + 1, name: "\(title) \(child.name.surname)",
        relationship: title == "Mrs" ? "mother" : "father", parentalResponsibility: true)
    }
    return NoticeSheet(
      of: pupil, form: "8B", on: window.date,
      parents.map { NoticeConsidered(to: $0, grounds, under: TestSchool.policy) },
      toSettle: window.counted.filter { $0.code == "N" }.map(\.session), isReferral: false,
      records: book.noticeRecords(of: child.id, on: today))
  }
}
