public import Attendance

/// Reads groups.csv: groups other than the form, who belongs to them, who takes them and where.
public enum GroupImport {
  enum Column: String, ImportColumn {
    case group
    case upn
    case from
    case to
    case weekday
    case session
    case taker
    case room

    var isRequired: Bool { self == .group || self == .upn }
  }

  /// What the file changes, or every fault that keeps it out.
  ///
  /// Groups and places the file does not name stay as they are.
  public static func plan(
    _ file: IncomingFile, over context: ImportContext
  ) throws(FaultList) -> GroupPlan {
    let pupils = context.pupilsByUPN
    let known = Set(context.memberships)
    var details = GroupDetails(context)
    var lines: [Membership: Int] = [:]
    var memberships = ImportPlan<Membership>(file: file.name, one: "place", many: "places")
    var faults = FaultList(file: file.name)
    ImportRow<Column>.read(file, faults: &faults) { row in
      let name = row.needed(.group)
      let pupil = row.pupil(.upn, among: pupils)
      let membership = Membership(
        group: name, pupil: pupil?.pupil.id ?? Pupil.ID(0), from: row.date(.from),
        until: row.date(.to), weekday: weekday(in: &row), half: half(in: &row))
      if let from = membership.from, let until = membership.until, until < from {
        row.fault("to \(until) lies before from \(from); correct one of them")
      }
      details.take(&row, group: name)
      guard row.isSound else { return }
      if let first = lines[membership] {
        row.fault("this row says the same as line \(first); delete one")
      } else {
        lines[membership] = row.line
        memberships.take(membership, over: known.contains(membership) ? membership : nil)
      }
    }
    if !faults.isEmpty { throw faults }
    return GroupPlan(groups: details.plan(file.name), memberships: memberships)
  }

  private static func weekday(in row: inout ImportRow<Column>) -> Weekday? {
    let text = row.raw(.weekday)
    if text.isEmpty { return nil }
    let day = Weekday(name: text)
    if day == nil {
      row.fault("'\(Nearest.clipped(text))' is no weekday; write it like Monday or Mon")
    }
    return day
  }

  private static func half(in row: inout ImportRow<Column>) -> HalfDay? {
    let text = row.raw(.session)
    if text.isEmpty { return nil }
    let half = HalfDay(rawValue: text.uppercased())
    if half == nil {
      row.fault("'\(Nearest.clipped(text))' is no session; write AM or PM, or nothing for both")
    }
    return half
  }
}

/// What a file of groups changes.
public struct GroupPlan: Sendable {
  /// The groups, with taker and room.
  public let groups: ImportPlan<RegistrationGroup>
  /// The pupils' places in them.
  public let memberships: ImportPlan<Membership>

  /// Whether there is nothing to change.
  public var isEmpty: Bool { groups.isEmpty && memberships.isEmpty }

  /// What the import does, in words.
  public var summary: String { "\(groups.summary)\n\(memberships.summary)" }
}

/// Taker and room of each group, gathered over the rows that name it.
private struct GroupDetails {
  private let logins: Set<String>
  private let known: [String: RegistrationGroup]
  private var order: [String] = []
  private var names: Set<String> = []
  private var takers: [String: (login: String, line: Int)] = [:]
  private var rooms: [String: (room: String, line: Int)] = [:]

  init(_ context: ImportContext) {
    logins = Set(context.staff.map(\.login))
    known = Dictionary(
      context.groups.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func take(_ row: inout ImportRow<GroupImport.Column>, group: String) {
    let taker = row.text(.taker)
    let room = row.text(.room)
    if !taker.isEmpty, !logins.contains(taker) {
      let wrong = "nobody on the staff has the login '\(Nearest.clipped(taker))'"
      if let nearest = Nearest.name(to: taker, among: logins.sorted()) {
        row.fault("\(wrong); did you mean '\(nearest)'?")
      } else {
        row.fault("\(wrong); import the member of staff first")
      }
    }
    if let first = takers[group], !taker.isEmpty, first.login != taker {
      row.fault(Self.twofold(group, "taker", first.login, first.line, taker))
    }
    if let first = rooms[group], !room.isEmpty, first.room != room {
      row.fault(Self.twofold(group, "room", first.room, first.line, room))
    }
    guard row.isSound else { return }
    if names.insert(group).inserted { order.append(group) }
    if takers[group] == nil, !taker.isEmpty { takers[group] = (taker, row.line) }
    if rooms[group] == nil, !room.isEmpty { rooms[group] = (room, row.line) }
  }

  private static func twofold(
    _ group: String, _ what: String, _ first: String, _ line: Int, _ second: String
  ) -> String {
    "\(group) has \(what) '\(first)' on line \(line) and '\(second)' here; give it one \(what)"
  }

  func plan(_ file: String) -> ImportPlan<RegistrationGroup> {
    var plan = ImportPlan<RegistrationGroup>(file: file, one: "group", many: "groups")
    for name in order {
      let old = known[name]
      plan.take(
        RegistrationGroup(
          name: name, taker: takers[name]?.login ?? old?.taker ?? "",
          room: rooms[name]?.room ?? old?.room ?? ""), over: old)
    }
    return plan
  }
}
