import Attendance
import GRDB
import Testing

@testable import Storage

/// The file itself refuses what the program never does.
@Suite struct AppendOnlyTests {
  @Test(arguments: [
    ("UPDATE entry SET code = '/'", "an entry is never changed"),
    ("DELETE FROM entry", "an entry is never removed"),
    ("UPDATE submission SET name = 'x'", "a submission is never changed"),
    ("DELETE FROM submission", "a submission is never removed"),
    ("UPDATE note SET text = 'x', salt = x'00'", "a note is only ever redacted"),
    ("UPDATE note SET entry = 1, text = NULL, salt = NULL", "a note is only ever redacted"),
    ("DELETE FROM note", "a note is never removed"),
    ("UPDATE line SET date = 1", "a line is never changed"),
    ("DELETE FROM line", "a line is never removed"),
    ("UPDATE words SET text = 'x', salt = x'00'", "words are only ever redacted"),
    ("DELETE FROM words", "words are never removed"),
    ("UPDATE code SET byte = 9", "a code keeps its byte"),
    ("DELETE FROM code", "a code is never removed"),
  ])
  func `a trigger refuses`(sql: String, words: String) throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    _ = try store.submit(DayBookPromises.call)
    let queue = try DatabaseQueue(path: test.folder.register)
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { db in try db.execute(sql: sql) }
    }
    #expect(error?.message == words)
  }

  @Test(arguments: [
    ("entry", "an entry is never replaced"), ("submission", "a submission is never replaced"),
    ("line", "a line is never replaced"),
  ])
  func `no row is replaced by one of its number, which no trigger on removal would see`(
    table: String, words: String
  ) throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    _ = try store.submit(DayBookPromises.call)
    let queue = try DatabaseQueue(path: test.folder.register)
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { db in
        try db.execute(sql: "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table) WHERE id = 2")
      }
    }
    #expect(error?.message == words)
  }

  @Test func `a year's import leaves every trigger as it was`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let marks = (0..<5001).flatMap { number in
      [TestSchool.ada, TestSchool.ben, TestSchool.cem, TestSchool.dot].map { pupil in
        TestSchool.mark(
          pupil, "/",
          at: Session(
            TestSchool.monday.date.adding(days: 7 + number / 2), number % 2 == 0 ? .am : .pm),
          how: .imported)
      }
    }
    _ = try store.submit(TestSchool.act(.imported, marks, key: nil))
    #expect(try store.faults() == [])
    let queue = try DatabaseQueue(path: test.folder.register)
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { db in
        try db.execute(sql: "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE id = 9000")
      }
    }
    #expect(error?.message == "an entry is never replaced")
  }
}
