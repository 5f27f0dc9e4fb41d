import Glibc

extension SchoolFolder {
  /// The folders within it.
  var inner: [String] { [policy, drafts, lists, backups] }

  /// Whether the folder is one that a group shares through the program alone.
  ///
  /// Its set-group bit says so: whoever installs the program for a group makes the folder with it.
  public var isForGroup: Bool {
    var status = stat()
    return stat(path, &status) == 0 && Self.isForGroup(status)
  }

  /// Closes the folder to everybody but its owner, where it is ours; a group's stays the group's.
  public func close() {
    if !isForGroup { chmod(path, 0o700) }
  }

  static func isForGroup(_ status: stat) -> Bool { status.st_mode & S_ISGID != 0 }

  /// Whether nothing is in it.
  var isEmpty: Bool {
    guard let directory = opendir(path) else { return false }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    return count <= 2
  }

  /// Refuses a folder that others can look into.
  func checkIsClosed(_ status: stat) throws(StoreFault) {
    try checkIsClosed(path, status, ofGroup: Self.isForGroup(status))
  }

  /// Refuses a register that others can read, although they cannot get at it through the folder: it
  /// may be moved, or have another name elsewhere.
  func checkIsClosed(_ file: String, _ status: stat) throws(StoreFault) {
    try checkIsClosed(file, status, ofGroup: isForGroup)
  }

  private func checkIsClosed(
    _ place: String, _ status: stat, ofGroup: Bool
  ) throws(StoreFault) {
    let open: mode_t = ofGroup ? 0o007 : 0o077
    guard status.st_mode & open != 0 else { return }
    // One command mends the folder with all that is in it.
    throw .openToOthers(
      path: place, remedy: "chmod -R \(ofGroup ? "o=" : "go=") \(Self.quoted(path))")
  }

  /// The path as a shell takes it.
  static func quoted(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: ","):
        true
      default: false
      }
    }
    return plain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }

  /// Whether the program may do that with the file; by the rights it runs with, which are a group's
  /// where it is installed for one.
  static func may(_ what: Int32, _ path: String) -> Bool {
    faccessat(AT_FDCWD, path, what, AT_EACCESS) == 0
  }

  /// Whether anything has that name, be it a link to nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a file is there that holds bytes: no folder, link, pipe or device.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Makes an empty file where there is none, and gives its descriptor.
  ///
  /// SQLite gives its journal the mode of the file, so the file is made first with ours.
  static func newFile(_ path: String, mode: mode_t = 0o660) throws(StoreFault) -> Int32 {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw errno == EEXIST && isLink(path) ? .symbolicLink(path: path) : fault(errno, at: path)
    }
    return descriptor
  }

  /// Makes an empty register under that name, for the folder's owner or its group alone.
  func makeRegister(_ path: String) throws(StoreFault) {
    let descriptor = try Self.newFile(path, mode: 0o600)
    if isForGroup { fchmod(descriptor, 0o660) }
    Glibc.close(descriptor)
  }
}
