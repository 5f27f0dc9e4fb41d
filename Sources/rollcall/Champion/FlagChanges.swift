import Attendance
import Exchange
import Policies

/// What came, went and changed among the flags since the school day before.
struct FlagChanges {
  /// What became of a flag.
  enum Kind: String {
    case new
    case changed
    case same
    case gone
  }

  /// One flag, today or the school day before.
  struct Change {
    let member: Roll.Member
    /// The flag as it is, or as it was where it is gone.
    let finding: Finding
    let kind: Kind
    /// What the rule measured the school day before, where it flagged.
    let before: Amount?
    /// Since when it has flagged without a break; nil where it is gone.
    let since: SchoolDate?
  }

  /// The school day that is compared with, or nil where there is none.
  let day: SchoolDate?
  /// Every flag of either day, in the order of the pupils given and of the policy.
  let changes: [Change]

  /// The changes between the survey and the one of the school day before.
  ///
  /// Both go by what is known now, so that a mark corrected today changes no flag of yesterday.
  init(_ desk: FlagDesk, _ cases: [FlagDesk.Case]) throws {
    day = desk.rules.time.schoolDay(beforeThatOf: desk.date)
    var earlier: [Pupil.ID: [Finding]] = [:]
    if let day {
      let before = try desk.on(day)
      let pupils = Set(cases.map(\.member.pupil.id))
      let members = before.members.filter { pupils.contains($0.pupil.id) }
      for one in try before.survey(of: members).cases {
        earlier[one.member.pupil.id] = one.findings.findings.filter(\.isMet)
      }
    }
    changes = try cases.flatMap { one -> [Change] in
      let before = earlier[one.member.pupil.id] ?? []
      let now = one.findings.findings.filter(\.isMet)
      let standing = try now.map { finding -> Change in
        let was = before.first { $0.isSameFlag(as: finding) }
        let kind: Kind =
          was.map { $0.amount.description == finding.amount.description ? .same : .changed } ?? .new
        return Change(
          member: one.member, finding: finding, kind: kind, before: was?.amount,
          since: try desk.since(finding, of: one.line, one.facts))
      }
      let gone = before.filter { was in !now.contains { $0.isSameFlag(as: was) } }
      return standing
        + gone.map {
          Change(member: one.member, finding: $0, kind: .gone, before: $0.amount, since: nil)
        }
    }
  }

  /// A row for each, by pupil's number, rule and value as bytes.
  func table(only flag: String?) -> RowTable {
    let rows = changes.filter { flag == nil || $0.finding.rule.id == flag }.sorted {
      ($0.member.pupil.upn.text, $0.finding.rule.id, $0.finding.amount.description)
        < ($1.member.pupil.upn.text, $1.finding.rule.id, $1.finding.amount.description)
    }.map { change -> [RowTable.Cell] in
      [
        .code(change.member.pupil.upn.text), .code(change.finding.rule.id),
        .code(orEmpty: change.kind == .gone ? nil : change.finding.amount.description),
        .code(change.kind.rawValue), .code(orEmpty: change.before?.description),
        .date(change.since),
      ]
    }
    return RowTable(["upn", "flag", "value", "change", "before", "since"], rows: rows)
  }
}

extension Finding {
  /// Whether both are a flag of one rule; of a code that stands, at one session.
  fileprivate func isSameFlag(as other: Finding) -> Bool {
    guard rule.id == other.rule.id else { return false }
    if case .session(let one, _) = amount, case .session(let another, _) = other.amount {
      return one == another
    }
    return true
  }
}
