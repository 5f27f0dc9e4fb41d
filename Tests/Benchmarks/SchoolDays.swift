import Attendance

/// The days of a school year of 38 weeks, as the benchmarks' schools keep it.
struct SchoolDays {
  private let terms: [(name: String, starts: SchoolDate, halfTerm: Int, weeks: Int)]
  private let year: SchoolYear

  init(_ year: SchoolYear) {
    func monday(_ month: Int, _ day: Int, after years: Int) -> SchoolDate {
      SchoolDate(year: year.startYear + years, month: month, day: day)?.adding(days: 6).monday
        ?? year.firstDay
    }
    self.year = year
    terms = [
      ("Autumn", monday(9, 1, after: 0), 8, 15), ("Spring", monday(1, 2, after: 1), 6, 12),
      ("Summer", monday(4, 10, after: 1), 6, 14),
    ]
  }

  /// The days on which it meets, 190 of them.
  var days: [SchoolDate] {
    terms.flatMap { term in
      (0..<term.weeks).filter { $0 != term.halfTerm }.flatMap { week in
        (0..<5).map { term.starts.adding(days: week * 7 + $0) }
      }
    }
  }

  /// The days that have marks; the last week is still to come.
  var marked: [SchoolDate] { Array(days.prefix(185)) }

  /// The day on which the benchmarks' clock stands: the first without marks.
  var today: SchoolDate { days[185] }

  /// The year as calendar.yaml has it.
  var calendar: String {
    "- year: \"\(year)\"\n  terms:\n"
      + terms.map { term in
        let rest = term.starts.adding(days: term.halfTerm * 7)
        return """
              - name: \(term.name)
                starts: \(term.starts)
                ends: \(term.starts.adding(days: term.weeks * 7 - 3))
                half_term: { starts: \(rest), ends: \(rest.adding(days: 4)) }

          """
      }.joined()
  }
}
