import Attendance

/// That whoever answers for the register has looked at what was changed in the file itself, and takes
/// it as it is.
///
/// Until then it is a fault, whatever was kept since: the next change seals the parts as they are, and
/// would else cover it up.
struct AcceptedAlterations {
  static let word = "accepted what was changed in the file"
  /// What to do about what was changed.
  static let remedy =
    "put a backup in its place, or, once it is looked at and right, say so with 'rollcall verify "
    + "--accept WORDS'"

  private let line: KeptChange

  init?(_ line: KeptChange) {
    guard line.what == Self.word else { return nil }
    self.line = line
  }

  /// Who accepted it, when and why.
  var inWords: String {
    "\(line.by.name) accepted that at \(Instant(seconds: line.at)): \(line.after)"
  }
}

extension SQLiteStore {
  func acceptAlterations(
    because why: String, by person: Person, at: Instant
  ) throws(StoreFault) {
    try writing { db in
      try Self.sealing(db, Set(RollPart.allCases), by: person, at: at) {
        try Self.note(
          db, AcceptedAlterations.word, before: "", after: why.withoutNUL, by: person, at: at)
        return true
      }
    }
  }
}
