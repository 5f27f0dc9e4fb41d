import Attendance
import Policies
import Screens
import Storage

extension RegisterDesk {
  /// Sends a colleague's finished draft as oneself (U16).
  ///
  /// The draft is checked as anything that is typed: its owner must be somebody who takes this
  /// register, with codes that they may mark. Whoever saw the pupils is its owner, at the time of
  /// the last mark. Refuses in words what cannot be sent.
  func sendDraft(
    of login: String, _ key: RegisterKey, by person: Actor, in school: OpenSchool
  ) throws -> Receipt {
    let now = school.clock.now
    let date = key.session.date
    let own = try school.relations(of: person, to: key.group, on: date)
    let right: Right = date == now.date ? .takeRegister : .amendAfterClosing
    if let denial = person.permissions(under: school.policy).denial(of: right, relations: own) {
      throw Refused("rollcall: \(denial)")
    }
    guard let staff = try school.store.staff().first(where: { $0.login == login }) else {
      throw Refused("rollcall: nobody signs in as '\(login)'; 'rollcall staff list' names them all")
    }
    let owner = Actor(staff)
    let theirs = try school.relations(of: owner, to: key.group, on: date)
    if owner.permissions(under: school.policy).denial(of: .takeRegister, relations: theirs) != nil {
      throw Refused(
        "rollcall: \(staff.name) does not take the register of \(key.group), so their draft of it is "
          + "not sent; ask them what they saw and take the register yourself")
    }
    let register = try register(key, for: owner)
    if let taken = register.taken {
      throw Refused(
        "rollcall: the register of \(key.group) was taken \(taken.at.time) by \(taken.typist.name); "
          + "nothing was sent")
    }
    guard let last = register.lastDrafted else {
      throw Refused("rollcall: \(staff.name) has no draft of \(key.group) at \(key.session)")
    }
    var act = try draftedAct(
      register, of: staff, by: person,
      Observation(by: staff.name, at: min(last, now)), now: now)
    act.detail = "from \(staff.name)'s draft"
    return try submit(act, settling: register.draft, by: owner)
  }

  /// The act of the draft, or in words why it cannot be sent.
  private func draftedAct(
    _ register: Register, of staff: Staff, by person: Actor, _ seen: Observation, now: Instant
  ) throws -> Act {
    let key = register.key
    do {
      return try register.act(by: person.person, now: now, observer: seen)
    } catch Refusal.stillBlank(let rows) {
      let names = rows.prefix(6).map { register.rows[$0 - 1].pupil.name.onRegister }
      throw Refused(
        "rollcall: \(staff.name)'s draft of \(key.group) leaves \(rows.count) blank "
          + "(\(names.joined(separator: "; "))\(rows.count > 6 ? "; …" : "")); ask about them and "
          + "take the register yourself")
    } catch {
      throw Refused("rollcall: \(staff.name)'s draft of \(key.group) cannot be sent: \(error)")
    }
  }
}

extension Register {
  /// When the last mark of the draft was made, or nil where it holds none.
  var lastDrafted: Instant? {
    rows.compactMap { row in
      draft[row.pupil.id].flatMap { $0.code.isEmpty ? nil : $0.at }
    }.max()
  }
}
