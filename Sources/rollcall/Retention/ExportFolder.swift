import Glibc

/// A new folder that only its maker can read, into which something is exported whole or not at all.
struct ExportFolder {
  let path: String
  private let isNew: Bool

  /// The folder at that path; refuses one that holds anything, and a link to one.
  init(_ path: String) throws {
    self.path = path
    try FileBytes.refuseLink(path)
    var status = stat()
    isNew = lstat(path, &status) != 0
    guard isNew || status.st_mode & S_IFMT == S_IFDIR && FileBytes.names(in: path).isEmpty else {
      throw Refused("rollcall: \(path) is there already and holds something; name another folder")
    }
  }

  /// Makes the folder where it is not there yet.
  func make() throws {
    guard isNew else { return }
    guard mkdir(path, 0o700) == 0 else {
      throw Refused("rollcall: the folder \(path) cannot be made: \(Self.reason)")
    }
  }

  /// Takes the files away again that were written, and the folder where it was made for them.
  func clear(_ names: [String]) {
    for name in names { unlink(path + "/" + name) }
    if isNew { rmdir(path) }
  }

  /// Brings the names of the files to disk.
  func sync() throws {
    for folder in [path, path + "/.."] {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw Refused("rollcall: \(path) cannot be read back: \(Self.reason)")
      }
      fsync(descriptor)
      close(descriptor)
    }
  }

  static var reason: String { String(cString: strerror(errno)).lowercased() }
}
