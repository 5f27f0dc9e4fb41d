import Attendance

/// The words for penalty notices, returns and letters.
enum NoticeSummary {
  static func lines(_ notices: PenaltyNotices, _ policy: Policy) -> [String] {
    var lines = ["Issued by the \(PolicySummary.row(notices.issuers.map(\.rawValue)))"]
    let rule = policy.rule(notices.consideredOn)?.name ?? notices.consideredOn
    lines.append("Each case is considered on: \(rule)")
    lines += PolicySummary.list("The school's own grounds", notices.ownGrounds)
    lines += PolicySummary.list("Weighed", notices.weighs)
    lines += notices.amounts.map { amounts in
      var line = "From \(amounts.from.inWords): first £\(amounts.first), £\(amounts.firstLate) late"
      if let second = amounts.second { line += "; second £\(second)" }
      if let excluded = amounts.excluded, let late = amounts.excludedLate {
        line += "; excluded pupil in a public place £\(excluded), £\(late) late"
      }
      return line
    }
    if let least = notices.improveWeeksLeast, let most = notices.improveWeeksMost {
      lines.append("Notice to improve: \(least) to \(most) weeks")
    }
    lines += PolicySummary.list("It holds", notices.improveHolds)
    if let contract = notices.contract {
      let review = notices.contractReview.map { "; reviewed every \($0)" } ?? ""
      lines.append("Attendance contract: \(contract)\(review)")
    }
    return lines
  }

  static func returns(_ policy: Policy) -> [String] {
    policy.returns.map { item in
      let owner = policy.role(item.owner)?.title ?? item.owner
      return "\(item.name), to the \(item.to): \(item.when) (\(owner))"
    }
  }

  static func letters(_ policy: Policy) -> [String] {
    policy.letters.map { "\($0.name) [\($0.id)], \($0.kind.rawValue)" }
  }
}
