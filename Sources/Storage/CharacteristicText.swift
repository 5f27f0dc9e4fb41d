import Attendance

/// The characteristics of a pupil as one column: `eal=yes` lines, in a fixed order.
enum CharacteristicText {
  static func write(_ values: [Characteristic: String]) -> String {
    values.sorted { $0.key < $1.key }
      .map { "\($0.key.rawValue)=\(line($0.value))" }
      .joined(separator: "\n")
  }

  static func read(_ text: String) -> [Characteristic: String] {
    var values: [Characteristic: String] = [:]
    for line in text.split(separator: "\n") {
      let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2, let key = Characteristic(rawValue: String(halves[0])) {
        values[key] = String(halves[1])
      }
    }
    return values
  }

  /// The value on one line; a carriage return would swallow the line feed after it.
  private static func line(_ value: String) -> String {
    String(
      String.UnicodeScalarView(
        value.unicodeScalars.map { "\r\n".unicodeScalars.contains($0) ? " " : $0 }))
  }
}

extension Particulars {
  /// The particulars as the register holds them, every characteristic on one line: what the change log
  /// says of them is what is kept.
  var asKept: Particulars {
    var kept = self
    kept.characteristics = CharacteristicText.read(CharacteristicText.write(characteristics))
    return kept
  }
}
