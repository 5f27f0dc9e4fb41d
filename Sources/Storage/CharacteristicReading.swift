import Attendance

/// Reads the characteristics of many pupils, of whom many have the same: each text is read once, and
/// held once.
struct CharacteristicReading {
  private var known: [String: [Characteristic: String]] = [:]

  /// The first line of most texts, which is each family's own.
  private static let head = "\(Characteristic.address.rawValue)="

  mutating func read(_ text: String) -> [Characteristic: String] {
    guard text.hasPrefix(Self.head) else { return shared(text) }
    let start = text.utf8.index(text.startIndex, offsetBy: Self.head.utf8.count)
    let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
    var values = shared(end < text.endIndex ? String(text[text.utf8.index(after: end)...]) : "")
    values[.address] = String(text[start..<end])
    return values
  }

  private mutating func shared(_ text: String) -> [Characteristic: String] {
    if let values = known[text] { return values }
    let values = CharacteristicText.read(text)
    known[text] = values
    return values
  }
}
