/// A member of staff who may sign in, as what, and until when.
public struct Staff: Hashable, Sendable {
  /// The name under which they sign in: an operating-system account, or one of their own.
  public var login: String
  /// Their name as it stands in the register.
  public var name: String
  /// Their position: `Form tutor`, `Attendance officer`.
  public var position: String
  /// One of the policy's roles.
  public var role: String
  /// The group whose register is theirs, or empty.
  public var group: String
  /// The first day they may sign in, or nil where they always could.
  public var starts: SchoolDate?
  /// The last day they may sign in, or nil while there is none.
  public var ends: SchoolDate?
  /// The time of that last day from which they no longer may, or nil for the end of the day.
  public var endsAt: TimeOfDay?
  /// Whether they hold a pass of the office, and no post.
  public var isPass: Bool

  /// A member of staff with these details.
  public init(
    login: String, name: String, position: String, role: String, group: String = "",
    starts: SchoolDate? = nil, ends: SchoolDate? = nil, endsAt: TimeOfDay? = nil,
    isPass: Bool = false
  ) {
    self.login = login
    self.name = name
    self.position = position
    self.role = role
    self.group = group
    self.starts = starts
    self.ends = ends
    self.endsAt = endsAt
    self.isPass = isPass
  }

  /// Who takes the group: whoever is named for it, else whose form it is; nil for nobody.
  public static func taker(of group: RegistrationGroup, among staff: [Staff]) -> Staff? {
    staff.first { $0.login == group.taker }
      ?? staff.first { $0.group == group.name && !group.name.isEmpty }
  }
}
