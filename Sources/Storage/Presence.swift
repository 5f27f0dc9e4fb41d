public import Attendance
import Glibc

/// That somebody has a register open at a desk, for the other desks to see.
///
/// It is a small file beside the drafts, locked for as long as the register is open there. The
/// system lets the lock go however the desk ends, so that a presence without one is nobody's.
public final class Presence {
  private let path: String
  private let descriptor: Int32

  /// Shows that the person has had the register open since then; nil where the disk takes no file.
  ///
  /// Nothing is synced: after a power cut nobody has anything open.
  public init?(in folder: SchoolFolder, of key: RegisterKey, by person: Person, since: Instant) {
    path =
      Self.stem(folder, key) + "\(DraftFile.fileName(person.login))-\(getpid())" + Self.ending
    guard let descriptor = Self.lock(path) else { return nil }
    self.descriptor = descriptor
    let fields = [person.login, person.name, person.position, "\(since.seconds)"]
    let text = fields.map { $0.filter { !$0.isNewline && $0 != "\t" } }.joined(separator: "\t")
    // Written under the lock, and the writing wakes the other desks.
    guard ftruncate(descriptor, 0) == 0, write(descriptor, text, text.utf8.count) > 0 else {
      unlink(path)
      close(descriptor)
      return nil
    }
    // What killed desks have left of other days, where nobody looks any more.
    for name in DraftFile.names(in: folder, ending: Self.ending)
    where !name.hasPrefix("\(key.session.date)") { _ = Self.read(folder.drafts + "/" + name) }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// Everybody who has the register open at some desk, longest first.
  public static func all(in folder: SchoolFolder, of key: RegisterKey) -> [OtherDesk] {
    let start = stem(folder, key)
    return DraftFile.names(in: folder, ending: ending).map { folder.drafts + "/" + $0 }
      .filter { $0.hasPrefix(start) }.compactMap(read)
      .sorted { ($0.since, $0.person.login) < ($1.since, $1.person.login) }
  }

  private static let ending = ".open"

  private static func stem(_ folder: SchoolFolder, _ key: RegisterKey) -> String {
    folder.drafts + "/" + DraftFile.stem(of: key)
  }

  /// Makes the file and locks it; again where another desk has just cleared it away as nobody's.
  private static func lock(_ path: String) -> Int32? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o660)
      guard descriptor >= 0 else { return nil }
      while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_nlink > 0 { return descriptor }
      close(descriptor)
    }
  }

  /// What a presence says; one that nobody holds is cleared away.
  private static func read(_ path: String) -> OtherDesk? {
    guard SchoolFolder.isFile(path) else { return nil }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 {
      unlink(path)
      return nil
    }
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    let fields = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
      .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 4, let seconds = Int64(fields[3]) else { return nil }
    return OtherDesk(
      Person(login: fields[0], name: fields[1], position: fields[2]),
      since: Instant(seconds: seconds))
  }
}
