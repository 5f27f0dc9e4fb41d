/// The words for targets, monitoring, retention and checklists.
enum MonitoringSummary {
  static func lines(_ targets: Targets) -> [String] {
    var lines: [String] = []
    if let target = targets.attendance { lines.append("Target: \(target)% attendance") }
    if let from = targets.rewardsFrom { lines.append("Rewards from \(from)%") }
    lines += PolicySummary.list("Rewards", targets.rewards)
    if let below = targets.privilegesBelow {
      lines.append("Trips and events may be withheld below \(below)%, never for health or home")
    }
    return lines + PolicySummary.list("Sanctions", targets.sanctions)
  }

  static func lines(_ monitoring: Monitoring) -> [String] {
    var lines = PolicySummary.list("Looked at every", monitoring.every.map(\.rawValue))
    lines += PolicySummary.list("Each pupil every", monitoring.pupilsEvery.map(\.rawValue))
    lines += PolicySummary.list("By", monitoring.groups)
    lines += PolicySummary.list("Patterns", monitoring.patterns)
    lines += PolicySummary.list("Compared with", monitoring.benchmarks)
    lines += PolicySummary.list("Reports to", monitoring.reportsTo)
    lines += PolicySummary.list("Parents get", monitoring.toParents)
    if let data = monitoring.nationalData { lines.append("National data: \(data)") }
    lines += PolicySummary.list("Support", monitoring.support)
    return lines + PolicySummary.list("Training", monitoring.training)
  }

  static func lines(_ retention: Retention) -> [String] {
    let parts = PolicySummary.row(retention.amendmentsKeep.map(\.rawValue))
    return ["Every entry is kept for \(retention.years) years", "An amendment keeps \(parts)"]
  }

  static func lines(_ backups: Backups) -> [String] {
    let kept = [(backups.days, "day"), (backups.weeks, "week"), (backups.months, "month")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return [
      "A copy of the register is made once a day; kept are the last of "
        + kept.joined(separator: ", ")
    ]
  }

  static func checklists(_ policy: Policy) -> [String] {
    policy.checklists.flatMap { list in
      let owner = policy.role(list.owner)?.title ?? list.owner
      let minutes = list.minutes.map { ", parents told after \($0) minutes" } ?? ""
      return ["\(list.name) (\(owner)\(minutes))"] + list.steps.map { "  - " + $0 }
    }
  }
}
