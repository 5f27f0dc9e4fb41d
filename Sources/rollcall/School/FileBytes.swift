import Glibc

/// Whole files, read and written as bytes.
enum FileBytes {
  /// The bytes of the file; refuses in words where it cannot be read.
  ///
  /// A pipe is read to its end only where somebody names it; one that lies in the school's folder may
  /// never end.
  static func read(_ path: String, orPipe: Bool = false) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (orPipe ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw Refused("rollcall: \(path) cannot be read: \(reason)") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw Refused("rollcall: \(path) is a folder; name a file")
    }
    // A device may never end: /dev/zero would be read until no memory is left.
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO && orPipe else {
      throw Refused(
        "rollcall: \(path) is a \(kind == S_IFIFO ? "pipe" : "device") and no file; "
          + (orPipe ? "name a file, or a pipe into it" : "put a file in its place"))
    }
    let tooLarge = Refused(
      "rollcall: \(path) is larger than \(most >> 20) MB; split it, and bring in one part after "
        + "another")
    guard status.st_size <= most else { throw tooLarge }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= most else { throw tooLarge }
    }
    return bytes
  }

  /// Ten years of marks of a large school are half as much.
  private static let most = 512 << 20

  /// Writes a new file beside its place and moves it there, so that no reader sees half of it.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o660) throws {
    // Two desks may write one file at once, each through a place of its own.
    let draft = path + ".\(getpid()).new"
    try refuseLink(path)
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Refused("rollcall: \(path) cannot be written: \(reason)") }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let isKept = rest.isEmpty && fsync(descriptor) == 0
    let why = reason
    close(descriptor)
    guard isKept, rename(draft, path) == 0 else {
      unlink(draft)
      throw Refused("rollcall: \(path) cannot be written: \(why)")
    }
    syncFolder(of: path)
  }

  /// Brings the file's name to disk as well, which a power cut would else take back.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Writes a file under a name that nothing has yet, and gives that name.
  ///
  /// Where the name is taken, `-2` and so on stand before its end, so that nothing printed is lost.
  static func writeNew(
    _ bytes: [UInt8], in folder: String, named name: String, ending: String, mode: mode_t = 0o660
  ) throws -> String {
    for number in 1... {
      let own = name + (number == 1 ? "" : "-\(number)") + "." + ending
      // Making it empty takes the name, also from another desk.
      let descriptor = open(
        folder + "/" + own, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else {
        throw Refused("rollcall: \(folder)/\(own) cannot be written: \(reason)")
      }
      close(descriptor)
      do {
        try write(bytes, to: folder + "/" + own, mode: mode)
      } catch {
        unlink(folder + "/" + own)
        throw error
      }
      return own
    }
    return name
  }

  /// Whether anything has that name, by the rights the program runs with.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// Refuses a place where a symbolic link lies: what is written there might land anywhere.
  static func refuseLink(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return }
    throw Refused(
      "rollcall: \(path) is a symbolic link, and what is written through one may land anywhere; name "
        + "a file")
  }

  /// Takes a file away that was written for nothing.
  static func remove(_ path: String) { unlink(path) }

  /// Makes the folder and those above it.
  static func makeFolder(_ path: String, mode: mode_t = 0o770) throws {
    if path.isEmpty || exists(path) { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash]), mode: mode) }
    guard mkdir(path, mode) == 0 || errno == EEXIST else {
      throw Refused("rollcall: the folder \(path) cannot be made: \(reason)")
    }
  }

  /// The names of the files in a folder, in order.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let item = readdir(directory) {
      let name = withUnsafeBytes(of: item.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static var reason: String { String(cString: strerror(errno)).lowercased() }
}
