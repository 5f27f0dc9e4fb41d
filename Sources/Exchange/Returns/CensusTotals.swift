public import Attendance

/// Sessions possible and missed by each pupil in the periods of a school census.
///
/// It is something to hold against the return of a certified system, and no return itself.
public struct CensusTotals: Sendable {
  /// The rows, by period and pupil: the totals as `tally` has them, every reason of absence, and the
  /// sessions without a mark, which are in no total.
  public private(set) var table: RowTable
  /// The sessions without a mark in all of it, and the pupils who have any.
  public private(set) var blanks: (sessions: Int, pupils: Set<Pupil.ID>) = (0, [])
  private let title: String
  private let periods: [CensusPeriod]
  private let roll: Roll
  private let codes: CodeBook
  private let figures: Figures
  private let last: Session

  /// The totals of a census, from the figures of its periods up to the last session that has begun.
  public init(
    _ census: CensusPeriod.Census, in year: Int, roll: Roll, codes: CodeBook, figures: Figures,
    upTo last: Session
  ) {
    title = "\(census.rawValue)-\(year)"
    periods = CensusPeriod.periods(of: census, in: year)
    self.roll = roll
    self.codes = codes
    self.figures = figures
    self.last = last
    table = RowTable([])
    let reasons = reasons
    table = RowTable(
      [
        "census", "period", "from", "to", "upn", "surname", "forename", "date_of_birth", "sex",
        "enrolment", "starts", "ends", "on_roll", "possible", "attended", "authorised",
        "unauthorised",
      ] + reasons + ["missing"])
    for period in periods { add(period, reasons) }
  }

  private mutating func add(_ period: CensusPeriod, _ reasons: [String]) {
    let first = period.days.lowerBound
    let through = min(Session(period.days.upperBound, .pm), last)
    if through.date < first { return }
    let pupils = Dictionary(
      roll.pupils.values.map { ($0.upn.text, $0) }, uniquingKeysWith: { one, _ in one })
    let counts = figures.codesByPupil(from: first, through: through)
    let cutoff = SchoolYear(of: first).firstDay.adding(days: 30)
    for row in figures.rows(by: .pupil, from: first, through: through) {
      guard let pupil = pupils[row.key], (4...15).contains(pupil.age(on: cutoff)) else { continue }
      // Whoever left and came back has one row with all sessions: from the first day to the last.
      let times = (roll.enrolments[pupil.id] ?? []).filter {
        $0.isCounted && $0.starts <= through.date && ($0.ends ?? through.date) >= first
      }
      let own = counts[pupil.id] ?? [:]
      let tally = row.tally
      table.append(
        [
          .code(title), .text(period.name), .date(first), .date(period.days.upperBound),
          .code(pupil.upn.text), .text(pupil.name.surname), .text(pupil.name.forename),
          .date(pupil.dateOfBirth), .text(orEmpty: pupil.sex.isEmpty ? nil : pupil.sex),
          .code(orEmpty: times.last?.kind.rawValue), .date(times.first?.starts),
          .date(times.last?.ends),
          .code(roll.enrolment(of: pupil.id, on: last.date) == nil ? "no" : "yes"),
          .number(tally.possible), .number(tally.attended), .number(tally.authorised),
          .number(tally.unauthorised),
        ] + reasons.map { .number(own[$0] ?? 0) } + [.number(tally.missing)])
      blanks.sessions += tally.missing
      if tally.missing > 0 { blanks.pupils.insert(pupil.id) }
    }
  }

  /// The codes of absence that are in force at any time of the periods, in the order of the book.
  private var reasons: [String] {
    var reasons: [String] = []
    for code in codes.codes where code.isAbsence && !reasons.contains(code.text) {
      let isInForce = periods.contains { period in
        (code.from.map { $0 <= period.days.upperBound } ?? true)
          && (code.retired.map { period.days.lowerBound < $0 } ?? true)
      }
      if isInForce { reasons.append(code.text) }
    }
    return reasons
  }
}

extension Pupil {
  /// How old the pupil is on the date, in whole years.
  func age(on date: SchoolDate) -> Int {
    let (year, month, day) = date.parts
    let (bornYear, bornMonth, bornDay) = dateOfBirth.parts
    return year - bornYear - ((month, day) < (bornMonth, bornDay) ? 1 : 0)
  }
}
