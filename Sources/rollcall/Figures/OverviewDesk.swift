import Attendance
import Policies
import Screens
import Storage

/// Puts the school's figures together at a glance, without any name.
struct OverviewDesk {
  private let desk: FigureDesk
  private let school: OpenSchool
  private let person: Actor

  /// The desk of whoever acts; refuses who may not see the figures of the whole school.
  init(_ school: OpenSchool, for person: Actor? = nil) throws {
    self.school = school
    self.person = person ?? school.actor
    let permissions = self.person.permissions(under: school.policy)
    if let denial = permissions.denial(of: .viewFigures) {
      throw Refused("rollcall: \(denial)")
    }
    desk = try FigureDesk(school, for: self.person)
  }

  /// The kinds of period that have a line each.
  static let kinds: [SchoolPeriod.Kind] = [.week, .halfTerm, .term, .year]

  /// The school as it stands.
  func overview() throws -> Overview {
    let periods = Self.kinds.compactMap { desk.calendar.period($0, begunBy: desk.last.date) }
    let first = min(periods.map(\.starts).min() ?? desk.yearBegins, desk.yearBegins)
    let figures = try desk.figures(from: first, through: desk.last.date)
    func rows(_ keys: [FigureKey], from: SchoolDate) -> [ShownRow] {
      let rows = figures.rows(by: keys, from: from, through: desk.last)
      return desk.isForGovernors ? SmallGroups.shown(rows) : rows.map(ShownRow.figures)
    }
    return Overview(
      upTo: desk.last, on: desk.today,
      closed: desk.calendar.isSchoolDay(desk.today)
        ? nil : desk.calendar.closure(at: Session(desk.today, .am))?.description,
      today: desk.last.date == desk.today
        ? try today(figures, rows([.session], from: desk.today)) : [],
      stretches: periods.compactMap { period in
        rows([.school], from: period.starts).first.map { Overview.Stretch(period, $0) }
      },
      weeks: weeks(rows([.week], from: desk.yearBegins)), benchmarks: desk.benchmarks)
  }

  private func today(_ figures: Figures, _ rows: [ShownRow]) throws -> [Overview.Today] {
    let codes = figures.rows(by: [.session, .code], from: desk.today, through: desk.last)
    let registers = try RegistersOfDay(school, desk.calendar).day(desk.today, for: person).lines
      .filter { $0.closed == nil && $0.pupils > 0 }
    return rows.compactMap(\.row).compactMap { row in
      HalfDay(rawValue: row.key).map { half in
        let kept = registers.filter { $0.key.session.half == half }
        return Overview.Today(
          half, row.tally,
          unexplained: codes.first { $0.keys == [row.key, "N"] }?.tally.absent ?? 0,
          registers: kept.count, untaken: kept.count { $0.taken == nil })
      }
    }
  }

  private func weeks(_ rows: [ShownRow]) -> [Overview.Week] {
    let mondays = Dictionary(
      desk.calendar.periods(.week).map { ($0.starts.isoWeek, $0.starts.monday) },
      uniquingKeysWith: { first, _ in first })
    return rows.compactMap(\.row).compactMap { row in
      mondays[row.key].map { Overview.Week($0, row.tally) }
    }.filter { $0.tally.possible > 0 }.sorted { $0.monday < $1.monday }
  }
}
