import Attendance
import Policies
import Storage

/// The desk at which flags are followed up: cases, what is due on them, and what they rest on.
struct CaseDesk {
  let desk: FlagDesk
  /// Everything done to follow up attendance, as far as the person may see it.
  let book: DayBook
  /// Every case, oldest first.
  let cases: [Case]
  let person: Actor
  private let staff: [Staff]
  private let roleTitles: [String: String]
  /// The pupils of whom the person reads notes and why letters wait; nil for everybody.
  private let read: Set<Pupil.ID>?

  /// The desk on the date, for whoever acts unless somebody else has signed in at it.
  init(_ desk: FlagDesk, for person: Actor? = nil) throws {
    self.desk = desk
    self.person = person ?? desk.school.actor
    read = try Self.read(by: self.person, desk)
    let whole = try desk.school.dayBook(.casework, for: self.person)
    book = read.map { read in whole.withWords { $0.map(read.contains) ?? false } } ?? whole
    cases = book.cases
    staff = try desk.school.store.staff().filter {
      $0.ends.map { $0 >= desk.date } ?? true && !$0.isPass
    }
    roleTitles = Dictionary(
      desk.policy.roles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  var date: SchoolDate { desk.date }

  /// Whoever works a pupil's cases reads what was written in them, and so does whoever reads notes;
  /// others see that a case runs, on which step, and with whom.
  private static func read(by person: Actor, _ desk: FlagDesk) throws -> Set<Pupil.ID>? {
    let rights = [Right.viewNotes, .workCases]
    let permissions = person.permissions(under: desk.school.policy)
    if rights.contains(where: { permissions.may($0) }) { return nil }
    return Set(
      try rights.filter { permissions.mayEver($0) }.flatMap { right in
        try PupilReach(right, in: desk.school, for: person)
          .reached(of: desk.members, among: desk.members).map(\.pupil.id)
      })
  }

  /// Whether the person reads the words of cases about the pupil.
  func reads(about pupil: Pupil.ID) -> Bool { read?.contains(pupil) ?? true }

  /// The case with that number, if the person may see it; refuses where there is none.
  func one(_ number: Int64) throws -> Case {
    guard let one = cases.first(where: { $0.id.number == number }) else {
      throw Refused("rollcall: \(CaseRefusal.noCase(number))")
    }
    _ = try member(of: one)
    return one
  }

  /// The pupil of the case, on roll or not any more; refuses where the person may not see them.
  func member(of one: Case) throws -> Roll.Member? {
    guard let pupil = one.pupil, let member = desk.roll.member(pupil, on: date) else { return nil }
    let reach = FlagReach(desk, for: person)
    if try reach.seen(of: [member]).isEmpty { try reach.refuse() }
    return member
  }

  /// The cases of pupils whose flags the person may see; one who has left is seen by whoever sees all.
  func seen() throws -> [Case] {
    let pupils = Set(try FlagReach(desk, for: person).seen(of: desk.members).map(\.pupil.id))
    let seesAll = person.permissions(under: desk.school.policy).may(.viewFlags)
    return try lookingAtFlags(
      cases.filter { one in
        guard let pupil = one.pupil else { return false }
        return pupils.contains(pupil) || seesAll
      })
  }

  /// The cases, each whose next step waits for a flag that stands due since then.
  private func lookingAtFlags(_ cases: [Case]) throws -> [Case] {
    let waiting = cases.filter { $0.isOpen && $0.due == nil && flagAwaited(by: $0) != nil }
    let pupils = Set(waiting.compactMap(\.pupil))
    let surveyed = try desk.survey(of: desk.members.filter { pupils.contains($0.pupil.id) })
    let found = Dictionary(
      surveyed.cases.map { ($0.member.pupil.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try cases.map { one in
      guard let flag = flagAwaited(by: one), let pupil = one.pupil, let known = found[pupil],
        let finding = known.findings.findings.first(where: { $0.isMet && $0.rule.id == flag })
      else { return one }
      var due = one
      due.flagStands = max(
        one.stepTaken,
        try desk.since(finding, of: known.line, known.facts) ?? one.stepTaken)
      return due
    }
  }

  /// The rule whose flag the next step of the case waits for, by id.
  func flagAwaited(by one: Case) -> String? {
    let steps = desk.policy.ladder(one.opening.ladder)?.steps ?? []
    let next = one.step + 1
    return steps.indices.contains(next) && steps[next].after == nil ? steps[next].flag : nil
  }

  /// Refuses where the person may not work cases of the pupil.
  func requireWork(on member: Roll.Member, _ right: Right = .workCases) throws {
    let reach = FlagReach(desk, for: person, to: right)
    if try reach.seen(of: [member]).isEmpty { try reach.refuse() }
  }

  /// The ladder of the case; refuses where the policy in force names it no more.
  func climb(_ ladder: String) throws -> LadderClimb {
    guard let found = desk.policy.ladder(ladder) else {
      let ids = desk.policy.ladders.map(\.id).joined(separator: ", ")
      throw Refused(
        "rollcall: the policy has no ladder '\(ladder)'; it has \(ids.isEmpty ? "none" : ids)")
    }
    return LadderClimb(found, over: desk.rules.time)
  }

  /// Attendance before the last step and since, by the policy's measure; nil before the first step or
  /// where the pupil has left the roll.
  func review(_ one: Case) throws -> CaseReview? {
    guard one.step >= 0, let ladder = desk.policy.ladder(one.opening.ladder),
      let pupil = one.pupil, let member = desk.roll.member(pupil, on: date)
    else { return nil }
    let line = try desk.line(of: member, since: SchoolYear(of: one.stepTaken))
    return CaseReview(
      line.beforeAndSince(one.stepTaken, to: date, in: desk.rules.time), on: ladder,
      of: desk.policy)
  }

  /// What holds at the moment of an act about the pupil.
  func moment(of pupil: Pupil.ID?) -> CaseMoment {
    CaseMoment(
      by: person.person, now: desk.school.clock.now,
      hold: pupil.flatMap { book.holds(of: $0, on: date).last?.hold })
  }

  /// Who has to see to it, in words: the name, or the title of the role.
  func name(of owner: CaseOwner) -> String {
    if let named = staff.first(where: { $0.login == owner.login && !owner.login.isEmpty }) {
      return named.name
    }
    let ofRole = staff.filter { $0.role == owner.role }
    if let only = ofRole.first, ofRole.count == 1, owner.login.isEmpty { return only.name }
    let title = roleTitles[owner.role] ?? owner.role
    return owner.login.isEmpty ? title : "\(owner.login), who has left"
  }

  /// Whoever of the role has the pupil's form or year, if one does, else the role.
  func owner(of role: String, for member: Roll.Member) -> CaseOwner {
    let own = staff.first {
      $0.role == role && !$0.group.isEmpty
        && [member.particulars.group, member.particulars.yearGroup.description].contains($0.group)
    }
    return CaseOwner(role: role, login: own?.login ?? "")
  }

  /// The member of staff with that login, or whoever has the role of that id or title.
  func owner(_ written: String) throws -> CaseOwner {
    if let member = staff.first(where: { $0.login == written || $0.name == written }) {
      return CaseOwner(role: member.role, login: member.login)
    }
    let wanted = written.lowercased()
    if let role = desk.policy.roles.first(where: { $0.id == wanted || $0.title == wanted }) {
      return CaseOwner(role: role.id)
    }
    throw Refused(
      "rollcall: nobody signs in as '\(written)', and no role is called that; "
        + "'rollcall staff list' and 'rollcall staff roles' name them")
  }

  /// Keeps the act.
  func keep(_ act: Act) throws -> Receipt { try desk.school.keep(act) }
}
