import Attendance
import Storage

/// Who has the registers of this desk open besides, and that this desk has them open.
final class Company {
  private let school: OpenSchool
  private var person: Person?
  private var presences: [RegisterKey: Presence] = [:]
  private var others: [RegisterKey: [OtherDesk]] = [:]

  init(_ school: OpenSchool) { self.school = school }

  /// Shows the other desks that the person has these registers open here, and no longer others.
  func attend(_ keys: Set<RegisterKey>, as person: Person) {
    if person != self.person { presences = [:] }
    self.person = person
    if Set(presences.keys) == keys { return }
    presences = presences.filter { keys.contains($0.key) }
    others = others.filter { keys.contains($0.key) }
    for key in keys where presences[key] == nil {
      presences[key] = Presence(
        in: school.folder, of: key, by: person, since: school.clock.now)
    }
  }

  /// Notes who was seen at a register when it was last shown.
  func note(_ seen: [OtherDesk], at key: RegisterKey) { others[key] = seen }

  /// Whether somebody has come to a register of this desk, or left it, since it was shown.
  var hasChanged: Bool {
    presences.keys.contains { key in
      Presence.all(in: school.folder, of: key).filter { $0.person.login != person?.login }
        != others[key] ?? []
    }
  }
}
