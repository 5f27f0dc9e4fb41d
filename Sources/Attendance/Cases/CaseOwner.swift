/// Who has to see to a case or a step: somebody by login, or whoever has the role.
public struct CaseOwner: Hashable, Sendable {
  /// The role, by its id in the policy.
  public var role: String
  /// The member of staff, by login; empty where it is whoever has the role.
  public var login: String

  /// Somebody of that role, or one of them by login.
  public init(role: String, login: String = "") {
    self.role = role
    self.login = login
  }
}
