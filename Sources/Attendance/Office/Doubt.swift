/// An illness that a parent told of and the school doubts, so that it is not authorised.
public struct Doubt: Hashable, Sendable {
  /// Why it is doubted.
  public var why: String
  /// Whether the parent or carer was told so.
  public var isTold: Bool

  /// A doubt for that reason.
  public init(_ why: String, isTold: Bool) {
    self.why = why
    self.isTold = isTold
  }
}

extension Report {
  /// The line that says that the parent was told of the doubt, or none.
  func told(about message: ProposedLine.Reference, on today: SchoolDate) -> [ProposedLine] {
    guard let doubt, doubt.isTold else { return [] }
    return [
      ProposedLine(
        pupil: pupil, date: today, about: message,
        matter: .told("the parent or carer that the illness is doubted"), words: doubt.why)
    ]
  }
}
