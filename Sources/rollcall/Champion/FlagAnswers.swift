import Attendance
import Policies
import Screens
import Storage

/// Answers what the screens ask of the rules.
///
/// The list is worked out once and kept until something in the school changes, so that the cursor
/// may run through it: what the rules say of the pupil under it is then a matter of one line of marks.
final class FlagAnswers {
  private let school: OpenSchool
  private var known: (key: Key, reading: Reading)?
  /// What the person at the desk has seen.
  private var seen: SeenFlags?

  init(_ school: OpenSchool) {
    self.school = school
  }

  /// What the list was worked out for; another one and it is worked out again.
  private struct Key: Hashable {
    let login: String
    let date: SchoolDate
  }

  /// The list as it was worked out, and what it was worked out from.
  private struct Reading {
    var desk: FlagDesk
    /// What the person saw when they last looked, or nil on a first visit.
    let seen: SeenFlags.Look?
    /// The desk on the school day before, with which a first visit is compared; nil for none.
    var earlier: FlagDesk?
    /// Where the register stood.
    var mark: RegisterMark
    /// The pupils looked at, in the order of a register, and what tells some of them apart.
    let members: [Roll.Member]
    let lookAlikes: [Pupil.ID: LookAlike]
    /// The rows of those who are flagged.
    var rows: [Pupil.ID: FlagBoard.Row] = [:]
    /// The rules that flag a pupil and did not when the person last looked.
    var fresh: [Pupil.ID: Set<String>] = [:]
    var board: FlagBoard
  }

  /// The answer for the person; refuses where they may not see it.
  func answer(_ question: FlagQuestion, for person: Actor) throws -> FlagAnswer {
    let reading = try reading(for: person)
    switch question {
    case .board:
      note(reading.board, by: person)
      return .board(reading.board)
    case .pupil(let pupil): return .pupil(try flags(of: pupil, reading, for: person))
    }
  }

  /// Notes what the person sees, where it is not what they saw before.
  ///
  /// A disk that is full is told where something is kept; here only a mark of what is new is lost.
  private func note(_ board: FlagBoard, by person: Actor) {
    let login = person.person.login
    var all = seen ?? SeenFlags(in: school.folder, of: login)
    let flags = board.rows.map { ($0.pupil.id, Set($0.flags.map(\.id))) }
    let look = SeenFlags.Look(board.date, Dictionary(uniqueKeysWithValues: flags))
    if all.look(look) { try? all.keep(in: school.folder, of: login) }
    seen = all
  }

  /// The list as of now: that of before with the pupils about whom anything was kept since, or all of
  /// it anew where more was changed than that.
  private func reading(for person: Actor) throws -> Reading {
    let key = Key(login: person.person.login, date: school.clock.now.date)
    // Given up while it is changed, so that it is changed in place.
    if let known, known.key == key, let touched = try touched(since: known.reading, for: person) {
      self.known = nil
      var reading = known.reading
      if !touched.isEmpty { try renew(&reading, touched, for: person) }
      self.known = (key, reading)
      return reading
    }
    let reading = try worked(on: key.date, for: person)
    known = (key, reading)
    return reading
  }

  /// The pupils to look at again; nil where the whole list is to be worked out.
  private func touched(since reading: Reading, for person: Actor) throws -> Set<Pupil.ID>? {
    // Whose cases somebody may see changes with the cases.
    guard person.permissions(under: school.policy).may(.viewFlags) else {
      return try school.store.mark() == reading.mark ? [] : nil
    }
    return try school.store.touched(since: reading.mark)
  }

  private func worked(on date: SchoolDate, for person: Actor) throws -> Reading {
    let mark = try school.store.mark()
    let desk = try FlagDesk(school, on: date)
    let members = try FlagReach(desk, for: person).seen(of: desk.members)
    let everybody = desk.members
    let alike = LookAlike.among(everybody.map(\.pupil))
    let lookAlikes = Dictionary(
      zip(everybody, alike).compactMap { member, alike in alike.map { (member.pupil.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let all = SeenFlags(in: school.folder, of: person.person.login)
    let seen = all.look(before: date)
    self.seen = all
    let before = seen == nil ? desk.rules.time.schoolDay(beforeThatOf: date) : nil
    var reading = Reading(
      desk: desk, seen: seen, earlier: try before.map(desk.on), mark: mark, members: members,
      lookAlikes: lookAlikes,
      board: FlagBoard(
        on: date, before: seen?.date ?? before, isVisit: seen != nil, rows: [],
        lookedAt: members.count,
        rules: desk.policy.flags.rules.count, file: Self.file(of: desk.policy)))
    try look(at: members, in: &reading, for: person)
    return reading
  }

  /// Looks at these pupils again, and leaves the others as they are.
  private func renew(
    _ reading: inout Reading, _ touched: Set<Pupil.ID>, for person: Actor
  ) throws {
    reading.mark = try school.store.mark()
    reading.desk = try reading.desk.refreshed()
    reading.earlier = try reading.earlier?.refreshed()
    try look(
      at: reading.members.filter { touched.contains($0.pupil.id) }, in: &reading, for: person)
  }

  /// Puts the rows of those pupils whom a rule flags into the list, and takes out those of the others.
  private func look(
    at members: [Roll.Member], in reading: inout Reading, for person: Actor
  ) throws {
    let desk = reading.desk
    let flagged = try desk.survey(of: members).cases.filter {
      $0.findings.findings.contains(where: \.isMet)
    }
    let fresh =
      if let seen = reading.seen {
        Self.fresh(flagged, since: seen)
      } else {
        try reading.earlier.map { try self.fresh(flagged, since: $0) } ?? [:]
      }
    let seesAll = person.permissions(under: school.policy).may(.viewFlags)
    let work = try CaseDesk(desk, for: person).followUps(
      of: flagged.map { ($0.member.pupil.id, $0.findings.rulesMet) })
    for member in members {
      reading.rows[member.pupil.id] = nil
      reading.fresh[member.pupil.id] = fresh[member.pupil.id]
    }
    for one in flagged {
      let id = one.member.pupil.id
      reading.rows[id] = FlagBoard.Row(
        one.member.pupil, lookAlike: reading.lookAlikes[id],
        form: one.member.particulars.group, year: one.member.particulars.yearGroup,
        tally: one.line.tally(in: desk.yearSoFar), flags: Self.flags(one.findings, fresh[id] ?? []),
        work: work[id] ?? FlagFollowUp(),
        characteristics: one.member.particulars.terms(seesAll: seesAll))
    }
    let rows = reading.rows
    reading.board = FlagBoard(
      on: desk.date, before: reading.board.before, isVisit: reading.board.isVisit,
      rows: reading.members.compactMap { rows[$0.pupil.id] }, lookedAt: reading.members.count,
      rules: desk.policy.flags.rules.count, file: reading.board.file)
  }

  /// The name of the policy's file, without its folder.
  private static func file(of policy: Policy) -> String {
    let file = policy.flags.rules.first?.place.file.split(separator: "/").last
    return file.map(String.init) ?? "the policy"
  }

  /// For each pupil, the rules that flag now and did not on the earlier desk's date.
  private func fresh(
    _ flagged: [FlagDesk.Case], since earlier: FlagDesk
  ) throws -> [Pupil.ID: Set<String>] {
    let then = try earlier.survey(of: flagged.map(\.member)).cases
    return Dictionary(
      zip(flagged, then).map { now, then in
        (now.member.pupil.id, now.findings.rulesMet.subtracting(then.findings.rulesMet))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// For each pupil, the rules that flag now and that the person did not see.
  private static func fresh(
    _ flagged: [FlagDesk.Case], since seen: SeenFlags.Look
  ) -> [Pupil.ID: Set<String>] {
    Dictionary(
      flagged.map { one in
        let id = one.member.pupil.id
        return (id, one.findings.rulesMet.subtracting(seen.flags[id] ?? []))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func flags(_ findings: Findings, _ fresh: Set<String>) -> [FlagBoard.Flag] {
    var seen: Set<String> = []
    return findings.findings.filter { $0.isMet && seen.insert($0.rule.id).inserted }.map {
      FlagBoard.Flag(id: $0.rule.id, name: $0.rule.name, isNew: fresh.contains($0.rule.id))
    }
  }

  /// What the rules say of one pupil, at the desk the list was worked out at.
  private func flags(
    of pupil: Pupil.ID, _ reading: Reading, for person: Actor
  ) throws -> PupilFlags {
    let desk = reading.desk
    guard let member = desk.roll.member(pupil, on: desk.date) else { throw StoreFault.unknownPupil }
    let reach = FlagReach(desk, for: person)
    if try reach.seen(of: [reach.counted(member)]).isEmpty { try reach.refuse() }
    let survey = try desk.survey(of: [member], listing: true)
    guard let one = survey.cases.first else { throw StoreFault.unknownPupil }
    return PupilFlags(
      one, survey.reader, at: desk, fresh: reading.fresh[pupil] ?? [])
  }
}

extension Findings {
  /// The rules whose limit is met.
  fileprivate var rulesMet: Set<String> { Set(findings.filter(\.isMet).map(\.rule.id)) }
}

extension Particulars {
  /// What is true of the pupil, in the words that somebody types to find them by.
  ///
  /// That a pupil has a social worker, or is known to youth offending, is found only by those who see
  /// the flags of the whole school.
  fileprivate func terms(seesAll: Bool) -> [String] {
    characteristics.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
      switch key {
      case .fsm, .eal, .lookedAfter, .youngCarer:
        return value == "yes" ? [key.rawValue] : []
      case .pupilPremium: return value == "yes" ? [key.rawValue, "pp"] : []
      // Not 'looked after', for which only those who are now are meant.
      case .previouslyLookedAfter: return value == "yes" ? ["previously"] : []
      case .sen:
        return value.isEmpty || value == "N" ? [] : value == "E" ? ["sen", "ehcp"] : ["sen"]
      case .socialWorker, .yot: return value == "yes" && seesAll ? [key.rawValue] : []
      case .ethnicity, .address: return []
      }
    }
  }
}
