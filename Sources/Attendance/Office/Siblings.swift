/// Pupils of one family, as far as their contacts and address show it.
public enum Siblings {
  /// Those who share a telephone with the pupil, or a contact's name and the address.
  ///
  /// A name alone is no family: there are many by the name of Mrs Jones. Nor is a neighbour whom two
  /// families name: a contact with whom a pupil is known not to live says nothing.
  public static func of(
    _ pupil: Pupil.ID, contacts: [Contact], others: [Contact], address: (Pupil.ID) -> String
  ) -> [Pupil.ID] {
    let own = contacts.filter { $0.livesWith != false }
    let numbers = Set(own.compactMap { Telephone($0.phone) })
    let names = Set(own.map { FoldedName($0.name) })
    let home = FoldedName(address(pupil))
    var found: [Pupil.ID] = []
    for other in others
    where other.pupil != pupil && other.livesWith != false && !found.contains(other.pupil) {
      let sharesNumber = Telephone(other.phone).map(numbers.contains) ?? false
      let sharesHome =
        !home.text.isEmpty && names.contains(FoldedName(other.name))
        && FoldedName(address(other.pupil)) == home
      if sharesNumber || sharesHome { found.append(other.pupil) }
    }
    return found
  }
}
