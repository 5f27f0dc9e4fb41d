/// A code that may stand in the register, and what the law and the statistics make of it.
public struct AttendanceCode: Hashable, Sendable {
  /// What a session with this code counts as.
  public enum Category: String, CaseIterable, Sendable {
    case present
    case approvedActivity = "approved activity"
    case authorisedAbsence = "authorised absence"
    case unauthorisedAbsence = "unauthorised absence"
    case notPossible = "not possible"
  }

  /// Which pupils a code may be used for, by compulsory school age on the date.
  public enum Age: String, CaseIterable, Sendable {
    case any
    case compulsory
    case notCompulsory = "not compulsory"
  }

  /// Whether a pupil with this code is in the building.
  public enum OnSite: String, CaseIterable, Sendable {
    case yes
    case no
    case later
  }

  /// For whom a code may be marked in a register.
  public enum Use: String, CaseIterable, Sendable {
    case anyone
    /// A whole school or year group, by the calendar, never one pupil in a register.
    case everyone = "whole school"
    /// Pupils who have not joined yet.
    case beforeJoining = "before joining"
  }

  /// The code as it stands in the register: `/`, `C1`.
  public let text: String
  /// What it means, in the register's own words.
  public let meaning: String
  /// What a session with it counts as.
  public let category: Category
  /// When to use it, in a few words.
  public let scenario: String
  /// Whether it counts as a late session (DfE: L and U).
  public let isLate: Bool
  /// The only half of the day it may stand in, or nil for either.
  public let half: HalfDay?
  /// Which pupils it may be used for.
  public let age: Age
  /// For whom it may be marked in a register.
  public let use: Use
  /// What must be noted beside it, or nil where nothing must.
  public let neededNote: String?
  /// Whether it is leave that must be granted beforehand (regulation 11 of the 2024 Regulations).
  public let isLeave: Bool
  /// Whether it counts towards the penalty notice threshold: G, N, O and U.
  public let countsTowardsPenalty: Bool
  /// Whether a pupil with it is in the building.
  public let onSite: OnSite
  /// The first date it may be used on, or nil where it always could.
  public let from: SchoolDate?
  /// The first date it may no longer be used on, or nil while it is in force.
  public let retired: SchoolDate?
  /// The codes to use instead once it is retired.
  public let successors: [String]

  /// A code with everything the code file says of it.
  public init(
    text: String, meaning: String, category: Category, scenario: String = "",
    isLate: Bool = false, half: HalfDay? = nil, age: Age = .any, use: Use = .anyone,
    neededNote: String? = nil,
    isLeave: Bool = false, countsTowardsPenalty: Bool = false, onSite: OnSite = .no,
    from: SchoolDate? = nil, retired: SchoolDate? = nil, successors: [String] = []
  ) {
    self.text = text
    self.meaning = meaning
    self.category = category
    self.scenario = scenario
    self.isLate = isLate
    self.half = half
    self.age = age
    self.use = use
    self.neededNote = neededNote
    self.isLeave = isLeave
    self.countsTowardsPenalty = countsTowardsPenalty
    self.onSite = onSite
    self.from = from
    self.retired = retired
    self.successors = successors
  }

  /// Whether the session was one the pupil could have attended.
  public var isPossible: Bool { category != .notPossible }

  /// Whether the pupil attended, here or at an approved activity.
  public var isAttended: Bool { category == .present || category == .approvedActivity }

  /// Whether the pupil was absent, with leave or without.
  public var isAbsence: Bool {
    category == .authorisedAbsence || category == .unauthorisedAbsence
  }

  /// Whether the code may be used on that date.
  public func isInForce(on date: SchoolDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (retired.map { date < $0 } ?? true)
  }
}
