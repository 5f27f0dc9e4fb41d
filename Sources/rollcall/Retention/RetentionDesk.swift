import Attendance
import Policies
import Storage

/// The desk at which the head removes what is past retention.
struct RetentionDesk {
  let school: OpenSchool
  /// What is past retention today.
  let past: PastRetention

  /// The desk for whoever acts; refuses who has not the right, and where nothing is past retention.
  init(_ school: OpenSchool) throws {
    try school.require(.removePastRetention)
    self.school = school
    past = try school.store.pastRetention(
      school.policy.retention.period, on: school.clock.now.date)
    guard !past.isEmpty else {
      let next = past.years.first { !past.isPast($0.year) }
      throw Refused(
        "rollcall: nothing is past retention, which is \(past.period.years) years here"
          + (next.map { "; \($0.year) is the next to go, on \(past.goes($0.year).inWords)" } ?? ""))
    }
  }

  /// Why this computer's clock may be wrong, or was; nil where there was no such doubt since the
  /// limit.
  ///
  /// A clock that runs years ahead would make everything past retention, and one act under it would
  /// bear it out: so no two acts may lie further apart than any holiday is long.
  func doubtOfClock() throws -> String? {
    let today = school.clock.now.date
    let acts = try school.store.acts(from: past.limit.date.adding(days: -365), through: today)
    let last = acts.isEmpty ? past.years.compactMap(\.made).max() : nil
    let moments = [last].compactMap(\.self) + acts.map(\.submission.at) + [school.clock.now]
    for (earlier, later) in zip(moments, moments.dropFirst())
    where later.date.days(after: earlier.date) > Self.longest {
      return
        "nothing was recorded from \(earlier.date.inWords) to \(later.date.inWords), and by this "
        + "computer's clock it is \(today.inWords)"
    }
    return nil
  }

  /// No holiday has more days.
  private static let longest: Int32 = 60

  /// Where everything still is after the removal.
  var wordOnBackups: String { school.folder.backupsHold("all of it", madeBefore: "the removal") }

  /// Refuses where the register has a fault: what cannot be proved must not be made smaller.
  func refuseUnsound() throws {
    let progress = Progress("verifying")
    let found = try school.store.verify(against: nil) { progress.show($0) }
    withExtendedLifetime(progress) {}
    guard found.isSound else {
      throw Refused(
        lines: found.faults.prefix(5).map { "fault: \($0)" } + [
          "rollcall: nothing was removed: the register has "
            + "\(found.faults.count == 1 ? "a fault" : "\(found.faults.count) faults"); restore a "
            + "backup first"
        ])
    }
  }

  /// Exports everything into the folder and removes it.
  func remove(exportingTo folder: ExportFolder) throws -> RemovalRecord {
    let now = school.clock.now
    // Before the work as well as at its end: it may take minutes.
    do {
      try school.store.refuseOtherDesks()
    } catch {
      guard case .refused(let rule) = error else { throw error }
      throw Refused("rollcall: nothing was removed: \(rule)")
    }
    try school.store.record(
      "exported what is past retention, of before \(past.cut)", by: school.actor.person, at: now)
    let digest = try RetentionExport(school, past).write(into: folder)
    do {
      return try school.store.remove(past, exportedAs: digest, by: school.actor.person, at: now)
    } catch {
      if case .refused(let rule) = error {
        RetentionExport.clear(folder)
        throw Refused("rollcall: nothing was removed: \(rule)")
      }
      // Of a fault at the very end nobody knows yet whether it was removed.
      throw Refused(
        "rollcall: \(error); the export stays in \(folder.path), and 'rollcall retention' shows "
          + "whether anything was removed")
    }
  }

  /// Verifies the register again, and says so where it is not sound.
  func check() throws {
    let found = try school.store.verify(against: nil) { _ in }
    guard !found.isSound else { return }
    throw Refused(
      lines: found.faults.prefix(5).map { "fault: \($0)" } + [
        "rollcall: the register is not sound since the removal; keep the export and every backup, "
          + "and restore the newest one"
      ])
  }
}
