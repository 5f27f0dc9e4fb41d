/// A request for leave of absence, as it was made; its words are the reason given.
public struct LeaveRequest: Hashable, Sendable {
  /// The first session asked for.
  public var from: Session
  /// The last session asked for.
  public var through: Session
  /// What it is for, as the policy's notice names it: `a holiday`, `religious observance`, `lunch`.
  public var purpose: String
  /// Who asks, by name.
  public var asker: String
  /// What the asker is to the pupil.
  public var relationship: String
  /// The day on which the school received it.
  public var received: SchoolDate
  /// The day of the journey out, or nil.
  public var travelsOut: SchoolDate?
  /// The day of the journey back, or nil.
  public var travelsBack: SchoolDate?
  /// The evidence that came with it, or empty.
  public var evidence: String

  /// A request with these details.
  public init(
    from: Session, through: Session, purpose: String, asker: String = "", relationship: String = "",
    received: SchoolDate, travelsOut: SchoolDate? = nil, travelsBack: SchoolDate? = nil,
    evidence: String = ""
  ) {
    self.from = from
    self.through = through
    self.purpose = purpose
    self.asker = asker
    self.relationship = relationship
    self.received = received
    self.travelsOut = travelsOut
    self.travelsBack = travelsBack
    self.evidence = evidence
  }

  /// Whether it speaks of that session.
  public func covers(_ session: Session) -> Bool { from <= session && session <= through }
}

/// What was decided about a request for leave; its words are the reason.
public struct LeaveDecision: Hashable, Sendable {
  /// What a request can come to.
  public enum Outcome: String, CaseIterable, Sendable {
    case granted
    case refused
    /// The permission, once given, is taken back.
    case ended
  }

  /// What was decided.
  public var outcome: Outcome
  /// The code that the leave has in the register, or nil where it is refused.
  public var code: String?
  /// The day on which the pupil is expected back, or nil.
  public var expectedBack: SchoolDate?

  /// A decision with these details.
  public init(_ outcome: Outcome, code: String? = nil, expectedBack: SchoolDate? = nil) {
    self.outcome = outcome
    self.code = code
    self.expectedBack = expectedBack
  }
}
