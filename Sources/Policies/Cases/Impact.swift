public import Attendance

/// Attendance six school weeks before and after something was done, for one pupil or many (S3).
public struct Impact: Hashable, Sendable {
  /// How many school weeks are compared on either side.
  public static let weeks = 6

  /// Sessions attended of those possible before.
  public private(set) var before = BeforeAndSince.Part(0, of: 0)
  /// Sessions attended of those possible after.
  public private(set) var after = BeforeAndSince.Part(0, of: 0)
  /// For how many actions there was something to compare on both sides.
  public private(set) var compared = 0
  /// How many of them have not had all their weeks after yet.
  public private(set) var running = 0

  /// Nothing yet.
  public init() {}

  /// Adds what was done for a pupil on a day, as far as the marks go up to the date.
  ///
  /// The day itself belongs to neither side.
  public mutating func add(
    _ line: MarkLine, doneOn day: SchoolDate, to date: SchoolDate, in time: SchoolTime
  ) {
    let start = time.end(of: day.adding(days: -1))
    let end = time.end(of: day)
    guard start > 0 else { return }
    let first = time.weeks(Self.weeks, upTo: start - 1).lowerBound
    let now = time.end(of: date)
    let week = time.weeks[min(max(end, 1), time.weeks.count) - 1] + Int32(Self.weeks)
    let whole = time.weeks.lastIndex { $0 <= week }.map { $0 + 1 } ?? end
    let earlier = BeforeAndSince.Part(line.tally(in: first..<start))
    let later = BeforeAndSince.Part(line.tally(in: end..<max(end, min(whole, now))))
    guard earlier.possible > 0, later.possible > 0 else { return }
    before = BeforeAndSince.Part(
      before.attended + earlier.attended, of: before.possible + earlier.possible)
    after = BeforeAndSince.Part(
      after.attended + later.attended, of: after.possible + later.possible)
    compared += 1
    if now < whole { running += 1 }
  }

  /// The change in tenths of a point, by the shown percentages; nil where nothing is compared.
  public var change: Int? {
    guard let was = before.share, let now = after.share else { return nil }
    return now.tenths - was.tenths
  }
}
