/// A run of sessions of one pupil over which enrolment, form and characteristics stay the same.
struct Stretch {
  let pupil: Pupil.ID
  let year: SchoolYear
  let particulars: Particulars
  /// The cells of the year sheet it covers.
  let cells: Range<Int>
  /// For each cell of the year, whether the school meets for such a pupil.
  let meets: [Bool]
  /// The marks, or nil where there are none.
  let sheet: YearSheet?

  /// The cells from one date through the other, cut off after the last session.
  static func cells(
    of year: SchoolYear, from first: SchoolDate, through last: SchoolDate, last session: Session
  ) -> Range<Int> {
    let lower = first.days(after: year.firstDay) * 2
    let upper = last.days(after: year.firstDay) * 2 + 2
    return lower..<max(lower, last == session.date && session.half == .am ? upper - 1 : upper)
  }

  /// Whether the school met for the pupil at all.
  var holdsSessions: Bool { cells.contains { meets[$0] } }

  /// Calls the body with each cell at which the school met for the pupil.
  func forEachCell(_ body: (Int) -> Void) {
    for cell in cells where meets[cell] { body(cell) }
  }
}

/// For each campus and year group, the cells of a year at which the school meets.
struct MeetingTable {
  private struct Audience: Hashable {
    let year: SchoolYear
    let campus: String
    let yearGroup: YearGroup
  }

  private let calendar: SchoolCalendar
  private var known: [Audience: [Bool]] = [:]

  init(_ calendar: SchoolCalendar) {
    self.calendar = calendar
  }

  /// The cells for a pupil of these particulars.
  mutating func cells(_ year: SchoolYear, _ particulars: Particulars) -> [Bool] {
    let audience = Audience(
      year: year, campus: particulars.campus, yearGroup: particulars.yearGroup)
    if let cells = known[audience] { return cells }
    let cells =
      calendar.years.first { $0.year == year }?
      .meetings(campus: particulars.campus, yearGroup: particulars.yearGroup) ?? []
    known[audience] = cells
    return cells
  }
}

extension Figures {
  /// Counts the stretch as a whole.
  func count(_ stretch: Stretch) -> Tally {
    var tally = Tally()
    forEachWeighed(stretch) { cell, weights in
      Self.count(stretch.sheet?.cells[cell] ?? 0, weights, into: &tally)
    }
    return tally
  }

  /// Counts the stretch session by session, each in the bucket of its cell and, where asked, its code.
  func count(_ stretch: Stretch, _ buckets: FigureBuckets, into tallies: inout [Int: Tally]) {
    let cells = buckets.cells(of: stretch.year)
    // Neighbours mostly share a bucket, which is looked up only when it changes.
    var current = -1
    var tally = Tally()
    forEachWeighed(stretch) { cell, weights in
      let byte = stretch.sheet?.cells[cell] ?? 0
      let bucket = buckets.bucket(cells[cell], byte)
      if bucket != current {
        if current >= 0 { tallies[current, default: Tally()] += tally }
        current = bucket
        tally = Tally()
      }
      Self.count(byte, weights, into: &tally)
    }
    if current >= 0 { tallies[current, default: Tally()] += tally }
  }

  private static func count(
    _ byte: UInt8, _ weights: [CodeClasses.Weight], into tally: inout Tally
  ) {
    let weight = weights[Int(byte)]
    if weight.contains(.marked) {
      tally.count(weight)
    } else {
      tally.missing += 1
    }
  }

  private func forEachWeighed(
    _ stretch: Stretch, _ body: (Int, [CodeClasses.Weight]) -> Void
  ) {
    for (days, weights) in classes.stretches(
      from: stretch.year.firstDay, through: stretch.year.lastDay)
    {
      let lower = days.lowerBound.days(after: stretch.year.firstDay) * 2
      let upper = days.upperBound.days(after: stretch.year.firstDay) * 2 + 2
      for cell in stretch.cells.clamped(to: lower..<upper) where stretch.meets[cell] {
        body(cell, weights)
      }
    }
  }

  /// What the session is by that key.
  func name(of session: Session, by key: FigureKey) -> String {
    switch key {
    case .weekday: session.date.weekday.name
    case .session: session.half.rawValue
    case .week: session.date.isoWeek
    case .schoolYear: SchoolYear(of: session.date).description
    case .term: calendar.term(of: session.date).map { "\($0.year) \($0.term.name)" } ?? ""
    case .halfTerm:
      calendar.term(of: session.date).map {
        "\($0.year) \($0.term.name) \($0.term.half(of: session.date))"
      } ?? ""
    case .pupil, .group, .year, .code, .sex, .fsm, .pupilPremium, .sen, .eal, .ethnicity,
      .lookedAfter, .socialWorker, .youngCarer, .campus, .school:
      ""
    }
  }
}
