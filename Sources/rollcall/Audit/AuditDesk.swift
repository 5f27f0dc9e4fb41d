import Attendance
import Exchange
import Policies
import Storage

/// The desk at which it is seen who did what, and what was not done.
struct AuditDesk {
  let school: OpenSchool
  let roll: Roll
  /// What is true of somebody of each group, by which its registers have their times.
  private let audiences: [String: Particulars]

  /// The desk for whoever acts; refuses who may not verify the register.
  init(_ school: OpenSchool) throws {
    try school.require(.verify, to: "see the audit")
    try self.init(school, school.store.roll())
  }

  /// The desk of a part that has asked for a right of its own.
  init(_ school: OpenSchool, _ roll: Roll) {
    self.school = school
    self.roll = roll
    audiences = Dictionary(
      roll.particulars.values.joined().map { ($0.group, $0) }, uniquingKeysWith: { $1 })
  }

  /// What was done on these days, oldest first.
  func lines(of days: ClosedRange<SchoolDate>) throws -> [AuditLine] {
    let (first, last) = (days.lowerBound, days.upperBound)
    let store = school.store
    let enrolments = Dictionary(
      roll.enrolments.values.joined().map { ($0.id.number, $0.pupil) },
      uniquingKeysWith: { one, _ in one })
    let lines: [[AuditLine]] = try store.together {
      [
        try store.acts(from: first, through: last).map { AuditLine($0) },
        try store.amendments(from: first, through: last).map(AuditLine.init(amendment:)),
        try store.log(from: first, through: last).map { AuditLine($0, enrolments: enrolments) },
      ]
    }
    return lines.joined().enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
  }

  /// The act that first took each register of these days.
  func taken(of days: ClosedRange<SchoolDate>) throws -> [RegisterKey: Submission] {
    var taken: [RegisterKey: Submission] = [:]
    for act in try school.store.acts(from: days.lowerBound, through: school.clock.now.date)
    where act.submission.kind == .taken {
      guard let key = act.submission.register, taken[key] == nil else { continue }
      taken[key] = act.submission
    }
    return taken
  }

  /// By how many minutes the register was sent after it had closed.
  func minutesLate(_ act: Submission) -> Int {
    guard let key = act.register, let audience = audiences[key.group],
      let closes = school.window(of: key, audience)?.closes
    else { return 0 }
    let seconds = act.at.seconds - Instant(key.session.date, closes).seconds
    return max(0, Int(seconds / 60))
  }

  /// The rows of what was done.
  func table(_ lines: [AuditLine]) -> RowTable {
    RowTable(
      [
        "at", "login", "name", "position", "kind", "what", "upn", "date", "session", "was", "code",
        "reason",
      ],
      rows: lines.map { line in
        [
          .instant(line.at), .code(line.by.login), .text(line.by.name), .text(line.by.position),
          .code(line.kind.rawValue), .text(line.what),
          .code(orEmpty: line.pupil.flatMap { roll.pupils[$0]?.upn.text }),
          .date(line.session?.date), .code(orEmpty: line.session?.half.rawValue),
          .code(orEmpty: line.was), .code(orEmpty: line.code),
          .text(orEmpty: line.reason.isEmpty ? nil : line.reason),
        ]
      })
  }

  /// How often each person did each kind of thing, by login.
  func summary(_ lines: [AuditLine]) -> RowTable {
    let kinds = AuditLine.Kind.allCases.filter { kind in lines.contains { $0.kind == kind } }
    let people = Dictionary(grouping: lines, by: \.by.login)
    return RowTable(
      ["login", "name", "position"] + kinds.map(\.rawValue),
      rows: people.keys.sorted().compactMap { login in
        guard let own = people[login], let last = own.last else { return nil }
        let counts = kinds.map { kind in
          RowTable.Cell.number(own.count { $0.kind == kind })
        }
        return [.code(login), .text(last.by.name), .text(last.by.position)] + counts
      })
  }
}
