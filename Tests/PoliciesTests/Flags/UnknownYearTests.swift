import Attendance
import Policies
import Testing

/// A line read through a year that no calendar has yet, as in August.
@Suite struct UnknownYearTests {
  @Test func `a year without a calendar adds nothing to the years before it`() throws {
    let world = try FlagWorld.onePupil(through: "2026-07-01") { _ in nil }
    let rules = RuleBook(try Shipped.policy("ibstock"), over: world.time)
    var reader = MarkReader(world.figures, over: world.time, lists: rules.lists)
    let years = world.calendar.years.map(\.year)
    let (first, last) = (try #require(years.first), try #require(years.last))
    #expect(world.time.year(last).lowerBound > 0, "the calendar has more than one year")
    for year in [first, last] {
      let known = reader.line(of: FlagWorld.pupil, from: year, through: last)
      let unknown = reader.line(of: FlagWorld.pupil, from: year, through: last.next)
      #expect(known.base == unknown.base && known.words == unknown.words)
    }
  }
}
