import Attendance
import GRDB

/// A walk along the change log and the seals in it, up to the roll as it stands.
struct RollWalk {
  /// The seal of the last change.
  private(set) var previous = Seal.none
  private(set) var faults: [String] = []
  private(set) var notices: [String] = []
  /// Whether the seal that is looked for is one of these.
  private(set) var isFound = false
  /// The heads of earlier backups, which the walk is to meet.
  var backups = BackupWalk()
  /// Every restore that is in the log.
  private(set) var restores: [RestoreRecord] = []
  /// Every removal of what was past retention that is in the log.
  private(set) var removals: [RemovalRecord] = []
  /// What was changed in the file itself and nobody has accepted, a sentence each.
  private(set) var alterations: [String] = []

  private let lookedFor: String?
  private var sealer = Sealer(afterRoll: .none)
  private var digests: [RollPart: Seal] = [:]
  private var last: KeptChange?
  /// The lines since the last seal: how many, and the first of them.
  private var open: (count: Int, first: KeptChange)?
  /// What was accepted since the last seal.
  private var acceptance: AcceptedAlterations?

  init(lookedFor: String?) {
    self.lookedFor = lookedFor
  }

  /// Walks the whole log, and holds the parts of the roll against the last digests sealed.
  mutating func walk(_ db: Database) throws {
    let log = try Row.fetchCursor(
      db, sql: "SELECT \(KeptChange.columns) FROM change ORDER BY id")
    while let row = try log.next() { take(try KeptChange(row)) }
    if last == nil {
      try lookWithoutSeals(db)
      return
    }
    if let open {
      faults.append(
        open.count == 1
          ? "\(open.first.place) stands under no seal"
          : "\(open.count) lines of the change log stand under no seal, from \(open.first.place)")
    }
    faults += alterations.map { "\($0): \(AcceptedAlterations.remedy)" }
    for (part, digest) in digests.sorted(by: { $0.key < $1.key })
    where try part.digest(db) != digest {
      let alteration =
        "\(part.words) are not as the program last kept them; somebody changed the file itself"
      alterations.append(alteration)
      faults.append("\(alteration): \(AcceptedAlterations.remedy)")
    }
  }

  private mutating func take(_ line: KeptChange) {
    guard line.what == RollSeal.word else {
      sealer.add(line)
      if let restore = RestoreRecord(line) { restores.append(restore) }
      if let removal = RemovalRecord(line) { removals.append(removal) }
      if let notice = ClockSetBack(line)?.notice { notices.append(notice) }
      if let accepted = AcceptedAlterations(line) { acceptance = accepted }
      open = (1 + (open?.count ?? 0), open?.first ?? line)
      return
    }
    guard let read = RollSeal.read(line.after) else {
      faults.append("\(line.place): its seal cannot be read")
      return
    }
    sealer.add(
      KeptChange(
        id: line.id, at: Instant(seconds: line.at), by: line.by, what: line.what,
        before: line.before, after: read.text))
    if line.before != previous.hex {
      faults.append("\(line.place): the seal before it was removed or is another")
    } else if sealer.seal() != read.seal {
      faults.append("\(line.place): its seal does not fit: the change log was altered")
    }
    alterations += read.content.altered.sorted().map {
      "\($0.words) had been changed in the file itself before \(line.place), which sealed them as "
        + "they then were"
    }
    if let acceptance {
      notices += alterations.map { "\($0); \(acceptance.inWords)" }
      alterations = []
    }
    acceptance = nil
    let hex = read.seal.hex
    if hex == lookedFor { isFound = true }
    backups.meet(rollSeal: hex)
    // As along the submissions, the walk goes on from the seal the file holds.
    previous = read.seal
    sealer = Sealer(afterRoll: previous)
    digests = read.content.digests
    last = line
    open = nil
  }

  /// What to say of a file in which no change to the roll was ever sealed.
  private mutating func lookWithoutSeals(_ db: Database) throws {
    if open != nil {
      let alteration =
        "what stands beside the marks (pupils, groups, staff, calendar) is under no seal: they were "
        + "taken out of the change log"
      alterations.append(alteration)
      faults.append("\(alteration): \(AcceptedAlterations.remedy)")
      return
    }
    for part in RollPart.allCases where try part != .school && !part.isEmpty(db) {
      faults.append("\(part.words) are in the file, and its change log says nothing of them")
    }
  }
}
