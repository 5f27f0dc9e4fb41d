/// One line of a mark's history.
public struct HistoryLine: Hashable, Sendable {
  /// The entry.
  public let entry: Entry
  /// The act that made it.
  public let submission: Submission
  /// The code it replaced, or nil for the first.
  public let replaced: String?
  /// On what the mark rests.
  public let basis: Precedence.Basis

  /// A line of that entry and act.
  public init(
    entry: Entry, submission: Submission, replaced: String?, basis: Precedence.Basis
  ) {
    self.entry = entry
    self.submission = submission
    self.replaced = replaced
    self.basis = basis
  }
}
