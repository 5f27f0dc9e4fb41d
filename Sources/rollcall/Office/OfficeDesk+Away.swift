import Attendance
import Policies
import Storage

extension OfficeDesk {
  /// A list away from the form as it stands: its line, and the session that matters now.
  struct Listed {
    let line: DayLine
    let list: AwayList
    let session: Session
  }

  /// Everybody expected off site at the session, place by place.
  func expectedElsewhere(
    at session: Session, _ known: DayBook? = nil
  ) throws -> [ExpectedElsewhere] {
    let book = try known ?? school.store.dayBook(.on(session.date))
    // A closure has sent them home, or never let them go.
    guard book.closures(at: session).allSatisfy({ $0.closure.code != "Y4" }) else { return [] }
    let codes = school.policies.codes
    let lists = book.lists(at: session).filter { $0.list.isOffSite(codes) }.map(\.list.name)
    // The whole roll is put into its groups only where somebody is on a list.
    var groups = lists.isEmpty ? [:] : roll.groups(at: session).filter { lists.contains($0.key) }
    let listed = groups.values.joined().map(\.pupil.id)
    let planned = Set(book.standing.compactMap(\.pupil)).subtracting(listed)
    groups[""] = planned.compactMap { roll.member($0, on: session.date) }
      .filter(\.enrolment.isMarked)
    let due = groups.mapValues { members in
      members.filter {
        calendar.meets(
          at: session, campus: $0.particulars.campus, yearGroup: $0.particulars.yearGroup)
      }
    }
    let sheets = try school.store.sheets(of: SchoolYear(of: session.date), pupils: listed)
    let alphabet = try school.store.alphabet()
    return ExpectedElsewhere.among(due, at: session, book, codes: codes) { pupil in
      sheets[pupil].map { alphabet.code(of: $0[session]) } ?? ""
    }
  }

  /// The lists that speak of the date, as they stand.
  func lists(on date: SchoolDate) throws -> [Listed] {
    try school.store.dayBook(.arrangements(on: date)).lists.filter {
      $0.list.from.date <= date && date <= $0.list.through.date
    }.map { Listed(line: $0.line, list: $0.list, session: session(of: $0.list, on: date)) }
  }

  /// The list of that name that runs today or is still to come; refuses where there is none.
  func list(named written: String) throws -> Listed {
    let known = try listsToCome()
    let meant = known.filter { $0.list.name.lowercased() == written.lowercased() }
    if let first = meant.first { return first }
    let names = Set(known.map(\.list.name)).sorted()
    throw Refused(
      "rollcall: there is no list '\(written)' today or later; "
        + (names.isEmpty
          ? "make one with --pupils or --group"
          : "there are "
            + names.joined(separator: ", ")))
  }

  /// The lists that run today or are still to come, the first to begin first.
  func listsToCome() throws -> [Listed] {
    try school.store.dayBook(.between(now.date, now.date.adding(days: 400))).lists
      .sorted { ($0.list.from, $0.list.name) < ($1.list.from, $1.list.name) }
      .map { Listed(line: $0.line, list: $0.list, session: session(of: $0.list, on: now.date)) }
  }

  /// The pupils on the list at its session, in the order of a register.
  func members(of listed: Listed) -> [Roll.Member] {
    roll.groups(at: listed.session)[listed.list.name] ?? []
  }

  /// Makes the list: its line, its group under its leader, and the places of its pupils.
  func make(_ list: AwayList, _ members: [Roll.Member], by person: Person) throws -> Receipt {
    try check(list, members)
    let receipt = try school.store.submit(
      Act(
        kind: .logged, by: person, at: now,
        lines: [ProposedLine(pupil: nil, date: list.from.date, matter: .list(list))]))
    // The line comes first: a list without pupils is seen, pupils without a list are not.
    try school.store.keep(
      [.group(RegistrationGroup(name: list.name, taker: list.leader, room: list.place))]
        + members.flatMap { list.places(of: $0.pupil.id).map(RollChange.membership) },
      by: person, at: now)
    return receipt
  }

  /// Puts pupils on the list from its session on.
  func putOn(_ listed: Listed, _ members: [Roll.Member], by person: Person) throws {
    var rest = listed.list
    rest.from = max(listed.list.from, listed.session)
    try checkFree(rest, members, but: listed.list.name)
    let already = Set(self.members(of: listed).map(\.pupil.id))
    try school.store.keep(
      members.filter { !already.contains($0.pupil.id) }
        .flatMap { rest.places(of: $0.pupil.id).map(RollChange.membership) },
      by: person, at: now)
  }

  /// Takes pupils off the list from its session on: they are blank in their forms at once.
  func takeOff(
    _ listed: Listed, _ pupils: Set<Pupil.ID>, says who: String, by person: Person
  ) throws -> Receipt {
    let expected = try everyone(on: listed).filter { pupils.contains($0.member.pupil.id) }
    let act = Confirming(
      takingOff: expected, at: listed.session, says: who,
      standing: try standing(of: expected, at: listed.session), by: person, now: now
    ).act
    try endPlaces(of: pupils, on: listed, by: person)
    return try school.store.submit(act)
  }

  /// Confirms who is there; whoever is not returns to their form as blank.
  func confirm(
    _ listed: Listed, notThere: Set<Pupil.ID>, says who: String, by person: Person
  ) throws -> Receipt {
    guard listed.list.isOffSite(school.policies.codes) else {
      throw Refused(
        "rollcall: \(listed.list.name) is on site; its leader takes its register like any other")
    }
    let expected = try everyone(on: listed)
    let confirming = Confirming(
      expected, notThere: notThere, at: listed.session, says: who,
      standing: try standing(of: expected, at: listed.session),
      taken: try takenGroups(at: listed.session), by: person, now: now)
    try endPlaces(of: Set(confirming.back), on: listed, by: person)
    return try school.store.submit(confirming.act)
  }

  /// Confirms those whom a provider or another school expects by plan or timetable.
  func confirm(
    place: String, notThere: Set<Pupil.ID>, at session: Session, says who: String, by person: Person
  ) throws -> Receipt {
    let expected = try expectedElsewhere(at: session).filter { $0.place == place && $0.list == nil }
    guard !expected.isEmpty else {
      throw Refused("rollcall: nobody is expected at '\(place)'; 'list --ring-round' names places")
    }
    return try school.store.submit(
      Confirming(
        expected, notThere: notThere, at: session, says: who,
        standing: try standing(of: expected, at: session), taken: [], by: person, now: now
      ).act)
  }

  /// Ends the list from its session on: everybody on it is due in their form again.
  func end(_ listed: Listed, by person: Person) throws -> Receipt {
    let ids = Set(
      roll.memberships.filter { $0.group == listed.list.name }.map(\.pupil))
    // Whoever was confirmed there today is back, and on the fire list again.
    let said = try school.store.dayBook(.on(now.date)).elsewhere(at: listed.session)
    let back =
      listed.session.date == now.date ? ids.filter { said[$0]?.isThere == true }.sorted() : []
    try endPlaces(of: ids, on: listed, by: person)
    return try school.store.submit(
      Act(
        kind: .logged, by: person, at: now,
        lines: [
          ProposedLine(
            pupil: nil, date: now.date, about: .kept(listed.line.id), matter: .done)
        ]
          + back.map {
            ProposedLine(
              pupil: $0, date: now.date, matter: .back(now.time),
              words: "\(listed.list.name) ended")
          }))
  }

  /// Everybody on the list as expected there, whatever its code.
  private func everyone(on listed: Listed) throws -> [ExpectedElsewhere] {
    let expected = try expectedElsewhere(at: listed.session).filter { $0.line.id == listed.line.id }
    if !expected.isEmpty { return expected }
    return members(of: listed).map {
      ExpectedElsewhere(
        $0, at: listed.list.name, code: listed.list.code, line: listed.line, list: listed.list)
    }
  }

  private func endPlaces(
    of pupils: Set<Pupil.ID>, on listed: Listed, by person: Person
  ) throws {
    try school.store.keep(
      roll.memberships.filter { $0.group == listed.list.name && pupils.contains($0.pupil) }
        .flatMap { place -> [RollChange] in
          guard let left = place.ending(before: listed.session) else { return [] }
          return [.noMembership(place)] + left.map(RollChange.membership)
        }, by: person, at: now)
  }

  private func standing(
    of expected: [ExpectedElsewhere], at session: Session
  ) throws -> [Pupil.ID: Entry] {
    try school.store.standing(of: expected.map(\.member.pupil.id), at: session, asAt: nil)
      .mapValues(\.entry)
  }

  private func takenGroups(at session: Session) throws -> Set<String> {
    Set(
      try school.store.taken(on: session.date).keys.filter { $0.session == session }.map(\.group))
  }

  /// The session of a list that matters on the date: the one that runs, else its first of the day.
  private func session(of list: AwayList, on date: SchoolDate) -> Session {
    let running = school.currentSession
    if running.date == date, list.covers(running) { return running }
    return HalfDay.allCases.map { Session(date, $0) }.first(where: list.covers) ?? list.from
  }
}
