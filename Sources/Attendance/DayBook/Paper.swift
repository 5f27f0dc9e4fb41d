/// A letter or form that was made about a pupil; its words are the text as it went out.
public struct Paper: Hashable, Sendable {
  /// The id of the letter in the policy: `leave-refusal`.
  public var letter: String
  /// To whom, by name, or empty.
  public var to: String

  /// A paper with these details.
  public init(_ letter: String, to: String = "") {
    self.letter = letter
    self.to = to
  }
}

/// A step in asking for evidence of a reason.
public struct EvidenceStep: Hashable, Sendable {
  /// How far the asking has come.
  public enum State: String, CaseIterable, Sendable {
    case asked
    case received
    case refused
  }

  /// How far it has come.
  public var state: State
  /// What it is: `medical certificate`, or empty.
  public var what: String

  /// A step with these details.
  public init(_ state: State, what: String = "") {
    self.state = state
    self.what = what
  }
}
