public import Attendance

/// How a flagged pupil is followed up: the case, when something is due, and the last word from home.
public struct FlagFollowUp: Hashable, Sendable {
  /// The open case, or nil.
  public let one: DayLine.ID?
  /// Who takes its next step, in words, or empty.
  public let owner: String
  /// The initials of the owner, or of the role.
  public let initials: String
  /// When the next step is due, or nil.
  public let due: SchoolDate?
  /// The last word with the family, or attempt at one, or nil.
  public let contact: SchoolDate?
  /// Until when all the flags are left, or a closed case is not shown again; nil where they are open.
  public let left: SchoolDate?
  /// What a filter finds it by: `due`, `overdue`, `mine`, `case`.
  public let terms: [String]

  /// A follow-up with these details; by default there is none.
  public init(
    case one: DayLine.ID? = nil, owner: String = "", initials: String = "", due: SchoolDate? = nil,
    contact: SchoolDate? = nil, left: SchoolDate? = nil, terms: [String] = []
  ) {
    self.one = one
    self.owner = owner
    self.initials = initials
    self.due = due
    self.contact = contact
    self.left = left
    self.terms = terms + (owner.isEmpty ? [] : [owner])
  }
}
