/// The school's time as rules count it: every session at which somebody meets, in order.
///
/// Positions count these sessions from 0. Each has the number of its school day and of its school
/// week, so that "ten school weeks" is a subtraction: holidays vanish, and so does a day on which the
/// school met for nobody.
public struct SchoolTime: Sendable {
  /// The sessions, earliest first.
  public let sessions: [Session]
  /// The number of each session's school day; that of the day before where the school did not meet.
  public let days: [Int32]
  /// The number of each session's school week: an ISO week with a school day.
  public let weeks: [Int32]
  /// The place of each session in its week: twice the weekday, and one more in the afternoon.
  public let places: [UInt8]
  /// The half terms in order, as positions.
  public let halfTerms: [Range<Int>]
  /// The terms in order, as positions.
  public let terms: [Range<Int>]
  private let halfTermOf: [Int32]
  private let termOf: [Int32]
  private let years: [SchoolYear: Range<Int>]

  /// The time of these years; on the closed days the school met for nobody, whatever the calendar
  /// has.
  public init(_ calendar: SchoolCalendar, closed: Set<SchoolDate> = []) {
    var building = Building()
    var years: [SchoolYear: Range<Int>] = [:]
    for year in calendar.years {
      let start = building.sessions.count
      let meets = Self.anybody(in: year)
      for cell in meets.indices where meets[cell] {
        building.add(YearSheet.session(at: cell, in: year.year), in: year, closed)
      }
      years[year.year] = start..<building.sessions.count
    }
    building.close()
    sessions = building.sessions
    places = building.sessions.map { UInt8($0.date.weekday.rawValue * 2 + $0.half.index) }
    days = building.days
    weeks = building.weeks
    halfTerms = building.halfTerms
    terms = building.terms
    halfTermOf = building.halfTermOf
    termOf = building.termOf
    self.years = years
  }

  /// How many sessions lie before the end of the date.
  public func end(of date: SchoolDate) -> Int { firstPosition { $0.date > date } }

  /// The position of a session, or nil where nobody meets at it.
  public func position(of session: Session) -> Int? {
    let position = firstPosition { $0 >= session }
    return position < sessions.count && sessions[position] == session ? position : nil
  }

  /// The positions of a school year; empty where no calendar has it.
  public func year(_ year: SchoolYear) -> Range<Int> { years[year] ?? 0..<0 }

  /// The half term of a position.
  public func halfTerm(at position: Int) -> Range<Int> { halfTerms[Int(halfTermOf[position])] }

  /// The term of a position.
  public func term(at position: Int) -> Range<Int> { terms[Int(termOf[position])] }

  /// The number of the half term of a position.
  public func halfTermNumber(at position: Int) -> Int { Int(halfTermOf[position]) }

  /// The positions of so many school weeks, the last of which is that of the position.
  public func weeks(_ count: Int, upTo position: Int) -> Range<Int> {
    let first = weeks[position] - Int32(count) + 1
    return firstPosition(from: weeks, first)..<firstPosition(from: weeks, weeks[position] + 1)
  }

  /// The positions of the day of a position.
  public func day(at position: Int) -> Range<Int> {
    var lower = position
    var upper = position + 1
    let date = sessions[position].date
    while lower > 0, sessions[lower - 1].date == date { lower -= 1 }
    while upper < sessions.count, sessions[upper].date == date { upper += 1 }
    return lower..<upper
  }

  /// How many school days lie after the session of the one position, up to and with that before
  /// the other.
  public func schoolDays(after position: Int, before end: Int) -> Int {
    end > position ? Int(days[end - 1] - days[position]) : 0
  }

  private func firstPosition(where holds: (Session) -> Bool) -> Int {
    var (low, high) = (0, sessions.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(sessions[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func firstPosition(from numbers: [Int32], _ least: Int32) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] >= least { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// For each cell of the year, whether anybody meets.
  private static func anybody(in year: CalendarYear) -> [Bool] {
    year.meetings(campus: nil, yearGroup: nil)
  }
}

extension SchoolTime {
  /// The time as it is put together, a session after the other.
  private struct Building {
    var sessions: [Session] = []
    var days: [Int32] = []
    var weeks: [Int32] = []
    var halfTerms: [Range<Int>] = []
    var terms: [Range<Int>] = []
    var halfTermOf: [Int32] = []
    var termOf: [Int32] = []
    private var day: Int32 = 0
    private var week: Int32 = 0
    private var lastDay: SchoolDate?
    private var lastMonday: SchoolDate?
    private var place: (year: SchoolYear, term: Int, half: Int)?

    mutating func add(_ session: Session, in year: CalendarYear, _ closed: Set<SchoolDate>) {
      let date = session.date
      if lastDay != date, !closed.contains(date) {
        lastDay = date
        day += 1
        let monday = date.monday
        if lastMonday != monday {
          lastMonday = monday
          week += 1
        }
      }
      let term = year.terms.firstIndex { $0.contains(date) } ?? 0
      let half = year.terms[term].half(of: date)
      if place.map({ $0 != (year.year, term, half) }) ?? true {
        if place.map({ ($0.year, $0.term) != (year.year, term) }) ?? true {
          endLast(of: &terms)
          terms.append(sessions.count..<sessions.count)
        }
        endLast(of: &halfTerms)
        halfTerms.append(sessions.count..<sessions.count)
        place = (year.year, term, half)
      }
      sessions.append(session)
      days.append(day)
      weeks.append(week)
      halfTermOf.append(Int32(halfTerms.count - 1))
      termOf.append(Int32(terms.count - 1))
    }

    mutating func close() {
      endLast(of: &terms)
      endLast(of: &halfTerms)
    }

    private func endLast(of ranges: inout [Range<Int>]) {
      guard let last = ranges.popLast() else { return }
      ranges.append(last.lowerBound..<sessions.count)
    }
  }
}
