/// When the school meets: the terms of each year, and what is closed within them.
public struct SchoolCalendar: Hashable, Sendable {
  /// The years, earliest first.
  public let years: [CalendarYear]

  /// A calendar of these years.
  public init(_ years: [CalendarYear]) {
    self.years = years.sorted { $0.year < $1.year }
  }

  /// The calendar of the school year that holds the date.
  public func year(of date: SchoolDate) -> CalendarYear? {
    let wanted = SchoolYear(of: date)
    return years.first { $0.year == wanted }
  }

  /// Why the school does not meet at this session, or nil where it does.
  ///
  /// Without campus or year group, the answer is about anybody at all: a closure of one campus or
  /// one year leaves the school open.
  public func closure(
    at session: Session, campus: String? = nil, yearGroup: YearGroup? = nil
  ) -> ClosedReason? {
    guard let year = year(of: session.date) else { return .noCalendar }
    return year.closure(at: session, campus: campus, yearGroup: yearGroup)
  }

  /// Whether the school meets at this session.
  public func meets(
    at session: Session, campus: String? = nil, yearGroup: YearGroup? = nil
  ) -> Bool {
    closure(at: session, campus: campus, yearGroup: yearGroup) == nil
  }

  /// Whether the date is a school day: one on which the calendar has a session for somebody.
  public func isSchoolDay(_ date: SchoolDate) -> Bool {
    HalfDay.allCases.contains { meets(at: Session(date, $0)) }
  }

  /// The last school day up to the date, or nil where no calendar has one.
  public func lastSchoolDay(upTo date: SchoolDate) -> SchoolDate? {
    guard let first = years.first?.year.firstDay else { return nil }
    var day = min(date, years.last?.year.lastDay ?? date)
    while day >= first {
      if isSchoolDay(day) { return day }
      day = day.adding(days: -1)
    }
    return nil
  }

  /// The school day that so many school days after the date is, or nil where no calendar reaches it.
  ///
  /// A closed day, on which the school met for nobody, is none.
  public func schoolDay(
    _ count: Int, after date: SchoolDate, but closed: Set<SchoolDate> = []
  ) -> SchoolDate? {
    guard let last = years.last?.year.lastDay else { return nil }
    var day = date
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      if day > last { return nil }
      if isSchoolDay(day), !closed.contains(day) { left -= 1 }
    }
    return day
  }

  /// The sessions at which somebody meets, from one to the other, both included, in order.
  public func sessions(from first: SchoolDate, through last: SchoolDate) -> [Session] {
    var sessions: [Session] = []
    var day = first
    while day <= last {
      for half in HalfDay.allCases where meets(at: Session(day, half)) {
        sessions.append(Session(day, half))
      }
      day = day.adding(days: 1)
    }
    return sessions
  }

  /// The sessions before this one at which that audience met, latest first, at most so many.
  public func sessions(
    before session: Session, campus: String?, yearGroup: YearGroup?, count: Int
  ) -> [Session] {
    guard let first = years.first?.year.firstDay else { return [] }
    var found: [Session] = []
    var day = session.date
    while day >= first, found.count < count {
      for half in HalfDay.allCases.reversed() {
        let earlier = Session(day, half)
        if earlier < session, found.count < count,
          meets(at: earlier, campus: campus, yearGroup: yearGroup)
        {
          found.append(earlier)
        }
      }
      day = day.adding(days: -1)
    }
    return found
  }

  /// The term that holds the date, and its year.
  public func term(of date: SchoolDate) -> (year: SchoolYear, term: Term)? {
    guard let year = year(of: date), let term = year.terms.first(where: { $0.contains(date) })
    else { return nil }
    return (year.year, term)
  }
}

/// Why the school does not meet.
public enum ClosedReason: Hashable, Sendable, CustomStringConvertible {
  case noCalendar
  case outsideTerm
  case halfTerm(String)
  case weekend
  case closed(String)

  /// The reason in a few words.
  public var description: String {
    switch self {
    case .noCalendar: "no calendar covers the date"
    case .outsideTerm: "outside term"
    case .halfTerm(let term): "half term of \(term)"
    case .weekend: "weekend"
    case .closed(let reason): reason
    }
  }
}
