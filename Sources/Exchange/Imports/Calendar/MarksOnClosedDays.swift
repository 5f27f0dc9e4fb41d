public import Attendance

/// The marks on record that stand on days on which the school does not meet under a calendar.
///
/// They are kept and not counted: a calendar that comes in late may put them there by mistake.
public struct MarksOnClosedDays: Sendable {
  /// How many marks there are.
  public private(set) var count = 0
  /// The dates they stand on, earliest first.
  public private(set) var dates: [SchoolDate] = []

  private struct Audience: Hashable {
    let year: SchoolYear
    let campus: String?
    let group: YearGroup?
  }

  /// The marks of these sheets that stand on such days; sheets of other years are not looked at.
  public init(roll: Roll, calendar: SchoolCalendar, sheets: [Pupil.ID: [YearSheet]]) {
    var meetings: [Audience: [Bool]] = [:]
    var found: Set<SchoolDate> = []
    for (pupil, sheet) in sheets.flatMap({ pupil, sheets in sheets.map { (pupil, $0) } }) {
      guard let year = calendar.years.first(where: { $0.year == sheet.year }) else { continue }
      for cell in sheet.cells.indices where sheet.cells[cell] != 0 {
        let date = YearSheet.session(at: cell, in: sheet.year).date
        let particulars = roll.particulars(of: pupil, on: date)
        let audience = Audience(
          year: sheet.year, campus: particulars?.campus, group: particulars?.yearGroup)
        let meets =
          meetings[audience] ?? year.meetings(campus: audience.campus, yearGroup: audience.group)
        meetings[audience] = meets
        if meets[cell] { continue }
        count += 1
        found.insert(date)
      }
    }
    dates = found.sorted()
  }

  /// What to say of them, with the first dates; nil where there are none.
  public var sentence: String? {
    guard count > 0 else { return nil }
    let first = dates.prefix(3).map(\.description).joined(separator: ", ")
    let rest = dates.count - 3
    let more = rest > 0 ? " and \(rest) more \(rest == 1 ? "date" : "dates")" : ""
    return count == 1
      ? "1 mark now stands on a day on which the school does not meet (\(first)); it is kept and "
        + "not counted"
      : "\(count) marks now stand on days on which the school does not meet (\(first)\(more)); "
        + "they are kept and not counted"
  }
}
