import Attendance
import Policies
import Storage

extension AmendDesk {
  /// What withdrawing the registration comes to; refuses where the register is not taken, or the
  /// person may not.
  func withdrawal(of key: RegisterKey, because reason: String) throws -> Withdrawal {
    try require(.withdrawRegister, of: key)
    guard let taken = try school.store.taken(on: key.session.date)[key] else {
      throw Refused(
        "rollcall: the register of \(key.group), \(key.session.inWords), is not taken; nothing is "
          + "to withdraw")
    }
    let acts = try school.store.submissions(of: key).filter { $0.id >= taken.id }
    let entries = try acts.flatMap { try school.store.entries(of: $0.id) }
    let pupils = Set(entries.map(\.pupil))
      .union(try school.store.members(of: key.group, at: key.session).map(\.pupil.id))
    let standing = try school.store.standing(of: Array(pupils), at: key.session, asAt: nil)
    return try Withdrawal(
      of: key, taken: taken, entries: Set(entries.map(\.id)),
      standing: inRegisterOrder(standing), because: reason)
  }

  private func inRegisterOrder(
    _ standing: [Pupil.ID: RegisterRow.Standing]
  ) -> [RegisterRow.Standing] {
    standing.keys.compactMap { roll.pupils[$0] }.sorted(by: Pupil.inRegisterOrder)
      .compactMap { standing[$0.id] }
  }

  /// The move of a registration to the register it was meant for.
  func moving(_ withdrawal: Withdrawal, to key: RegisterKey) throws -> Moving {
    guard key != withdrawal.key else {
      throw Refused("rollcall: it is the same register; name another class or session")
    }
    try require(.withdrawRegister, of: key)
    if key.session > school.lastSessionBegun {
      throw Refused("rollcall: \(Refusal.inTheFuture(key.session))")
    }
    if let taken = try school.store.taken(on: key.session.date)[key] {
      throw Refused(
        "rollcall: the register of \(key.group), \(key.session.inWords), is taken already, by "
          + "\(taken.typist.name) \(taken.at.time); withdraw that first if it is wrong")
    }
    let register = try RegisterDesk(school).register(key, for: person)
    return Moving(withdrawal, to: register)
  }

  /// The calls, texts and letters that may rest on a registration: about pupils whose absence it
  /// marked, that day, since it was taken.
  func consequences(of withdrawal: Withdrawal) throws -> [DayLine] {
    let codes = school.policies.codes
    let date = withdrawal.key.session.date
    let away = Set(
      withdrawal.marks.filter { codes.code($0.entry.code, on: date)?.isAbsence ?? false }
        .map(\.entry.pupil))
    return try school.store.dayBook(.on(date)).standing.filter { line in
      guard let pupil = line.pupil, away.contains(pupil), line.at >= withdrawal.taken.at else {
        return false
      }
      switch line.matter {
      case .attempt, .paper, .told, .handedOn: return true
      case .message, .concerns, .absence, .arrival, .departure, .back, .notHere, .seen, .safe,
        .note, .request, .decision, .timetable, .closure, .list, .elsewhere, .evidence, .nudge,
        .step, .excused, .week, .casework, .done, .withdrawn:
        return false
      }
    }
  }
}
