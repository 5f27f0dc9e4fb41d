public import Attendance

/// Attendance six school weeks before and after something was done, for one pupil or many (S3).
public struct Impact: Hashable, Sendable {
  /// How many school days are compared on either side: six school weeks.
  public static let days: Int32 = 30

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
    let now = max(end, time.end(of: date))
    guard start > 0, end > 0 else { return }
    // A school day has one number, whatever sessions it has.
    let first = time.days.firstIndex { $0 > time.days[start - 1] - Self.days } ?? 0
    let last = time.days.firstIndex { $0 > time.days[end - 1] + Self.days } ?? time.days.count
    let earlier = BeforeAndSince.Part(line.tally(in: first..<start))
    let later = BeforeAndSince.Part(line.tally(in: end..<min(last, now)))
    guard earlier.possible > 0, later.possible > 0 else { return }
    before = BeforeAndSince.Part(
      before.attended + earlier.attended, of: before.possible + earlier.possible)
    after = BeforeAndSince.Part(
      after.attended + later.attended, of: after.possible + later.possible)
    compared += 1
    if now < last { running += 1 }
  }

  /// The change in tenths of a point, by the shown percentages; nil where nothing is compared.
  public var change: Int? {
    guard let was = before.share, let now = after.share else { return nil }
    return now.tenths - was.tenths
  }
}
