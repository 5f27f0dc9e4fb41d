import Attendance
import GRDB
import Testing

@testable import Storage

/// What somebody with an SQLite shell could do to the file, and how `verify` names it.
@Suite struct TamperingTests {
  /// A school with two submissions and a note, changed behind the program's back.
  private func found(after sql: String, against seal: String? = nil) throws -> Verification {
    let test = TestFolder()
    do {
      let store = try test.takenSchool()
      _ = try store.submit(
        TestSchool.act([TestSchool.mark(TestSchool.eve, "/")], by: TestSchool.office, at: 60))
      #expect(try store.faults().isEmpty)
    }
    try test.tamper(sql)
    return try test.folder.open().verify(against: seal) { _ in }
  }

  @Test(arguments: [
    ("UPDATE entry SET code = 'L' WHERE id = 2", "submission 1 (taken 8B on 2025-09-08 AM by"),
    ("UPDATE entry SET minutes = 6 WHERE id = 3", "submission 1 (taken"),
    ("UPDATE entry SET pupil = 5 WHERE id = 2", "submission 1 (taken"),
    ("UPDATE entry SET date = date + 1 WHERE id = 2", "submission 1 (taken"),
    ("UPDATE entry SET how = 'filled' WHERE id = 2", "submission 1 (taken"),
    ("UPDATE entry SET basis = 0 WHERE id = 2", "submission 1 (taken"),
    ("UPDATE entry SET reason = 'x' WHERE id = 2", "submission 1 (taken"),
    ("UPDATE entry SET submission = 2 WHERE id = 2", "entry 2 says it belongs to another"),
    ("DELETE FROM entry WHERE id = 2", "submission 1 (taken 8B on 2025-09-08 AM by Mr Owen"),
    ("DELETE FROM entry WHERE id = 2", "entry 2 is missing"),
    (
      """
      INSERT INTO entry (id, submission, pupil, date, half, code, how, basis)
      SELECT 6, submission, pupil, date, 1, code, how, basis FROM entry WHERE id = 1
      """, "entry 6 belongs to no sealed submission"
    ),
    (
      "UPDATE entry SET id = 77 WHERE id = 1; UPDATE entry SET id = 1 WHERE id = 2;"
        + "UPDATE entry SET id = 2 WHERE id = 77", "submission 1 (taken"
    ),
  ])
  func `a changed, removed, added or reordered entry is named`(
    sql: String, place: String
  ) throws {
    expectFault(try found(after: sql), place)
  }

  @Test(arguments: [
    ("UPDATE submission SET name = 'Mr Nobody' WHERE id = 1", "by Mr Nobody"),
    ("UPDATE submission SET position = 'Head' WHERE id = 1", "submission 1 ("),
    ("UPDATE submission SET login = 'nobody' WHERE id = 2", "submission 2 ("),
    ("UPDATE submission SET at = at + 1 WHERE id = 2", "submission 2 ("),
    ("UPDATE submission SET kind = 'amended' WHERE id = 1", "submission 1 (amended"),
    ("UPDATE submission SET group_name = '8C' WHERE id = 1", "submission 1 (taken 8C"),
    ("UPDATE submission SET observed_by = 'x', observed_at = 0 WHERE id = 1", "submission 1 ("),
    ("UPDATE submission SET detail = 'x' WHERE id = 1", "submission 1 ("),
    ("UPDATE submission SET seal = zeroblob(32) WHERE id = 1", "submission 1 ("),
    ("DELETE FROM submission WHERE id = 1", "submission 1 is missing"),
    ("UPDATE submission SET id = 9 WHERE id = 2", "submissions 2 to 8 are missing"),
    ("UPDATE submission SET entries = 3 WHERE id = 1", "submission 1 ("),
    ("UPDATE submission SET first_entry = 4 WHERE id = 2", "its entries do not follow"),
    (
      "UPDATE submission SET id = 77 WHERE id = 1; UPDATE submission SET id = 1 WHERE id = 2;"
        + "UPDATE submission SET id = 2 WHERE id = 77", "submission 1 ("
    ),
    (
      "INSERT INTO submission SELECT 3, kind, at, login, name, position, observed_by, "
        + "observed_at, group_name, date, half, detail, 6, 0, 1, 0, seal FROM submission WHERE id = 2",
      "submission 3 ("
    ),
    ("UPDATE submission SET id = 9223372036854775807 WHERE id = 2", "impossible"),
    ("UPDATE submission SET entries = 9223372036854775807 WHERE id = 2", "does not fit"),
    ("UPDATE submission SET kind = 'forged' WHERE id = 2", "submission 2 is of no known kind"),
  ])
  func `a changed, removed, added or reordered submission is named`(
    sql: String, place: String
  ) throws {
    expectFault(try found(after: sql), place)
  }

  @Test(arguments: [
    ("UPDATE note SET text = 'Overslept'", "the note of entry 3 was changed"),
    ("UPDATE note SET salt = x'00'", "the note of entry 3 was changed"),
    ("DELETE FROM note", "the note of entry 3 is missing"),
    ("INSERT INTO note VALUES (1, x'00', 'Rude')", "a note was added to entry 1"),
    ("UPDATE note SET text = NULL, salt = NULL", "the note of entry 3 was redacted by nobody"),
    ("UPDATE entry SET note = NULL WHERE id = 3", "submission 1 ("),
  ])
  func `a changed, removed or added note is named`(sql: String, place: String) throws {
    expectFault(try found(after: sql), place)
  }

  @Test(arguments: [
    (
      "UPDATE sheet SET cells = zeroblob(730) WHERE pupil = 2",
      "the 2025-26 sheet of \(TestSchool.ben.upn) disagrees with the entries at 2025-09-08 AM"
    ),
    (
      "UPDATE sheet SET cells = zeroblob(10) WHERE pupil = 2",
      "\(TestSchool.ben.upn) has a wrong length"
    ),
    ("DELETE FROM sheet WHERE pupil = 2", "the 2025-26 sheet of \(TestSchool.ben.upn) is missing"),
    ("UPDATE sheet SET year = 9999 WHERE pupil = 2", "of an impossible year"),
    (
      "INSERT INTO sheet VALUES (2025, 99, CAST(x'01' || zeroblob(729) AS BLOB))",
      "the 2025-26 sheet of pupil 99, who is not on the books, disagrees"
    ),
    (
      "UPDATE code SET byte = 99 WHERE byte = 1; UPDATE code SET byte = 1 WHERE byte = 2;"
        + "UPDATE code SET byte = 2 WHERE byte = 99", "disagrees with the entries"
    ),
    ("UPDATE code SET byte = 99 WHERE byte = (SELECT max(byte) FROM code)", "the byte of code"),
    ("DELETE FROM code WHERE byte = 1", "the byte of code"),
    ("UPDATE entry SET minutes = 700 WHERE id = 2", "CHECK constraint failed in entry"),
    ("UPDATE entry SET pupil = 99 WHERE id = 2", "it names a row of pupil that is not there"),
    ("DELETE FROM pupil WHERE id = 3", "it names a row of pupil that is not there"),
    ("CREATE TABLE hidden (x)", "the table 'hidden' is in the file and was not made by"),
    ("DROP INDEX entry_of_pupil", "the index 'entry_of_pupil' is missing from the file"),
  ])
  func `a sheet, a code byte, a constraint or a table that was changed is named`(
    sql: String, place: String
  ) throws {
    expectFault(try found(after: sql), place)
  }

  /// 1 August, before term; Christmas Day; a Sunday in term; 31 July, after term.
  @Test(arguments: ["2025-08-01 AM", "2025-12-25 PM", "2025-09-14 AM", "2026-07-31 PM"])
  func `a byte of a sheet is found on whatever day it was changed`(place: String) throws {
    let session = Session(
      TestSchool.date(String(place.prefix(10))), place.hasSuffix("AM") ? .am : .pm)
    let year = SchoolYear(startYear: 2025)
    let cell = try #require(YearSheet.cell(of: session, in: year))
    let found = try found(
      after: """
        UPDATE sheet SET cells = CAST(
          substr(cells, 1, \(cell)) || x'02' || substr(cells, \(cell + 2)) AS BLOB)
        WHERE pupil = 2
        """)
    #expect(found.faults.count == 1, "\(found.faults)")
    expectFault(found, "disagrees with the entries at \(place)")
  }

  @Test(arguments: [2019, 2024, 2026])
  func `a sheet of a year that no entry is of is found`(year: Int) throws {
    let days = SchoolYear(startYear: year).days * 2
    let found = try found(
      after: "INSERT INTO sheet VALUES (\(year), 2, CAST(x'01' || zeroblob(\(days - 1)) AS BLOB))")
    #expect(found.faults.count == 1, "\(found.faults)")
    expectFault(found, "sheet of \(TestSchool.ben.upn) disagrees with the entries at \(year)-08-01")
  }

  @Test func `a missing trigger is named`() throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    let queue = try DatabaseQueue(path: test.folder.register)
    try queue.write { db in try db.execute(sql: "DROP TRIGGER entry_is_never_changed") }
    try queue.close()
    expectFault(
      try test.folder.open().verify(against: nil) { _ in },
      "the trigger 'entry_is_never_changed' is missing")
  }

  @Test func `a tail cut off whole is found with the seal kept outside, and only with it`() throws {
    let test = TestFolder()
    let seal: String
    do {
      let store = try test.takenSchool()
      seal = try store.submit(TestSchool.act([TestSchool.mark(TestSchool.eve, "/")], at: 60)).seal
      #expect(try store.faults(against: seal).isEmpty)
      #expect(try store.faults(against: seal.uppercased()).isEmpty)
    }
    try test.tamper(
      "DELETE FROM entry WHERE submission = 2; DELETE FROM submission WHERE id = 2;"
        + "DELETE FROM sheet WHERE pupil = 5")
    let store = try test.folder.open()
    #expect(try store.faults().isEmpty)
    #expect(try store.faults(against: seal) == [ChainWalk.unknownSeal])
    let none = String(repeating: "0", count: 64)
    #expect(try store.faults(against: none) == [ChainWalk.unknownSeal])
  }

  @Test func `each bad submission is named once and the good ones not at all`() throws {
    let found = try found(after: "UPDATE submission SET detail = 'x' WHERE id = 1")
    #expect(found.faults.count == 1)
    #expect((found.submissions, found.entries) == (2, 5))
  }

  private func expectFault(
    _ found: Verification, _ place: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      found.faults.contains { $0.contains(place) }, "\(found.faults)", sourceLocation: location)
  }
}
