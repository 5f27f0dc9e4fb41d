import Attendance

/// For each pupil and school year that a file speaks of, a cell for each session.
///
/// The cells answer at once whether a session may be marked, what is on record and which row marked
/// it first; and since they lie in order, reading them out sorts the marks.
struct MarkCells {
  /// What is known of a session before any row speaks of it.
  struct State: OptionSet {
    let rawValue: UInt8

    /// The pupil is on roll, the register meets, and the session has begun.
    static let open = State(rawValue: 1)
    static let compulsory = State(rawValue: 2)
  }

  /// The widest year has 366 days.
  private static let width = 366 * 2

  private let context: ImportContext
  private let years: [CalendarYear]
  private var meetings: [Audience: [Bool]] = [:]
  /// Where the cells of a pupil's year begin, or -1 before anybody asked.
  private var starts: [Int]
  private(set) var states: [State] = []
  private(set) var recorded: [UInt8] = []
  /// The number of the row that marks the session, from 1; 0 where none does.
  var rows: [UInt32] = []

  private struct Audience: Hashable {
    let year: Int
    let campus: String
    let group: YearGroup
  }

  init(_ context: ImportContext) {
    self.context = context
    years = context.calendar.years
    starts = Array(repeating: -1, count: context.pupils.count * years.count)
  }

  /// The place of the date's school year among those of the calendar.
  func year(of date: SchoolDate) -> Int? {
    years.firstIndex { $0.year.contains(date) }
  }

  /// The cell of a session of that pupil.
  mutating func cell(pupil: Int, year: Int, date: SchoolDate, half: HalfDay) -> Int {
    let place = pupil * years.count + year
    if starts[place] < 0 { starts[place] = addCells(pupil: pupil, year: year) }
    return starts[place] + date.days(after: years[year].year.firstDay) * 2 + half.index
  }

  /// The number of the row that marks the session, or nil.
  func row(pupil: Int, at session: Session) -> Int? {
    guard let year = year(of: session.date),
      let offset = YearSheet.cell(of: session, in: years[year].year)
    else { return nil }
    let start = starts[pupil * years.count + year]
    guard start >= 0, rows[start + offset] > 0 else { return nil }
    return Int(rows[start + offset]) - 1
  }

  /// Hands out every session that a row marks: by pupil, then by session.
  func forEachMarked(_ body: (_ pupil: Pupil.ID, _ session: Session, _ row: Int) -> Void) {
    let order = context.pupils.indices.sorted {
      context.pupils[$0].pupil.id < context.pupils[$1].pupil.id
    }
    for pupil in order {
      for (year, calendar) in years.enumerated() {
        let start = starts[pupil * years.count + year]
        guard start >= 0 else { continue }
        let id = context.pupils[pupil].pupil.id
        for offset in 0..<calendar.year.days * 2 where rows[start + offset] > 0 {
          body(
            id, YearSheet.session(at: offset, in: calendar.year), Int(rows[start + offset]) - 1)
        }
      }
    }
  }

  private mutating func addCells(pupil: Int, year: Int) -> Int {
    let entry = context.pupils[pupil]
    let calendar = years[year]
    let start = states.count
    states.append(contentsOf: repeatElement([], count: Self.width))
    rows.append(contentsOf: repeatElement(0, count: Self.width))
    let sheet = context.sheets[entry.pupil.id]?.first { $0.year == calendar.year }
    let cells = sheet?.cells ?? []
    recorded.append(contentsOf: cells)
    recorded.append(contentsOf: repeatElement(0, count: Self.width - cells.count))

    let compulsory = CompulsorySchoolAge(born: entry.pupil.dateOfBirth)
    let last = min(context.latest.date, calendar.year.lastDay)
    for enrolment in entry.enrolments where enrolment.isMarked {
      var date = max(enrolment.starts, calendar.year.firstDay)
      let ends = min(enrolment.ends ?? last, last)
      while date <= ends {
        guard let particulars = entry.particulars(on: date) else { break }
        // The particulars hold until the next begin, so their audience is asked for once.
        let next = entry.particulars.first { $0.from > date }?.from
        let until = min(ends, next?.adding(days: -1) ?? ends)
        let meets = meetings(
          Audience(year: year, campus: particulars.campus, group: particulars.yearGroup))
        while date <= until {
          let offset = date.days(after: calendar.year.firstDay) * 2
          var state: State = compulsory.contains(date) ? .compulsory : []
          state.insert(.open)
          if meets[offset] { states[start + offset] = state }
          if meets[offset + 1], Session(date, .pm) <= context.latest {
            states[start + offset + 1] = state
          }
          date = date.adding(days: 1)
        }
      }
    }
    return start
  }

  private mutating func meetings(_ audience: Audience) -> [Bool] {
    if let known = meetings[audience] { return known }
    let meets = years[audience.year].meetings(
      campus: audience.campus, yearGroup: audience.group)
    meetings[audience] = meets
    return meets
  }
}
