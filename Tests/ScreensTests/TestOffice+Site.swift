import Attendance
import Policies
import Screens

extension TestSchool {
  /// The pupils of these rows as members of 8B, the last one as a sixth-former.
  static func members(of rows: [RegisterRow]) -> [Roll.Member] {
    rows.map(\.pupil).map { pupil in
      let isOld = pupil.id == rows.last?.pupil.id
      return Roll.Member(
        pupil: pupil,
        enrolment: Enrolment(
          id: Enrolment.ID(pupil.id.number), pupil: pupil.id, starts: tuesday.adding(days: -400)),
        particulars: Particulars(
          from: tuesday.adding(days: -400), yearGroup: YearGroup(isOld ? "12" : "8") ?? .reception,
          group: isOld ? "12A" : "8B"))
    }
  }
}

extension TestOffice {
  /// What the office's desk answers of the day, the door and the week.
  func answer(
    _ question: SiteQuestion, _ members: [Roll.Member], _ relations: Set<Reach>
  ) -> SiteAnswer {
    let now = TestSchool.at("10:10")
    let date = TestSchool.tuesday
    func member(_ id: Pupil.ID) -> Roll.Member? { members.first { $0.pupil.id == id } }
    switch question {
    case .handout(let request):
      return .handout(request, handout(request, members, now))
    case .inAndOut: return .inAndOut(InAndOut(on: date, at: now.time, book, members: member))
    case .leaver(let pupil):
      return .leaver(
        Leaver(member(pupil) ?? members[0], on: date, book, lunchNeedsPermission: true))
    case .day(let pupil, let date):
      let known = member(pupil) ?? members[0]
      return .day(
        PupilDay(
          pupil: known.pupil, group: known.particulars.group, date: date,
          timeline: Timeline(of: pupil, on: date, marks: [], book), relations: relations))
    case .contacts(let pupil):
      let known = member(pupil) ?? members[0]
      let own =
        brief(of: known.pupil).contacts + [
          Contact(pupil: pupil, priority: 9, name: "Mr Barred", mayContact: .no)
        ]
      return .contacts(
        PupilContacts(
          pupil: known.pupil, group: known.particulars.group, contacts: corrected[pupil] ?? own,
          siblings: ["Rees, Mali 10A"], atLeast: 2, relations: relations))
    case .reminders: return .reminders(reminders)
    case .week(let date):
      return .week(
        WeekClose(
          of: date.monday, rows: openOfWeek,
          signedOff: book.standing.last { $0.matter == .week && $0.date == date.monday }))
    }
  }

  private func handout(
    _ request: Handout.Request, _ members: [Roll.Member], _ now: Instant
  ) -> Handout {
    let due = DueList(
      [("8B", members)], at: TestSchool.morning, codes: TestSchool.policy.codes
    ) { facts[$0] ?? OnSite.Facts() }
    let date = request.date ?? TestSchool.tuesday
    let late = LateBook(
      of: [Session(date, .am)], book,
      members: { id, _ in members.first { $0.pupil.id == id } }, marks: [:],
      codes: TestSchool.policy.codes)
    switch request.kind {
    case .absenceBulletin: return .absenceBulletin(due, at: now)
    case .headcount: return .headcount(due, at: now)
    case .untaken: return .untaken([], on: date, at: now)
    case .headOfYear: return .headOfYear(due, book, at: now)
    case .safeguarding: return .safeguarding(due, book, at: now)
    case .lateBook: return .lateBook(late, on: date, at: now)
    case .detentions: return .detentions(late.lines, on: date, at: now)
    case .lateSlip: return .lateSlips(late.lines, saying: [], on: date, at: now)
    case .dismissal:
      return .dismissal(
        due.lines.map { Handout.Dismissed($0, contacts: [], siblings: []) },
        at: TestSchool.morning, moment: now)
    case .sixthForm: return .sixthForm(due, at: now)
    case .missing: return .missing([], at: now)
    case .contacts: return .fewContacts(members.map { ($0, 1) }, atLeast: 2, at: now)
    case .ringRound, .guests:
      return Handout(
        request.kind, on: date, at: now, summary: "0", columns: [Handout.Column("name")], rows: [])
    case .fireList: return .fireList(due, at: now)
    }
  }
}
