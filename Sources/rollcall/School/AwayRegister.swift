import Attendance
import Storage

/// What lists away from the form make of a register: of a list's own, and of a form's.
struct AwayRegister {
  private let known: (line: DayLine, list: AwayList)?

  /// The list whose register it is, if it is one.
  init(_ school: OpenSchool, _ key: RegisterKey) throws {
    known = try school.store.dayBook(.arrangements(on: key.session.date)).lists(at: key.session)
      .first { $0.list.name == key.group }
  }

  /// Whether the person leads the list, and so may mark with the codes of trips.
  func isLed(by person: Person) -> Bool {
    known.map { !$0.list.leader.isEmpty && $0.list.leader == person.login } ?? false
  }

  /// What is expected of a pupil on the list: its code, with the nature of the activity.
  func plan(of pupil: Pupil.ID) -> Plan? {
    guard let (line, list) = known, !list.code.isEmpty else { return nil }
    return Plan(
      id: Plan.ID(line.id.number), pupil: pupil, from: list.from, through: list.through,
      code: list.code, source: .list, by: line.by, at: line.at, note: list.nature)
  }

  /// Those of a form who are on a list at the session, by name and list, in register order.
  static func elsewhere(from key: RegisterKey, in school: OpenSchool) throws -> [String] {
    let lists = try school.store.dayBook(.arrangements(on: key.session.date))
      .lists(at: key.session)
    var away: [(member: Roll.Member, list: String)] = []
    for (_, list) in lists where list.name != key.group {
      away += try school.store.members(of: list.name, at: key.session)
        .filter { $0.particulars.group == key.group }.map { ($0, list.name) }
    }
    return away.sorted { Pupil.inRegisterOrder($0.member.pupil, $1.member.pupil) }
      .map { "\($0.member.pupil.name.knownAs) \($0.member.pupil.name.surname) (\($0.list))" }
  }
}
