import Attendance
import Policies
import Screens
import Storage

extension OfficeDesk {
  /// What the office needs to know of the pupil before it acts.
  func brief(of pupil: Pupil.ID, for person: Actor) throws -> PupilBrief {
    guard let member = roll.member(pupil, on: now.date) else {
      throw Refusal.notOnRoll(
        name: roll.pupils[pupil]?.name.onRegister ?? "the pupil", on: now.date)
    }
    let year = SchoolYear(of: now.date)
    let sheets = try school.store.sheets(of: year, pupils: [pupil])
    let alphabet = try school.store.alphabet()
    let book = try school.store.dayBook(.about(pupil))
    let weekAgo = now.date.adding(days: -6)
    let figures = Figures(
      roll: roll, calendar: calendar, codes: school.policies.codes, alphabet: alphabet,
      sheets: [year: sheets])
    let tally = figures.tally(of: pupil, from: year.firstDay, through: school.lastSessionBegun)
    let absentDays = sheets[pupil].map { daysAbsent($0, alphabet, of: member) } ?? []
    return PupilBrief(
      pupil: member.pupil, group: member.particulars.group,
      isOfCompulsoryAge: member.pupil.isOfCompulsoryAge(on: now.date),
      contacts: try school.store.contacts(of: pupil).filter { $0.mayContact == .yes },
      concerns: member.concerns,
      unexplained: try everyUnexplained(among: [member]).map(\.standing),
      attempts: book.attempts(about: pupil, on: now.date).map(\.line),
      plans: plans(of: pupil, book),
      recentMessages: book.lines.count { line in
        if case .message = line.matter { return line.date >= weekAgo }
        return false
      },
      daysAbsent: absentDays.count,
      enrolment: member.enrolment, attendance: tally.attendance, arrival: try arrival(of: member),
      relations: person.relations(to: member.particulars.group, takenBy: nil),
      matters: try matters(of: member, book, since: absentDays.min(), tally, for: person))
  }

  /// The absences known from today on, and what a timetable makes of today.
  private func plans(of pupil: Pupil.ID, _ book: DayBook) -> [Plan] {
    let today = HalfDay.allCases.flatMap { book.plans(at: Session(now.date, $0)) }
    return book.plans.filter { $0.through.date >= now.date && $0.pupil == pupil }
      + today.filter { $0.source == .timetable && $0.pupil == pupil }
  }

  /// The school days before today, one after another, on which the pupil was absent all day.
  private func daysAbsent(
    _ sheet: YearSheet, _ alphabet: SheetAlphabet, of member: Roll.Member
  ) -> Set<SchoolDate> {
    // More than four weeks is another matter than a call, and stands in the year.
    let sessions = calendar.sessions(
      before: Session(now.date, .am), campus: member.particulars.campus,
      yearGroup: member.particulars.yearGroup, count: 40
    ).filter { SchoolYear(of: $0.date) == SchoolYear(of: now.date) }
    var days: Set<SchoolDate> = []
    for session in sessions {
      let code = school.policies.codes.code(
        alphabet.code(of: sheet[session]), on: session.date)
      switch code?.category {
      case .authorisedAbsence, .unauthorisedAbsence: days.insert(session.date)
      case .present, .approvedActivity, .notPossible, nil:
        days.remove(session.date)
        return days
      }
    }
    return days
  }

  /// Where an arrival now would be marked.
  private func arrival(of member: Roll.Member) throws -> PupilBrief.ArrivalPlace? {
    guard let place = try? session(of: member, at: now.time), let window = place.window else {
      return nil
    }
    let standing = try school.store.standing(
      of: [member.pupil.id], at: place.session, asAt: nil)
    return PupilBrief.ArrivalPlace(
      session: place.session, window: window, standing: standing[member.pupil.id]?.entry,
      planned: try planned(for: member.pupil.id, at: place.session),
      lateLunch: lateLunch(for: member, at: place.session))
  }

  /// The code that is planned for the pupil at the session, or empty.
  func planned(for pupil: Pupil.ID, at session: Session) throws -> String {
    try school.store.plans(at: session).last { $0.pupil == pupil }?.code ?? ""
  }

  /// What there is for lunch for a pupil who comes after the orders have closed (O13).
  private func lateLunch(for member: Roll.Member, at session: Session) -> String? {
    let campus = member.particulars.campus
    guard session.half == .am, let day = school.policy.day(at: campus.isEmpty ? nil : campus),
      let closes = day.lunchOrdersBy, closes < now.time
    else { return nil }
    return "orders closed \(closes)" + (day.lateLunch.map { ", \($0)" } ?? "")
  }

  /// The day book of a day with the names of everybody in it.
  func messages(on date: SchoolDate, for person: Actor) throws -> Answer {
    let book = try school.store.dayBook(.on(date))
    var names: [Pupil.ID: FoundPupil] = [:]
    for pupil in book.lines.compactMap(\.pupil) where names[pupil] == nil {
      guard let member = roll.member(pupil, on: now.date) else { continue }
      names[pupil] = FoundPupil(
        member.pupil, group: member.particulars.group,
        relations: person.relations(to: member.particulars.group, takenBy: nil))
    }
    return .messages(on: date, book, names: names)
  }
}
