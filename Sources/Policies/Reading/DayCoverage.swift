import Attendance

/// Checks that every campus has times of its day, and every year group there both its windows.
struct DayCoverage {
  let root: Section
  let school: School
  let campuses: [Campus]

  /// Complains where a year group has no window.
  func check(_ registers: Registers) {
    let usual = registers.windows.filter { $0.weekdays.isEmpty && $0.dates.isEmpty }
    for half in HalfDay.allCases {
      var bare: [String] = []
      for (campus, years) in places {
        let without = years.filter { year in
          !usual.contains { rule in
            rule.half == half && (rule.campus == nil || rule.campus == campus)
              && (rule.years.isEmpty || rule.years.contains(year))
          }
        }
        guard !without.isEmpty else { continue }
        let names = without.count == years.count ? "every year" : Self.list(without)
        bare.append(campus.map { "\(names) at \($0)" } ?? names)
      }
      guard !bare.isEmpty, let value = root.setting["registers"]?["windows"] else { continue }
      root.complaints.fault(
        value,
        "no \(half.rawValue) window holds for \(bare.joined(separator: ", ")); add one to 'windows'"
      )
    }
  }

  /// Complains where a campus has no times of its day.
  func check(_ day: [DayTimes]) {
    let bare = places.map(\.0).filter { campus in
      !day.contains { $0.campus == nil || $0.campus == campus }
    }
    guard !bare.isEmpty, let value = root.setting["day"] else { return }
    let names = bare.map { $0 ?? "the whole school" }.joined(separator: ", ")
    root.complaints.fault(value, "no times of the day hold for \(names); add them to 'day'")
  }

  private var places: [(String?, [YearGroup])] {
    campuses.isEmpty
      ? [(nil, school.years)]
      : campuses.map { ($0.name, $0.years.isEmpty ? school.years : $0.years) }
  }

  private static func list(_ years: [YearGroup]) -> String {
    years.map(\.name).joined(separator: ", ")
  }
}
