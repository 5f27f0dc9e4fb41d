import Attendance
import Policies
import Screens
import Storage

extension CaseDesk {
  /// How each of the pupils is followed up, as far as anything is known.
  func followUps(of pupils: [(Pupil.ID, Set<String>)]) throws -> [Pupil.ID: FlagFollowUp] {
    let open = Dictionary(grouping: cases) { $0.pupil }
    var contacts: [Pupil.ID: SchoolDate] = [:]
    for line in try desk.school.store.dayBook(.lastContacts).lines {
      guard let pupil = line.pupil else { continue }
      contacts[pupil] = max(contacts[pupil] ?? line.at.date, line.at.date)
    }
    var found: [Pupil.ID: FlagFollowUp] = [:]
    for (pupil, rules) in pupils {
      let own = open[pupil] ?? []
      if own.isEmpty, contacts[pupil] == nil, book.lines.isEmpty { continue }
      found[pupil] = followUp(of: pupil, rules, own, contacts[pupil])
    }
    return found
  }

  /// The rules whose flags a case is about: the one it was opened for, and those of its ladder.
  private func rules(of one: Case) -> Set<String> {
    let ladder = desk.policy.ladder(one.opening.ladder)
    return Set(
      [one.opening.flag] + (ladder?.startsOn ?? []) + (ladder?.steps.compactMap(\.flag) ?? []))
  }

  private func followUp(
    of pupil: Pupil.ID, _ rules: Set<String>, _ own: [Case], _ contact: SchoolDate?
  ) -> FlagFollowUp {
    // What is due first says when there is something to do.
    let one = own.filter(\.isOpen).map { one in
      var one = one
      if let flag = flagAwaited(by: one), rules.contains(flag) { one.flagStands = one.stepTaken }
      return one
    }.inOrder(on: date).first
    let snooze = one?.snoozed(on: date)
    // A rule that flags since is seen at once.
    var left = snooze.flatMap { rules.isSubset(of: Set($0.flags)) ? $0.until : nil }
    if one == nil {
      // A flag that the ladder knows nothing of is no reason to leave the pupil out.
      left = own.filter { rules.isSubset(of: self.rules(of: $0)) }
        .compactMap { $0.closing?.closing.back }.filter { $0 > date }.max()
      let snoozed = book.snoozedFlags(of: pupil, on: date)
      if left == nil, rules.isSubset(of: Set(snoozed.keys)) { left = snoozed.values.min() }
    }
    let owner = one.map { name(of: $0.owner) } ?? ""
    let state = one?.state(on: date)
    var terms = one == nil ? ["no case"] : ["case"]
    if state == .due || state == .overdue { terms.append("due") }
    if state == .overdue { terms.append("overdue") }
    if one?.owner.isWith(person) ?? false { terms.append("mine") }
    if !book.holds(of: pupil, on: date).isEmpty { terms.append("hold") }
    return FlagFollowUp(
      case: one?.id, owner: owner,
      initials: String(owner.split(separator: " ").compactMap(\.first).prefix(3)).uppercased(),
      due: one?.due, contact: contact, left: left, terms: terms)
  }
}
