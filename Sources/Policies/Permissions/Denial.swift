/// Why something is not allowed: which rule, where it is written, and what to do next.
public struct Denial: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is not allowed and to whom: `a form tutor may not import files`.
  public let sentence: String
  /// Where the rule is written.
  public let place: Place
  /// What to do next.
  public let next: String

  /// All of it in one line.
  public var description: String { "\(sentence) (\(place)); \(next)" }
}
