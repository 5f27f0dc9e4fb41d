import Attendance
import GRDB

/// A point in the life of a register, from which it can be asked what came after.
public struct RegisterMark: Hashable, Sendable {
  let entry: Int64
  let line: Int64
  let change: Int64

  init(entry: Int64, line: Int64, change: Int64) {
    self.entry = entry
    self.line = line
    self.change = change
  }
}

extension RegisterMark {
  /// The kinds of lines without a pupil that say nothing of when the school met or who was on roll.
  static let harmless: Set<String> = ["message", "note", "nudge", "step", "week", "list"]
}

extension SQLiteStore {
  func mark() throws(StoreFault) -> RegisterMark {
    try reading { db in
      let ends = try ends(db)
      return RegisterMark(entry: ends.entry, line: ends.line, change: ends.change)
    }
  }

  func touched(since mark: RegisterMark) throws(StoreFault) -> Set<Pupil.ID>? {
    try reading { db in
      let ends = try ends(db)
      // The roll, the calendar, the staff, a redaction: whatever it was, it is no mark. That somebody
      // came in at another desk changes nothing of what there is to see.
      let isChanged =
        try ends.change != mark.change
        && Bool.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT EXISTS (SELECT 1 FROM change WHERE id > ?1 AND what <> ?2
                AND substr(what, 1, length(?3)) <> ?3 AND substr(what, 1, length(?4)) <> ?4)
              """),
          arguments: [mark.change, RollSeal.word, SignIn.signedIn, SignIn.wrong]) ?? true
      guard !isChanged, mark.change <= ends.change, mark.entry <= ends.entry, mark.line <= ends.line
      else {
        return nil
      }
      var pupils = Set(
        try Int64.fetchAll(
          db.cachedStatement(sql: "SELECT pupil FROM entry WHERE id > ?1"),
          arguments: [mark.entry]
        ).map(Pupil.ID.init))
      let lines = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT pupil, kind FROM line WHERE id > ?1"),
        arguments: [mark.line])
      for line in lines {
        let pupil: Int64? = try line.value(0)
        if let pupil {
          pupils.insert(Pupil.ID(pupil))
        } else if !RegisterMark.harmless.contains(try line.value(1)) {
          return nil
        }
      }
      return pupils
    }
  }
}
