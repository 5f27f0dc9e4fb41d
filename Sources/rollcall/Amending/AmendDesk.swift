import Attendance
import Policies
import Screens
import Storage

/// Where marks on record are amended: it finds them, checks who may, and keeps the one act.
struct AmendDesk {
  let school: OpenSchool
  let person: Actor
  let calendar: SchoolCalendar
  let roll: Roll

  init(_ school: OpenSchool, for person: Actor? = nil) throws {
    self.school = school
    self.person = person ?? school.actor
    calendar = try school.store.calendar()
    roll = try school.store.roll()
  }

  /// What the person may do today.
  var permissions: Permissions { person.permissions(under: school.policy) }

  /// The sessions from one day to another at which the school met, in that half of the day or both.
  func sessions(from first: SchoolDate, through last: SchoolDate, _ half: HalfDay?) -> [Session] {
    calendar.sessions(from: first, through: last).filter { half == nil || $0.half == half }
  }

  /// The marks of the pupil at these sessions.
  func places(of pupil: Pupil, at sessions: [Session]) throws -> [MarkPlace] {
    try sessions.map { session in
      let standing = try school.store.standing(of: [pupil.id], at: session, asAt: nil)
      return place(of: pupil, at: session, standing[pupil.id])
    }
  }

  /// The marks of everybody due in the group at these sessions; none where nobody of it has school.
  func places(of group: String, at sessions: [Session]) throws -> [MarkPlace] {
    try sessions.flatMap { session in
      let members = try school.store.members(of: group, at: session)
      let standing = try school.store.standing(
        of: members.map(\.pupil.id), at: session, asAt: nil)
      return members.map { place(of: $0.pupil, at: session, standing[$0.pupil.id]) }
    }
  }

  private func place(
    of pupil: Pupil, at session: Session, _ standing: RegisterRow.Standing?
  ) -> MarkPlace {
    roll.place(
      of: pupil, at: session, calendar, lastBegun: school.lastSessionBegun, standing: standing)
  }

  /// What the wish comes to at these places.
  func amending(_ wish: AmendmentWish, at places: [MarkPlace]) throws -> Amending {
    var known: [RegisterKey: String?] = [:]
    return try Amending(wish, at: places, under: Register.Rules(school.policy, permissions)) {
      place in
      if let denial = known[place.key] { return denial }
      let denial = try denial(of: place)
      // Who may amend the register may amend it for each of its pupils.
      if denial == nil { known[place.key] = .some(nil) }
      return denial
    }
  }

  /// Why the person may not amend there, or nil: before closing and after are two rights.
  func denial(of place: MarkPlace) throws -> String? {
    let now = school.clock.now
    let window = roll.member(place.pupil.id, on: place.session.date).flatMap {
      school.window(of: place.key, $0.particulars)
    }
    let isOpen =
      now.date == place.session.date && (window.map { $0.phase(at: now.time) == .open } ?? true)
    let right: Right = isOpen ? .amendBeforeClosing : .amendAfterClosing
    if permissions.may(right) { return nil }
    var relations = try school.relations(of: person, to: place.group, on: place.session.date)
    if let member = roll.member(place.pupil.id, on: place.session.date) {
      relations.formUnion(
        try school.relations(
          of: person, to: member, among: roll.members(on: place.session.date)))
    }
    return permissions.denial(of: right, relations: relations)?.description
  }

  /// Keeps the act; says whose mark has changed where one is no longer as it was looked at.
  func keep(_ acts: [Act]) throws -> [Receipt] {
    do {
      return try school.store.submit(acts)
    } catch {
      guard case .markChanged(let pupil, let session) = error else { throw error }
      let standing = try school.store.standing(of: [pupil], at: session, asAt: nil)[pupil]
      let name = roll.pupils[pupil]?.name.onRegister ?? "a pupil"
      let now = standing.map {
        "\($0.entry.code) by \($0.by.name) (\($0.by.position)) \($0.at.time)"
      }
      throw Refused(
        "rollcall: the mark of \(name), \(session.inWords), has changed since it was looked at: it "
          + "is \(now ?? "blank") now; nothing was changed, look at it again")
    }
  }

  /// What undoing the act comes to; refuses where there is no such amendment.
  func undoing(_ number: Submission.ID?) throws -> Undoing {
    let store = school.store
    let undone: Submission
    if let number {
      guard let act = try store.submission(number) else {
        throw Refused(
          "rollcall: there is no act \(number.number); 'rollcall undo' alone takes your last")
      }
      undone = act
    } else {
      guard
        let act = try store.amendments(by: person.person.login, atMost: 20).first(where: {
          $0.undoes == nil
        })
      else {
        throw Refused("rollcall: you have amended nothing lately; name the act by its number")
      }
      undone = act
    }
    guard undone.kind == .amended else {
      throw Refused(
        "rollcall: act \(undone.id.number) is no amendment (\(undone.kind.rawValue)); a register "
          + "that was taken is withdrawn with 'rollcall withdraw'")
    }
    let made = try store.entries(of: undone.id)
    var seen: Set<Place> = []
    let places = made.map { Place(pupil: $0.pupil, session: $0.session) }
      .filter { seen.insert($0).inserted }
    return Undoing(
      of: undone, made: made,
      histories: try places.map { try store.history(of: $0.pupil, at: $0.session) })
  }

  private struct Place: Hashable {
    let pupil: Pupil.ID
    let session: Session
  }

  /// Refuses an undo of marks that the person may not amend, or of a withdrawal they may not make.
  func require(_ undoing: Undoing) throws {
    if undoing.undone.isWithdrawal, let key = undoing.undone.register {
      try require(.withdrawRegister, of: key)
      return
    }
    for mark in undoing.marks {
      guard let pupil = roll.pupils[mark.pupil] else { continue }
      if let denial = try denial(of: place(of: pupil, at: mark.session, nil)) {
        throw Refused("rollcall: \(denial)")
      }
    }
  }

  /// Refuses where the person may not do it to the register.
  func require(_ right: Right, of key: RegisterKey) throws {
    let relations = try school.relations(of: person, to: key.group, on: key.session.date)
    if let denial = permissions.denial(of: right, relations: relations) {
      throw Refused("rollcall: \(denial)")
    }
  }

  /// The reasons that the person, and then the school, gave lately.
  func recentReasons() throws -> RecentReasons {
    func reasons(_ acts: [Submission]) throws -> [String] {
      try acts.flatMap { act in
        try school.store.entries(of: act.id).prefix(1).map(\.reason)
      }
    }
    let own = try reasons(school.store.amendments(by: person.person.login, atMost: 12))
    let first = RecentReasons(own: own, school: [])
    if first.reasons.count == RecentReasons.limit { return first }
    return RecentReasons(
      own: own, school: try reasons(school.store.amendments(by: nil, atMost: 30)))
  }
}
