import Attendance

extension PupilReading {
  /// The share of the possible sessions that have the bits.
  func share(_ rule: PreparedRule, of bits: UInt32, in window: Range<Int>) -> Measured? {
    let part = line.count(bits, in: window)
    let possible = line.count(MarkLine.possible, in: window)
    guard possible > 0 else { return nil }
    return Measured(
      amount: .share(part, of: possible), isMet: rule.rule.limit.holds(for: part, of: possible),
      // What is asked about attendance is the absence in it.
      places: listing ? line.places(of: MarkLine.absent, in: window) : [],
      blanks: listing ? blanks(in: window) : [])
  }

  /// By how many points attendance in the window lies below that of the year before it.
  func fall(_ rule: PreparedRule, in window: Range<Int>) -> Measured? {
    let year = time.year(SchoolYear(of: date))
    let earlier = year.lowerBound..<max(year.lowerBound, window.lowerBound)
    let now = (line.count(MarkLine.attended, in: window), line.count(MarkLine.possible, in: window))
    let then = (
      line.count(MarkLine.attended, in: earlier), line.count(MarkLine.possible, in: earlier)
    )
    guard now.1 > 0, then.1 > 0 else { return nil }
    let part = then.0 * now.1 - now.0 * then.1
    let whole = then.1 * now.1
    return Measured(
      amount: .points(part, of: whole),
      isMet: part > 0 && rule.rule.limit.holds(for: part, of: whole),
      places: listing ? line.places(of: MarkLine.absent, in: window) : [])
  }

  /// The sessions at which the pupil was due and there is no mark.
  func blanks(in window: Range<Int>) -> [Int] {
    window.clamped(to: line.positions).filter {
      line[$0] & (MarkLine.due | MarkLine.marked) == MarkLine.due
    }
  }
}
