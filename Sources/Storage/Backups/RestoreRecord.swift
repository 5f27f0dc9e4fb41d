import Attendance
import GRDB

/// How a restore stands in the change log of the register that was put in place: which register
/// went, and where the one that came then ended.
struct RestoreRecord: Hashable {
  /// What the line of the change log is called.
  static let word = "register restored from a backup"
  /// How the line ends where the register that went was another.
  static let other = ", another register"

  /// Where a register ended.
  struct End: Hashable {
    let submission: Int64
    let seal: String

    var text: String { "submission \(submission) sealed \(seal)" }

    init(submission: Int64, seal: String) {
      self.submission = submission
      self.seal = seal
    }

    init?(_ text: String) {
      let words = text.split(separator: " ")
      guard words.count >= 4, words[0] == "submission", words[2] == "sealed",
        let number = Int64(words[1])
      else { return nil }
      self.init(submission: number, seal: String(words[3].prefix(64)))
    }
  }

  /// The register that went; nil where it could not be read.
  let replaced: End?
  /// Whether that was another register, which shares no submission with the one that came.
  let replacesOther: Bool
  /// The one that came.
  let restored: End
  let at: Instant
  let by: String

  /// What a line of the change log says of a restore; nil where it is about something else.
  init?(_ line: KeptChange) {
    guard line.what == Self.word, let restored = End(line.after) else { return nil }
    self.restored = restored
    replaced = End(line.before)
    replacesOther = line.before.hasSuffix(Self.other)
    at = Instant(seconds: line.at)
    by = line.by.name
  }
}

extension SQLiteStore {
  /// Where the chain of submissions ends.
  func end() throws(StoreFault) -> RestoreRecord.End {
    let number = try reading { db in try RegisterEnds(db).submission }
    return RestoreRecord.End(submission: number, seal: try headSeal())
  }

  /// Keeps in the change log, under its seal, that this register was restored.
  func recordRestore(
    replacing end: RestoreRecord.End?, another: Bool, by person: Person, at: Instant
  ) throws(StoreFault) {
    let own = try self.end()
    let replaced =
      end.map { $0.text + (another ? RestoreRecord.other : "") }
      ?? "a register that could not be read"
    try writing { db in
      try Self.sealing(db, [], by: person, at: at) {
        try Self.note(
          db, RestoreRecord.word, before: replaced, after: own.text, by: person, at: at)
        return true
      }
    }
  }
}
