import Attendance
import Policies
import Storage

extension OfficeDesk {
  /// Refuses a list that could not be taken: in words, with what to write instead.
  func check(_ list: AwayList, _ members: [Roll.Member]) throws {
    if list.name.isBlank || list.name.count > 40 {
      throw Refused("rollcall: a list needs a name of at most 40 letters")
    }
    if members.isEmpty {
      throw Refused("rollcall: nobody is on the list; name --pupils, a --group or a file")
    }
    if list.through < list.from { throw Refusal.endsBeforeItStarts }
    if list.from.date < now.date {
      throw Refused("rollcall: the list begins before today; what has been marked stays as it is")
    }
    if !list.leader.isEmpty,
      try !school.store.staff().contains(where: { $0.login == list.leader })
    {
      throw Refused(
        "rollcall: nobody on the staff has the login '\(list.leader)'; 'staff list' names them")
    }
    try check(codeOf: list)
    let sessions = try sessions(of: list)
    let forms = Set(
      sessions.flatMap { roll.members(on: $0.date).map(\.particulars.group) })
    let groups = Set(
      roll.memberships.filter { place in sessions.contains(where: place.applies) }
        .map(\.group))
    if forms.union(groups).contains(where: { $0.lowercased() == list.name.lowercased() }) {
      throw Refused("rollcall: there is a group '\(list.name)' then; give the list another name")
    }
    try checkFree(list, members, but: list.name)
  }

  /// The names of forms and groups that a new list cannot have, today and later.
  func namesOfGroups() -> [String] {
    let places = roll.memberships.filter { $0.until.map { $0 >= now.date } ?? true }
    return Set(roll.members(on: now.date).map(\.particulars.group)).union(places.map(\.group))
      .sorted()
  }

  /// The names of pupils in a line with commas, one of which may stand within a name.
  func names(in line: String) -> [String] {
    NamesInLine(line) { (try? member($0)) != nil }.names
  }

  /// Refuses pupils who are on another list at the same time.
  func checkFree(_ list: AwayList, _ members: [Roll.Member], but own: String) throws {
    for session in try sessions(of: list) {
      let others = Set(
        try school.store.dayBook(.arrangements(on: session.date)).lists(at: session)
          .map(\.list.name)
      ).subtracting([own])
      guard !others.isEmpty else { continue }
      let taken = members.compactMap { member -> String? in
        let group = roll.group(of: member, at: session)
        return others.contains(group) ? "\(member.pupil.name.onRegister) (\(group))" : nil
      }
      guard taken.isEmpty else {
        throw Refused(
          "rollcall: on another list at \(session): \(taken.prefix(6).joined(separator: ", "))"
            + (taken.count > 6 ? " and \(taken.count - 6) more" : "")
            + "; take them off that one first")
      }
    }
  }

  private func check(codeOf list: AwayList) throws {
    guard !list.code.isEmpty else { return }
    let code = try school.policies.codes.code(
      list.code, at: list.from, ofCompulsoryAge: true)
    guard code.category == .approvedActivity || code.text == "D" else {
      throw Refused(
        "rollcall: code \(code.text) is no activity elsewhere; use V, P, B, W, K or D, or none for a "
          + "list on site")
    }
    if code.neededNote != nil, list.nature.isBlank {
      throw Refused("rollcall: code \(code.text) states the nature of the activity; add --nature")
    }
  }

  private func sessions(of list: AwayList) throws -> [Session] {
    let sessions = calendar.sessions(from: list.from.date, through: list.through.date)
      .filter(list.covers)
    if sessions.isEmpty {
      throw Refused("rollcall: the school does not meet then; check the dates of the list")
    }
    return sessions
  }
}
