import Attendance
import Testing

@testable import Storage

/// A record of a removal is believed only where it says what the program would have done.
@Suite struct EmptiedActsTests {
  private static func record(before cut: String) throws -> RemovalRecord {
    try #require(
      RemovalRecord(
        KeptChange(
          id: 9, at: TestSchool.moment(), by: TestSchool.office, what: RemovalRecord.word,
          before: "",
          after: "before:\(cut) acts:1 entries:0 lines:0 sheets:0 left:x export:y")))
  }

  @Test(arguments: [
    ("2019-08-01", true), ("2019-08-02", false), ("2020-08-01", false), ("2025-08-01", false),
  ])
  func `its day is the first of a school year that was past retention by then`(
    cut: String, isSound: Bool
  ) throws {
    var emptied = EmptiedActs([try Self.record(before: cut)])
    #expect((emptied.cut != nil) == isSound)
    let faults = emptied.findings().faults
    #expect(faults.contains { $0.contains("which was not past retention") } != isSound)
  }
}
