/// Something the printed policy leaves open and this file fills in.
public struct Assumption: Hashable, Sendable {
  /// What is assumed, and why.
  public let text: String
  /// Where it is written.
  public let place: Place
}
