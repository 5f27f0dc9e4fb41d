import Attendance
import Testing

@Suite struct YearGroupTests {
  @Test func `the year groups follow each other from nursery to Year 14`() {
    #expect(
      YearGroup.all.map(\.description) == [
        "N1", "N2", "R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14",
      ])
    #expect(YearGroup.all == YearGroup.all.sorted())
    #expect(YearGroup.all.compactMap(\.next) == YearGroup.all.dropFirst().map(\.self))
    #expect(YearGroup.all.map(\.ageAtStart) == Array(2...18))
    #expect(YearGroup.all.map { YearGroup($0.description) } == YearGroup.all)
  }

  @Test func `nursery and sixth form are told from the rest`() {
    #expect(YearGroup.all.filter(\.isNursery) == [.nursery1, .nursery2])
    #expect(YearGroup.all.filter(\.isSixthForm).map(\.description) == ["12", "13", "14"])
    #expect(
      ["N1", "N2", "R", "8"].map { yearGroup($0).name }
        == ["Nursery 1", "Nursery 2", "Reception", "Year 8"])
  }

  @Test(arguments: ["0", "15", "-1", "+8", "08", "r", "n1", "N3", "Year 8", "", "8 "])
  func `a text that is no year group is refused`(text: String) {
    #expect(YearGroup(text) == nil)
  }

  @Test func `only years from 1 to 14 have a number`() {
    #expect((-3...16).filter { YearGroup(year: $0) != nil } == Array(1...14))
  }
}
