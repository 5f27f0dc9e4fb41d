import Attendance

/// What to say of a text that is no date.
enum DateText {
  /// The fault, with the date that was most likely meant.
  static func sentence(_ text: String, in column: String) -> String {
    let wrong = "'\(Nearest.clipped(text))' is no date for \(column)"
    if let meant = british(text) { return "\(wrong); write \(meant)" }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    if text.utf8.count == 10, parts.count == 3 { return "\(wrong); no calendar has that day" }
    return "\(wrong); write it like 2025-09-01"
  }

  /// The date that people here write as `1/9/2025`.
  private static func british(_ text: String) -> SchoolDate? {
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { "/.-".contains($0) })
    guard parts.count == 3, parts[2].utf8.count == 4,
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return SchoolDate(year: year, month: month, day: day)
  }
}
