import Attendance
import Policies
import Storage
import TerminalTesting

/// What the rules count, in memory and on one core: a year's figures of 2,000 pupils, and the ten school
/// weeks up to each day.
struct LinesWork {
  private let lines: [MarkLine]
  private let time: SchoolTime
  private static let unauthorised: UInt32 = MarkLine.list(0)

  init(_ school: BenchmarkSchool) throws {
    let store = try SchoolFolder(school.folder).open()
    let year = BenchmarkSchool.year
    let (roll, calendar) = (try store.roll(), try store.calendar())
    time = SchoolTime(calendar)
    let figures = Figures(
      roll: roll, calendar: calendar,
      codes: CodeBook(CodeReading(folder: "config/codes").sets.flatMap(\.codes)),
      alphabet: try store.alphabet(),
      sheets: [year: try store.sheets(of: year, pupils: nil)])
    var reader = MarkReader(figures, over: time, lists: [["G", "N", "O", "U"]])
    lines = roll.pupils.keys.sorted().map { reader.line(of: $0, from: year, through: year) }
  }

  func measure() -> [Line] {
    let year = time.year(BenchmarkSchool.year)
    let end = year.upperBound - 10
    var counted = 0
    let figures = times {
      for line in lines { counted &+= line.tally(in: year.lowerBound..<end).absent }
    }
    let rolling = times {
      for line in lines { counted &+= mostInTenWeeks(line, year.lowerBound..<end) }
    }
    // What is counted is used, so that it is counted.
    precondition(counted >= 0)
    return [
      Line(
        work: "in memory: a year's figures of 2,000 pupils", budget: "0.5 ms",
        measured: figures.median.time, kept: figures.median <= 0.0005),
      Line(
        work: "in memory: ten school weeks up to the day, 2,000 pupils", budget: "2 ms",
        measured: rolling.median.time, kept: rolling.median <= 0.002),
    ]
  }

  private func mostInTenWeeks(_ line: MarkLine, _ range: Range<Int>) -> Int {
    line.count(Self.unauthorised, in: time.weeks(10, upTo: range.upperBound - 1))
  }

  private func times(_ work: () -> Void) -> Samples {
    var samples = Samples()
    for round in 0..<60 {
      let start = Clock.seconds
      work()
      if round > 9 { samples.add(Clock.seconds - start) }
    }
    return samples
  }
}
