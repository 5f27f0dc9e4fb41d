import Attendance
import Policies
import Storage

/// The desk at which penalty notices, notices to improve and agreements about one pupil are weighed
/// and kept.
struct NoticeDesk {
  let school: OpenSchool
  let flags: FlagDesk
  let member: Roll.Member
  /// What the rules say of the pupil on the date.
  let one: FlagDesk.Case
  let reader: MarkReader
  /// Every line about the pupil.
  let book: DayBook
  let person: Actor

  /// The desk for the pupil of that UPN or name on the date, for whoever acts unless somebody else
  /// has signed in; refuses whoever may not see the pupil's flags or work on the case.
  init(
    _ school: OpenSchool, about written: String, on date: SchoolDate? = nil,
    for person: Actor? = nil
  ) throws {
    let flags = try FlagDesk(school, on: date ?? school.clock.now.date)
    let member = try OfficeDesk(school).member(written, on: flags.date)
    try self.init(flags, about: member, for: person ?? school.actor)
  }

  init(_ flags: FlagDesk, about found: Roll.Member, for person: Actor) throws {
    let reach = FlagReach(flags, for: person)
    let member = try reach.counted(found)
    school = flags.school
    self.flags = flags
    self.member = member
    self.person = person
    book = try school.store.dayBook(.about(member.pupil.id))
    try Self.require(
      .workCases, of: member, book, flags, person, to: "weigh notices and agreements")
    let survey = try flags.survey(of: [member], listing: true)
    guard let one = survey.cases.first else { throw StoreFault.unknownPupil }
    self.one = one
    reader = survey.reader
  }

  var date: SchoolDate { flags.date }
  var policy: Policy { flags.policy }
  var pupil: Pupil { member.pupil }
  private var permissions: Permissions { person.permissions(under: school.policy) }

  /// Refuses whoever has no such right about the pupil.
  private static func require(
    _ right: Right, of member: Roll.Member, _ book: DayBook, _ flags: FlagDesk, _ person: Actor,
    to deed: String
  ) throws {
    let relations = try flags.school.relations(
      of: person, to: member, among: flags.members)
    let permissions = person.permissions(under: flags.school.policy)
    if let denial = permissions.denial(of: right, relations: relations, to: deed) {
      throw Refused("rollcall: \(denial)")
    }
  }

  /// Refuses whoever may not do it about this pupil.
  func require(_ right: Right, to deed: String) throws {
    try Self.require(right, of: member, book, flags, person, to: deed)
  }

  /// What the rule on which notices are considered sees of the pupil: on the date, or on the day on
  /// which the line was met.
  func window(metOn day: SchoolDate? = nil) throws -> NoticeWindow {
    var (one, reader) = (self.one, self.reader)
    if let day {
      guard day <= date else {
        throw Refused("rollcall: \(day) is still to come; the line was met on an earlier day")
      }
      let survey = try flags.on(day).survey(of: [member], listing: true)
      guard let then = survey.cases.first else { throw StoreFault.unknownPupil }
      (one, reader) = (then, survey.reader)
    }
    guard
      let window = NoticeWindow(
        policy, one.findings, of: one.line, one.facts, over: flags.rules.time, on: day ?? date,
        today: school.clock.now.date,
        code: { [reader] in reader.code(of: pupil.id, at: $0) })
    else {
      throw Refused(
        "rollcall: the policy considers notices on '\(policy.penaltyNotices.consideredOn)' and has "
          + "no such rule; 'rollcall policy check' names the place")
    }
    return window
  }

  /// Everything on record that is looked at, with the window of the date or of an earlier day.
  func grounds(metOn day: SchoolDate? = nil) throws -> NoticeGrounds {
    let window = try window(metOn: day)
    let issuer = try? policy.penaltyNotices.issuer(
      role: person.role, position: person.person.position)
    return NoticeGrounds(
      of: pupil, on: date, window: window,
      metBefore: NoticeWindow.metBefore(window, flags.rules, of: one.line, one.facts), book: book,
      issuer: permissions.may(.considerPenalty) ? issuer : nil,
      seesSafeguarding: permissions.may(.viewSafeguarding))
  }

  /// As which issuer the person acts; refuses where the policy lets others issue.
  func issuer() throws -> PenaltyNotices.Issuer {
    do {
      return try policy.penaltyNotices.issuer(role: person.role, position: person.person.position)
    } catch {
      throw Refused("rollcall: \(error)")
    }
  }

  /// The parents, first to be called first: the one of that number or name, or all who have parental
  /// responsibility and whom the person may see.
  func parents(named written: [String] = []) throws -> [Contact] {
    let relations = try flags.school.relations(
      of: person, to: member, among: flags.members)
    let seen = try school.store.contacts(of: pupil.id).filter {
      !$0.isHidden(from: permissions, relations)
    }
    let parents = seen.filter { $0.parentalResponsibility == true }
    if written.isEmpty {
      guard parents.isEmpty else { return parents }
      throw Refused(
        "rollcall: no contact of \(pupil.name.onRegister) is recorded with parental responsibility; "
          + "record it among the contacts first")
    }
    return try written.map { text in
      let found = seen.filter { contact in
        Int(text).map { $0 == contact.priority }
          ?? FoldedName.matches(contact.name, search: text)
      }
      guard let only = found.first, found.count == 1 else {
        let names = parents.map { "\($0.priority) \($0.name)" }.joined(separator: ", ")
        throw Refused(
          "rollcall: \(pupil.name.onRegister) has \(found.isEmpty ? "no" : "more than one") contact "
            + "'\(text)'; give the number: \(names)")
      }
      return only
    }
  }

  /// The case on a ladder that the pupil has open, which what is kept here belongs to.
  var openCase: DayLine.ID? { book.cases.last { $0.pupil == pupil.id && $0.isOpen }?.id }

  /// An act of these lines by the person.
  func act(_ lines: [ProposedLine]) -> Act {
    Act(kind: .logged, by: person.person, at: school.clock.now, lines: lines)
  }

  /// A line about the pupil today: part of the open case, or about another line.
  func line(_ work: Casework, about: DayLine.ID? = nil, saying words: String) -> ProposedLine {
    ProposedLine(
      pupil: pupil.id, date: date, about: (about ?? openCase).map { .kept($0) },
      matter: .casework(work), words: words)
  }
}
