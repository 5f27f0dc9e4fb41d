import Glibc

/// The folder that holds a school: its register, its policy, its drafts and its backups.
public struct SchoolFolder: Hashable, Sendable {
  /// Where it is.
  public let path: String

  /// The folder at that path.
  public init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The register itself.
  public var register: String { path + "/register.sqlite" }
  /// The school's policies by date, its code sets and letters.
  public var policy: String { path + "/policy" }
  /// Registers that are being marked.
  public var drafts: String { path + "/drafts" }
  /// Lists written for an emergency.
  public var lists: String { path + "/lists" }
  /// Copies of the register.
  public var backups: String { path + "/backups" }
  var lock: String { path + "/lock" }

  /// Whether it holds a register.
  public var holdsSchool: Bool { Self.exists(register) }

  /// Opens the register it holds, bringing it up to date where an older program wrote it.
  ///
  /// Throws a fault where there is no school, or none this program may or can read.
  public func open() throws(StoreFault) -> any Store { try SQLiteStore(opening: self) }

  /// Makes a new, empty register in it.
  public func create(_ school: SchoolIdentity) throws(StoreFault) -> any Store {
    try SQLiteStore(creating: school, in: self)
  }

  /// Makes the folder and those within it.
  public func make() throws(StoreFault) {
    guard !path.isEmpty else { throw .notAFolder(path: "''") }
    try Self.makeFolder(path)
    let status = try checkIsFolder()
    // An empty folder that is given to a new school becomes the school's.
    if isEmpty, !Self.isForGroup(status) { chmod(path, 0o700) }
    try checkIsClosed(checkIsFolder())
    for inner in inner {
      try Self.makeFolder(inner)
      if Self.isForGroup(status) { chmod(inner, 0o2770) }
    }
  }

  /// Checks that it is a folder this account may use, on a disk that keeps locks.
  public func check() throws(StoreFault) {
    let status = try checkIsFolder()
    guard Self.may(R_OK | W_OK | X_OK, path) else { throw Self.fault(errno, at: path) }
    if let kind = MountTable.current.networkFileSystem(ofDevice: status.st_dev) {
      throw .networkFileSystem(path: path, kind: kind)
    }
    try checkIsClosed(status)
    for inner in inner where Self.isLink(inner) { throw .symbolicLink(path: inner) }
  }

  /// Checks that it is a folder, and gives what the system knows of it.
  private func checkIsFolder() throws(StoreFault) -> stat {
    var status = stat()
    guard stat(path, &status) == 0 else {
      switch errno {
      case EACCES: throw .noPermission(path: path)
      case ENOTDIR: throw .notAFolder(path: path)
      default: throw .noSchool(path: path)
      }
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    return status
  }

  /// Checks that the register is a file this account may read and write.
  func checkRegister() throws(StoreFault) {
    var status = stat()
    guard lstat(register, &status) == 0 else {
      if errno == EACCES { throw .noPermission(path: register) }
      throw BackupShelf(self).newest.map { .registerGone(path: path, copy: $0) }
        ?? .noSchool(path: path)
    }
    guard status.st_mode & S_IFMT != S_IFLNK else { throw .symbolicLink(path: register) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notARegister(path: register) }
    guard Self.may(R_OK | W_OK, register) else { throw Self.fault(errno, at: register) }
    try checkIsClosed(register, status)
  }

  /// The path of a backup of that name which does not exist yet.
  func freeBackup(_ name: String) -> String {
    var path = "\(backups)/\(name).sqlite"
    var count = 1
    while Self.exists(path) {
      count += 1
      path = "\(backups)/\(name)-\(count).sqlite"
    }
    return path
  }

  /// Makes sure that names made in the folder outlast a power cut.
  static func sync(_ folder: String) {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    Glibc.close(descriptor)
  }

  /// The folder that a path lies in.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The fault that a number of the system's means to a person.
  static func fault(_ number: Int32, at path: String) -> StoreFault {
    switch number {
    case EACCES, EPERM: .noPermission(path: path)
    case ENOSPC, EDQUOT, EFBIG: .full
    case ENOTDIR: .notAFolder(path: path)
    case EEXIST: .alreadyThere(path: path)
    case ELOOP: .symbolicLink(path: path)
    default: .readOnly(path: path)
    }
  }

  private static func makeFolder(_ path: String) throws(StoreFault) {
    var missing: [String] = []
    var place = Substring(path)
    while !place.isEmpty, !exists(String(place)) {
      missing.append(String(place))
      guard let slash = place.lastIndex(of: "/") else { break }
      place = place[..<slash]
    }
    for folder in missing.reversed() where mkdir(folder, 0o700) != 0 && errno != EEXIST {
      throw fault(errno, at: errno == ENOTDIR ? path : folder)
    }
  }
}
