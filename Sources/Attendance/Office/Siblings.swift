/// Which pupils are of one family, as far as the records tell.
///
/// Those who share an address, or a contact's telephone number or email, are taken to be siblings;
/// nothing is decided by it, it is shown to whoever rings or sends children home.
public struct Siblings: Sendable {
  private let families: [String: [Pupil.ID]]
  private let ties: [Pupil.ID: [String]]

  /// The families among these pupils, from their addresses and contacts.
  public init(_ members: [Roll.Member], contacts: (Pupil.ID) -> [Contact]) {
    var families: [String: [Pupil.ID]] = [:]
    var ties: [Pupil.ID: [String]] = [:]
    for member in members {
      let pupil = member.pupil.id
      let address = FoldedName(member.particulars.characteristics[.address] ?? "").text
      let ways = contacts(pupil).flatMap { contact in
        [contact.phone.filter(\.isNumber), contact.email.lowercased()]
      }
      let own = Set(([address] + ways).filter { $0.count > 5 })
      ties[pupil] = Array(own)
      for tie in own { families[tie, default: []].append(pupil) }
    }
    self.families = families
    self.ties = ties
  }

  /// The others of the pupil's family.
  public func of(_ pupil: Pupil.ID) -> [Pupil.ID] {
    Set((ties[pupil] ?? []).flatMap { families[$0] ?? [] }).subtracting([pupil]).sorted()
  }
}
