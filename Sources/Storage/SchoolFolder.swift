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
  public var holdsSchool: Bool { access(register, F_OK) == 0 }

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
    try checkIsFolder()
    for inner in [policy, drafts, lists, backups] { try Self.makeFolder(inner) }
  }

  /// Checks that it is a folder this account may use, on a disk that keeps locks.
  public func check() throws(StoreFault) {
    let device = try checkIsFolder()
    guard access(path, R_OK | W_OK | X_OK) == 0 else { throw Self.fault(errno, at: path) }
    if let kind = MountTable.current.networkFileSystem(ofDevice: device) {
      throw .networkFileSystem(path: path, kind: kind)
    }
  }

  /// Checks that it is a folder, and says on which device.
  @discardableResult
  private func checkIsFolder() throws(StoreFault) -> dev_t {
    var status = stat()
    guard stat(path, &status) == 0 else {
      switch errno {
      case EACCES: throw .noPermission(path: path)
      case ENOTDIR: throw .notAFolder(path: path)
      default: throw .noSchool(path: path)
      }
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    return status.st_dev
  }

  /// Checks that the register is a file this account may read and write.
  func checkRegister() throws(StoreFault) {
    var status = stat()
    guard stat(register, &status) == 0 else {
      throw errno == EACCES ? .noPermission(path: register) : .noSchool(path: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notARegister(path: register) }
    guard access(register, R_OK | W_OK) == 0 else { throw Self.fault(errno, at: register) }
  }

  /// The path of a backup of that name which does not exist yet.
  func freeBackup(_ name: String) -> String {
    var path = "\(backups)/\(name).sqlite"
    var count = 1
    while access(path, F_OK) == 0 {
      count += 1
      path = "\(backups)/\(name)-\(count).sqlite"
    }
    return path
  }

  /// Makes an empty file where there is none.
  ///
  /// SQLite gives its journal the mode of the file, so the file is made first with ours.
  static func makeFile(_ path: String) throws(StoreFault) {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
    guard descriptor >= 0 else { throw fault(errno, at: path) }
    close(descriptor)
  }

  /// Makes sure that names made in the folder outlast a power cut.
  static func sync(_ folder: String) {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
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
    case ENOSPC, EDQUOT: .full
    case ENOTDIR: .notAFolder(path: path)
    case EEXIST: .alreadyThere(path: path)
    default: .readOnly(path: path)
    }
  }

  private static func makeFolder(_ path: String) throws(StoreFault) {
    var missing: [String] = []
    var place = Substring(path)
    while !place.isEmpty, access(String(place), F_OK) != 0 {
      missing.append(String(place))
      guard let slash = place.lastIndex(of: "/") else { break }
      place = place[..<slash]
    }
    for folder in missing.reversed() where mkdir(folder, 0o770) != 0 && errno != EEXIST {
      throw fault(errno, at: errno == ENOTDIR ? path : folder)
    }
  }
}
