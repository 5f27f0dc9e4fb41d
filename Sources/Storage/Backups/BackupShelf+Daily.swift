public import Attendance
import Glibc

extension BackupShelf {
  /// What became of the day's copy.
  public enum Outcome: Hashable, Sendable {
    /// It is made, and these older ones are kept no more.
    case made(removed: [String])
    /// It was there already.
    case already
    /// Another desk is making it.
    case elsewhere
    /// It is made, and verifying it found this; the good ones all stay.
    case faulty(String)
  }

  /// Whether the copy of the day is still to be made.
  ///
  /// A register with faults is copied once a day, not at every start.
  public func isDue(on date: SchoolDate) -> Bool {
    !has(date) && failure?.hasPrefix(Self.faultsFound(on: date)) != true
  }

  /// Copies the register as the copy of the day, reads it back, and takes away what is kept no more.
  ///
  /// One desk at a time; the copy has its name only once it is proved, and nothing is removed before.
  public func makeDaily(
    of store: any Store, on date: SchoolDate, keeping: BackupKeeping
  ) throws(StoreFault) -> Outcome {
    guard let lock = claim() else { return .elsewhere }
    defer { close(lock) }
    guard !has(date) else { return .already }
    let working = folder.backups + "/.daily-new"
    unlink(working)
    do {
      let faults = try prove(working, store, on: date)
      if let first = faults.first {
        try Exchange.move(working, to: faulty)
        note(
          Self.faultsFound(on: date) + ": \(first); it is kept as \(faulty), and no older one was "
            + "removed: run 'rollcall verify'")
        return .faulty(first)
      }
      try Exchange.move(working, to: path(of: date))
      SchoolFolder.sync(folder.backups)
    } catch {
      unlink(working)
      note("the daily copy of the register was not made on \(date): \(error)")
      throw error
    }
    unlink(failurePath)
    return .made(removed: prune(keeping: keeping))
  }

  /// Why the last daily copy failed, in a sentence; nil where it did not.
  public var failure: String? {
    // A pipe in its place would be waited on for ever.
    guard SchoolFolder.isFile(failurePath) else { return nil }
    let descriptor = open(failurePath, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 2000)
    let count = read(descriptor, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return text.split(separator: "\n").first.map(String.init)
  }

  private var failurePath: String { folder.backups + "/daily-failed.txt" }

  private static func faultsFound(on date: SchoolDate) -> String {
    "the daily copy of the register of \(date) has a fault"
  }

  private func prove(
    _ path: String, _ store: any Store, on date: SchoolDate
  ) throws(StoreFault) -> [String] {
    let descriptor = try SchoolFolder.newFile(path, mode: folder.isForGroup ? 0o660 : 0o600)
    defer { close(descriptor) }
    try store.copy(to: descriptor) { _ in }
    var found = try RegisterCopy(path).verify { _ in }
    found.judgeRemovals(on: date)
    return found.faults
  }

  /// The lock under which the day's copy is made; nil where another desk holds it.
  private func claim() -> Int32? {
    let descriptor = open(
      folder.backups + "/.lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { return nil }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  private func note(_ sentence: String) {
    let descriptor = open(
      failurePath, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { return }
    let bytes = Array((sentence.replacing("\n", with: " ") + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
    close(descriptor)
  }
}
