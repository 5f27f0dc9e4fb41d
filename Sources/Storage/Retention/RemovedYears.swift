import Attendance

/// What every store makes of the years that were removed past retention: nothing is shown of them
/// and nothing is added, for what is left of them here and there would pass for all there was.
enum RemovedYears {
  /// What is past retention is no longer what was looked at and exported.
  static let changed = StoreFault.refused(
    "what is past retention is not what was exported: somebody was at the register meanwhile; look "
      + "again")

  /// Refuses an act with a mark of before the cut.
  static func check(_ act: Act, _ cut: SchoolDate?) throws(StoreFault) {
    guard let cut, act.marks.contains(where: { $0.session.date < cut }) else { return }
    throw .refused(
      "what was recorded of before \(cut) was removed past retention, and no mark is added to it")
  }

  /// The calendar without the years of which everything is gone, so that nobody counts the missing.
  static func shown(_ calendar: SchoolCalendar, _ cut: SchoolDate?) -> SchoolCalendar {
    guard let cut else { return calendar }
    return SchoolCalendar(calendar.years.filter { $0.year.lastDay >= cut })
  }
}
