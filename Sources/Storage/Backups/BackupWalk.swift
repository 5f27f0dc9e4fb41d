import Attendance

/// The heads of earlier backups, held against the chains as they are walked.
///
/// A backup's last seal must stand in the register at the same number: where it does not, the newest
/// submissions were cut off since, or all was written anew.
struct BackupWalk {
  private var awaited: [Int64: [BackupHead]] = [:]
  private var changes: [String: [BackupHead]] = [:]
  private var other: [BackupHead] = []
  private var last: Int64 = 0

  init(_ heads: [BackupHead] = []) {
    for head in heads where head.submission > 0 {
      awaited[head.submission, default: []].append(head)
    }
    for head in heads { if let seal = head.rollSeal { changes[seal, default: []].append(head) } }
  }

  /// A submission with its seal was walked.
  mutating func meet(_ submission: Int64, _ seal: Seal) {
    last = max(last, submission)
    guard let heads = awaited.removeValue(forKey: submission) else { return }
    other += heads.filter { $0.seal != seal }
  }

  /// A seal of the roll was walked.
  mutating func meet(rollSeal: String) { changes[rollSeal] = nil }

  /// What the backups say that were not met; a restore that was recorded accounts for those made
  /// before it.
  func findings(_ restores: [RestoreRecord]) -> (faults: [String], notices: [String]) {
    var faults: [String] = []
    var notices: [String] = []
    var told: Set<String> = []
    func isBefore(_ restore: RestoreRecord, _ at: Instant?) -> Bool {
      at.map { $0 <= restore.at } ?? false
    }
    func tell(_ head: BackupHead, _ at: Instant?, isChange: Bool = false, _ fault: String) {
      guard told.insert(head.name).inserted else { return }
      let restore = restores.last { restore in
        restore.replaced?.seal == head.seal.hex
          || isBefore(restore, at) && (isChange || restore.accounts(for: head))
      }
      if let restore {
        notices.append(
          "the backup \(head.name) holds what the restore by \(restore.by) at \(restore.at) took out "
            + "of the register")
      } else {
        faults.append(fault)
      }
    }
    for head in awaited.values.joined().sorted(by: { $0.name < $1.name }) {
      tell(
        head, head.at,
        "the backup \(head.name) ends with submission \(head.submission) and the register with "
          + "\(last): its newest submissions were cut off")
    }
    for head in other.sorted(by: { $0.name < $1.name }) {
      tell(
        head, head.at,
        "the backup \(head.name) has another seal at submission \(head.submission): the register was "
          + "written anew since, or the backup is of another")
    }
    for head in changes.values.joined().sorted(by: { $0.name < $1.name }) {
      tell(
        head, head.rollAt, isChange: true,
        "the last change to pupils, groups, staff or calendar that the backup \(head.name) knows is "
          + "not in the register: the change log was cut off or written anew")
    }
    return (faults, notices)
  }
}

extension RestoreRecord {
  /// Whether the restore took the backup's last submission out of the register.
  func accounts(for head: BackupHead) -> Bool {
    head.submission > restored.submission || replacesOther
  }
}
