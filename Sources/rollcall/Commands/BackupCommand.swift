import ArgumentParser
import Glibc
import Policies
import Storage

/// Copies the register into a file, which is read back and verified.
struct BackupCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the register into a file, read it back and verify it, while desks go on.")

  @Argument(help: "The file to make, which is not there yet: on another disk, best of all.")
  var file: String?
  @Flag(help: "Make the day's copy in the school's own folder, as the app does by itself.")
  var daily = false
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    guard (file == nil) == daily else {
      throw ValidationError(
        "name the file to make: rollcall backup FILE; or say --daily, without one")
    }
  }

  func perform() throws {
    guard let file else { return try makeDaily() }
    let school = try options.record()
    try school.require(.backUp)
    let path = try Self.place(file, outside: school.folder)
    let progress = Progress("backing up")
    let descriptor = try OwnRights.with { try Self.newFile(path) }
    defer { close(descriptor) }
    do {
      try school.store.copy(to: descriptor) { progress.show(0.3 * $0) }
      let found = try OwnRights.with {
        try RegisterCopy(path).verify { progress.show(0.3 + 0.7 * $0) }
      }
      withExtendedLifetime(progress) {}
      try Self.report(found, path)
    } catch let fault as StoreFault {
      OwnRights.with { FileBytes.remove(path) }
      throw Refused("rollcall: no backup was made: \(Self.words(fault))")
    }
  }

  /// What verifying the copy came to; one with faults is as the register is, and stays.
  private static func report(_ found: Verification, _ path: String) throws {
    guard found.isSound else {
      throw Refused(
        lines: found.faults.prefix(5).map { "fault: \($0)" } + [
          "rollcall: \(path) is the register as it stands, with "
            + "\(found.faults.count == 1 ? "a fault" : "\(found.faults.count) faults"); keep every "
            + "older backup, and run 'rollcall verify'"
        ])
    }
    try Output.print("\(path)\n\(found.summary)\nhead seal \(found.headSeal)\n")
  }

  private func makeDaily() throws {
    // The lowest priority: whoever marks at this computer goes first.
    _ = nice(19)
    switch try DailyBackup.make(in: options.folder) {
    case .made(let removed):
      let gone = removed.isEmpty ? "" : "; kept no more: \(removed.joined(separator: ", "))"
      try Output.print("the day's copy is made\(gone)\n")
    case .already: try Output.print("the day's copy is there already\n")
    case .elsewhere: try Output.print("another desk is making the day's copy\n")
    case .faulty(let fault):
      throw Refused("rollcall: the day's copy has a fault, and no older one was removed: \(fault)")
    }
  }

  private static func words(_ fault: StoreFault) -> String {
    switch fault {
    case .full: "the disk of the backup is full; make room, or name a file on another"
    case .noSchool, .registerGone, .notAFolder, .noPermission, .notARegister, .newerVersion,
      .networkFileSystem,
      .alreadyASchool, .alreadyThere, .openToOthers, .symbolicLink, .damaged, .readOnly, .busy,
      .unknownPupil, .unknownEnrolment, .markChanged, .saidAlready, .refused, .failed:
      fault.description
    }
  }

  /// The path, where a backup may lie there: beside the register it would go where the register goes.
  private static func place(_ file: String, outside folder: SchoolFolder) throws -> String {
    let parent = file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) }
    guard let parent = OwnRights.with({ resolved(parent ?? ".") }) else {
      throw Refused("rollcall: there is no folder for \(file); make it first, or name another")
    }
    if let school = resolved(folder.path), (parent + "/").hasPrefix(school + "/") {
      throw Refused(
        "rollcall: \(file) lies in the school's own folder and would be lost with it; name a file "
          + "elsewhere, on another disk best of all")
    }
    for ending in ["-journal", "-wal"] where OwnRights.with({ FileBytes.exists(file + ending) }) {
      throw Refused("rollcall: \(file + ending) is in the way; name another file")
    }
    return file
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func newFile(_ path: String) throws -> Int32 {
    try FileBytes.refuseLink(path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor < 0 else { return descriptor }
    let number = errno
    guard number != EEXIST else {
      throw Refused("rollcall: \(path) is there already and is left as it is; give another name")
    }
    throw Refused(
      "rollcall: \(path) cannot be made: \(String(cString: strerror(number)).lowercased())")
  }
}
