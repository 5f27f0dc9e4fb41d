import Attendance
import Policies
import Storage

extension OfficeDesk {
  /// The registers of the sessions begun today that nobody has taken, one line each (U7).
  func untaken() throws -> [UntakenRegister] {
    let taken = try school.store.taken(on: now.date)
    let staff = try school.store.staff()
    let closed = try ClosedRegisters(school, on: now.date)
    let covers = Dictionary(grouping: try school.store.covers(on: now.date), by: \.group)
    let nudges = try school.store.dayBook(.on(now.date)).nudges(on: now.date)
    let drafts = school.drafts.files(on: now.date)
    var registers: [UntakenRegister] = []
    for half in HalfDay.allCases {
      let session = Session(now.date, half)
      // Only of those that wait is it asked who is due, member by member.
      let waiting = roll.groups(at: session).filter { group, members in
        let key = RegisterKey(group, at: session)
        return taken[key] == nil && window(of: key, members).map { $0.opens <= now.time } ?? false
      }
      for (group, members) in due(at: session, in: Set(waiting.keys)) {
        let key = RegisterKey(group, at: session)
        guard let window = window(of: key, members), closed.reason(of: key, members) == nil
        else { continue }
        let drafted = try drafted(key, in: drafts)
        let pupils = Set(members.map(\.pupil.id))
        let owner = drafted.first { pupils.isSubset(of: $0.value) }?.key
        let known = roll.groups.first { $0.name == group } ?? RegistrationGroup(name: group)
        registers.append(
          UntakenRegister(
            key, pupils: members.count,
            marked: drafted.values.reduce(into: Set()) { $0.formUnion($1) }
              .intersection(pupils).count,
            drafted: owner.map { login in staff.first { $0.login == login }?.name ?? login } ?? "",
            room: known.room,
            taker: Staff.taker(of: known, among: staff)?.name ?? "",
            cover: covers[group]?.last?.by.name ?? "", window: window, reminded: nudges[key]))
      }
    }
    return registers
  }

  /// When the register of these members is open, or nil where the school has no such session.
  private func window(of key: RegisterKey, _ members: [Roll.Member]) -> RegisterWindow? {
    members.first.flatMap { school.window(of: key, $0.particulars) }
  }

  /// Whom the drafts of the register mark, by the login of whoever made each.
  private func drafted(
    _ key: RegisterKey, in drafts: [DraftFile]
  ) throws -> [String: Set<Pupil.ID>] {
    try drafts.filter { $0.key == key }.reduce(into: [:]) { marked, file in
      let marks = try school.drafts.draft(in: file).marks.filter { !$0.value.code.isEmpty }
      marked[file.login, default: []].formUnion(marks.keys)
    }
  }

  /// The act that reminds the takers of the registers not taken: of one group, or of all.
  func nudge(_ group: String? = nil) throws -> Act {
    let waiting = try untaken()
    let meant = waiting.filter { group == nil || $0.key.group.lowercased() == group?.lowercased() }
    if let group, meant.isEmpty {
      throw Refused(
        "rollcall: no register of \(group) waits to be taken now; 'handout untaken' lists those "
          + "that do")
    }
    if meant.isEmpty {
      throw Refused("rollcall: every register that has opened today is taken; nobody is reminded")
    }
    return UntakenRegister.nudge(meant.map(\.key), by: school.actor.person, now: now)
  }
}

extension OpenSchool {
  /// The registers of the person that were asked for and are not taken, with when.
  func reminders(for person: Actor) throws -> [RegisterKey: TimeOfDay] {
    let nudges = try store.dayBook(.on(clock.now.date)).nudges(on: clock.now.date)
    if nudges.isEmpty { return [:] }
    let taken = try store.taken(on: clock.now.date)
    return try nudges.filter { key, _ in
      try taken[key] == nil
        && relations(of: person, to: key.group, on: clock.now.date).contains(.ownGroups)
    }
  }
}
