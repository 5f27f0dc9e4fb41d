import Attendance

/// Everything a register kept in memory holds; several desks may share one.
final class MemoryRegister {
  var school: SchoolIdentity
  var roll = MemoryRoll()
  var ledger = MemoryLedger()
  var passphrases: [String: PassphraseHash] = [:]
  var attempts: [String: SignInAttempt.Count] = [:]
  /// What was changed, by whom and when, as the change log of a file has it.
  var changes: [Change] = []
  /// How many times anything was kept.
  var writes = 0

  struct Change: Hashable {
    let what: String
    let by: Person
    let at: Instant
    /// What it changed of a pupil's records, where it did.
    var record: PupilRevision.Record?
  }

  init(_ school: SchoolIdentity) {
    self.school = school
  }

  /// Notes a redaction in the change log, with its reason in a line of its own.
  func note(
    _ subject: String, _ nature: DayLine.Nature = .ordinary, because reason: String,
    by person: Person, at: Instant
  ) {
    changes.append(Change(what: subject, by: person, at: at))
    if !reason.isEmpty {
      changes.append(Change(what: Redaction.why(subject, nature, reason), by: person, at: at))
    }
  }

  /// The roll as these changes would leave it, and the lines of the change log that they make.
  func roll(
    after changes: [RollChange], by person: Person, at: Instant
  ) throws(StoreFault) -> (roll: MemoryRoll, made: [Change]) {
    var roll = roll
    var made: [Change] = []
    for change in changes where !roll.knows(change) {
      made.append(
        Change(what: change.subject, by: person, at: at, record: roll.record(of: change)))
      try roll.make(change)
    }
    return (roll, made)
  }

  /// The ledger as these acts about pupils of the roll would leave it, and their receipts.
  func ledger(
    after acts: [Act], _ roll: MemoryRoll
  ) throws(StoreFault) -> (MemoryLedger, [Receipt]) {
    for mark in acts.lazy.flatMap(\.marks) { try roll.know(mark.pupil) }
    for pupil in acts.lazy.flatMap(\.lines).compactMap(\.pupil) { try roll.know(pupil) }
    var ledger = ledger
    var receipts: [Receipt] = []
    do {
      for act in acts { receipts.append(try ledger.submit(act)) }
    } catch {
      throw StoreFault(error, path: "memory")
    }
    return (ledger, receipts)
  }
}
