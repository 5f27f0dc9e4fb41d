public import Attendance

/// A site of the school with times of its own.
public struct Campus: Hashable, Sendable {
  /// Its name, as pupils' records give it.
  public let name: String
  /// The year groups taught there; none where every year may be.
  public let years: [YearGroup]

  init(_ section: Section) {
    name = section.text("name")
    years = section.years("years").sorted()
    section.finish()
  }
}
