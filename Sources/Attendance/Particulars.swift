/// What is true of a pupil from a date on: year group, form, campus and characteristics.
///
/// As first imported they hold for the whole enrolment; a later change holds from its own date, so
/// that a figure about last term speaks of the form the pupil was in last term.
public struct Particulars: Hashable, Sendable {
  /// The date from which they hold.
  public var from: SchoolDate
  /// The year group.
  public var yearGroup: YearGroup
  /// The registration group: the form or class.
  public var group: String
  /// The campus, or empty in a school of one.
  public var campus: String
  /// The other characteristics, by name.
  public var characteristics: [Characteristic: String]

  /// Particulars that hold from the date.
  public init(
    from: SchoolDate, yearGroup: YearGroup, group: String, campus: String = "",
    characteristics: [Characteristic: String] = [:]
  ) {
    self.from = from
    self.yearGroup = yearGroup
    self.group = group
    self.campus = campus
    self.characteristics = characteristics
  }

  /// Whether both say the same, whatever their dates.
  public func saysTheSame(as other: Particulars) -> Bool {
    yearGroup == other.yearGroup && group == other.group && campus == other.campus
      && characteristics == other.characteristics
  }
}

/// A characteristic by which figures are looked at.
public enum Characteristic: String, CaseIterable, Comparable, Sendable {
  case fsm
  case pupilPremium = "pupil_premium"
  case sen
  case eal
  case ethnicity
  case lookedAfter = "looked_after"
  case previouslyLookedAfter = "previously_looked_after"
  case socialWorker = "social_worker"
  case youngCarer = "young_carer"
  case yot
  case address

  /// Whether it is answered by yes or no.
  public var isYesOrNo: Bool {
    switch self {
    case .sen, .ethnicity, .address: false
    case .fsm, .pupilPremium, .eal, .lookedAfter, .previouslyLookedAfter, .socialWorker,
      .youngCarer, .yot:
      true
    }
  }

  /// Whether the first comes earlier in the order of the file.
  public static func < (earlier: Characteristic, later: Characteristic) -> Bool {
    earlier.rawValue < later.rawValue
  }
}
