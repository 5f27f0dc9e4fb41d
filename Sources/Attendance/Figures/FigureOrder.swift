/// The order in which people look for rows: Year 7 before Year 10, Monday before Friday, autumn before
/// spring, and what the school wrote nothing of last.
public struct FigureOrder: Sendable {
  private let keys: [FigureKey]
  private let places: [[String: Int]]

  /// The order of rows by these keys.
  public init(_ keys: [FigureKey], _ calendar: SchoolCalendar) {
    self.keys = keys
    places = keys.map { Self.places(of: $0, calendar) }
  }

  /// The rows in that order.
  public func sorted(_ rows: [FigureRow]) -> [FigureRow] {
    rows.map { (row: $0, places: zip(keys.indices, $0.keys).map(place)) }.sorted { one, other in
      for (first, second) in zip(one.places, other.places) where first != second {
        return first < second
      }
      return false
    }.map(\.row)
  }

  /// Where a name stands: by the order of its key, then by the number it begins with, then as bytes.
  private struct Place: Comparable {
    let known: Int
    let number: Int
    let name: String

    static func < (one: Place, other: Place) -> Bool {
      (one.known, one.number) == (other.known, other.number)
        ? one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
        : (one.known, one.number) < (other.known, other.number)
    }
  }

  private func place(_ key: Int, _ name: String) -> Place {
    if name.isEmpty { return Place(known: .max, number: 0, name: "") }
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    return Place(
      known: places[key][name] ?? places[key].count, number: Int(digits) ?? .max, name: name)
  }

  private static func places(of key: FigureKey, _ calendar: SchoolCalendar) -> [String: Int] {
    let names: [String]
    switch key {
    case .year: names = YearGroup.all.map(\.description)
    case .weekday: names = Weekday.allCases.map(\.name)
    case .session: names = HalfDay.allCases.map(\.rawValue)
    case .term:
      names = calendar.years.flatMap { year in year.terms.map { "\(year.year) \($0.name)" } }
    case .halfTerm:
      names = calendar.years.flatMap { year in
        year.terms.flatMap { term in (1...2).map { "\(year.year) \(term.name) \($0)" } }
      }
    case .pupil, .group, .code, .week, .schoolYear, .sex, .fsm, .pupilPremium, .sen, .eal,
      .ethnicity, .lookedAfter, .socialWorker, .youngCarer, .campus, .school:
      names = []
    }
    return Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
