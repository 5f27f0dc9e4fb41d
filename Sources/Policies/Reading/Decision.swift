/// A contradiction or gap in the printed policy, and how this file resolves it.
public struct Decision: Hashable, Sendable {
  /// What the printed policy says.
  public let printed: String
  /// What this file does.
  public let decided: String
  /// Where it is written.
  public let place: Place
}
