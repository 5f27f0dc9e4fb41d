/// Something done for a pupil's attendance, or arranged for later; its words say how it went.
public struct CaseAction: Hashable, Sendable {
  /// What kinds there are.
  public enum Kind: String, CaseIterable, Sendable {
    case note
    case conversation
    case call
    case text
    case letter
    case support
    case checkIn = "check-in"
    case homeVisit = "home visit"
    case unannouncedVisit = "unannounced visit"
    case meeting
    case clinic
    case panel
    case formalReview = "formal review"
    case referral
    case sanction
    case reward
    case truancy
  }

  /// What it is.
  public var kind: Kind
  /// Which, more exactly: to whom a referral goes, what support; or empty.
  public var what: String
  /// The time of a meeting or visit, or nil.
  public var time: TimeOfDay?
  /// Who is to be there, or was.
  public var attending: [String]
  /// Whether it is arranged and has not happened yet.
  public var isPlanned: Bool

  /// An action with these details.
  public init(
    _ kind: Kind, what: String = "", time: TimeOfDay? = nil, attending: [String] = [],
    isPlanned: Bool = false
  ) {
    self.kind = kind
    self.what = what
    self.time = time
    self.attending = attending
    self.isPlanned = isPlanned
  }
}

/// What became of a meeting, an agreement or a notice; its words say more.
public struct CaseOutcome: Hashable, Sendable {
  /// What can become of it.
  public enum Kind: String, CaseIterable, Sendable {
    /// The meeting took place with the parents.
    case held
    /// It took place without them.
    case heldInAbsence = "held in absence"
    case cancelled
    /// The targets were met, the period ended well.
    case met
    case notMet = "not met"
    /// It failed before its period was over.
    case breached
    case signed
    /// The authority agreed to a notice, or issued it.
    case issued
    case declined
    case withdrawn
    case paid
    case unpaid
    case prosecuted
  }

  /// What became of it.
  public var kind: Kind
  /// Who signed, came or decided, or empty.
  public var by: String

  /// An outcome of that kind.
  public init(_ kind: Kind, by: String = "") {
    self.kind = kind
    self.by = by
  }
}
