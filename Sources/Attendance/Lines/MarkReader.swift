/// Reads the year sheets of a school as lines of marks.
public struct MarkReader: Sendable {
  /// The school's time.
  public let time: SchoolTime
  private let figures: Figures
  /// For each stretch of positions with one set of classes, the word of each byte.
  private let eras: [(positions: Range<Int>, words: [UInt32])]
  private var meetings: MeetingTable
  private var audiences: [Audience: [Bool]] = [:]
  /// The cell of each position in the sheet of its year.
  private let cells: [Int32]

  private struct Audience: Hashable {
    let year: SchoolYear
    let campus: String
    let yearGroup: YearGroup
  }

  /// A reader for these lists of codes, each of which has a bit of its own, the first the first.
  ///
  /// There is room for ``MarkLine/mostLists``; what comes after them is not counted.
  public init(_ figures: Figures, over time: SchoolTime, lists: [[String]]) {
    self.time = time
    self.figures = figures
    meetings = MeetingTable(figures.calendar)
    cells = time.sessions.map { session in
      Int32(YearSheet.cell(of: session, in: SchoolYear(of: session.date)) ?? 0)
    }
    var bits = [UInt32](repeating: 0, count: 256)
    for (number, codes) in lists.prefix(MarkLine.mostLists).enumerated() {
      for byte in codes.compactMap(figures.alphabet.byte(of:)) {
        bits[Int(byte)] |= MarkLine.list(number)
      }
    }
    guard let first = time.sessions.first?.date, let last = time.sessions.last?.date else {
      eras = []
      return
    }
    eras = figures.classes.stretches(from: first, through: last).map { days, weights in
      let lower = time.end(of: days.lowerBound.adding(days: -1))
      let words = weights.indices.map { UInt32(weights[$0].rawValue) | bits[$0] }
      return (lower..<time.end(of: days.upperBound), words)
    }
  }

  /// The pupil's marks of the years from the one through the other.
  public mutating func line(
    of pupil: Pupil.ID, from first: SchoolYear, through last: SchoolYear
  ) -> MarkLine {
    let base = time.year(first).lowerBound
    // In August the year that runs may not be in the calendar yet: what is known of those before
    // it still counts.
    let end =
      stride(from: first.startYear, through: last.startYear, by: 1)
      .map { time.year(SchoolYear(startYear: $0)).upperBound }.reduce(base, max)
    var words = [UInt32](repeating: 0, count: max(0, end - base))
    let enrolments = figures.stretches(
      of: pupil, from: first.firstDay, through: Session(last.lastDay, .pm), &meetings)
    for stretch in enrolments.joined() {
      let due = self.due(stretch)
      let year = time.year(stretch.year)
      let covered = positions(of: stretch.cells, in: year).clamped(to: base..<end)
      for (positions, table) in eras {
        for position in positions.clamped(to: covered) where due[position - year.lowerBound] {
          let byte = stretch.sheet?.cells[Int(cells[position])] ?? 0
          words[position - base] = table[Int(byte)] | MarkLine.due
        }
      }
    }
    return MarkLine(pupil: pupil, base: base, words: words)
  }

  /// The code that stands for the pupil at a session, empty where there is none.
  public func code(of pupil: Pupil.ID, at session: Session) -> String {
    figures.code(of: pupil, at: session)
  }

  /// The positions of a year whose cells lie in the range.
  private func positions(of range: Range<Int>, in year: Range<Int>) -> Range<Int> {
    func first(from cell: Int) -> Int {
      var (low, high) = (year.lowerBound, year.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if Int(cells[middle]) >= cell { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let lower = first(from: range.lowerBound)
    let upper = first(from: range.upperBound)
    return lower..<max(lower, upper)
  }

  /// For each position of the stretch's year, whether the school meets for such a pupil.
  private mutating func due(_ stretch: Stretch) -> [Bool] {
    let audience = Audience(
      year: stretch.year, campus: stretch.particulars.campus,
      yearGroup: stretch.particulars.yearGroup)
    if let known = audiences[audience] { return known }
    let due = time.year(audience.year).map { stretch.meets[Int(cells[$0])] }
    audiences[audience] = due
    return due
  }
}
