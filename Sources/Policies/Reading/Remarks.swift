/// Gathers what a policy says about itself: its assumptions and its decisions.
final class Remarks {
  static let keys = ["assumed", "decided"]
  private(set) var assumptions: [Assumption] = []
  private(set) var decisions: [Decision] = []

  /// Reads the remarks of one group; any group may have them, where they belong.
  func read(_ section: Section) {
    if let value = section.value("assumed") {
      for item in section.values(value, "assumed") {
        guard let text = section.text(of: item, "assumed") else { continue }
        assumptions.append(Assumption(text: text, place: section.complaints.place(item)))
        section.complaints.assume(item, text)
      }
    }
    if section.value("decided") != nil {
      for item in section.sections("decided") {
        decisions.append(
          Decision(
            printed: item.text("printed"), decided: item.text("here"), place: item.place))
        item.finish()
      }
    }
  }
}
