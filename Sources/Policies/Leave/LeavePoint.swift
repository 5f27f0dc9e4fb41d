/// One thing that the policy says about a request for leave; it points out and never decides.
public struct LeavePoint: Hashable, Sendable {
  /// What kind of thing it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case notice
    case afterwards
    case assessment
    case unauthorised
    case authorised
    case termEdge = "term edge"
    case holiday
    case travel
    case performance
    case licence
    case religious
    case protest
    case record
    case evidence
    case measure
  }

  /// What kind of thing it is.
  public let kind: Kind
  /// The rule and its figure for this request, in a sentence without its end.
  public let words: String
  /// Where the rule is written, or nil where it is the law's and not the policy's.
  public let place: Place?
  /// Whether it is advice alone, which no refusal may rest on.
  public let isAdvice: Bool

  /// A point with these words.
  init(_ kind: Kind, _ words: String, at place: Place?, isAdvice: Bool = false) {
    self.kind = kind
    self.words = words
    self.place = place
    self.isAdvice = isAdvice
  }
}

extension LeavePoint: CustomStringConvertible {
  /// The words with the place: `asked for 9 days before, … (config/policies/psa.yaml:41)`.
  public var description: String { words + (place.map { " (\($0))" } ?? "") }
}
