import Attendance
import Dispatch
import GRDB
import Glibc

extension SQLiteStore {
  /// How many entries are walked before the register is let go, so that desks go on submitting.
  private static let slice = 50_000
  /// From here on SQLite's own check of the pages would hold the register for longer than a desk
  /// likes to wait.
  private static let large = 16 << 20

  func verify(
    against seal: String?, progress: (Double) -> Void
  ) throws(StoreFault) -> Verification {
    try verify(against: seal, copyingFrom: Self.large, progress: progress)
  }

  /// Verifies the register, by way of a copy where it has that many bytes.
  func verify(
    against seal: String?, copyingFrom large: Int, progress: (Double) -> Void
  ) throws(StoreFault) -> Verification {
    let shelf = folder.map(BackupShelf.init)?.heads()
    let heads = shelf?.heads ?? []
    var found: Verification
    if let working = copyToLookAt(from: large) {
      defer { unlink(working) }
      // Nobody waits for a copy: it is looked at without a lock, by two hands.
      let copy = try SQLiteStore(at: working, schema)
      found = try copy.lookAtOnce(against: seal, heads, progress)
      try copy.close()
    } else {
      found = try look(against: seal, heads, progress)
    }
    found.notices += (shelf?.unreadable ?? []).map {
      "the backup \($0) cannot be read: it is of no use, make another"
    }
    return found
  }

  /// A copy of a large register among its backups, or nil where the register is small or not in use,
  /// or the disk has no room.
  private func copyToLookAt(from large: Int) -> String? {
    var status = stat()
    guard let folder, stat(path, &status) == 0, Int(status.st_size) >= large else { return nil }
    let working = "\(folder.backups)/.verifying-\(getpid())"
    unlink(working)
    guard let descriptor = try? SchoolFolder.newFile(working, mode: 0o600) else { return nil }
    defer { Glibc.close(descriptor) }
    do {
      try copy(into: descriptor) { _ in }
      return working
    } catch {
      unlink(working)
      return nil
    }
  }

  private func look(
    against seal: String?, _ heads: [BackupHead], _ progress: (Double) -> Void
  ) throws(StoreFault) -> Verification {
    var found = Verification()
    // Damage that ends the one look leaves the other something to tell.
    do {
      found.faults += try integrity()
    } catch {
      try found.add(error)
    }
    progress(0.4)
    do {
      try walk(against: seal, heads, into: &found) { progress(0.4 + 0.6 * $0) }
    } catch {
      try found.add(error)
    }
    progress(1)
    return found
  }

  /// Looks at the pages and walks the seals at the same time, each on a connection of its own.
  private func lookAtOnce(
    against seal: String?, _ heads: [BackupHead], _ progress: (Double) -> Void
  ) throws(StoreFault) -> Verification {
    let pages = Pages(path, schema)
    pages.begin()
    var found = Verification()
    var stopped: StoreFault?
    do {
      try walk(against: seal, heads, into: &found) { progress(0.9 * $0) }
    } catch {
      stopped = error
    }
    do {
      found.faults = try pages.wait() + found.faults
    } catch {
      try found.add(error)
    }
    if let stopped { try found.add(stopped) }
    progress(1)
    return found
  }

  /// What SQLite itself finds, while the seals are walked.
  ///
  /// The one thread writes the outcome before it says that it is done, and the other reads it after.
  private final class Pages: @unchecked Sendable {
    private let path: String
    private let schema: Schema
    private let done = DispatchSemaphore(value: 0)
    private var outcome: Result<[String], StoreFault> = .success([])

    init(_ path: String, _ schema: Schema) {
      self.path = path
      self.schema = schema
    }

    func begin() {
      DispatchQueue.global().async { [self] in
        do throws(StoreFault) {
          let store = try SQLiteStore(at: path, schema)
          outcome = .success(try store.integrity())
          try store.close()
        } catch {
          outcome = .failure(error)
        }
        done.signal()
      }
    }

    func wait() throws(StoreFault) -> [String] {
      done.wait()
      return try outcome.get()
    }
  }

  private func walk(
    against seal: String?, _ heads: [BackupHead], into found: inout Verification,
    progress: (Double) -> Void
  ) throws(StoreFault) {
    var roll = RollWalk(lookedFor: seal?.lowercased())
    roll.backups = BackupWalk(heads)
    defer {
      found.faults += roll.faults
      found.notices += roll.notices
      found.rollSeal = roll.previous.hex
      found.removals = roll.removals
      found.alterations = roll.alterations
    }
    try reading { db in try roll.walk(db) }
    var walk = ChainWalk(
      lookedFor: roll.isFound ? nil : seal?.lowercased(), backups: roll.backups,
      emptied: EmptiedActs(roll.removals))
    // What was found before the walk had to end is told all the same.
    defer {
      found.faults += walk.faults
      found.notices += walk.notices
      found.submissions = walk.submissions
      found.entries = walk.entries
      found.headSeal = walk.previous.hex
    }
    let total = try reading { db in try Int.fetchOne(db, sql: "SELECT max(id) FROM entry") ?? 0 }
    while try reading({ db in try walk.next(db, atMost: Self.slice) }) {
      progress(0.9 * Double(walk.entries) / Double(max(1, total)))
    }
    let pupils = try self.roll()
    let calendar = try calendar()
    // Whatever was submitted meanwhile is walked in the same moment in which sheets are compared.
    found.sheets = try reading { db in
      while try walk.next(db, atMost: Self.slice) {}
      try walk.finish(db)
      return try walk.compareSheets(db, pupils)
    }
    found.notices += walk.marksOffRoll(pupils, calendar)
    let ofBackups = walk.backups.findings(roll.restores)
    found.faults += ofBackups.faults
    found.notices += ofBackups.notices
  }
}

extension Verification {
  /// Takes in the damage that ended a look at the file; whatever else went wrong is thrown on.
  fileprivate mutating func add(_ fault: StoreFault) throws(StoreFault) {
    switch fault {
    case .damaged, .notARegister, .failed:
      isComplete = false
      if !faults.contains(fault.finding) { faults.append(fault.finding) }
    case .noSchool, .registerGone, .notAFolder, .noPermission, .newerVersion, .networkFileSystem,
      .alreadyASchool,
      .alreadyThere, .full, .readOnly, .busy, .unknownPupil, .unknownEnrolment, .markChanged,
      .refused, .openToOthers, .symbolicLink, .saidAlready:
      throw fault
    }
  }
}
