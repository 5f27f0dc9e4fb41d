import Attendance
import CSystem
import Glibc
import Policies
import Screens
import Storage

/// The copy of the register that is made once a day, seen from a desk.
///
/// A child of the program makes it, after the first picture is shown and with the lowest priority,
/// so that nobody waits for it; it goes on where the desk is left.
struct DailyBackup {
  private let school: OpenSchool
  private let shelf: BackupShelf
  private var tried: SchoolDate?
  private var told: Set<String> = []

  init(_ school: OpenSchool) {
    self.school = school
    shelf = BackupShelf(school.folder)
  }

  /// Starts the child, where the day's copy is still to be made; once a day and desk.
  mutating func beginWhereDue() {
    let today = school.clock.now.date
    guard tried != today else { return }
    tried = today
    guard shelf.isDue(on: today) else { return }
    // A group's installation knows its school by itself, and takes no other.
    let place = GroupInstallation.isActive ? [] : ["--data", school.folder.path]
    var words: [UnsafeMutablePointer<CChar>?] = (["rollcall", "backup", "--daily"] + place)
      .map { strdup($0) }
    words.append(nil)
    _ = system_start_apart("/proc/self/exe", words)
    for word in words { free(word) }
  }

  /// What whoever may back up is told once: that the last copy failed.
  mutating func warning(for staff: Staff?) -> String? {
    guard let staff, !told.contains(staff.login) else { return nil }
    told.insert(staff.login)
    let person = school.actor(for: staff)
    guard person.permissions(under: school.policy).denial(of: .backUp) == nil else { return nil }
    return shelf.failure.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
  }

  /// Makes the day's copy; what goes wrong is noted where the next desk finds it.
  static func make(in folder: SchoolFolder) throws -> BackupShelf.Outcome {
    let store = try folder.open()
    let today = try SchoolClock(store.school()).now.date
    let policy = try? PolicyShelf(folder, adopted: store.policies()).policy(on: today)
    let keep = policy?.backups ?? .assumed
    return try BackupShelf(folder).makeDaily(
      of: store, on: today,
      keeping: BackupKeeping(days: keep.days, weeks: keep.weeks, months: keep.months))
  }
}
