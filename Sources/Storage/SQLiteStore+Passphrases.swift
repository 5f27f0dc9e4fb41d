import Attendance
import GRDB

extension SQLiteStore {
  func passphrase(of login: String) throws(StoreFault) -> PassphraseHash? {
    try reading { db in
      try Row.fetchOne(
        db, sql: "SELECT rounds, block, lanes, salt, key FROM passphrase WHERE login = ?",
        arguments: [login]
      ).map { row in
        PassphraseHash(
          cost: PassphraseHash.Cost(
            rounds: try row.value(0), block: try row.value(1), lanes: try row.value(2)),
          salt: Seal.bytes(try row.value(3)), key: Seal.bytes(try row.value(4)))
      }
    }
  }

  func keep(
    _ hash: PassphraseHash, of login: String, by person: Person, at: Instant
  ) throws(StoreFault) {
    try writing { db in
      try Self.sealing(db, [.access], by: person, at: at) {
        try Self.keep(db, hash, of: login)
        try Self.note(
          db, LogHead.passphrase + login, before: "", after: "set", by: person, at: at)
        return true
      }
    }
  }

  func keep(_ attempt: SignInAttempt) throws(StoreFault) -> SignInAttempt.Verdict {
    try writing { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT failures, early, at FROM attempt WHERE who = ?", arguments: [attempt.who])
      let before =
        try row.map { row in
          SignInAttempt.Count(
            failures: try row.value(0), early: try row.value(1), at: try row.value(2))
        } ?? SignInAttempt.Count()
      var count = before
      let verdict = attempt.judge(&count)
      try db.execute(
        sql: "INSERT OR REPLACE INTO attempt (who, failures, early, at) VALUES (?, ?, ?, ?)",
        arguments: [attempt.who, count.failures, count.early, count.at])
      guard verdict == .counted else { return verdict }
      try Self.sealing(db, [], by: attempt.by, at: attempt.at) {
        try Self.note(
          db, attempt.line(after: before), before: "", after: "", by: attempt.by, at: attempt.at)
        return true
      }
      return verdict
    }
  }

  func issue(_ pass: IssuedPass, by person: Person, at: Instant) throws(StoreFault) {
    try writing { db in
      guard try !Self.staff(db).contains(where: { $0.login == pass.holder.login }) else {
        throw StoreFault.refused("another desk has just given a pass of that login; issue it again")
      }
      try Self.sealing(db, [.staff, .access], by: person, at: at) {
        try Self.keep(db, pass.holder)
        try Self.keep(db, pass.hash, of: pass.holder.login)
        try Self.note(db, pass.text, before: "", after: "\(pass.holder)", by: person, at: at)
        for cover in pass.covers {
          try Self.note(db, cover.text, before: "", after: "", by: cover.by, at: at)
        }
        return true
      }
    }
  }

  /// Keeps the hash; whoever had guessed at the one before it begins anew.
  private static func keep(_ db: Database, _ hash: PassphraseHash, of login: String) throws {
    try insert(db, "OR IGNORE", .ofNobody(), of: SignIn.nobody)
    try insert(db, "OR REPLACE", hash, of: login)
    try db.execute(sql: "DELETE FROM attempt WHERE who = ?", arguments: ["login " + login])
  }

  private static func insert(
    _ db: Database, _ conflict: String, _ hash: PassphraseHash, of login: String
  ) throws {
    try db.execute(
      sql: """
        INSERT \(conflict) INTO passphrase (login, rounds, block, lanes, salt, key)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        login, hash.cost.rounds, hash.cost.block, hash.cost.lanes, Seal.hex(hash.salt),
        Seal.hex(hash.key),
      ])
  }
}
