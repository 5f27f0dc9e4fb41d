import Attendance

@testable import Storage

/// The school of the tests: four pupils of one form, one of another, and who marks them.
enum TestSchool {
  static let identity = SchoolIdentity(name: "Test School")
  static let tutor = Person(login: "owen", name: "Mr Owen", position: "Form tutor")
  static let office = Person(login: "hall", name: "Ms Hall", position: "Attendance officer")
  static let starts = date("2025-09-01")
  static let monday = Session(date("2025-09-08"), .am)
  static let key = RegisterKey("8B", at: monday)

  static let ada = pupil(1, "Abbott", "Ada")
  static let ben = pupil(2, "Brown", "Ben")
  static let cem = pupil(3, "Çelik", "Cem")
  static let dot = pupil(4, "Dow", "Dot")
  static let eve = pupil(5, "Evans", "Eve")
  static let pupils = [ada, ben, cem, dot, eve]

  /// Everybody on roll from September, the last one in another form.
  static let admissions: [RollChange] = pupils.flatMap { pupil in
    [
      .newPupil(pupil),
      .newEnrolment(
        Enrolment(id: Enrolment.ID(pupil.id.number), pupil: pupil.id, starts: starts)),
      .particulars(
        pupil.id, Particulars(from: starts, yearGroup: year8, group: pupil == eve ? "8C" : "8B")),
    ]
  }

  static let year8: YearGroup = YearGroup(year: 8) ?? .reception

  static let autumn = CalendarYear(
    year: SchoolYear(startYear: 2025),
    terms: [
      Term(
        name: "Autumn", starts: starts, ends: date("2025-12-19"),
        halfTerm: date("2025-10-27")...date("2025-10-31"))
    ],
    closures: [Closure(date: date("2025-09-01"), reason: "INSET day")])

  static func pupil(_ number: Int64, _ surname: String, _ forename: String) -> Pupil {
    Pupil(
      id: Pupil.ID(number), upn: upn(Int(number)),
      name: PupilName(surname: surname, forename: forename), dateOfBirth: date("2012-11-30"))
  }

  static func upn(_ serial: Int) -> UPN {
    guard let upn = UPN(temporary: serial, year: 25) else { preconditionFailure("no UPN") }
    return upn
  }

  static func date(_ text: String) -> SchoolDate {
    guard let date = SchoolDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  /// The moment so many seconds after 08:40 on that Monday.
  static func moment(_ seconds: Int64 = 0) -> Instant {
    Instant(seconds: 1_757_317_200 + seconds)
  }

  static func mark(
    _ pupil: Pupil, _ code: String, at session: Session = monday, minutes: Int? = nil,
    note: String? = nil, how: Entry.How = .marked, basis: Precedence.Basis = .seen,
    seen: Entry.ID? = nil, reason: String = ""
  ) -> ProposedMark {
    ProposedMark(
      pupil: pupil.id, session: session, code: code, minutes: minutes, note: note, how: how,
      basis: basis, seen: seen, reason: reason)
  }

  static func act(
    _ kind: Submission.Kind, _ marks: [ProposedMark], by person: Person = tutor,
    at seconds: Int64 = 0, observer: Observation? = nil, key: RegisterKey? = key
  ) -> Act {
    Act(
      kind: kind, by: person, at: moment(seconds), observer: observer, register: key,
      marks: marks)
  }

  static func act(
    _ marks: [ProposedMark], by person: Person = tutor, at seconds: Int64 = 0
  ) -> Act {
    act(.taken, marks, by: person, at: seconds)
  }

  /// The register of 8B as its tutor takes it: all present but one, who is late, with a note.
  static let taken = act([
    mark(ada, "/"), mark(ben, "/"), mark(cem, "L", minutes: 5, note: "Bus was late"),
    mark(dot, "N", basis: .unexplained),
  ])
}

extension Store {
  /// Admits everybody, so that their marks can be kept.
  func admitEverybody() throws {
    try keep(TestSchool.admissions, by: TestSchool.office, at: TestSchool.moment(-1000))
    try keep([TestSchool.autumn], by: TestSchool.office, at: TestSchool.moment(-1000))
  }

  /// The mark that stands for the pupil at the Monday's session.
  func standing(_ pupil: Pupil, asAt: Instant? = nil) throws -> RegisterRow.Standing? {
    try standing(of: [pupil.id], at: TestSchool.monday, asAt: asAt)[pupil.id]
  }

  /// The code of the Monday's cell in the pupil's sheet.
  func cell(_ pupil: Pupil) throws -> String {
    let sheet = try sheets(of: SchoolYear(startYear: 2025), pupils: [pupil.id])[pupil.id]
    return try alphabet().code(of: sheet?[TestSchool.monday] ?? 0)
  }

  func faults(against seal: String? = nil) throws -> [String] {
    try verify(against: seal) { _ in }.faults
  }
}
