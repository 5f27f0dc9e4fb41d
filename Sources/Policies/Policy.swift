public import Attendance

/// A school's decisions about its register, as one value.
public struct Policy: Hashable, Sendable {
  /// The file it was read from, as it was named.
  public let file: String
  /// The school.
  public let school: School
  /// The code sets it uses, by name.
  public let codeSets: [String]
  /// Every code of those sets, each in force on its own dates.
  public let codes: CodeBook
  /// The sites with times of their own; none where there is one site.
  public let campuses: [Campus]
  /// The times of the day, for the school or by campus.
  public let day: [DayTimes]
  /// How registers are taken.
  public let registers: Registers
  /// How parents report an absence.
  public let reporting: Reporting
  /// What is done about an unexplained absence.
  public let followUp: FollowUp
  /// When evidence is asked for.
  public let evidence: Evidence
  /// How leave is asked for and weighed.
  public let leave: Leave
  /// What is done about lateness.
  public let lateness: Lateness
  /// The rules that flag pupils.
  public private(set) var flags: Flags
  /// The bands of attendance, best first; none where the school has none.
  public let bands: [Band]
  /// The ladders of steps.
  public let ladders: [Ladder]
  /// Penalty notices, notices to improve and contracts.
  public let penaltyNotices: PenaltyNotices
  /// What the authority is told, and when.
  public let returns: [LocalReturn]
  /// The letters, texts and forms the policy names.
  public let letters: [Letter]
  /// What is aimed at and how it is rewarded.
  public let targets: Targets
  /// How often attendance is looked at, and by whom.
  public let monitoring: Monitoring
  /// How long entries are kept.
  public let retention: Retention
  /// How many of the daily copies of the register are kept.
  public let backups: Backups
  /// The roles and their rights.
  public let roles: [Role]
  /// The procedures followed on paper.
  public let checklists: [Checklist]
  /// What the printed policy leaves open and this file fills in.
  public let assumptions: [Assumption]
  /// The contradictions of the printed policy and how this file resolves them.
  public let decisions: [Decision]

  /// The window of a register, or nil where no rule of the policy holds for it.
  ///
  /// The most specific rule wins: a date over a weekday, a weekday over a group, a group over a
  /// year group, a year group over a campus.
  public func window(
    for half: HalfDay, on date: SchoolDate, campus: String?, yearGroup: YearGroup, group: String
  ) -> RegisterWindow? {
    registers.window(for: half, on: date, campus: campus, yearGroup: yearGroup, group: group)
  }

  /// The times of the day on a campus, or of the whole school.
  public func day(at campus: String?) -> DayTimes? {
    day.first { $0.campus == campus && campus != nil } ?? day.first { $0.campus == nil }
  }

  /// The band of exact attendance, or nil where nothing was possible or the school has no bands.
  public func band(attended: Int, of possible: Int) -> Band? {
    bands.first { $0.contains(attended: attended, of: possible) }
  }

  /// The rule with this id.
  public func rule(_ id: String) -> Rule? { flags.rules.first { $0.id == id } }

  /// The policy with another number in one of its rules, to try what would follow.
  public func trying(_ number: Percentage, for rule: Rule) -> Policy {
    var tried = self
    tried.flags = flags.trying(number, for: rule)
    return tried
  }

  /// The ladder with this id.
  public func ladder(_ id: String) -> Ladder? { ladders.first { $0.id == id } }

  /// The letter with this id.
  public func letter(_ id: String) -> Letter? { letters.first { $0.id == id } }

  /// The role with this id.
  public func role(_ id: String) -> Role? { roles.first { $0.id == id } }

  /// What somebody in that role may do; nothing where the policy has no such role.
  public func permissions(of role: String) -> Permissions { permissions(of: [role]) }

  /// What somebody in all of those roles may do.
  public func permissions(of ids: [String]) -> Permissions {
    Permissions(
      roles: ids.compactMap(role), everyRole: roles, policyPlace: Place(file: file, line: 1))
  }

  /// What a practice school's `admin` may do: all that any role may.
  public var permissionsOfEveryRole: Permissions {
    Permissions(roles: roles, everyRole: roles, policyPlace: Place(file: file, line: 1))
  }
}
