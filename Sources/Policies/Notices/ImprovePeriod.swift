public import Attendance

/// The period of a notice to improve, in weeks of school.
///
/// A week in which the school meets for nobody is no school week: a period of three weeks from
/// Wednesday 22 October, with half term between, ends on Tuesday 18 November.
public struct ImprovePeriod: Hashable, Sendable {
  /// Its first day.
  public let from: SchoolDate
  /// Its last day, on which the school meets.
  public let until: SchoolDate

  /// So many school weeks from that day on.
  public init(
    weeks: Int, from: SchoolDate, over time: SchoolTime
  ) throws(NoticeRefusal) {
    guard let next = time.day(afterSchoolWeeks: weeks, from: from),
      let last = time.sessions[..<time.end(of: next.adding(days: -1))].last?.date, last >= from
    else { throw .beyondCalendar }
    self.from = from
    until = last
  }

  /// The period that the policy lets a notice to improve have.
  public init(
    weeks: Int, from: SchoolDate, under notices: PenaltyNotices, over time: SchoolTime
  ) throws(NoticeRefusal) {
    guard let least = notices.improveWeeksLeast, let most = notices.improveWeeksMost else {
      throw .noNoticeToImprove
    }
    let allowed = least...max(least, most)
    guard allowed.contains(weeks) else { throw .period(weeks, allowed) }
    try self.init(weeks: weeks, from: from, over: time)
  }
}

extension SchoolTime {
  /// The same day of the week so many school weeks on; nil where no calendar reaches so far.
  ///
  /// It is counted from the first day on or after the date on which the school meets.
  func day(afterSchoolWeeks count: Int, from date: SchoolDate) -> SchoolDate? {
    let first = end(of: date.adding(days: -1))
    guard first < sessions.count else { return nil }
    let starts = sessions[first].date
    guard let next = weeks[first...].firstIndex(of: weeks[first] + Int32(count)) else {
      // The last week of the calendar ends with its last day.
      guard weeks.last == weeks[first] + Int32(count) - 1 else { return nil }
      return starts.weekday == .monday ? sessions.last?.date.adding(days: 1) : nil
    }
    return sessions[next].date.monday.adding(days: starts.weekday.rawValue - 1)
  }
}

extension PenaltyNotices {
  /// When an agreement of that kind that begins on the day is reviewed, by the policy.
  public func review(
    of kind: Agreement.Kind, from date: SchoolDate, over time: SchoolTime
  ) throws(NoticeRefusal) -> SchoolDate {
    guard kind == .contract, let wait = contractReview else { throw .noReview(kind) }
    guard let day = wait.due(after: date, in: time) else { throw .beyondCalendar }
    return day
  }

  /// The points of the checklist that were confirmed, in the policy's order; refuses where one is
  /// missing, or is none of them.
  public func confirmed(_ typed: [String]) throws(NoticeRefusal) -> [String] {
    if typed.map({ $0.lowercased() }) == ["all"] { return improveHolds }
    var found: Set<String> = []
    for text in typed {
      let number = Int(text).flatMap { improveHolds.indices.contains($0 - 1) ? $0 - 1 : nil }
      guard
        let point = number.map({ improveHolds[$0] })
          ?? improveHolds.first(where: { $0.lowercased().contains(text.lowercased()) })
      else { throw .noSuchPoint(text, among: improveHolds) }
      found.insert(point)
    }
    let missing = improveHolds.filter { !found.contains($0) }
    guard missing.isEmpty else { throw .unconfirmed(missing) }
    return improveHolds
  }
}
