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

  /// The lists that speak of the session, as they stand at it.
  func lists(at session: Session) throws -> [Listed] {
    try lists(on: session.date).filter { $0.list.covers(session) }
      .map { Listed(line: $0.line, list: $0.list, session: session) }
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
    return try school.store.submit(
      Act(
        kind: .logged, by: person, at: now,
        lines: [ProposedLine(pupil: nil, date: list.from.date, matter: .list(list))]),
      with: [.group(RegistrationGroup(name: list.name, taker: list.leader, room: list.place))]
        + members.flatMap { list.places(of: $0.pupil.id).map(RollChange.membership) })
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
    return try school.store.submit(act, with: try ending(placesOf: pupils, on: listed))
  }

  /// Confirms who is there; whoever is not returns to their form as blank.
  func confirm(
    _ listed: Listed, notThere: Set<Pupil.ID>, says who: String, by person: Person
  ) throws -> Receipt {
    guard listed.list.isOffSite(school.policies.codes) else {
      throw Refused(
        "rollcall: \(listed.list.name) is on site; its leader takes its register like any other")
    }
    try checkTold(listed.session, members(of: listed))
    let expected = try everyone(on: listed)
    let confirming = Confirming(
      expected, notThere: notThere, at: listed.session, says: who,
      standing: try standing(of: expected, at: listed.session),
      taken: try takenGroups(at: listed.session), by: person, now: now)
    return try school.store.submit(
      confirming.act, with: try ending(placesOf: Set(confirming.back), on: listed))
  }

  /// Confirms those whom a provider or another school expects by plan or timetable.
  func confirm(
    place: String, notThere: Set<Pupil.ID>, at session: Session, says who: String, by person: Person
  ) throws -> Receipt {
    try checkTold(session, [])
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
          }),
      with: try ending(placesOf: ids, on: listed))
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

  /// The changes by which these pupils are off the list from its session on.
  ///
  /// Whoever is known to have been there at a later session is off at this one alone: a morning may
  /// be told in the afternoon.
  private func ending(
    placesOf pupils: Set<Pupil.ID>, on listed: Listed
  ) throws -> [RollChange] {
    guard !pupils.isEmpty else { return [] }
    let later = calendar.sessions(from: listed.session.date, through: now.date)
      .filter { $0 > listed.session && listed.list.covers($0) }
    let there = Set(
      try later.flatMap { try expectedElsewhere(at: $0) }
        .filter { $0.line.id == listed.line.id && $0.isConfirmed }.map(\.member.pupil.id))
    return roll.memberships.filter {
      $0.group == listed.list.name && pupils.contains($0.pupil)
    }.flatMap { place -> [RollChange] in
      let left =
        there.contains(place.pupil)
        ? place.leavingOut(listed.session) : place.ending(before: listed.session)
      return left.map { [.noMembership(place)] + $0.map(RollChange.membership) } ?? []
    }
  }

  private func standing(
    of expected: [ExpectedElsewhere], at session: Session
  ) throws -> [Pupil.ID: Entry] {
    try school.store.standing(of: expected.map(\.member.pupil.id), at: session, asAt: nil)
      .mapValues(\.entry)
  }

  /// Refuses to hear who was there at a session that nobody can know of, or that was not held.
  private func checkTold(_ session: Session, _ members: [Roll.Member]) throws {
    if session.date > now.date {
      throw Refused(
        "rollcall: \(session.date.inWords) is still to come; confirm who is there on the day")
    }
    if let closed = try school.closure(of: members, at: session) { throw closed }
  }

  private func takenGroups(at session: Session) throws -> Set<String> {
    Set(
      try school.store.taken(on: session.date).keys.filter { $0.session == session }.map(\.group))
  }

  /// The session of a list that matters on the date: the one that runs, else its first of the day.
  func session(of list: AwayList, on date: SchoolDate) -> Session {
    let running = school.currentSession
    if running.date == date, list.covers(running) { return running }
    return HalfDay.allCases.map { Session(date, $0) }.first(where: list.covers) ?? list.from
  }
}
