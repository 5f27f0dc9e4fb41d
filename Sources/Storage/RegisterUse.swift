import Glibc

/// That this program has the register open, for whoever would put another in its place.
///
/// Each program holds one byte of the file `lock`, the byte of its own number, for as long as it has
/// the register open; the system lets it go however the program ends. Whoever replaces the register
/// holds all bytes. These locks belong to the open file and not to the process, so that closing
/// another descriptor on the file does not drop them.
final class RegisterUse {
  private let descriptor: Int32

  // Glibc shows these only to programs that ask for all of it.
  private static let ask: Int32 = 36
  private static let take: Int32 = 37
  private static let wait: Int32 = 38

  /// Says that the register is open here; waits for the moment in which it is replaced.
  init(of folder: SchoolFolder) throws(StoreFault) {
    descriptor = try Self.file(of: folder)
    var lock = Self.lock(F_RDLCK, from: Int(getpid()), count: 1)
    while fcntl(descriptor, Self.wait, &lock) != 0 {
      let number = errno
      guard number == EINTR else {
        close(descriptor)
        throw SchoolFolder.fault(number, at: folder.lock)
      }
    }
  }

  /// Sees that nobody has the register open, nor opens it for as long as this is held.
  init(replacing folder: SchoolFolder) throws {
    descriptor = try Self.file(of: folder)
    var lock = Self.lock(F_WRLCK, from: 0, count: 0)
    guard fcntl(descriptor, Self.take, &lock) == 0 else {
      let desks = Self.desks(descriptor)
      close(descriptor)
      throw RestoreRefusal.openElsewhere(desks)
    }
  }

  deinit { close(descriptor) }

  /// Sees that no other program has the register open, nor opens it before `share`.
  func takeAlone() throws(RestoreRefusal) {
    var lock = Self.lock(F_WRLCK, from: 0, count: 0)
    guard fcntl(descriptor, Self.take, &lock) == 0 else {
      throw .openElsewhere(Self.desks(descriptor))
    }
  }

  /// Lets others open the register again; it stays open here.
  func share() {
    let own = Int(getpid())
    var lock = Self.lock(F_RDLCK, from: own, count: 1)
    _ = fcntl(descriptor, Self.take, &lock)
    for (from, count) in [(0, own), (own + 1, 0)] {
      var rest = Self.lock(F_UNLCK, from: from, count: count)
      _ = fcntl(descriptor, Self.take, &rest)
    }
  }

  private static func file(of folder: SchoolFolder) throws(StoreFault) -> Int32 {
    let descriptor = open(folder.lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw SchoolFolder.fault(errno, at: folder.lock) }
    return descriptor
  }

  private static func lock(_ kind: Int32, from: Int, count: Int) -> flock {
    flock(
      l_type: Int16(kind), l_whence: Int16(SEEK_SET), l_start: from, l_len: count, l_pid: 0)
  }

  /// The programs that hold a byte.
  private static func desks(_ descriptor: Int32) -> [OpenDesk] {
    var desks: [OpenDesk] = []
    var from = 0
    while desks.count < 50 {
      var lock = lock(F_WRLCK, from: from, count: 0)
      guard fcntl(descriptor, ask, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { break }
      // Another that replaces it holds all.
      guard lock.l_len == 1 else { break }
      desks.append(OpenDesk(process: Int32(truncatingIfNeeded: lock.l_start)))
      from = lock.l_start + 1
    }
    return desks
  }
}

/// A program that has the register open.
public struct OpenDesk: Hashable, Sendable, CustomStringConvertible {
  /// Its number.
  public let process: Int32
  /// The account that runs it, where the system says.
  public let account: String?

  init(process: Int32) {
    self.process = process
    account = Self.account(of: process)
  }

  /// The account and the number, as a person looks for them.
  public var description: String { "\(account ?? "somebody"), process \(process)" }

  private static func account(of process: Int32) -> String? {
    let descriptor = open("/proc/\(process)/status", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    guard
      let fields = text.split(separator: "\n").first(where: { $0.hasPrefix("Uid:") })?
        .split(whereSeparator: \.isWhitespace), fields.count > 1, let uid = uid_t(fields[1])
    else { return nil }
    return getpwuid(uid).map { String(cString: $0.pointee.pw_name) } ?? "uid \(uid)"
  }
}
