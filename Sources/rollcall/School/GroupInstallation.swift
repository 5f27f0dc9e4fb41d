import CSystem
import Glibc
import Storage

/// A program installed for a group: it may read the school's folder, and whoever runs it may not.
///
/// Nothing that person can set decides what it reads: the school is named by a file of root's beside
/// the program, and what the environment says of places is forgotten.
enum GroupInstallation {
  /// Whether the program runs with rights that whoever started it does not have.
  static let isActive = system_is_privileged() != 0

  /// The one school of the installation; nil where the program runs as anybody's.
  nonisolated(unsafe) private(set) static var school: SchoolFolder?

  /// Where the file lies that names the school, from the folder of the program.
  static let place = "../lib/rollcall/school"

  /// What of the environment may speak; the rest names places, or what others would read.
  private static let harmless = ["TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE"]

  /// Readies the program before it reads anything: files for their owner, no core file, and for a
  /// group nothing of the environment that names a place.
  static func begin() throws {
    system_keep_memory_private()
    umask(isActive ? 0o007 : 0o077)
    guard isActive else { return }
    let kept = harmless.compactMap { name in
      getenv(name).map { (name, String(cString: $0)) }
    }
    clearenv()
    for (name, value) in kept where value.utf8.count < 64 && !value.contains("/") {
      setenv(name, value, 1)
    }
    if CommandLine.arguments.dropFirst().contains(where: {
      $0 == "--data" || $0.hasPrefix("--data=")
    }) {
      throw Refused(
        "rollcall: this program is installed for one school, so --data does not apply; leave it out"
      )
    }
    school = try named()
  }

  /// Refuses what a program that has more rights than its user does not do.
  static func refuse(_ why: String) throws {
    guard isActive else { return }
    throw Refused("rollcall: this program is installed for a group; \(why)")
  }

  /// Refuses to make the group's school for anybody but the owner of its folder: whoever makes a
  /// school is its first administrator.
  static func checkOwner(of folder: SchoolFolder) throws {
    guard isActive, !owns(folder) else { return }
    throw Refused(
      "rollcall: the school of this installation is made by the owner of its folder; ask whoever "
        + "installed the program")
  }

  /// Whether the person could do by hand what the program does in the folder.
  static func owns(_ folder: SchoolFolder) -> Bool {
    var status = stat()
    return getuid() == 0 || stat(folder.path, &status) == 0 && status.st_uid == getuid()
  }

  private static func named() throws -> SchoolFolder {
    let path = ShippedPolicies.program + "/" + place
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Refused(
        "rollcall: \(path), which names the school, cannot be read; install the program again with "
          + "'rollcall install PREFIX --group NAME --school DIR'")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == 0,
      status.st_mode & 0o022 == 0
    else {
      throw Refused(
        "rollcall: \(path), which names the school, could be changed by others than root; mend it "
          + "with: chown root \(path) && chmod 644 \(path)")
    }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = max(0, read(descriptor, &buffer, buffer.count))
    let text = String(decoding: buffer[..<count], as: UTF8.self)
    guard let line = text.split(separator: "\n").first, line.hasPrefix("/") else {
      throw Refused("rollcall: \(path) names no school; write the path of its folder there")
    }
    return SchoolFolder(String(line))
  }
}

/// The rights of the person themselves, for files that they name.
///
/// A program installed for a group would otherwise read for them what they may not read, or write
/// where they may not write.
enum OwnRights {
  /// Runs the body with the person's own group.
  static func with<Value>(_ body: () throws -> Value) rethrows -> Value {
    guard GroupInstallation.isActive else { return try body() }
    let group = getegid()
    guard setegid(getgid()) == 0 else { abort() }
    // With less than the rights of the person, or more, nothing may go on.
    defer { if setegid(group) != 0 { abort() } }
    return try body()
  }
}
