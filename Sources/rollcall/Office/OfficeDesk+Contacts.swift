import Attendance
import Policies
import Screens
import Storage

extension OfficeDesk {
  /// A pupil's contacts as the person may see them: barred ones only where they may be changed (U6).
  func contacts(of id: Pupil.ID, for person: Actor) throws -> PupilContacts {
    guard let member = roll.member(id, on: now.date) else { throw StoreFault.unknownPupil }
    let relations = try school.relations(of: person, to: member.particulars.group)
    let permissions = person.permissions(under: school.policy)
    if let denial = permissions.denial(of: .viewContacts, relations: relations) {
      throw Refused("rollcall: \(denial)")
    }
    let all = try school.store.contacts(of: id)
    return PupilContacts(
      pupil: member.pupil, group: member.particulars.group,
      contacts: all.filter { !$0.isHidden(from: permissions, relations) },
      siblings: try siblings(of: member), atLeast: school.policy.reporting.contactsAtLeast,
      relations: relations)
  }

  /// Siblings in school, by name and group; looked for among those of the name or the address.
  private func siblings(of member: Roll.Member) throws -> [String] {
    let surname = FoldedName(member.pupil.name.surname)
    let address = member.particulars.characteristics[.address] ?? ""
    let near = roll.members(on: now.date).filter {
      FoldedName($0.pupil.name.surname) == surname
        || !address.isEmpty && $0.particulars.characteristics[.address] == address
    }
    var contacts: [Pupil.ID: [Contact]] = [:]
    for other in near { contacts[other.pupil.id] = try school.store.contacts(of: other.pupil.id) }
    let family = Set(Siblings(near) { contacts[$0] ?? [] }.of(member.pupil.id))
    return near.filter { family.contains($0.pupil.id) }.map {
      "\($0.pupil.name.onRegister) \($0.particulars.group)"
    }
  }

  /// Keeps the contacts of the pupil in place of those seen, with who changed them.
  ///
  /// Refuses where another desk has changed them since: its change would be lost.
  func keep(
    _ contacts: [Contact], of pupil: Pupil.ID, seen: [Contact], by person: Actor
  ) throws {
    try checkMayEdit(pupil, person)
    guard try school.store.contacts(of: pupil) == seen else {
      throw Refused("rollcall: another desk has changed the contacts; look at them and try again")
    }
    try school.store.keep([.contacts(pupil, contacts)], by: person.person, at: now)
  }

  /// Keeps the name by which the pupil is known.
  func keep(preferredName name: String, of id: Pupil.ID, by person: Actor) throws {
    try checkMayEdit(id, person)
    guard var pupil = roll.pupils[id] else { throw StoreFault.unknownPupil }
    pupil.name.preferred = name
    try school.store.keep([.pupil(pupil)], by: person.person, at: now)
  }

  private func checkMayEdit(_ pupil: Pupil.ID, _ person: Actor) throws {
    guard let member = roll.member(pupil, on: now.date) else { throw StoreFault.unknownPupil }
    let relations = try school.relations(of: person, to: member.particulars.group)
    if let denial = person.permissions(under: school.policy).denial(
      of: .editPupils, relations: relations)
    {
      throw Refused("rollcall: \(denial)")
    }
  }
}

extension Contact {
  /// Whether the person is not to see it: whoever may not be told anything is shown only to those who
  /// may change contacts, and to the safeguarding lead those who are reached through them (U6).
  func isHidden(from permissions: Permissions, _ relations: Set<Reach>) -> Bool {
    let mayEdit = permissions.may(.editPupils, relations: relations)
    return switch mayContact {
    case .yes: false
    case .dsl: !mayEdit && !permissions.may(.viewSafeguarding, relations: relations)
    case .no: !mayEdit
    }
  }
}
