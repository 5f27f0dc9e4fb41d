import Attendance
import Terminal

/// Names of people that have less room than they need.
extension String {
  /// As much of a person's name as tells them apart in so many columns.
  ///
  /// A pupil, `Rees, Rhys`, is cut as on a register. Of a contact, `Mrs Ann Rees`, the forenames give
  /// way before the surname; a word of warning before the name stays whole.
  func cutName(to columns: Int) -> String {
    if self.columns <= columns { return self }
    if let colon = firstIndex(of: ":"), let start = index(colon, offsetBy: 2, limitedBy: endIndex) {
      let warning = String(self[..<start])
      let rest = columns - warning.columns
      return rest < 4 ? cut(to: columns) : warning + String(self[start...]).cutName(to: rest)
    }
    if let comma = firstIndex(of: ",") {
      let known = self[index(after: comma)...].drop { $0 == " " }
      let name = PupilName(surname: String(self[..<comma]), forename: String(known))
      return RollName(name: name, lookAlike: nil).text(width: columns)
    }
    let words = split(separator: " ").map(String.init)
    guard let surname = words.last, let first = words.first, words.count > 1 else {
      return cut(to: columns)
    }
    let title = Self.titles.contains(first) ? [first] : []
    let initials = words.dropFirst(title.count).dropLast().map { String($0.prefix(1)) }
    let shorter = [title + initials + [surname], title + [surname], [surname]]
    return shorter.map { $0.joined(separator: " ") }.first { $0.columns <= columns }
      ?? surname.cut(to: columns)
  }

  private static let titles: Set<String> = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Rev"]
}
