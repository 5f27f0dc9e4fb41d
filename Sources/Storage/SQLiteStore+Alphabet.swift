import Attendance
import GRDB

extension SQLiteStore {
  func alphabet() throws(StoreFault) -> SheetAlphabet {
    try reading { db in try Self.alphabet(db) }
  }

  /// The bytes as the file gives them, one after another from 1.
  static func alphabet(_ db: Database) throws -> SheetAlphabet {
    var alphabet = SheetAlphabet()
    for row in try Row.fetchAll(db, sql: "SELECT byte, code FROM code ORDER BY byte") {
      let byte: Int = try row.value(0)
      let code: String = try row.value(1)
      if byte == 0, code.isEmpty { continue }
      guard alphabet.byte(of: code) == nil, alphabet.byte(adding: code).map(Int.init) == byte else {
        throw StoreFault.damaged("the byte of code '\(code)' was changed")
      }
    }
    return alphabet
  }
}
