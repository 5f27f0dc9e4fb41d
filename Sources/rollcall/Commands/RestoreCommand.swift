import ArgumentParser
import Attendance
import Glibc
import Policies
import Storage

/// Puts a backup in the register's place, once it is proved and what would be lost is told.
struct RestoreCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Prove a backup, say what would be lost, and put it in the register's place.",
    discussion: """
      The register that is replaced is kept among the school's backups. Where there is no register \
      any more, or none that can be read, the staff and the policies of the backup decide who may.
      """)

  @Argument(help: "The backup: a file, or the name of one of the school's own.")
  var file: String
  @Flag(help: "Restore without asking.")
  var yes = false
  @Flag(help: "Restore it even where it is of another school, or of another register of it.")
  var otherSchool = false
  @Flag(help: "Restore it even where verifying finds faults in it.")
  var despiteFaults = false
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let folder = options.folder
    // Whoever may restore is asked of the register in place, which is then closed again.
    let known = try actor(in: folder)
    let copy = try NamedCopy(file, in: folder)
    defer { copy.close() }
    let progress = Progress("proving \(file)")
    let restoring = try told {
      try Restoring(
        copy.descriptor, named: copy.path, into: folder, acceptingFaults: despiteFaults
      ) { progress.show($0) }
    }
    withExtendedLifetime(progress) {}
    let person = try known ?? actor(of: restoring.copy, in: folder, from: copy)
    try told { try restoring.checkSchool(mayBeOther: otherSchool) }
    for fault in restoring.faults.prefix(5) { Output.refuse("fault: \(fault)") }
    Output.refuse("rollcall: \(restoring.inWords(file))")
    if !yes { try confirm() }
    let now = try SchoolClock(restoring.copy.school()).now
    let kept = try told { try restoring.put(by: person, at: now) }
    try Output.print("restored from \(copy.path)\n" + (kept.map { "kept as \($0)\n" } ?? ""))
    for fault in try options.record().policyFaults { Output.refuse("rollcall: \(fault)") }
  }

  /// Who acts by the register in place; nil where it is missing or cannot be read.
  private func actor(in folder: SchoolFolder) throws -> Person? {
    try folder.check()
    guard folder.holdsSchool else { return nil }
    do {
      let school = try options.record()
      try school.require(.restore)
      return school.actor.person
    } catch let fault as StoreFault {
      switch fault {
      case .damaged, .notARegister, .failed: return nil
      case .noSchool, .registerGone, .notAFolder, .noPermission, .newerVersion, .networkFileSystem,
        .alreadyASchool, .alreadyThere, .openToOthers, .symbolicLink, .full, .readOnly, .busy,
        .unknownPupil, .unknownEnrolment, .markChanged, .saidAlready, .refused:
        throw fault
      }
    }
  }

  /// Who acts by the staff and the policies of the copy itself.
  ///
  /// Anybody could write a copy in which they are an administrator. It is believed where it lies
  /// among the school's own backups, or where the person owns the folder and could put it there by
  /// hand: the program gives nobody a right they do not have.
  private func actor(
    of store: any Store, in folder: SchoolFolder, from copy: NamedCopy
  ) throws -> Person {
    guard copy.isOwn || !GroupInstallation.isActive || GroupInstallation.owns(folder) else {
      throw Refused(
        "rollcall: the register cannot say who may restore; name one of the school's own backups "
          + "(\(NamedCopy.names(in: folder))), or let the owner of the folder restore this one")
    }
    let school = try SchoolRecord(folder, store, login: options.login)
    try school.require(.restore)
    return school.actor.person
  }

  private func confirm() throws {
    if isatty(STDIN_FILENO) == 1 {
      Output.ask("Restore it? y/N")
      if let answer = readLine()?.lowercased(), ["y", "yes"].contains(answer) { return }
    }
    throw Refused("rollcall: nothing was restored; to restore it without being asked, say --yes")
  }

  private func told<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let refusal as RestoreRefusal {
      throw Refused("rollcall: \(refusal)")
    }
  }
}

/// A backup as somebody names it: by its path, or by its name among the school's own.
private struct NamedCopy {
  let path: String
  /// Whether it is one of the school's own.
  let isOwn: Bool
  let descriptor: Int32

  init(_ file: String, in folder: SchoolFolder) throws {
    let own = folder.backups + "/" + file
    isOwn = !file.contains("/") && !file.hasPrefix(".") && FileBytes.exists(own)
    path = isOwn ? own : file
    let (path, isOwn) = (path, isOwn)
    func opened() throws -> Int32 {
      for ending in ["-journal", "-wal"] where Self.holdsAnything(path + ending) {
        throw Refused("rollcall: \(RestoreRefusal.unfinished(path: path, beside: path + ending))")
      }
      return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    descriptor = try isOwn ? opened() : OwnRights.with(opened)
    guard descriptor >= 0 else {
      throw Refused(
        "rollcall: \(RestoreRefusal.unreadable(path: file)); the school's own are: "
          + Self.names(in: folder))
    }
  }

  func close() { Glibc.close(descriptor) }

  /// The names of the school's own backups, newest first.
  static func names(in folder: SchoolFolder) -> String {
    let names = FileBytes.names(in: folder.backups).filter {
      $0.hasSuffix(".sqlite") && !$0.hasPrefix(".")
    }
    guard !names.isEmpty else { return "none" }
    return names.suffix(6).reversed().joined(separator: ", ")
      + (names.count > 6 ? " and \(names.count - 6) more" : "")
  }

  private static func holdsAnything(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }
}

extension Restoring {
  /// What putting the copy in place would lose, in one sentence.
  fileprivate func inWords(_ file: String) -> String {
    guard let loss else {
      return damage.map {
        "the register in place cannot be read (\($0.finding)), so what it holds beyond \(file) cannot "
          + "be told"
      } ?? "there is no register in place; \(file) becomes it"
    }
    guard !loss.isNone else {
      return "nothing would be lost: the register holds no more than \(file)"
    }
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    var parts: [String] = []
    if loss.submissions > 0 {
      parts.append(
        count(loss.submissions, "submission", "submissions") + " with "
          + count(loss.entries, "entry", "entries")
          + (loss.lines > 0
            ? " and " + count(loss.lines, "line", "lines") + " of the day book" : "")
          + (loss.latest.map { ", the latest of \($0.at) by \($0.by)" } ?? ""))
    }
    if loss.changes > 0 {
      parts.append(
        count(loss.changes, "change", "changes") + " to pupils, groups, staff or calendar")
    }
    return "this takes " + parts.joined(separator: ", and ")
      + " out of the register; a copy of it as it is now is kept"
      + loss.removals.map { removal in
        "; and it brings back what \(removal.by.name) removed past retention on "
          + "\(removal.at.date.inWords): \(count(removal.entries, "entry", "entries")) of before "
          + removal.cut.inWords
      }.joined()
      + (loss.redactions == 0
        ? ""
        : "; and it brings back \(count(loss.redactions, "text", "texts")) that "
          + "\(loss.redactions == 1 ? "was" : "were") taken out since: 'rollcall audit --kind "
          + "redacted' names them now, 'rollcall redact' takes them out again")
  }
}
