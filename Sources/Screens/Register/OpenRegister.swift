public import Attendance
public import Policies

/// A register as it is opened for a person, with what stands around it.
public struct OpenRegister: Hashable, Sendable {
  /// The register with its draft, under the rules of the person's role.
  public var register: Register
  /// What the register is to the person: one of their own groups, of their own years.
  public var relations: Set<Reach>
  /// The group's session before this one, or nil.
  public var earlier: RegisterKey?
  /// The group's session after this one, or nil.
  public var later: RegisterKey?
  /// Who else has it open at another desk.
  public var alsoOpen: [OtherDesk]
  /// Who else has begun a draft of it and does not have it open now.
  public var leftDrafts: [OtherDesk]
  /// What others have marked and not sent, for each the newest mark, with who made it.
  public var unsent: [Pupil.ID: UnsentMark]
  /// Why the school does not meet at this session, or nil where it does.
  public var closed: String?
  /// Those of the form who are on a list elsewhere and not in this register: `Ali (Museum)`.
  public var elsewhere: [String]
  /// The reasons given lately for amendments, to be chosen by number.
  public var reasons: RecentReasons

  /// A register with what stands around it.
  public init(
    register: Register, relations: Set<Reach>, earlier: RegisterKey? = nil,
    later: RegisterKey? = nil, alsoOpen: [OtherDesk] = [],
    leftDrafts: [OtherDesk] = [], unsent: [Pupil.ID: UnsentMark] = [:],
    closed: String? = nil, elsewhere: [String] = [], reasons: RecentReasons = RecentReasons()
  ) {
    self.register = register
    self.relations = relations
    self.earlier = earlier
    self.later = later
    self.alsoOpen = alsoOpen
    self.leftDrafts = leftDrafts
    self.unsent = unsent
    self.closed = closed
    self.elsewhere = elsewhere
    self.reasons = reasons
  }
}

/// A mark of somebody else's draft, which that person has not sent.
public struct UnsentMark: Hashable, Sendable {
  /// The mark as it stands in the draft.
  public let mark: Draft.Mark
  /// Who made it.
  public let by: Person

  /// That mark by that person.
  public init(_ mark: Draft.Mark, by person: Person) {
    self.mark = mark
    by = person
  }
}

/// Why a register that was asked for cannot be shown.
public struct NoRegister: Hashable, Sendable, CustomStringConvertible {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// No group has the name; these look like it.
    case unknownGroup(near: [String])
    /// The school does not meet then.
    case closed(String)
  }

  /// The register that was asked for.
  public let key: RegisterKey
  /// What stands in the way.
  public let reason: Reason

  /// No register, for that reason.
  public init(_ key: RegisterKey, _ reason: Reason) {
    self.key = key
    self.reason = reason
  }

  /// The reason in a sentence, with what to do.
  public var description: String {
    switch reason {
    case .unknownGroup(let near):
      near.isEmpty
        ? "There is no group '\(key.group)'; choose one from the list, or import it."
        : "There is no group '\(key.group)'; did you mean \(near.joined(separator: " or "))?"
    case .closed(let why):
      "No register of \(key.group) on \(key.session.date.inWords), "
        + "\(key.session.half.name.lowercased()): \(why). If that is wrong, correct the calendar."
    }
  }
}

/// The ten sessions of a register's week, to be read beside it.
public struct RegisterWeek: Hashable, Sendable {
  /// The register.
  public let key: RegisterKey
  /// Each pupil's codes from Monday morning to Friday afternoon, empty for a blank.
  public let codes: [Pupil.ID: [String]]
  /// Why each of the ten sessions is not held, nil where it is.
  public let closed: [String?]
  /// Each pupil's tally of this week.
  public let week: [Pupil.ID: Tally]
  /// Each pupil's tally of this year up to now.
  public let year: [Pupil.ID: Tally]

  /// The week of a register; codes and closures from Monday morning on.
  public init(
    key: RegisterKey, codes: [Pupil.ID: [String]], closed: [String?],
    week: [Pupil.ID: Tally] = [:], year: [Pupil.ID: Tally] = [:]
  ) {
    self.key = key
    self.codes = codes
    self.closed = closed
    self.week = week
    self.year = year
  }
}
