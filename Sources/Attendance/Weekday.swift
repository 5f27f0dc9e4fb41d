/// A day of the week, Monday first as in a school timetable.
public enum Weekday: Int, CaseIterable, Comparable, Codable, Sendable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// The full name: `Monday`.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The first three letters: `Mon`.
  public var short: String { String(name.prefix(3)) }

  /// The weekday with this name, in full or by its first three letters, in any case.
  public init?(name: String) {
    let wanted = name.lowercased()
    guard
      let day = Self.allCases.first(where: {
        $0.name.lowercased() == wanted || $0.short.lowercased() == wanted
      })
    else { return nil }
    self = day
  }

  /// Whether this is Saturday or Sunday.
  public var isWeekend: Bool { self >= .saturday }

  /// Whether the first day comes earlier in the week.
  public static func < (earlier: Weekday, later: Weekday) -> Bool {
    earlier.rawValue < later.rawValue
  }
}
