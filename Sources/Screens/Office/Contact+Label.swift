import Attendance

extension Contact {
  /// How a desk names the contact: `Mrs Rees, mother, 01530 000000`.
  var label: String {
    [name, relationship, phone, language, safeTimes.isEmpty ? "" : "safe \(safeTimes)"]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What whoever rings must know besides: with whom the pupil lives, who decides, in what language
  /// and when.
  var facts: [String] {
    let lives = livesWith.map { $0 ? "lives with" : "lives elsewhere" } ?? ""
    let responsible =
      parentalResponsibility.map { $0 ? "parental responsibility" : "no parental responsibility" }
      ?? ""
    return [
      lives, responsible, language.isEmpty ? "" : "speaks \(language)",
      safeTimes.isEmpty ? "" : "safe \(safeTimes)", courtOrder.isEmpty ? "" : "court order",
    ].filter { !$0.isEmpty }
  }
}
