import Attendance
import GRDB

extension SQLiteStore {
  func alphabet() throws(StoreFault) -> SheetAlphabet {
    try reading { db in
      // A byte once given is never changed, and most often there is none new.
      var known = remembered.alphabet
      try Self.add(
        to: &known,
        Row.fetchAll(
          db.cachedStatement(sql: "SELECT byte, code FROM code WHERE byte >= ? ORDER BY byte"),
          arguments: [known.codes.count]))
      remembered.alphabet = known
      return known
    }
  }

  /// The bytes as the file gives them, one after another from 1.
  static func alphabet(_ db: Database) throws -> SheetAlphabet {
    var alphabet = SheetAlphabet()
    try add(
      to: &alphabet,
      Row.fetchAll(
        db.cachedStatement(sql: "SELECT byte, code FROM code ORDER BY byte")))
    return alphabet
  }

  private static func add(to alphabet: inout SheetAlphabet, _ rows: [Row]) throws {
    for row in rows {
      let byte: Int = try row.value(0)
      let code: String = try row.value(1)
      if byte == 0, code.isEmpty { continue }
      guard alphabet.byte(of: code) == nil, alphabet.byte(adding: code).map(Int.init) == byte else {
        throw StoreFault.damaged("the byte of code '\(code)' was changed")
      }
    }
  }
}
