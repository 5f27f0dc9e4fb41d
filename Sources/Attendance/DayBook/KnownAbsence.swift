/// An absence known beforehand, as it was told, granted or arranged.
public struct KnownAbsence: Hashable, Sendable {
  /// The first session.
  public var from: Session
  /// The last session.
  public var through: Session
  /// The code it prefills, or nil while that is to be decided.
  public var code: String?
  /// Where the knowledge comes from.
  public var source: Plan.Source
  /// For an appointment, when the pupil leaves.
  public var out: TimeOfDay?
  /// For an appointment, when the pupil is expected back.
  public var back: TimeOfDay?
  /// The evidence that was offered, or empty.
  public var evidence: String

  /// An absence with these details.
  public init(
    from: Session, through: Session, code: String?, source: Plan.Source, out: TimeOfDay? = nil,
    back: TimeOfDay? = nil, evidence: String = ""
  ) {
    self.from = from
    self.through = through
    self.code = code
    self.source = source
    self.out = out
    self.back = back
    self.evidence = evidence
  }

  /// Whether it speaks of that session.
  public func covers(_ session: Session) -> Bool { from <= session && session <= through }
}
