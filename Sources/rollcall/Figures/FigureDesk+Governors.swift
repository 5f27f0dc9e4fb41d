import Attendance
import Policies
import Storage

// Two tables of different days can be taken from one another: what governors see must stay hidden then
// too.
extension FigureDesk {
  /// The groups that governors never see in a table of these years, by the keys that are no time.
  ///
  /// A group that is small in any week of a year is hidden in every table of that year, and so is
  /// whatever has to be hidden with it; the choice is the year's and the same for every range of it, so
  /// that no difference of two ranges shows what either hides.
  func groupsHidden(
    by keys: [FigureKey], from first: SchoolDate, through last: Session
  ) throws -> Set<[String]> {
    let keys = keys.filter { !$0.isTime }
    if keys.isEmpty { return [] }
    var hidden: Set<[String]> = []
    for year in calendar.years.map(\.year)
    where year.firstDay <= last.date && first <= year.lastDay {
      let end = min(self.last, Session(year.lastDay, .pm))
      if end.date < year.firstDay { continue }
      let figures = try figures(from: year.firstDay, through: end.date)
      let weeks = figures.rows(by: [.week] + keys, from: year.firstDay, through: end, of: reach)
      let small = Set(
        weeks.filter { $0.members < SmallGroups.least }.map { Array($0.keys.dropFirst()) })
      let rows = figures.rows(by: keys, from: year.firstDay, through: end, of: reach)
      let shown = SmallGroups.shown(rows) { small.contains($0.keys) }
      hidden.formUnion(shown.filter { $0.row == nil }.map(\.keys))
    }
    return hidden
  }

  /// Refuses a range that is not of whole weeks, since its difference from one that is would tell of
  /// single days.
  func refuseParts(of first: SchoolDate, _ last: SchoolDate) throws {
    let before = days(first.monday, first.adding(days: -1)).contains(where: calendar.isSchoolDay)
    let sunday = last.monday.adding(days: 6)
    let after =
      last < today && days(last.adding(days: 1), sunday).contains(where: calendar.isSchoolDay)
    guard before || after else { return }
    throw Refused(
      "rollcall: the governors' form is of whole weeks, half terms, terms or years, so that no small "
        + "group can be worked out from two tables; "
        + (before
          ? "begin on Monday \(first.monday)" : "end on Sunday \(sunday), or leave --to out"))
  }

  private func days(_ first: SchoolDate, _ last: SchoolDate) -> [SchoolDate] {
    first > last ? [] : (0...last.days(after: first)).map { first.adding(days: $0) }
  }
}
