public import Attendance

/// Why a pupil is not flagged: every rule that does not, and how far away it is.
public struct WhyNot: Sendable {
  /// What is to be said about one rule.
  public struct Answer: Hashable, Sendable {
    /// The rule.
    public let rule: Rule
    /// What it measured, or nil where there was nothing to measure.
    public let amount: Amount?
    /// Why it does not flag, in words: `7 of 10, 3 more would be`.
    public let words: String
  }

  /// One answer for each rule that does not flag the pupil, in the order of the policy.
  public let answers: [Answer]

  /// The answers to what the rules found, under that policy on the date.
  public init(_ found: Findings, _ facts: PupilFacts, under policy: Policy, on date: SchoolDate) {
    let byRule = Dictionary(grouping: found.findings, by: \.rule.id)
    answers = policy.flags.rules.compactMap { rule in
      guard rule.scope.holds(facts, on: date) else {
        return Answer(rule: rule, amount: nil, words: "the rule is for \(rule.scope.rawValue) only")
      }
      let findings = byRule[rule.id] ?? []
      if findings.contains(where: \.isMet) { return nil }
      guard let nearest = findings.first else {
        return Answer(rule: rule, amount: nil, words: "nothing to measure yet")
      }
      return Answer(
        rule: rule, amount: nearest.amount, words: Self.distance(of: nearest, to: rule.limit))
    }
  }

  /// What is measured, and how much more or less would flag.
  private static func distance(of finding: Finding, to limit: Limit) -> String {
    let words = finding.figure
    switch finding.amount {
    case .count(let count): return words + more(limit, from: count * 10, step: 10)
    case .halfDays(let halves): return words + more(limit, from: halves * 5, step: 5)
    case .session(_, let days): return words + more(limit, from: days * 10, step: 10)
    case .share(let part, let whole):
      // What the next missed sessions would make of it.
      let rises = limit.comparison == .atLeast || limit.comparison == .moreThan
      let missed = (1...max(1, whole * 10)).first { more in
        limit.holds(for: rises ? part + more : part, of: whole + more)
      }
      return words + (missed.map { ", \($0) more missed would flag" } ?? "")
    case .points, .pattern: return words + ", the line is " + limit.inWords + "%"
    }
  }

  private static func more(_ limit: Limit, from tenths: Int, step: Int) -> String {
    let steps = (1...4000).first { limit.holds(forTenths: tenths + $0 * step) }
    guard let steps else { return "" }
    let missing = steps * step
    let number = missing % 10 == 0 ? "\(missing / 10)" : "\(missing / 10).\(missing % 10)"
    return ", \(number) more would flag"
  }
}
