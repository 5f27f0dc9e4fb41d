import Attendance
import Testing

@Suite struct CodeClassesTests {
  static let alphabet = SheetAlphabet(TestCodes.book.texts)
  static let classes = CodeClasses(TestCodes.book, alphabet)

  static func weight(_ text: String, on date: String) -> CodeClasses.Weight? {
    alphabet.byte(of: text).map { classes.weights(on: day(date))[Int($0)] }
  }

  @Test(arguments: [
    "1990-01-08", "2013-08-31", "2013-09-01", "2024-08-18", "2024-08-19", "2026-01-05",
  ])
  func `every byte weighs what its code counted as on the date`(date: String) {
    for text in TestCodes.book.texts {
      guard let code = TestCodes.book.code(text, on: day(date)) else { continue }
      #expect(Self.weight(text, on: date) == CodeClasses.weight(of: code), "\(text)")
    }
    #expect(Self.classes.weights(on: day(date)).count == 256)
  }

  @Test func `a blank weighs nothing and a byte without a code is a mark that counts for nothing`()
  {
    let weights = Self.classes.weights(on: TestSchool.wednesday)
    #expect(weights[0] == [])
    #expect(weights[Self.alphabet.codes.count] == .marked)
    #expect(weights[255] == .marked)
  }

  /// An interview carried over the change of sets still counts as it did.
  @Test func `a code out of force keeps the class of its own time`() {
    #expect(Self.weight("J", on: "2024-09-02") == [.marked, .attended])
    #expect(Self.weight("H", on: "2024-09-02") == [.marked, .authorised])
    #expect(Self.weight("Y", on: "2024-09-02") == .marked)
    #expect(Self.weight("J1", on: "2024-07-01") == [.marked, .authorised])
  }

  @Test func `the change of sets divides a school year on 19 August 2024`() {
    let year = SchoolYear(startYear: 2024)
    let stretches = Self.classes.stretches(from: year.firstDay, through: year.lastDay)
    #expect(
      stretches.map(\.days) == [
        day("2024-08-01")...day("2024-08-18"), day("2024-08-19")...day("2025-07-31"),
      ])
    #expect(
      stretches.map(\.weights) == stretches.map { Self.classes.weights(on: $0.days.lowerBound) })
  }

  @Test func `stretches cover every day once`() {
    let stretches = Self.classes.stretches(from: day("2013-08-20"), through: day("2025-01-10"))
    #expect(stretches.first?.days.lowerBound == day("2013-08-20"))
    #expect(stretches.last?.days.upperBound == day("2025-01-10"))
    for (one, next) in zip(stretches, stretches.dropFirst()) {
      #expect(one.days.upperBound.adding(days: 1) == next.days.lowerBound)
    }
    #expect(stretches.count == 3)
    #expect(Self.classes.stretches(from: day("2025-01-10"), through: day("2025-01-09")).isEmpty)
    let one = Self.classes.stretches(from: day("2024-08-19"), through: day("2024-08-19"))
    #expect(one.map(\.days) == [day("2024-08-19")...day("2024-08-19")])
  }

  @Test func `the penalty threshold counts G, N, O and U and nothing else`() {
    let counted = TestCodes.since.filter { CodeClasses.weight(of: $0).contains(.penalty) }
    #expect(Set(counted.map(\.text)) == ["G", "N", "O", "U"])
    #expect(
      Set(counted.map(\.text))
        == Set(TestCodes.since.filter { $0.category == .unauthorisedAbsence }.map(\.text)))
  }
}
