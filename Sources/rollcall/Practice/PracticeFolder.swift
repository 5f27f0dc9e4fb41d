import Attendance
import Glibc
import Policies
import Storage

/// The folder of a practice school: made whole or not at all, and never in place of a real one.
///
/// The school is made in a folder within and moved out when it is done, its register last, so that
/// an interruption leaves either no school or a whole one.
struct PracticeFolder {
  let folder: SchoolFolder
  private var making: SchoolFolder { SchoolFolder(folder.path + "/making") }

  init(_ folder: SchoolFolder) {
    self.folder = folder
  }

  /// Refuses where the folder holds a real school, which a practice must never touch.
  func check() throws {
    guard folder.holdsSchool else { return }
    if try folder.open().school().practice == nil {
      throw Refused(
        "rollcall: \(folder.path) holds a real school, which 'demo' never touches; name another "
          + "folder with --data")
    }
  }

  /// Makes the school, in place of the practice school that the folder may hold.
  func make(
    _ school: PracticeSchool, policy source: PolicySource, progress: (Double) -> Void
  ) throws {
    try FileBytes.makeFolder(folder.path)
    // Whoever may make a practice school anew may close its folder to others.
    folder.close()
    try check()
    try FileBytes.makeFolder(making.path)
    let lock = open(making.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      if lock >= 0 { close(lock) }
      throw Refused(
        "rollcall: a practice school is being made in \(folder.path) at this moment; wait for it")
    }
    defer { close(lock) }
    Self.empty(making.path)
    do {
      try fill(school, policy: source, progress: progress)
      // The school may have become a real one while this was made.
      try check()
      try replace()
    } catch {
      Self.remove(making.path)
      throw error
    }
  }

  private func fill(
    _ school: PracticeSchool, policy source: PolicySource, progress: (Double) -> Void
  ) throws {
    try making.make()
    let first = school.day.calendar.years.first?.year.firstDay ?? school.day.date
    let adoption = try PolicyCopy.copy(source, into: making, from: first)
    let store = try making.create(
      SchoolIdentity(name: school.policy.school.name, practice: PracticeClock(secondsAhead: 0)))
    try school.keep(in: store, adopting: adoption, drafts: making, progress: progress)
    let clock = PracticeClock(showing: school.moment, when: SchoolClock.machine)
    try store.keep(SchoolIdentity(name: school.policy.school.name, practice: clock))
  }

  /// Moves the new school out, the register last: with it the school is there.
  private func replace() throws {
    let register = "register.sqlite"
    for name in [register, register + "-journal"] { unlink(folder.path + "/" + name) }
    let names = FileBytes.names(in: making.path).filter { $0 != register } + [register]
    for name in names {
      let place = folder.path + "/" + name
      if name != register { Self.remove(place) }
      guard rename(making.path + "/" + name, place) == 0 else {
        throw Refused(
          "rollcall: \(place) cannot be put there: \(String(cString: strerror(errno)).lowercased())"
        )
      }
    }
    rmdir(making.path)
  }

  /// Removes what the folder holds, and not the folder.
  private static func empty(_ path: String) {
    for name in FileBytes.names(in: path) { remove(path + "/" + name) }
  }

  /// Removes the file, or the folder with all that it holds; a link itself and not where it leads.
  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    empty(path)
    rmdir(path)
  }
}
