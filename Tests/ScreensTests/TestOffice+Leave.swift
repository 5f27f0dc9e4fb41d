import Attendance
import Policies
import Screens

extension TestOffice {
  /// The requests of the day book, weighed by the policy of the tests.
  func leaveBoard(_ pupils: [Pupil]) -> LeaveBoard {
    LeaveBoard(
      book.leave.compactMap { leave in
        guard let pupil = pupils.first(where: { $0.id == leave.pupil }) else { return nil }
        let tally = Tally(attended: 84, authorised: 16, unauthorised: 0)
        return LeaveBoard.Row(
          leave, name: pupil.name.onRegister, group: "8B",
          points: TestSchool.policy.leave.weigh(
            leave.request,
            of: LeaveRecord(
              yearGroup: YearGroup(year: 8) ?? .reception, year: tally, twelveMonths: tally),
            calendar: Self.calendar),
          isOfCompulsoryAge: true,
          back: Self.calendar.schoolDay(1, after: leave.request.through.date),
          planned: book.planned(
            for: pupil.id, from: leave.request.from, through: leave.request.through))
      }, begun: TestSchool.morning, calendar: Self.calendar)
  }

  /// The letter of a request to its contact, or to the pupil's first.
  func leaveLetter(
    _ kind: LeaveLetterKind, of request: DayLine.ID, to contact: Contact?, _ pupils: [Pupil]
  ) -> Answer {
    guard let leave = book.leave.first(where: { $0.id == request }),
      let pupil = pupils.first(where: { $0.id == leave.pupil }),
      let letter = try? TestSchool.dunkirk.letter(.decision, of: leave, nil),
      let after = TestSchool.dunkirk.letter("after-return")
    else { return .unavailable("request \(request.number) has no letter") }
    let contacts = brief(of: pupil).contacts
    guard let contact = contact ?? contacts.first else { return .unavailable("nobody to write to") }
    let lines = ["Dear \(contact.name),", "", "It is \(leave.state.rawValue)."]
    return .leaveLetter(
      LeaveLetter(
        about: leave, of: pupil.id, named: pupil.name.onRegister, kind,
        letter: kind == .decision ? letter : after, contact: contact, contacts: contacts,
        words: (lines + (1...20).map { "Line \($0)." }).joined(separator: "\n"),
        others: leave.state == .refused ? LeaveLetterKind.allCases.filter { $0 != kind } : []))
  }

  /// The autumn of the tests, with its half term.
  static let calendar = SchoolCalendar([
    CalendarYear(
      year: SchoolYear(startYear: 2025),
      terms: [
        Term(
          name: "Autumn", starts: TestSchool.tuesday.adding(days: -36),
          ends: TestSchool.tuesday.adding(days: 66),
          halfTerm: TestSchool.tuesday.adding(days: 13)...TestSchool.tuesday.adding(days: 17))
      ], closures: [])
  ])

  /// A request for the week before half term, and one at lunch time that was granted.
  static let leave: DayBook = {
    let pupils = TestSchool.form.map(\.pupil)
    func line(
      _ id: Int64, _ pupil: Pupil, _ matter: DayLine.Matter, about: Int64? = nil,
      _ words: String
    ) -> DayLine {
      DayLine(
        id: DayLine.ID(id), by: Person(TestSchool.hall), at: TestSchool.at("08:20"),
        pupil: pupil.id, date: TestSchool.tuesday, about: about.map(DayLine.ID.init),
        matter: matter, words: words)
    }
    let week = TestSchool.tuesday.adding(days: 6)
    return DayBook([
      line(
        1, pupils[4],
        .request(
          LeaveRequest(
            from: Session(week, .am), through: Session(week.adding(days: 4), .pm),
            purpose: LeavePurpose.holiday.rawValue, asker: "Mrs Ellis", relationship: "mother",
            received: TestSchool.tuesday)), "a cheap flight"),
      line(
        2, pupils[17],
        .request(
          LeaveRequest(
            from: Session(TestSchool.tuesday, .am), through: Session(week.adding(days: 60), .pm),
            purpose: LeaveRequest.lunch, asker: "Mr Rees", relationship: "father",
            received: TestSchool.tuesday.adding(days: -9))), "lives round the corner"),
    ])
  }()
}
