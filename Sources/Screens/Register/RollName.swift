import Attendance
import Terminal

/// A pupil's name as a roll shows it, cut so that no two pupils look the same.
///
/// What is cut is marked by a stop, as names are shortened in print: `Bennet., Maya 14 Feb twin`.
struct RollName: Hashable, Sendable {
  let name: PupilName
  let lookAlike: LookAlike?

  /// The name and what tells it apart, with nothing cut.
  var whole: String { name.onRegister + (tags.first ?? "") }

  /// What tells a look-alike apart, longest first: twins share the day, and can spare it.
  private var tags: [String] {
    guard let lookAlike else { return [] }
    return lookAlike.isTwin
      ? [" \(lookAlike.born) twin", " twin", ""] : [" \(lookAlike.born)"]
  }

  /// The name and what tells it apart, in at most so many columns.
  ///
  /// The surname gives way first, but never all of it: forenames tell most pupils of one surname
  /// apart, the day of birth the others.
  func text(width: Int) -> String {
    let whole = whole
    if whole.columns <= width { return whole }
    return lookAlike == nil ? plain(width) : tellingApart(width)
  }

  private func plain(_ width: Int) -> String {
    let forename = ", " + name.knownAs
    let room = width - forename.columns
    // Something of the surname that can still be read as a name.
    if room >= min(name.surname.columns, 6) { return cut(name.surname, room) + forename }
    let initial = ", " + name.knownAs.prefix(1)
    let surname = cut(name.surname, max(width - initial.columns, 1))
    let rest = max(width - surname.columns - 2, 0)
    return (surname + ", " + cut(name.knownAs, rest)).clipped(to: width)
  }

  private func tellingApart(_ width: Int) -> String {
    for tag in tags {
      let rest = ", " + name.knownAs + tag
      let room = width - rest.columns
      // A letter and its stop.
      if room >= min(name.surname.columns, 2) { return cut(name.surname, room) + rest }
    }
    // Twins are told apart by the forename alone, others by the day if not by the forename.
    let tag = tags.last ?? ""
    let initial = cut(name.surname, 2) + ", "
    let room = width - initial.columns - tag.columns
    if room >= min(name.knownAs.columns, 3) { return initial + cut(name.knownAs, room) + tag }
    return (cut(name.knownAs, max(width - tag.columns, 1)) + tag).clipped(to: width)
  }

  private func cut(_ text: String, _ columns: Int) -> String {
    text.clipped(to: columns, mark: columns > 1 ? "." : "")
  }
}
