/// The terms and closures of one school year, as the calendar file lists them.
public struct CalendarYear: Hashable, Sendable {
  /// The school year.
  public let year: SchoolYear
  /// The terms, in order.
  public let terms: [Term]
  /// What is closed within them.
  public let closures: [Closure]

  /// A year with these terms and closures.
  public init(year: SchoolYear, terms: [Term], closures: [Closure]) {
    self.year = year
    self.terms = terms
    self.closures = closures
  }

  /// Why the audience does not meet at this session, or nil where it does.
  public func closure(
    at session: Session, campus: String?, yearGroup: YearGroup?
  ) -> ClosedReason? {
    guard let term = terms.first(where: { $0.contains(session.date) }) else {
      return .outsideTerm
    }
    if term.isHalfTerm(session.date) { return .halfTerm(term.name) }
    if session.date.weekday.isWeekend { return .weekend }
    return closures.first {
      $0.applies(at: session, campus: campus, yearGroup: yearGroup)
    }.map { .closed($0.reason) }
  }

  /// For each cell of a year sheet, whether the audience meets.
  ///
  /// Computed once for all the pupils who share a campus and a year group.
  public func meetings(campus: String?, yearGroup: YearGroup?) -> [Bool] {
    var meets = [Bool](repeating: false, count: year.days * 2)
    for term in terms {
      var day = term.starts
      while day <= term.ends {
        let cell = day.days(after: year.firstDay) * 2
        if !day.weekday.isWeekend, !term.isHalfTerm(day), meets.indices.contains(cell) {
          meets[cell] = true
          meets[cell + 1] = true
        }
        day = day.adding(days: 1)
      }
    }
    for closure in closures where year.contains(closure.date) {
      let cell = closure.date.days(after: year.firstDay) * 2
      for half in HalfDay.allCases
      where closure.applies(
        at: Session(closure.date, half), campus: campus, yearGroup: yearGroup)
      {
        meets[cell + half.index] = false
      }
    }
    return meets
  }
}

/// One term, with its half term.
public struct Term: Hashable, Sendable {
  /// The name: `Autumn`.
  public let name: String
  /// The first day.
  public let starts: SchoolDate
  /// The last day.
  public let ends: SchoolDate
  /// The first and last day of half term, or nil where there is none.
  public let halfTerm: ClosedRange<SchoolDate>?

  /// A term between these days.
  public init(
    name: String, starts: SchoolDate, ends: SchoolDate, halfTerm: ClosedRange<SchoolDate>? = nil
  ) {
    self.name = name
    self.starts = starts
    self.ends = ends
    self.halfTerm = halfTerm
  }

  /// Whether the date lies between its first and last day.
  public func contains(_ date: SchoolDate) -> Bool { starts <= date && date <= ends }

  /// Whether the date lies in its half term.
  public func isHalfTerm(_ date: SchoolDate) -> Bool { halfTerm?.contains(date) ?? false }

  /// The half of the term that holds the date: 1 before half term, 2 after it.
  public func half(of date: SchoolDate) -> Int {
    guard let halfTerm else { return 1 }
    return date < halfTerm.lowerBound ? 1 : 2
  }
}

/// A day, or a part of it, on which the school or a part of it does not meet.
public struct Closure: Hashable, Sendable {
  /// The date.
  public let date: SchoolDate
  /// Why: `INSET day`.
  public let reason: String
  /// The only half that is closed, or nil for the whole day.
  public let half: HalfDay?
  /// The only campus that is closed, or nil for all.
  public let campus: String?
  /// The only year groups that stay away, or none for all.
  public let yearGroups: [YearGroup]

  /// A closure of that date.
  public init(
    date: SchoolDate, reason: String, half: HalfDay? = nil, campus: String? = nil,
    yearGroups: [YearGroup] = []
  ) {
    self.date = date
    self.reason = reason
    self.half = half
    self.campus = campus
    self.yearGroups = yearGroups
  }

  /// Whether it keeps that audience away at the session.
  ///
  /// A closure of one campus or of some year groups says nothing about an audience that is not
  /// named: the school as a whole still meets.
  public func applies(at session: Session, campus: String?, yearGroup: YearGroup?) -> Bool {
    guard date == session.date, half == nil || half == session.half else { return false }
    if let closed = self.campus, closed != campus { return false }
    if !yearGroups.isEmpty {
      guard let yearGroup, yearGroups.contains(yearGroup) else { return false }
    }
    return true
  }
}
