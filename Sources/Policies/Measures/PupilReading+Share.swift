import Attendance

extension PupilReading {
  /// The share of the possible sessions that was missed, or attended.
  func share(_ rule: PreparedRule, isOfAbsence: Bool, in window: Range<Int>) -> Measured? {
    let (attended, possible) = counted(in: window)
    let part = isOfAbsence ? possible - attended : attended
    guard possible > 0 else { return nil }
    return Measured(
      amount: .share(part, of: possible), isMet: rule.rule.limit.holds(for: part, of: possible),
      // What is asked about attendance is the absence in it.
      places: listing ? line.places(of: MarkLine.absent, in: window) : [],
      blanks: listing ? blanks(in: window) : [])
  }

  /// By how many points attendance in the window lies below that of the year before it.
  func fall(_ rule: PreparedRule, in window: Range<Int>) -> Measured? {
    let earlier = year.lowerBound..<max(year.lowerBound, window.lowerBound)
    let (now, then) = (counted(in: window), counted(in: earlier))
    guard now.possible > 0, then.possible > 0 else { return nil }
    let part = then.attended * now.possible - now.attended * then.possible
    let whole = then.possible * now.possible
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
