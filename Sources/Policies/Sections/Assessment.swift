public import Attendance

/// Days of statutory assessment, around which leave is pointed out.
public struct Assessment: Hashable, Sendable {
  /// What it is: `Key stage 2 tests`.
  public let name: String
  /// The first day.
  public let starts: SchoolDate
  /// The last day.
  public let ends: SchoolDate
  /// The year groups it is for; none for all.
  public let years: [YearGroup]
  /// Where it is written.
  public let place: Place

  init(_ section: Section) {
    name = section.text("name")
    starts = section.date("starts")
    ends = section.date("ends")
    years = section.years("years")
    place = section.place
    if ends < starts {
      section.complaints.fault(
        section.setting, "the end of '\(name)' lies before its start; put the dates in order")
    }
    section.finish()
  }
}
