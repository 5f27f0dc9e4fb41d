import Attendance
import Policies
import Storage

/// A school just made: its folder, its policy with codes and letters, its first administrator.
struct NewSchool {
  let store: any Store
  let policy: Policy

  /// Makes the school; refuses with every complaint where the policy has a fault.
  init(
    in folder: SchoolFolder, policy path: String, isPractice: Bool, administrator: Staff?
  ) throws {
    guard !folder.holdsSchool else { throw StoreFault.alreadyASchool(path: folder.path) }
    let reading = PolicyReading(path: path)
    guard let policy = reading.policy else {
      throw Refused(
        lines: reading.complaints.filter { $0.severity == .fault }.map(\.description))
    }
    self.policy = policy
    let now = SchoolClock.machine
    try folder.make()
    let adoption = try PolicyCopy.copy(
      path, into: folder, from: SchoolYear(of: now.date).firstDay)
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

/// Copies a policy with its codes and letters into the school's own folder.
enum PolicyCopy {
  /// Copies the file, and says what is then to be adopted.
  static func copy(
    _ path: String, into folder: SchoolFolder, from date: SchoolDate
  ) throws -> AdoptedPolicy {
    let bytes = try FileBytes.read(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    let file = "\(stem.replacing(" ", with: "-")).from-\(date).yaml"
    let home =
      path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
    try FileBytes.makeFolder(folder.policy + "/policies")
    try FileBytes.write(bytes, to: folder.policy + "/policies/" + file)
    for kind in ["codes", "letters"] {
      for place in [home + "/" + kind, home + "/../" + kind] {
        let names = FileBytes.names(in: place)
        if names.isEmpty { continue }
        try FileBytes.makeFolder(folder.policy + "/" + kind)
        for name in names {
          try FileBytes.write(
            FileBytes.read(place + "/" + name), to: folder.policy + "/\(kind)/\(name)")
        }
        break
      }
    }
    return AdoptedPolicy(from: date, file: file, digest: AdoptedPolicy.digest(of: bytes))
  }
}
