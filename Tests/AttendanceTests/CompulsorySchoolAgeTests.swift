import Attendance
import Testing

@Suite struct CompulsorySchoolAgeTests {
  /// The worked dates of the domain facts, and those of the people at the desk.
  @Test(arguments: [
    ("2019-02-10", "2024-03-31", "2035-06-29"), ("2020-08-31", "2025-08-31", "2036-06-27"),
    ("2020-09-01", "2025-12-31", "2037-06-26"), ("2007-09-23", "2012-12-31", "2024-06-28"),
    ("2010-08-31", "2015-08-31", "2026-06-26"), ("2010-09-01", "2015-12-31", "2027-06-25"),
    ("2009-02-14", "2014-03-31", "2025-06-27"), ("2021-06-10", "2026-08-31", "2037-06-26"),
    ("2010-02-14", "2015-03-31", "2026-06-26"), ("2013-03-31", "2018-03-31", "2029-06-29"),
    ("2013-04-01", "2018-08-31", "2029-06-29"), ("2013-12-31", "2018-12-31", "2030-06-28"),
    ("2014-01-01", "2019-03-31", "2030-06-28"), ("2012-02-29", "2017-03-31", "2028-06-30"),
  ])
  func `it begins and ends on the days the Act gives`(born: String, begins: String, ends: String) {
    let age = CompulsorySchoolAge(born: day(born))
    #expect(age.begins == day(begins))
    #expect(age.ends == day(ends))
  }

  @Test func `both of its ends belong to it and the days beyond do not`() {
    let age = CompulsorySchoolAge(born: day("2010-02-14"))
    #expect(!age.contains(age.begins.adding(days: -1)))
    #expect(age.contains(age.begins))
    #expect(age.contains(age.ends))
    #expect(!age.contains(age.ends.adding(days: 1)))
  }

  /// A Year 12, a reception child and a Year 11 of the desk's own list.
  @Test(arguments: [
    ("2009-02-14", "2025-09-10", false), ("2021-06-10", "2026-06-15", false),
    ("2010-02-14", "2026-06-26", true), ("2010-02-14", "2026-06-27", false),
  ])
  func `a pupil is of the age or is not on the date`(born: String, date: String, isOf: Bool) {
    let pupil = TestSchool.pupil(1, "Abbott", "Ada", born: born)
    #expect(pupil.isOfCompulsoryAge(on: day(date)) == isOf)
  }

  /// Section 8 word by word, for every birthday of 31 years.
  @Test func `every child of a generation begins and ends as the Act says`() {
    var born = day("2000-01-01")
    while born <= day("2030-12-31") {
      let age = CompulsorySchoolAge(born: born)
      let fifth = born.birthday(5)
      let prescribed = ["-03-31", "-08-31", "-12-31"]
      #expect(prescribed.contains { age.begins.description.hasSuffix($0) }, "\(born)")
      #expect((0...153).contains(age.begins.days(after: fifth)), "\(born)")
      // The last Friday in June of the year, from September to August, that holds the birthday.
      #expect(age.ends.weekday == .friday && age.ends.month == 6 && age.ends.day >= 24, "\(born)")
      let sixteenth = born.birthday(16)
      let august = SchoolDate(year: age.ends.year, month: 8, day: 31) ?? born
      #expect(sixteenth <= august && sixteenth.days(after: august) > -366, "\(born)")
      born = born.adding(days: 1)
    }
  }
}
