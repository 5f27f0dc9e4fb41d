import Attendance

extension Contact {
  /// How a desk names the contact: `Mrs Rees, mother, 01530 000000`.
  var label: String {
    [name, relationship, phone, language, safeTimes.isEmpty ? "" : "safe \(safeTimes)"]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
