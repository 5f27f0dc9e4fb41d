/// The words for lateness, bands, flags and ladders.
enum FollowingSummary {
  static func lines(_ lateness: Lateness, _ policy: Policy) -> [String] {
    let codes =
      "\(lateness.beforeClosing) before the register closes, \(lateness.afterClosing) after it "
      + "where nothing else applies"
    let detention = lateness.detention.map {
      ["Detention after \(lateness.afterClosing): \($0.rawValue)"]
    }
    return [codes] + (detention ?? [])
      + lateness.steps.map { step in
        let name = policy.rule(step.flag)?.name ?? step.flag
        let again = step.againWithin.map { " again within \($0)" } ?? ""
        return "\(name)\(again): "
          + PolicySummary.action(step.action, letter: step.letter, owner: step.owner, policy)
      }
  }

  static func bands(_ policy: Policy) -> [String] {
    policy.bands.map { band in
      let colour = band.colour.map { " (\($0))" } ?? ""
      let actions = band.actions.joined(separator: ", ")
      return "\(band.name)\(colour), \(band.bounds): "
        + PolicySummary.action(actions, letter: band.letter, owner: band.owner, policy)
    }
  }

  static func flags(_ flags: Flags, _ policy: Policy) -> [String] {
    ["Ladders and letters wait for \(flags.minSessions) possible sessions; figures never do"]
      + flags.rules.map { rule in
        let next = PolicySummary.action(rule.next, letter: rule.letter, owner: nil, policy)
        return "\(rule.name) [\(rule.id)]: \(rule.inWords); \(rule.because). Next: \(next)"
      }
  }

  static func ladders(_ policy: Policy) -> [String] {
    policy.ladders.flatMap { ladder in
      let rules = ladder.startsOn.map { policy.rule($0)?.name ?? $0 }
      let start = rules + [ladder.startsWhen].compactMap { $0 }
      let improved = "improved: \(ladder.improvement)"
      return ["\(ladder.name), starts on \(start.joined(separator: " or ")); \(improved)"]
        + ladder.steps.enumerated().map { index, step in
          let wait = step.after.map { ", after \($0) without improvement" } ?? ""
          let flag = step.flag.map { ", once '\(policy.rule($0)?.name ?? $0)' stands" } ?? ""
          return "  \(index + 1). \(step.name)\(wait)\(flag): "
            + PolicySummary.action(step.action, letter: step.letter, owner: step.owner, policy)
        }
    }
  }
}
