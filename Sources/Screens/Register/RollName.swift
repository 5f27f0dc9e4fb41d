import Attendance
import Terminal

/// A pupil's name as a roll shows it, cut so that no two pupils look the same.
struct RollName: Hashable, Sendable {
  let name: PupilName
  let lookAlike: LookAlike?

  /// The name and what tells it apart, in at most so many columns.
  ///
  /// The surname gives way first, and the forename keeps at least its initial: forenames tell most
  /// pupils of one surname apart, the day of birth the others.
  func text(width: Int) -> String {
    let tag = lookAlike.map { " " + ($0.isTwin ? "\($0.born) twin" : $0.born) } ?? ""
    let whole = name.onRegister + tag
    if whole.columns <= width { return whole }
    let forename = ", " + name.knownAs + tag
    let room = width - forename.columns
    // Something of the surname that can still be read as a name.
    if room >= min(name.surname.columns, lookAlike == nil ? 6 : 2) {
      return name.surname.clipped(to: room, mark: room > 2 ? "." : "") + forename
    }
    guard lookAlike != nil else {
      let initial = ", " + name.knownAs.prefix(1)
      let surname = name.surname.clipped(to: max(width - initial.columns, 1), mark: ".")
      let rest = max(width - surname.columns - 2, 0)
      return (surname + ", " + name.knownAs.clipped(to: rest)).clipped(to: width)
    }
    // For a look-alike the forename and the day say who it is.
    let short = name.knownAs + tag
    if short.columns <= width { return short }
    // Twins share the day, so that only the forename is left to tell them apart.
    if lookAlike?.isTwin == true { return name.knownAs.clipped(to: width) }
    return (name.knownAs.clipped(to: max(width - tag.columns, 1)) + tag).clipped(to: width)
  }
}
