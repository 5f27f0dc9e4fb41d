public import Attendance
import GRDB
import Glibc

/// A backup on its way into the register's place.
///
/// It is copied beside the backups and proved there, so that nothing that happens to the file itself
/// matters any more. Only then, in one step that the file system takes whole or not at all, it and
/// the register change names: a kill or a power cut at any moment leaves the old register or the new
/// one, and what was replaced stays among the backups.
public final class Restoring {
  /// The copy, to be asked which school it is of and who may restore.
  public var copy: any Store { store }
  /// What would be lost; nil where the register is missing or cannot be read.
  public private(set) var loss: RestoreLoss?
  /// Why the register in place cannot be read; nil where it can, or where there is none.
  public private(set) var damage: StoreFault?
  /// What verifying found wrong with the copy; empty but where that is accepted.
  public let faults: [String]

  private let folder: SchoolFolder
  private let working: String
  private let store: SQLiteStore
  private var common: Int64 = 0
  private var end: RestoreRecord.End?
  private var isDone = false

  /// Takes a copy of an open file and proves it.
  public init(
    _ descriptor: Int32, named path: String, into folder: SchoolFolder,
    acceptingFaults: Bool = false, progress: (Double) -> Void
  ) throws {
    self.folder = folder
    try folder.check()
    try Self.check(descriptor, path)
    Self.clearAway(in: folder)
    let name = "\(Self.prefix)\(getpid())-\(UInt32.random(in: 0...9999))"
    let working = Self.place(in: folder) + "/" + name
    self.working = working
    do {
      try Self.copy(descriptor, to: working, in: folder) { progress(0.3 * $0) }
      store = try SQLiteStore(at: working, .current)
      guard let version = try store.reading({ db in try SQLiteStore.version(of: db) }), version > 0
      else { throw RestoreRefusal.notARegister(path: path) }
      guard version <= Schema.current.version else {
        throw StoreFault.newerVersion(path: path, version: version)
      }
      faults = try store.verify(against: nil) { progress(0.3 + 0.7 * $0) }.faults
      guard faults.isEmpty || acceptingFaults else {
        throw RestoreRefusal.unsound(path: path, faults: faults)
      }
      try compare()
    } catch {
      Self.remove(working)
      if let fault = error as? StoreFault, case .notARegister = fault {
        throw RestoreRefusal.notARegister(path: path)
      }
      throw error
    }
  }

  deinit {
    if !isDone { Self.remove(working) }
  }

  private static let prefix = ".restoring-"
  /// How the name of a register that was replaced begins.
  static let kept = "replaced-"

  /// Refuses a copy of another school, or of a practice school in place of a real one.
  public func checkSchool(mayBeOther: Bool) throws {
    guard loss != nil, let register = try? SQLiteStore(at: folder.register, .current) else {
      return
    }
    let ours = try register.school()
    let theirs = try store.school()
    guard (ours.practice == nil) == (theirs.practice == nil) else {
      throw RestoreRefusal.practice(copyIsPractice: theirs.practice != nil)
    }
    let isEmpty = try end?.submission == 0 || store.end().submission == 0
    guard common > 0 || isEmpty && ours.name == theirs.name || mayBeOther else {
      throw RestoreRefusal.otherSchool(ours: ours.name, copy: theirs.name)
    }
  }

  /// Puts the copy in the register's place, and gives the path under which the replaced one is kept;
  /// nil where there was none.
  ///
  /// Refuses where another desk has the register open, and where it is no longer as it was when the
  /// loss was told.
  public func put(by person: Person, at: Instant) throws -> String? {
    let lock = try FileLock(path: folder.lock)
    let use = try RegisterUse(replacing: folder)
    let told = (loss, end)
    try compare()
    guard told.0 == loss, told.1 == end else { throw RestoreRefusal.changedMeanwhile }
    let another = common == 0 && (end?.submission ?? 0) > 0
    try store.recordRestore(replacing: end, another: another, by: person, at: at)
    try store.close()
    Self.sync(working)
    let kept = try exchange(at: at)
    isDone = true
    withExtendedLifetime(use) {}
    withExtendedLifetime(lock) {}
    return kept
  }

  /// Reads where the register in place ends, and what it holds that the copy does not.
  private func compare() throws {
    (loss, end, damage) = (nil, nil, nil)
    guard SchoolFolder.exists(folder.register) else { return }
    try folder.checkRegister()
    do {
      let register = try SQLiteStore(at: folder.register, .current)
      guard let version = try register.reading({ db in try SQLiteStore.version(of: db) }),
        version > 0
      else { throw StoreFault.notARegister(path: folder.register) }
      let compared = try RestoreLoss.compare(register, with: store)
      (loss, common) = compared
      end = try register.end()
      try register.close()
    } catch let fault as StoreFault {
      switch fault {
      case .damaged, .notARegister, .failed: damage = fault
      case .noSchool, .registerGone, .notAFolder, .noPermission, .newerVersion, .networkFileSystem,
        .alreadyASchool, .alreadyThere, .openToOthers, .symbolicLink, .full, .readOnly, .busy,
        .unknownPupil, .unknownEnrolment, .markChanged, .saidAlready, .refused:
        throw fault
      }
    }
  }

  private func exchange(at: Instant) throws -> String? {
    let journals = ["-journal", "-wal", "-shm"]
    guard SchoolFolder.exists(folder.register) else {
      // What a lost register's journal holds must never be played into this one.
      for journal in journals { unlink(folder.register + journal) }
      try Exchange.move(working, to: folder.register)
      SchoolFolder.sync(folder.path)
      return nil
    }
    let kept = freeName(
      "\(Self.kept)\(at.date)-\(Self.digits(at.time))", in: Self.place(in: folder))
    guard damage == nil else {
      // It could not be rolled back; what lies beside it goes with it.
      for journal in journals where SchoolFolder.exists(folder.register + journal) {
        try Exchange.move(folder.register + journal, to: kept + journal)
      }
      try swap(keeping: kept)
      return kept
    }
    let register = try SQLiteStore(at: folder.register, .current)
    // A journal that a killed desk has left is rolled back by the first statement; nobody, not even
    // a program that knows nothing of the other lock, has the file at hand while the names change.
    try register.keepRollbackJournal()
    do {
      try register.queue.writeWithoutTransaction { db in
        try db.inTransaction(.exclusive) {
          try swap(keeping: kept)
          return .rollback
        }
      }
    } catch {
      throw StoreFault(error, path: folder.register)
    }
    try register.close()
    return kept
  }

  /// Gives the copy the register's name, and the register the one under which it is kept.
  private func swap(keeping kept: String) throws(StoreFault) {
    // Until the names change, this is one more copy of a good backup.
    try Exchange.move(working, to: kept)
    SchoolFolder.sync(SchoolFolder.parent(of: kept))
    try Exchange.names(kept, folder.register)
    SchoolFolder.sync(folder.path)
    SchoolFolder.sync(SchoolFolder.parent(of: kept))
  }

  private func freeName(_ name: String, in place: String) -> String {
    var path = "\(place)/\(name).sqlite"
    var count = 1
    while SchoolFolder.exists(path) {
      count += 1
      path = "\(place)/\(name)-\(count).sqlite"
    }
    return path
  }

  private static func digits(_ time: TimeOfDay) -> String { "\(time)".replacing(":", with: "") }

  /// Where the working copy lies: among the backups, or in the folder itself where they are on
  /// another disk, from which no name can be exchanged.
  private static func place(in folder: SchoolFolder) -> String {
    var (own, backups) = (stat(), stat())
    let isNear =
      stat(folder.path, &own) == 0 && stat(folder.backups, &backups) == 0
      && own.st_dev == backups.st_dev
    return isNear ? folder.backups : folder.path
  }

  private static func check(_ descriptor: Int32, _ path: String) throws(RestoreRefusal) {
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else { throw .unreadable(path: path) }
    guard let header = RegisterHeader(descriptor), header.isRegister else {
      throw .notARegister(path: path)
    }
    guard Int(status.st_size) >= header.length else {
      throw .cutShort(path: path, has: Int(status.st_size), of: header.length)
    }
  }

  private static func copy(
    _ source: Int32, to path: String, in folder: SchoolFolder, _ progress: (Double) -> Void
  ) throws {
    try folder.makeRegister(path)
    let target = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard target >= 0 else { throw SchoolFolder.fault(errno, at: path) }
    defer { close(target) }
    var status = stat()
    fstat(source, &status)
    let whole = max(1, Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var place = 0
    while true {
      let count = pread(source, &buffer, buffer.count, place)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw RestoreRefusal.unreadable(path: path) }
      if count == 0 { break }
      var done = 0
      while done < count {
        let written = buffer.withUnsafeBytes { bytes in
          write(target, bytes.baseAddress.map { $0 + done }, count - done)
        }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw SchoolFolder.fault(errno, at: path) }
        done += written
      }
      place += count
      progress(min(1, Double(place) / Double(whole)))
    }
    guard fsync(target) == 0 else { throw SchoolFolder.fault(errno, at: path) }
  }

  private static func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func remove(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
  }

  /// Takes away what restores that were killed have left half copied.
  private static func clearAway(in folder: SchoolFolder) {
    let place = place(in: folder)
    for name in BackupShelf.names(in: place) where name.hasPrefix(prefix) {
      let number = Int32(name.dropFirst(prefix.count).prefix { $0.isNumber }) ?? 0
      if number > 0, kill(number, 0) != 0, errno == ESRCH { unlink(place + "/" + name) }
    }
  }
}
