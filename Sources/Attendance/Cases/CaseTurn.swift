/// What a review of a case led to: the next step of the ladder, or staying where it is.
public struct CaseTurn: Hashable, Sendable {
  /// What was decided.
  public enum Kind: String, CaseIterable, Sendable {
    /// The step was taken.
    case took
    /// The case stays at the step; it is looked at again when it is due.
    case stayed
  }

  /// What was decided.
  public var kind: Kind
  /// The step that was taken, or at which the case stays, counted from 0; -1 before the first.
  public var step: Int
  /// The name of the step, as the policy had it then.
  public var name: String
  /// When the next step, or the next look, is due; nil where it waits for a flag.
  public var due: SchoolDate?
  /// Who takes the next step.
  public var owner: CaseOwner
  /// What the review found, or nil where there was nothing to compare.
  public var progress: BeforeAndSince?

  /// A turn with these details.
  public init(
    _ kind: Kind, step: Int, name: String, due: SchoolDate?, owner: CaseOwner,
    progress: BeforeAndSince? = nil
  ) {
    self.kind = kind
    self.step = step
    self.name = name
    self.due = due
    self.owner = owner
    self.progress = progress
  }
}

/// Attendance before a step and since: sessions attended of sessions possible.
public struct BeforeAndSince: Hashable, Sendable {
  /// Sessions attended of sessions possible.
  public struct Part: Hashable, Sendable {
    /// Sessions attended.
    public var attended: Int
    /// Sessions possible.
    public var possible: Int

    /// So many of so many.
    public init(_ attended: Int, of possible: Int) {
      self.attended = attended
      self.possible = possible
    }

    /// The part that a tally comes to.
    public init(_ tally: Tally) { self.init(tally.attended, of: tally.possible) }

    /// The share attended, or nil where nothing was possible.
    public var share: Share? { Share(attended, of: possible) }
  }

  /// The school year up to the step.
  public var before: Part
  /// From the step on.
  public var since: Part

  /// What it was before and since.
  public init(before: Part, since: Part) {
    self.before = before
    self.since = since
  }
}
