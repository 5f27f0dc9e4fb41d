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
    try Self.makeFolder(path)
    for inner in [policy, drafts, lists, backups] { try Self.makeFolder(inner) }
  }

  /// Checks that it is a folder this account may use, on a disk that keeps locks.
  public func check() throws(StoreFault) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == EACCES ? .noPermission(path: path) : .noSchool(path: path)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    guard access(path, R_OK | W_OK | X_OK) == 0 else {
      throw errno == EROFS ? .readOnly(path: path) : .noPermission(path: path)
    }
    if let kind = MountTable.current.networkFileSystem(ofDevice: status.st_dev) {
      throw .networkFileSystem(path: path, kind: kind)
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
      throw errno == EACCES || errno == EPERM
        ? .noPermission(path: folder)
        : errno == ENOSPC
          ? .full : errno == ENOTDIR ? .notAFolder(path: path) : .readOnly(path: folder)
    }
  }
}
