public import Attendance
import Glibc

/// The file of one person's draft of one register.
///
/// Every change is one line, written with one write and synced before it is acknowledged, so that a
/// kill, a dropped line or a power cut loses nothing that was shown. Two desks of one person append
/// to the same file; a torn last line is passed over when it is read.
public final class DraftFile {
  /// Which register.
  public let key: RegisterKey
  /// Whose draft, by login.
  public let login: String
  /// Where it is.
  public let path: String
  private let folder: String
  private var descriptor: Int32 = -1

  /// The draft of that register by that person; nothing is made before the first change.
  public init(in folder: SchoolFolder, of key: RegisterKey, by login: String) {
    self.key = key
    self.login = login
    self.folder = folder.drafts
    path =
      folder.drafts + "/" + Self.stem(of: key) + Self.fileName(login) + Self.ending
  }

  private static let ending = ".draft"

  /// How the names of all files about a register begin.
  static func stem(of key: RegisterKey) -> String {
    "\(key.session.date)-\(key.session.half.rawValue)-\(fileName(key.group))-"
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Keeps the changes; they are on disk when it returns.
  public func append(_ changes: [Draft.Change]) throws(StoreFault) {
    guard !changes.isEmpty else { return }
    try openLocked()
    defer { flock(descriptor, LOCK_UN) }
    let text = changes.map(DraftLine.write).joined()
    try write(Array(text.utf8))
    guard fdatasync(descriptor) == 0 else { throw fault() }
  }

  /// The changes kept so far, by whichever desk; none where there is no draft.
  public func changes() throws(StoreFault) -> [Draft.Change] {
    try Self.lines(of: path).dropFirst().compactMap(DraftLine.read)
  }

  /// Submits the draft while no desk can add to it, and removes it once that is done.
  ///
  /// The body is given the changes as they stand on disk; where it throws, the draft stays.
  public func submit<Value>(
    _ body: ([Draft.Change]) throws(StoreFault) -> Value
  ) throws(StoreFault) -> Value {
    guard SchoolFolder.exists(path) else { return try body([]) }
    try openLocked()
    defer { flock(descriptor, LOCK_UN) }
    let value = try body(try changes())
    unlink(path)
    return value
  }

  /// Removes the draft.
  public func remove() { unlink(path) }

  /// Every draft there is: which register and whose.
  public static func all(in folder: SchoolFolder) -> [DraftFile] {
    names(in: folder, ending: ending).compactMap { DraftFile(named: $0, in: folder) }
  }

  /// The draft in the file of that name, or nil where it is none.
  convenience init?(named name: String, in folder: SchoolFolder) {
    // The first line is asked for alone: a draft may be long, and every desk looks at all.
    guard let text = try? Self.text(of: folder.drafts + "/" + name, atMost: 1024),
      let header = text.split(separator: "\n", maxSplits: 1).first,
      let (key, login) = DraftLine.readHeader(header)
    else { return nil }
    self.init(in: folder, of: key, by: login)
  }

  /// The names of the drafts of a date, in order.
  static func names(in folder: SchoolFolder, of date: SchoolDate) -> [String] {
    names(in: folder, ending: ending).filter { $0.hasPrefix("\(date)-") }
  }

  /// The files beside the drafts whose names end so, in order.
  static func names(in folder: SchoolFolder, ending: String) -> [String] {
    guard let directory = opendir(folder.drafts) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let item = readdir(directory) {
      let name = withUnsafeBytes(of: item.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(ending) { names.append(name) }
    }
    return names.sorted()
  }

  /// How large each draft is on disk: what changes when any desk adds to one.
  public static func sizes(in folder: SchoolFolder) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for draft in names(in: folder, ending: ending) {
      var status = stat()
      if stat(folder.drafts + "/" + draft, &status) == 0 { sizes[draft] = Int(status.st_size) }
    }
    return sizes
  }

  /// Opens the file and holds its lock; makes it where it is new or where another desk has
  /// submitted it meanwhile.
  private func openLocked() throws(StoreFault) {
    while true {
      if descriptor < 0 {
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o660)
        guard descriptor >= 0 else { throw fault() }
      }
      while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw fault() }
      if status.st_nlink == 0 {
        close(descriptor)
        descriptor = -1
        continue
      }
      if status.st_size == 0 {
        try write(Array(DraftLine.header(key, login).utf8))
        syncFolder()
      }
      return
    }
  }

  private func write(_ bytes: [UInt8]) throws(StoreFault) {
    let count = Glibc.write(descriptor, bytes, bytes.count)
    if count == bytes.count { return }
    // A part of a line is cut off again, so that the next change begins on a line of its own.
    let why = fault()
    if count > 0 { ftruncate(descriptor, lseek(descriptor, 0, SEEK_END) - count) }
    throw why
  }

  private func syncFolder() {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  private func fault() -> StoreFault { SchoolFolder.fault(errno, at: path) }

  /// The lines of the file that have an end.
  static func whole(_ path: String) throws(StoreFault) -> [Substring] {
    let text = try text(of: path)
    let lines = text.split(separator: "\n")
    return text.hasSuffix("\n") ? lines : lines.dropLast()
  }

  private static func lines(of path: String) throws(StoreFault) -> [Substring] {
    try text(of: path).split(separator: "\n")
  }

  private static func text(
    of path: String, atMost limit: Int = .max
  ) throws(StoreFault) -> String {
    // Not to wait: a pipe of that name never ends, and holds no draft.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return "" }
      throw .noPermission(path: path)
    }
    defer { close(descriptor) }
    guard SchoolFolder.isFile(path) else { return "" }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(16_384, limit))
    while bytes.count < limit {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with everything that a file name may not hold written as `%` and two digits.
  static func fileName(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }.joined()
  }
}
