import Attendance

/// The words for leave of absence.
enum LeaveSummary {
  static func lines(_ leave: Leave) -> [String] {
    var lines = leave.notice.map { notice in
      let weeks = notice.weeks.map { $0 == 1 ? "1 week before" : "\($0) weeks before" }
      return "For \(notice.kind): \(weeks ?? "as soon as it is known")"
        + (notice.isSoft ? ", where possible" : "")
    }
    lines.append("Asked for \(leave.request)")
    lines.append("Exceptional circumstances: \(leave.exceptional)")
    lines += PolicySummary.list("Weighed", leave.weighs)
    lines += PolicySummary.list("Pointed out, never decided", alerts(leave))
    lines += leave.assessments.map { assessment in
      let weeks = leave.assessmentWeeksBefore
      return "\(assessment.name): \(assessment.starts.inWords) to \(assessment.ends.inWords)"
        + (weeks == 0 ? "" : ", and \(weeks) weeks before")
    }
    lines += PolicySummary.list("Evidence", leave.evidence)
    lines.append("Religious observance: \(leave.religious)")
    if let days = leave.religiousDays {
      let per = leave.religiousDaysPer.map { " for each \($0.rawValue)" } ?? ""
      lines.append("Advice: \(days) \(days == 1 ? "day" : "days")\(per)")
    }
    lines.append("Travelling for work: \(leave.travelling)")
    if let performances = leave.performances { lines.append("Performances: \(performances)") }
    lines.append("Part-time timetables: \(leave.partTime)")
    lines += PolicySummary.list("The answer says", leave.replySays)
    if !leave.appeal { lines.append("There is no appeal") }
    return lines
  }

  private static func alerts(_ leave: Leave) -> [String] {
    leave.alerts.map { alert in
      switch alert {
      case .authorisedAbove: alert.rawValue + (leave.authorisedLimit.map { " (\($0)%)" } ?? "")
      case .performanceBelow: alert.rawValue + (leave.performanceLimit.map { " (\($0)%)" } ?? "")
      case .assessment, .anyUnauthorised, .termEdge, .holiday, .travel, .protest, .record,
        .licence, .retrospective:
        alert.rawValue
      }
    }
  }
}
