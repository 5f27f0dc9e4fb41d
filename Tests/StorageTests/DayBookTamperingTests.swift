import Attendance
import Testing

@testable import Storage

/// What somebody with an SQLite shell could do to the day book, and how `verify` finds it.
@Suite struct DayBookTamperingTests {
  private func school(_ test: TestFolder) throws -> any Store {
    let store = try test.takenSchool()
    _ = try store.submit(DayBookPromises.call)
    _ = try store.submit(
      DayBookPromises.act([DayBookPromises.line(TestSchool.dot, .handedOn(to: "the police"))]))
    #expect(try store.faults().isEmpty)
    return store
  }

  @Test(arguments: [
    ("UPDATE line SET pupil = 3 WHERE id = 2", "its seal does not fit"),
    ("UPDATE line SET date = date + 1 WHERE id = 1", "its seal does not fit"),
    ("UPDATE line SET until = until + 1 WHERE id = 2", "its seal does not fit"),
    ("UPDATE line SET about = NULL WHERE id = 2", "its seal does not fit"),
    ("UPDATE line SET kind = 'safe' WHERE id = 4", "its seal does not fit"),
    ("UPDATE line SET waits = 0 WHERE id = 4", "its seal does not fit"),
    (
      "UPDATE line SET facts = replace(facts, 'code I', 'code M') WHERE id = 2",
      "its seal does not fit"
    ),
    ("UPDATE line SET facts = '' WHERE id = 1", "line 1 of the day book says nothing"),
    ("UPDATE line SET submission = 1 WHERE id = 2", "says it belongs to another submission"),
    ("UPDATE line SET words = zeroblob(32) WHERE id = 2", "the words of line 2"),
    ("DELETE FROM line WHERE id = 4", "line 4 of the day book is missing"),
    ("DELETE FROM line WHERE id = 2", "line 2 of the day book is missing"),
    ("UPDATE line SET id = 9 WHERE id = 4", "line 9 of the day book belongs to no sealed"),
    (
      "INSERT INTO line SELECT 5, submission, pupil, date, until, about, kind, waits, facts, words "
        + "FROM line WHERE id = 4", "line 5 of the day book belongs to no sealed"
    ),
    ("UPDATE submission SET lines = 2 WHERE id = 2", "its lines of the day book do not follow"),
    ("UPDATE submission SET first_line = 2 WHERE id = 2", "do not follow"),
    ("UPDATE submission SET first_line = 9223372036854775807 WHERE id = 2", "impossible"),
    ("UPDATE words SET text = 'Ada is well' WHERE line = 1", "the words of line 1"),
    ("UPDATE words SET text = NULL, salt = NULL WHERE line = 1", "redacted by nobody knows whom"),
    ("DELETE FROM words WHERE line = 1", "the words of line 1 of the day book are missing"),
    (
      "INSERT INTO words VALUES (2, x'00', 'added')",
      "the words of line 2 of the day book were added"
    ),
  ])
  func `a changed, removed or added line is named`(sql: String, place: String) throws {
    let test = TestFolder()
    _ = try school(test)
    try test.tamper(sql)
    let faults = try test.folder.open().faults()
    #expect(faults.contains { $0.contains(place) }, "\(faults)")
  }
}
