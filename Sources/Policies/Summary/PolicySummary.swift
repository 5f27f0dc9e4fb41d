/// Everything a policy decides, in words a deputy head reads; what `policy show` prints.
public struct PolicySummary: Hashable, Sendable {
  /// A heading and what stands under it.
  public struct Part: Hashable, Sendable {
    /// The heading: `Registers`.
    public let title: String
    /// What stands under it, a sentence or a row each.
    public let lines: [String]
  }

  /// The parts, in the order they are read in.
  public let parts: [Part]

  /// The summary of that policy.
  public init(_ policy: Policy) {
    let parts = [
      Part(title: "School", lines: SchoolSummary.lines(policy)),
      Part(title: "Day", lines: policy.day.map(RegisterSummary.line)),
      Part(title: "Registers", lines: RegisterSummary.lines(policy.registers)),
      Part(title: "Codes", lines: SchoolSummary.codes(policy)),
      Part(title: "Parents report an absence", lines: AbsenceSummary.lines(policy.reporting)),
      Part(title: "Absence without a reason", lines: AbsenceSummary.lines(policy.followUp, policy)),
      Part(title: "Evidence", lines: AbsenceSummary.lines(policy.evidence)),
      Part(title: "Leave", lines: LeaveSummary.lines(policy.leave)),
      Part(title: "Lateness", lines: FollowingSummary.lines(policy.lateness, policy)),
      Part(title: "Bands", lines: FollowingSummary.bands(policy)),
      Part(title: "Flags", lines: FollowingSummary.flags(policy.flags, policy)),
      Part(title: "Ladders", lines: FollowingSummary.ladders(policy)),
      Part(title: "Penalty notices", lines: NoticeSummary.lines(policy.penaltyNotices, policy)),
      Part(title: "Returns", lines: NoticeSummary.returns(policy)),
      Part(title: "Letters", lines: NoticeSummary.letters(policy)),
      Part(title: "Targets and rewards", lines: MonitoringSummary.lines(policy.targets)),
      Part(title: "Monitoring", lines: MonitoringSummary.lines(policy.monitoring)),
      Part(title: "Retention", lines: MonitoringSummary.lines(policy.retention)),
      Part(title: "Backups", lines: MonitoringSummary.lines(policy.backups)),
      Part(title: "Roles", lines: policy.roles.flatMap(RoleSummary.lines)),
      Part(title: "Checklists", lines: MonitoringSummary.checklists(policy)),
      Part(title: "Assumed, since the printed policy does not say", lines: Self.assumed(policy)),
      Part(title: "Decided, since the printed policy says two things", lines: Self.decided(policy)),
    ]
    self.parts = parts.filter { !$0.lines.isEmpty }
  }

  /// The whole summary, line by line.
  public var lines: [String] {
    parts.flatMap { [$0.title] + $0.lines.map { "  " + $0 } + [""] }.dropLast()
  }

  private static func assumed(_ policy: Policy) -> [String] {
    policy.assumptions.sorted { $0.place.line < $1.place.line }
      .map { "line \($0.place.line): \($0.text)" }
  }

  private static func decided(_ policy: Policy) -> [String] {
    policy.decisions.sorted { $0.place.line < $1.place.line }
      .map { "line \($0.place.line): printed: \($0.printed). Here: \($0.decided)." }
  }
}

extension PolicySummary {
  /// Words in a row: `a, b and c`.
  static func row(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A sentence with its list, or nothing where the list is empty.
  static func list(_ opening: String, _ words: [String]) -> [String] {
    words.isEmpty ? [] : [opening + ": " + words.joined(separator: ", ")]
  }

  /// An action with who does it and what is sent.
  static func action(_ action: String, letter: String?, owner: String?, _ policy: Policy) -> String
  {
    let role = owner.flatMap { policy.role($0)?.title }
    let paper = letter.flatMap { policy.letter($0)?.name }
    let who = [role, paper.map { "sends '\($0)'" }].compactMap { $0 }
    return who.isEmpty ? action : action + " (" + who.joined(separator: ", ") + ")"
  }
}
