import Attendance
import Policies
import Screens
import Storage

/// Answers what the screens ask, from the school's folder.
struct Answering {
  var school: OpenSchool
  let desk: RegisterDesk
  private let calendar: SchoolCalendar
  private let flags: FlagAnswers

  init(_ school: OpenSchool, _ desk: RegisterDesk) throws {
    self.school = school
    self.desk = desk
    calendar = try school.store.calendar()
    flags = FlagAnswers(school)
  }

  /// The answer, or that it cannot be had and why.
  func answer(_ question: Question, for person: Actor) -> Answer {
    do {
      return try school.store.together { try find(question, for: person) }
    } catch let refused as Refused {
      return .unavailable(refused.atDesk)
    } catch {
      return .unavailable("\(error)")
    }
  }

  private func find(_ question: Question, for person: Actor) throws -> Answer {
    switch question {
    case .staff: return .staff(try school.store.staff())
    case .registers(let date):
      return .registers(
        try RegistersOfDay(school, calendar).day(date ?? school.clock.now.date, for: person))
    case .ownRegister:
      if let key = try OwnRegister(school, calendar).waiting(for: person) {
        return try register(key, for: person)
      }
      return try find(.registers(on: nil), for: person)
    case .register(let key): return try register(key, for: person)
    case .week(let key): return .week(try week(of: key))
    case .year(let pupil, let year):
      return .year(try PupilYears(school, calendar).year(of: pupil, year, for: person))
    case .amending(let question):
      return .amending(
        try AmendAnswers(school: school, registers: desk).answer(question, for: person))
    case .history(let pupil, let session):
      try requireHistory(of: pupil, at: session, for: person)
      return .history(pupil, session, try school.store.history(of: pupil, at: session))
    case .lastMark(let pupil, let date):
      let day = date ?? school.clock.now.date
      try requireHistory(of: pupil, at: Session(day, .am), for: person)
      let session = try school.sessionOfLastMark(of: pupil, on: date)
      return try find(.history(pupil, session), for: person)
    case .pupils(let search): return .pupils(search: search, try pupils(search, for: person))
    case .morning: return .morning(try OfficeDesk(school).morning())
    case .forms:
      return .forms(try school.formsLeft(by: person.person.login))
    case .leave: return .leave(try OfficeDesk(school).leaveBoard())
    case .leaveLetter(let request, let kind, let contact):
      let desk = try OfficeDesk(school)
      return .leaveLetter(
        try desk.leaveLetter(kind, of: desk.leave(request.number), to: contact, for: person))
    case .brief(let pupil): return .brief(try OfficeDesk(school).brief(of: pupil, for: person))
    case .madeText(let pupil, let contact):
      return try OfficeDesk(school).madeText(about: pupil, to: contact, for: person)
    case .lapsed: return .lapsed(try OfficeDesk(school).lapsed())
    case .messages(let date): return try OfficeDesk(school).messages(on: date, for: person)
    case .closing(let words):
      return try AwayAnswers(school: school).closing(words, by: person.person)
    case .closures: return try AwayAnswers(school: school).closures()
    case .reopening(let line, let why):
      return try AwayAnswers(school: school).reopening(line, because: why, by: person.person)
    case .away(let session):
      return try AwayAnswers(school: school).away(at: session, for: person)
    // Asked for at every sign-in, before the first paint: without the roll, which is long.
    case .site(.reminders): return .site(.reminders(try school.reminders(for: person)))
    case .cases(.board):
      let cases = try CaseDesk(FlagDesk(school, on: school.clock.now.date), for: person)
      return .cases(.board(try cases.board()))
    case .figures(let question):
      return .figures(try FigureAnswers(school, for: person).answer(question))
    case .flags(let question): return .flags(try flags.answer(question, for: person))
    case .letters(let question):
      return .letters(try LetterAnswers(school: school).answer(question, for: person))
    case .notices(let pupil):
      return .notices(try NoticeAnswers(school: school).sheet(of: pupil, for: person))
    case .passes:
      return .passes(
        try PassDesk(school: school).passes(all: false).map { holder, groups in
          "\(holder.login)  \(holder.name), \(groups.joined(separator: " ")), until "
            + holder.endInWords
        })
    case .rollover: return .rollover(try AdmissionDesk(school, for: person).rolloverBoard())
    case .audit(let question): return .audit(try AuditDesk(school).board(question))
    case .due:
      let desk = try FlagDesk(school, on: school.clock.now.date)
      return .due(try DueDesk(CaseDesk(desk, for: person)).board())
    case .site(let question): return .site(try OfficeDesk(school).answer(question, for: person))
    }
  }

  private func register(_ key: RegisterKey, for person: Actor) throws -> Answer {
    do {
      let register = try desk.register(key, for: person)
      let audience = try school.store.members(of: key.group, at: key.session).first?.particulars
      let around = neighbours(of: key.session, audience)
      let others = Presence.all(in: school.folder, of: key).filter {
        $0.person.login != person.person.login
      }
      let drafts = try othersDrafts(of: key, besides: person.person.login)
      return .register(
        OpenRegister(
          register: register,
          relations: try school.relations(
            of: person, to: key.group, on: key.session.date),
          earlier: around.earlier.map { RegisterKey(key.group, at: $0) },
          later: around.later.map { RegisterKey(key.group, at: $0) },
          alsoOpen: others,
          leftDrafts: drafts.filter { draft in
            !others.contains { $0.person.login == draft.by.login }
          }.compactMap { draft in
            draft.changes.compactMap(\.mark?.at).min().map { OtherDesk(draft.by, since: $0) }
          }, unsent: Self.unsent(drafts),
          elsewhere: try AwayRegister.elsewhere(from: key, in: school),
          reasons: register.taken == nil
            ? RecentReasons() : try AmendDesk(school, for: person).recentReasons()))
    } catch Refusal.schoolClosed(_, let reason) {
      return .noRegister(NoRegister(key, .closed(reason)))
    } catch is Refused {
      let groups = try school.store.roll().groups(at: key.session).keys.sorted()
      let near = groups.filter { FoldedName.matches($0, search: String(key.group.prefix(1))) }
      return .noRegister(NoRegister(key, .unknownGroup(near: Array(near.prefix(4)))))
    }
  }

  /// Refuses the history of a mark to whoever may not see it, wherever it was asked for.
  private func requireHistory(
    of pupil: Pupil.ID, at session: Session, for person: Actor
  ) throws {
    let permissions = person.permissions(under: school.policy)
    if permissions.may(.viewHistory) { return }
    let roll = try school.store.roll()
    var relations: Set<Reach> = []
    for date in [session.date, school.clock.now.date] {
      guard let member = roll.member(pupil, on: date) else { continue }
      let group = roll.group(of: member, at: session)
      relations.formUnion(try school.relations(of: person, to: group, on: date))
      relations.formUnion(
        try school.relations(of: person, to: member, among: roll.members(on: date)))
    }
    if let denial = permissions.denial(of: .viewHistory, relations: relations) {
      throw Refused("rollcall: \(denial)")
    }
  }

  /// The drafts of the register by everybody else.
  private func othersDrafts(
    of key: RegisterKey, besides login: String
  ) throws -> [(by: Person, changes: [Draft.Change])] {
    let others = school.drafts.files(on: key.session.date).filter {
      $0.key == key && $0.login != login
    }
    if others.isEmpty { return [] }
    let staff = try school.store.staff()
    return try others.map { file in
      let person =
        staff.first { $0.login == file.login }.map(Person.init)
        ?? Person(login: file.login, name: file.login, position: "")
      return (person, try file.changes())
    }
  }

  /// The newest mark of each pupil in these drafts.
  private static func unsent(
    _ drafts: [(by: Person, changes: [Draft.Change])]
  ) -> [Pupil.ID: UnsentMark] {
    var unsent: [Pupil.ID: UnsentMark] = [:]
    for draft in drafts {
      for (pupil, mark) in Draft(draft.changes).marks where !mark.code.isEmpty {
        if let other = unsent[pupil], other.mark.at > mark.at { continue }
        unsent[pupil] = UnsentMark(mark, by: draft.by)
      }
    }
    return unsent
  }

  private func neighbours(
    of session: Session, _ audience: Particulars?
  ) -> (earlier: Session?, later: Session?) {
    let earlier = calendar.sessions(
      before: session, campus: audience?.campus, yearGroup: audience?.yearGroup, count: 1
    ).first
    let now = school.clock.now.date
    let later =
      session.date <= now
      ? calendar.sessions(from: session.date, through: now).first {
        $0 > session
          && calendar.meets(
            at: $0, campus: audience?.campus, yearGroup: audience?.yearGroup)
      } : nil
    return (earlier, later)
  }

  private func week(of key: RegisterKey) throws -> RegisterWeek {
    let members = try school.store.members(of: key.group, at: key.session)
    let audience = members.first?.particulars
    let monday = key.session.date.monday
    let sessions = (0..<5).flatMap { day in
      HalfDay.allCases.map { Session(monday.adding(days: day), $0) }
    }
    let sheets = try school.store.sheets(
      of: SchoolYear(of: key.session.date), pupils: members.map(\.pupil.id))
    let alphabet = try school.store.alphabet()
    let figures = Figures(
      roll: try school.store.roll(), calendar: calendar, codes: school.policies.codes,
      alphabet: alphabet, sheets: [SchoolYear(of: key.session.date): sheets])
    let last = min(school.lastSessionBegun, Session(monday.adding(days: 6), .pm))
    func tallies(from first: SchoolDate) -> [Pupil.ID: Tally] {
      Dictionary(
        uniqueKeysWithValues: members.map {
          ($0.pupil.id, figures.tally(of: $0.pupil.id, from: first, through: last))
        })
    }
    return RegisterWeek(
      key: key,
      codes: Dictionary(
        uniqueKeysWithValues: members.map { member in
          let sheet = sheets[member.pupil.id]
          return (
            member.pupil.id, sessions.map { at in sheet.map { alphabet.code(of: $0[at]) } ?? "" }
          )
        }),
      closed: sessions.map {
        calendar.closure(
          at: $0, campus: audience?.campus, yearGroup: audience?.yearGroup)?.description
      },
      week: tallies(from: monday),
      year: tallies(from: SchoolYear(of: key.session.date).firstDay))
  }

  private func pupils(_ search: String, for person: Actor) throws -> [FoundPupil] {
    let roll = try school.store.roll()
    let today = school.clock.now.date
    // A number alone is a sixth-former's at the door.
    let numbered = Int64(search).flatMap { roll.member(Pupil.ID($0), on: today) }.flatMap {
      $0.isNumbered(search) ? $0 : nil
    }
    let named = roll.members(answeringTo: search, on: today).filter { $0 != numbered }
    return ((numbered.map { [$0] } ?? []) + named).prefix(200).map { member in
      let group = member.particulars.group
      return FoundPupil(
        member.pupil, group: group, relations: person.relations(to: group, takenBy: nil))
    }
  }
}
