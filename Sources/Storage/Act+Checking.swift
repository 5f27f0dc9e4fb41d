import Attendance

extension Act {
  /// The codes of its marks, each once, in the order of their text.
  var codes: [String] {
    var codes: [String] = []
    // A handful of codes: looking along them is faster than hashing hundreds of thousands.
    for mark in marks where !codes.contains(mark.code) { codes.append(mark.code) }
    return codes.sorted()
  }

  /// Checks what every store refuses to keep, before anything is kept.
  ///
  /// A null character is refused because SQLite's texts end at one: the file would hold less than
  /// was sealed.
  func check() throws(StoreFault) {
    let named = [
      by.login, by.name, by.position, observer?.by ?? "", register?.group ?? "", detail,
    ]
    guard !named.contains(where: Self.holdsNull) else { throw Self.nullCharacter }
    for mark in marks {
      guard (1...2).contains(mark.code.unicodeScalars.count), !Self.holdsNull(mark.code) else {
        throw .refused("'\(mark.code)' is no attendance code")
      }
      if let minutes = mark.minutes, !(0...600).contains(minutes) {
        throw .refused("\(minutes) minutes cannot be; minutes late run from 0 to 600")
      }
      if !mark.reason.isEmpty, Self.holdsNull(mark.reason) { throw Self.nullCharacter }
      if let note = mark.note, Self.holdsNull(note) { throw Self.nullCharacter }
    }
  }

  private static let nullCharacter = StoreFault.refused("a text holds a null character")

  private static func holdsNull(_ text: String) -> Bool { text.utf8.contains(0) }
}
