import GRDB
import Testing

@testable import Storage

/// What a statement was given never stands in an error: it holds pupils' names.
@Suite struct SecretOfStatementsTests {
  private static let name = "Okapi"

  @Test(arguments: [
    "INSERT INTO pupil (id, upn) VALUES (1, ?)", "SELECT nothing FROM nowhere WHERE name = ?",
    "UPDATE entry SET code = ?", "INSERT INTO line (id, facts) VALUES (1, ?)",
    "INSERT INTO words (line, salt, text) VALUES (999, x'00', ?)",
  ])
  func `no error of the library and no fault names what a statement was given`(sql: String) throws {
    let test = TestFolder()
    let store = try #require(try test.takenSchool() as? SQLiteStore)
    let error = #expect(throws: DatabaseError.self) {
      try store.queue.write { db in try db.execute(sql: sql, arguments: [Self.name]) }
    }
    let found = try #require(error)
    #expect(!"\(found)".contains(Self.name))
    #expect(!"\(StoreFault(found, path: store.path))".contains(Self.name))
  }
}
