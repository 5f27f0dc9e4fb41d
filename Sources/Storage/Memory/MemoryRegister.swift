import Attendance

/// Everything a register kept in memory holds; several desks may share one.
final class MemoryRegister {
  var school: SchoolIdentity
  var roll = MemoryRoll()
  var ledger = MemoryLedger()
  var staff: [String: Staff] = [:]
  var years: [SchoolYear: CalendarYear] = [:]
  /// What was changed, by whom and when, as the change log of a file has it.
  var changes: [Change] = []
  /// How many times anything was kept.
  var writes = 0

  struct Change: Hashable {
    let what: String
    let by: Person
    let at: Instant
  }

  init(_ school: SchoolIdentity) {
    self.school = school
  }

  /// The roll as these changes would leave it.
  func roll(after changes: [RollChange]) throws(StoreFault) -> MemoryRoll {
    var roll = roll
    for change in changes { try roll.make(change) }
    return roll
  }

  /// Takes the roll that these changes have left, and notes who made them.
  func keep(_ roll: MemoryRoll, after changes: [RollChange], by person: Person, at: Instant) {
    self.roll = roll
    self.changes += changes.map { Change(what: $0.subject, by: person, at: at) }
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
