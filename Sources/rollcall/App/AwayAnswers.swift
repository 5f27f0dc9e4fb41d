import Attendance
import Policies
import Screens
import Storage

/// Answers what the screens ask of closures and lists, and does what they want done to them.
struct AwayAnswers {
  let school: OpenSchool

  /// What a closure with these answers would touch.
  func closing(_ words: ClosureWords, by person: Person) throws -> Answer {
    let desk = try OfficeDesk(school)
    guard let from = words.from, let through = words.through else {
      throw ClosureRefusal.endsBeforeItStarts
    }
    let names =
      words.part == .pupils
      ? NamesInLine(words.names) { (try? desk.member($0)) != nil }.names : words.names.listed
    let scope = try desk.scope(
      campus: words.part == .campus ? words.names : "", years: words.part == .years ? names : [],
      groups: words.part == .groups ? names : [], pupils: words.part == .pupils ? names : [])
    let closing = try desk.closing(
      ClosureAnswers(
        words.extent, scope: scope, from: from, through: through, reason: words.reason,
        decided: words.decided), by: person)
    return .closing(
      closing,
      inWords: closing.inWords { desk.roll.pupils[$0]?.name.onRegister ?? "a pupil" })
  }

  /// The closures that stand, the newest first.
  func closures() throws -> Answer {
    let desk = try OfficeDesk(school)
    return .closures(
      try desk.closures().reversed().map { line, closure in
        StandingClosure(
          line.id, closure.inWords + (line.words.isEmpty ? "" : ": \(line.words)"))
      }, next: desk.calendar.schoolDay(1, after: desk.now.date))
  }

  /// What taking the closure back would touch.
  func reopening(_ line: DayLine.ID, because why: String, by person: Person) throws -> Answer {
    .reopening(line, try OfficeDesk(school).reopening(line.number, because: why, by: person))
  }

  /// Everybody who is away from the form, or was at that session, as the person may see it.
  func away(at past: Session?, for person: Actor) throws -> Answer {
    let desk = try OfficeDesk(school)
    var expected: [Session: [ExpectedElsewhere]] = [:]
    func known(at session: Session) throws -> [ExpectedElsewhere] {
      if let known = expected[session] { return known }
      let found = try desk.expectedElsewhere(at: session)
      expected[session] = found
      return found
    }
    var places = try (past.map { try desk.lists(at: $0) } ?? desk.listsToCome()).map { listed in
      let states = Dictionary(
        try known(at: listed.session).map { ($0.member.pupil.id, $0.state) },
        uniquingKeysWith: { first, _ in first })
      let isOffSite = listed.list.isOffSite(school.policies.codes)
      return AwayDay.Place(
        listed.list.name, list: AwayDay.Place.Listed(listed.line.id, listed.list),
        at: listed.session,
        members: desk.members(of: listed).map { member in
          AwayDay.Member(
            member.pupil, form: member.particulars.group,
            state: isOffSite ? states[member.pupil.id] ?? "expected" : "on site")
        }, isOffSite: isOffSite,
        isLed: !listed.list.leader.isEmpty && listed.list.leader == person.person.login)
    }
    let session = past ?? school.currentSession
    let others = Dictionary(
      grouping: try known(at: session).filter { $0.list == nil }, by: \.place)
    for (place, pupils) in others.sorted(by: { $0.key < $1.key }) {
      places.append(
        AwayDay.Place(
          place, at: session,
          members: pupils.map {
            AwayDay.Member(
              $0.member.pupil, form: $0.member.particulars.group, state: $0.state)
          }))
    }
    let seesAll = person.permissions(under: school.policy).denial(of: .viewRegister) == nil
    return .away(
      AwayDay(
        seesAll ? places : places.filter(\.isLed), taken: desk.namesOfGroups(),
        earlier: desk.calendar.sessions(before: session, campus: nil, yearGroup: nil, count: 1)
          .first,
        later: past.flatMap { past in
          desk.calendar.sessions(from: past.date, through: desk.now.date).first {
            $0 > past && $0 < school.currentSession
          }
        }))
  }

  /// Does it, and says what was done.
  func perform(_ deed: AwayDeed, by person: Actor) throws -> Answer {
    let desk = try OfficeDesk(school)
    switch deed {
    case .confirm(let place, let notThere, let says, let session):
      if try desk.hasList(named: place, on: session?.date) {
        let listed = try desk.list(named: place, session?.date, session?.half)
        _ = try desk.confirm(listed, notThere: notThere, says: says, by: person.person)
      } else {
        _ = try desk.confirm(
          place: place, notThere: notThere, at: session ?? school.currentSession, says: says,
          by: person.person)
      }
      let past = session.flatMap { $0 < school.currentSession ? " for \($0.inFewWords)" : nil }
      return .awayDone(
        "\(place): confirmed\(past ?? ""), says \(says)"
          + (notThere.isEmpty ? "." : "; \(notThere.count) not there."))
    case .takeOff(let name, let pupils, let says, let session):
      let listed = try desk.list(named: name, on: session.date, session.half)
      _ = try desk.takeOff(listed, pupils, says: says, by: person.person)
      return .awayDone("\(pupils.count) taken off \(name): blank in their forms from now on.")
    case .putOn(let name, let names):
      let listed = try desk.list(named: name)
      let members = try desk.members(named: names, at: listed.session)
      try desk.putOn(listed, members, by: person.person)
      return .awayDone("\(members.count) put on \(name).")
    case .make(let list, let names):
      let members = try desk.members(named: names, at: list.from)
      _ = try desk.make(list, members, by: person.person)
      return .awayDone(
        "\(list.name) is made with \(members.count == 1 ? "one pupil" : "\(members.count) pupils")."
      )
    case .end(let name):
      _ = try desk.end(try desk.list(named: name), by: person.person)
      return .awayDone("\(name) is ended: everybody is due in their form again.")
    }
  }
}

extension OfficeDesk {
  /// The pupils that a line of forms, names and UPNs with commas means, each once.
  func members(named line: String, at session: Session) throws -> [Roll.Member] {
    let groups = roll.groups(at: session)
    let forms = Dictionary(
      groups.keys.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Pupil.ID> = []
    let names = NamesInLine(line) { forms[$0.lowercased()] != nil || (try? member($0)) != nil }
      .names
    return try names.flatMap { name in
      try forms[name.lowercased()].flatMap { groups[$0] } ?? [try member(name)]
    }.filter { seen.insert($0.pupil.id).inserted }
  }
}
