/// Gathers what a policy says about itself: what it assumes, and what it decides between
/// two things the printed policy says.
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

/// Something the printed policy leaves open and this file fills in.
public struct Assumption: Hashable, Sendable {
  /// What is assumed, and why.
  public let text: String
  /// Where it is written.
  public let place: Place
}

/// A contradiction or gap in the printed policy, and how this file resolves it.
public struct Decision: Hashable, Sendable {
  /// What the printed policy says.
  public let printed: String
  /// What this file does.
  public let decided: String
  /// Where it is written.
  public let place: Place
}
