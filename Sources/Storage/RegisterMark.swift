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
      // The roll, the calendar, the staff, a redaction: whatever it was, it is no mark.
      guard ends.change == mark.change, mark.entry <= ends.entry, mark.line <= ends.line else {
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
