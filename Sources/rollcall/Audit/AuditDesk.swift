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
        AuditLine.lines(
          try store.log(from: first, through: last), enrolments: enrolments, seeing: sees),
      ]
    }
    let all = seen(Array(lines.joined()))
    // A year has fifty thousand lines: their places are put in order, and they are moved once.
    return all.indices.sorted { (all[$0].at, $0) < (all[$1].at, $1) }.map { all[$0] }
  }

  /// The act that first took each register of these days.
  func taken(of days: ClosedRange<SchoolDate>) throws -> [RegisterKey: Submission] {
    let acts = try school.store.acts(from: days.lowerBound, through: school.clock.now.date)
    var taken = [RegisterKey: Submission](minimumCapacity: acts.count)
    for act in acts where act.submission.kind == .taken {
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
          .instant(line.at), .text(line.by.login), .text(line.by.name), .text(line.by.position),
          .code(line.kind.rawValue), .text(line.what),
          .code(orEmpty: line.pupil.flatMap { roll.pupils[$0]?.upn.text }),
          .date(line.session?.date), .code(orEmpty: line.session?.half.rawValue),
          .code(orEmpty: line.was), .code(orEmpty: line.code),
          .text(orEmpty: line.reason.isEmpty ? nil : line.reason),
        ]
      })
  }

  /// What was done on these days in numbers, without a look at every line of it.
  func counts(of days: ClosedRange<SchoolDate>) throws -> [AuditCount] {
    let (first, last) = (days.lowerBound, days.upperBound)
    let store = school.store
    let (acts, log) = try store.together {
      (try store.actCounts(from: first, through: last), try store.log(from: first, through: last))
    }
    return acts.map { AuditCount(of: $0) }
      + AuditCount.of(AuditLine.lines(log, enrolments: [:], seeing: sees))
  }

  /// The lines as whoever acts may see them: that a mark was amended, and by whom, is for whoever may
  /// verify; whose it was and what it said is for those who may look that up.
  private func seen(_ lines: [AuditLine]) -> [AuditLine] {
    let permissions = school.actor.permissions(under: school.policy)
    let seesPupils = permissions.may(.viewPupil)
    if seesPupils, permissions.may(.viewHistory) { return lines }
    return lines.map { line in
      let isMark = line.pupil != nil && line.session != nil
      return isMark || !seesPupils ? line.withoutPupil : line
    }
  }

  /// Whether whoever acts reads lines of that nature.
  private func sees(_ nature: DayLine.Nature) -> Bool {
    switch school.actor.permissions(under: school.policy).sight(of: nature) {
    case .whole: true
    case .place, .nothing: false
    }
  }

  /// How often each person did each kind of thing, by login.
  func summary(_ counts: [AuditCount]) -> RowTable {
    let people = Dictionary(grouping: counts, by: \.by.login)
    let kinds = AuditLine.Kind.allCases.filter { kind in counts.contains { $0.kind == kind } }
    return RowTable(
      ["login", "name", "position"] + kinds.map(\.rawValue),
      rows: people.sorted { $0.key < $1.key }.compactMap { login, own in
        guard let last = own.max(by: { $0.last < $1.last })?.by else { return nil }
        let numbers = kinds.map { kind in
          RowTable.Cell.number(own.reduce(0) { $0 + ($1.kind == kind ? $1.count : 0) })
        }
        return [.text(login), .text(last.name), .text(last.position)] + numbers
      })
  }
}
