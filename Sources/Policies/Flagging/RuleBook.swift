public import Attendance

/// The rules of a policy, made ready for counting over a school's time.
public struct RuleBook: Sendable {
  /// The school's time.
  public let time: SchoolTime
  /// The lists of codes that the rules count, each with a bit of its own in a line of marks.
  public let lists: [[String]]
  let rules: [PreparedRule]
  /// The bit of the code that stands for a reason not yet known.
  private let unexplained: UInt32

  /// The rules of a policy over that time.
  public init(_ policy: Policy, over time: SchoolTime) {
    self.time = time
    let lists = Self.lists(of: policy)
    self.lists = lists
    unexplained = MarkLine.list(0)
    rules = policy.flags.rules.map { PreparedRule($0, among: policy.flags.rules, lists) }
  }

  /// Every list of codes once; the first is the code of an unexplained absence alone.
  public static func lists(of policy: Policy) -> [[String]] {
    var lists = [[policy.followUp.code]]
    for rule in policy.flags.rules where !rule.measure.codes.isEmpty {
      let codes = rule.measure.codes.sorted()
      if !lists.contains(codes) { lists.append(codes) }
    }
    return lists
  }

  /// What every rule comes to for a pupil on the date, in the order of the policy.
  ///
  /// Rules that are not about the pupil, and rules with nothing to measure, say nothing. Without
  /// `listing` the sessions that count are left out, and so are rules whose limit is not met.
  public func findings(
    of line: MarkLine, _ facts: PupilFacts, on date: SchoolDate, listing: Bool = false
  ) -> Findings {
    let reading = PupilReading(line, facts, over: time, on: date, listing: listing)
    var findings: [Finding] = []
    var wantsEarlier = false
    for rule in rules where rule.rule.scope.holds(facts, on: date) {
      reading.measure(rule) { measured in
        wantsEarlier = wantsEarlier || measured.wantsEarlier
        guard measured.isMet || listing else { return }
        findings.append(
          Finding(
            rule: rule.rule, amount: measured.amount, isMet: measured.isMet,
            sessions: measured.places.map { time.sessions[$0] },
            provisional: measured.places.count { line[$0] & unexplained != 0 },
            blanks: measured.blanks.map { time.sessions[$0] }))
      }
    }
    return Findings(pupil: line.pupil, findings: findings, wantsEarlier: wantsEarlier)
  }
}

/// What the rules come to for one pupil.
public struct Findings: Sendable {
  /// Whose.
  public let pupil: Pupil.ID
  /// One for each rule; several where a code stands at several sessions.
  public let findings: [Finding]
  /// Whether marks of earlier years could change something, so that they must be read too.
  public let wantsEarlier: Bool
}

/// What one rule comes to for one pupil: a flag where its limit is met.
public struct Finding: Hashable, Sendable {
  /// The rule.
  public let rule: Rule
  /// What it measured.
  public let amount: Amount
  /// Whether the rule flags the pupil.
  public let isMet: Bool
  /// The sessions that count, earliest first, where they were asked for.
  public let sessions: [Session]
  /// How many of them have no reason yet, so that they may still become something else.
  public let provisional: Int
  /// Sessions in it at which there is no mark.
  public let blanks: [Session]
}

/// A rule with the bits that it counts; a class, since it is handed on for every pupil.
final class PreparedRule: Sendable {
  let rule: Rule
  let bits: UInt32
  /// The rule whose flags it counts.
  let counted: PreparedRule?

  init(_ rule: Rule, among rules: [Rule], _ lists: [[String]]) {
    self.rule = rule
    bits = lists.firstIndex(of: rule.measure.codes.sorted()).map(MarkLine.list) ?? 0
    counted = rule.measure.rule.flatMap { id in
      // A rule that counts itself, or in a ring, is a fault of the policy and counts nothing.
      rules.first { $0.id == id && $0.measure.kind != .times }
        .map { PreparedRule($0, among: rules, lists) }
    }
  }
}
