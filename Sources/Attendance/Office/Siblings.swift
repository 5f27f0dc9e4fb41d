/// Which pupils are of one family, as far as their contacts and addresses show it.
///
/// Those who share a contact's telephone, or a contact's name and the address, are taken to be
/// siblings. A name alone is no family: there are many by the name of Mrs Jones. Nor is a neighbour
/// whom two families name: a contact with whom a pupil is known not to live says nothing. Nothing is
/// decided by it; it is shown to whoever rings or sends children home.
public struct Siblings: Sendable {
  private let families: [Tie: [Pupil.ID]]
  private let ties: [Pupil.ID: Set<Tie>]

  /// What two pupils of a family have in common.
  private enum Tie: Hashable {
    case telephone(Telephone)
    case home(contact: FoldedName, address: FoldedName)
  }

  /// The families among these pupils.
  public init(_ members: [Roll.Member], contacts: (Pupil.ID) -> [Contact]) {
    var families: [Tie: [Pupil.ID]] = [:]
    var ties: [Pupil.ID: Set<Tie>] = [:]
    for member in members {
      let pupil = member.pupil.id
      let home = FoldedName(member.particulars.characteristics[.address] ?? "")
      var own: Set<Tie> = []
      for contact in contacts(pupil) where contact.livesWith != false {
        if let telephone = Telephone(contact.phone) { own.insert(.telephone(telephone)) }
        if !home.text.isEmpty {
          own.insert(.home(contact: FoldedName(contact.name), address: home))
        }
      }
      ties[pupil] = own
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
