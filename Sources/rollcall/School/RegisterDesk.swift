import Attendance
import Policies
import Screens
import Storage

/// Puts registers together for a desk, keeps their drafts, and submits them.
final class RegisterDesk {
  private let school: OpenSchool
  private let calendar: SchoolCalendar
  private let alphabet: SheetAlphabet
  private var drafts: [Place: DraftFile] = [:]

  private struct Place: Hashable {
    let key: RegisterKey
    let login: String
  }

  init(_ school: OpenSchool) throws {
    self.school = school
    calendar = try school.store.calendar()
    alphabet = try school.store.alphabet()
  }

  /// The register as it stands: who is due, what is planned, on record and in the draft.
  ///
  /// Refuses in words where the school does not meet or there is no such group.
  func register(_ key: RegisterKey, for person: Actor) throws -> Register {
    let members = try school.members(of: key.group, at: key.session)
    let audience = members.first?.particulars
    if let closed = calendar.closure(
      at: key.session, campus: audience?.campus, yearGroup: audience?.yearGroup)
    {
      throw Refusal.schoolClosed(key.session, reason: closed.description)
    }
    let pupils = members.map(\.pupil.id)
    let standing = try school.store.standing(of: pupils, at: key.session, asAt: nil)
    let plans = try school.store.plans(at: key.session)
    let away = try AwayRegister(school, key)
    let past = try PastMarks(of: pupils, before: key.session, school.store, calendar)
    let rows = members.map { member in
      RegisterRow(
        pupil: member.pupil,
        isOfCompulsoryAge: member.pupil.isOfCompulsoryAge(on: key.session.date),
        enrolment: member.enrolment.kind, lastSix: past.lastSix(member),
        heed: past.heed(member, among: members, codes: school.policies.codes),
        plan: plans.last { $0.pupil == member.pupil.id } ?? away.plan(of: member.pupil.id),
        standing: standing[member.pupil.id])
    }
    let group = try school.store.group(key.group)
    return Register(
      key: key, taker: try takerName(of: group), room: group.room,
      window: audience.flatMap { school.window(of: key, $0) },
      rules: Register.Rules(
        school.policy, person.permissions(under: school.policy),
        leading: away.isLed(by: person.person)),
      rows: rows,
      taken: try school.store.taken(on: key.session.date)[key],
      draft: Draft(try draft(key, person).changes()))
  }

  /// Keeps the changes of the person's draft; they are on disk when it returns.
  func keep(
    _ changes: [Draft.Change], of key: RegisterKey, by person: Actor
  ) throws(StoreFault) {
    try draft(key, person).append(changes)
  }

  /// Submits the act, and removes the draft it settles.
  ///
  /// Throws a fault where another desk of the same person has added to the draft meanwhile.
  func submit(
    _ act: Act, settling seen: Draft?, by person: Actor
  ) throws(StoreFault) -> Receipt {
    guard let key = act.register else { return try school.store.submit(act) }
    let store = school.store
    return try draft(key, person).submit { changes throws(StoreFault) in
      if let seen, Draft(changes) != seen {
        throw .refused("your other desk has marked more; look at it, and submit again")
      }
      return try store.submit(act)
    }
  }

  private func draft(_ key: RegisterKey, _ person: Actor) -> DraftFile {
    let place = Place(key: key, login: person.person.login)
    if let known = drafts[place] { return known }
    let file = DraftFile(in: school.folder, of: key, by: person.person.login)
    drafts[place] = file
    return file
  }

  private func takerName(of group: RegistrationGroup) throws -> String {
    Staff.taker(of: group, among: try school.store.staff())?.name ?? ""
  }
}

/// The marks of the sessions before one, for the pupils of a register.
struct PastMarks {
  private let session: Session
  private let calendar: SchoolCalendar
  private let sheets: [Pupil.ID: YearSheet]
  private let alphabet: SheetAlphabet

  init(
    of pupils: [Pupil.ID], before session: Session, _ store: any Store,
    _ calendar: SchoolCalendar
  ) throws {
    self.session = session
    self.calendar = calendar
    sheets = try store.sheets(of: SchoolYear(of: session.date), pupils: pupils)
    alphabet = try store.alphabet()
  }

  /// The codes of the last six sessions, oldest first.
  func lastSix(_ member: Roll.Member) -> [String] {
    sessions(member, count: 6).reversed().map { code(member, at: $0) }
  }

  /// Why filling the blanks leaves the pupil out, or nil.
  ///
  /// A blank the session before speaks of the pupil only where others of the register were marked
  /// then: a register that nobody took is no sign that thirty children were missing.
  func heed(
    _ member: Roll.Member, among members: [Roll.Member], codes: CodeBook
  ) -> RegisterRow.Heed? {
    guard let before = sessions(member, count: 1).first,
      member.enrolment.isOnRoll(on: before.date)
    else { return nil }
    let text = code(member, at: before)
    if text.isEmpty {
      return members.contains { !code($0, at: before).isEmpty } ? .unmarkedBefore : nil
    }
    guard let code = codes.code(text, on: before.date), code.isAbsence, code.onSite != .later
    else { return nil }
    return .absentBefore(code: text)
  }

  private func code(_ member: Roll.Member, at session: Session) -> String {
    sheets[member.pupil.id].map { alphabet.code(of: $0[session]) } ?? ""
  }

  private func sessions(_ member: Roll.Member, count: Int) -> [Session] {
    calendar.sessions(
      before: session, campus: member.particulars.campus, yearGroup: member.particulars.yearGroup,
      count: count
    ).filter { SchoolYear(of: $0.date) == SchoolYear(of: session.date) }
  }
}
