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
    /// What it changed of a pupil's records, where it did.
    var record: PupilRevision.Record?
  }

  init(_ school: SchoolIdentity) {
    self.school = school
  }
}
