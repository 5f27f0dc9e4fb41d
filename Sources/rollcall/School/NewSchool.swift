import Attendance
import Policies
import Storage

/// A school just made: its folder, its policy with codes and letters, its first administrator.
struct NewSchool {
  let store: any Store
  let policy: Policy

  /// Makes the school; refuses with every complaint where the policy has a fault.
  init(
    in folder: SchoolFolder, policy source: PolicySource, isPractice: Bool, administrator: Staff?
  ) throws {
    guard !folder.holdsSchool else { throw StoreFault.alreadyASchool(path: folder.path) }
    policy = try source.policy()
    let now = SchoolClock.machine
    try folder.make()
    let adoption = try PolicyCopy.copy(
      source, into: folder, from: SchoolYear(of: now.date).firstDay)
    store = try folder.create(
      SchoolIdentity(
        name: policy.school.name, practice: isPractice ? PracticeClock(secondsAhead: 0) : nil))
    let person =
      administrator.map(Person.init)
      ?? Person(
        login: Actor.practiceAdministrator, name: "Practice administrator",
        position: "Administrator")
    if let administrator { try store.keep([administrator], by: person, at: now) }
    _ = try store.submit(
      Act(kind: .adopted, by: person, at: now, detail: adoption.detail))
  }
}
