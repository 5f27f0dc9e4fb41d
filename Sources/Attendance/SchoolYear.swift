/// A school year: 1 August to 31 July.
public struct SchoolYear: Hashable, Comparable, Sendable {
  /// The calendar year in which it begins: 2025 for 2025-26.
  public let startYear: Int

  /// The school year beginning on 1 August of that year.
  public init(startYear: Int) {
    self.startYear = startYear
  }

  /// The school year that holds the date.
  public init(of date: SchoolDate) {
    let (year, month, _) = date.parts
    startYear = month >= 8 ? year : year - 1
  }

  /// 1 August.
  public var firstDay: SchoolDate {
    SchoolDate(year: startYear, month: 8, day: 1) ?? SchoolDate(daysSince1970: 0)
  }

  /// 31 July.
  public var lastDay: SchoolDate { SchoolYear(startYear: startYear + 1).firstDay.adding(days: -1) }

  /// How many days it has, 365 or 366.
  public var days: Int { lastDay.days(after: firstDay) + 1 }

  /// The next school year.
  public var next: SchoolYear { SchoolYear(startYear: startYear + 1) }

  /// Whether the date lies in it.
  public func contains(_ date: SchoolDate) -> Bool { firstDay <= date && date <= lastDay }

  /// Whether the first year comes earlier.
  public static func < (earlier: SchoolYear, later: SchoolYear) -> Bool {
    earlier.startYear < later.startYear
  }
}

extension SchoolYear: LosslessStringConvertible {
  /// The year written `2025-26`, or nil where the text is anything else.
  public init?(_ description: String) {
    guard let start = Int(description.prefix(4)), start > 0,
      SchoolYear(startYear: start).description == description
    else { return nil }
    startYear = start
  }

  /// The year as schools write it: `2025-26`.
  public var description: String {
    let end = (startYear + 1) % 100
    return "\(startYear)-" + (end < 10 ? "0" : "") + "\(end)"
  }
}
