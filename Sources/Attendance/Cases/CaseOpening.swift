/// A case as it was opened: on which ladder, for which flag, and when its first step is due.
public struct CaseOpening: Hashable, Sendable {
  /// The ladder, by its id in the policy.
  public var ladder: String
  /// The rule whose flag led to it, by id; empty where a person opened it for another reason.
  public var flag: String
  /// What the rule had measured: `38/380`, or empty.
  public var value: String
  /// When the first step is due; nil where it waits for a flag.
  public var due: SchoolDate?
  /// Who takes the first step.
  public var owner: CaseOwner

  /// An opening with these details.
  public init(
    ladder: String, flag: String = "", value: String = "", due: SchoolDate?, owner: CaseOwner
  ) {
    self.ladder = ladder
    self.flag = flag
    self.value = value
    self.due = due
    self.owner = owner
  }
}
