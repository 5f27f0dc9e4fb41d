/// The words for reporting an absence, following it up and asking for evidence.
enum AbsenceSummary {
  static func lines(_ reporting: Reporting) -> [String] {
    let channels = PolicySummary.row(reporting.channels.map(\.rawValue))
    var when = reporting.by.map { "By \($0)" } ?? "On the first day"
    if reporting.by != nil, reporting.isSoft { when += " or as soon as possible" }
    if reporting.by != nil { when += " on the first day" }
    if reporting.eachDay { when += " and on each further day" }
    var lines = ["\(when), by \(channels)"]
    lines += PolicySummary.list("Parents say", reporting.asks)
    lines += PolicySummary.list("Still needs a call", reporting.needsCall.map(\.rawValue))
    if let days = reporting.emailDaysBeforeCalls {
      lines.append("After \(days) days reported by email alone, every contact is called")
    }
    if !reporting.suggests.isEmpty {
      let codes = reporting.suggests.map { "\($0.code) (\($0.words.count) words)" }
      lines.append(
        "Words suggest a code, and a person chooses: \(codes.joined(separator: ", "))")
    }
    return lines + ["\(reporting.contactsAtLeast) emergency contacts or more for each pupil"]
  }

  static func lines(_ followUp: FollowUp, _ policy: Policy) -> [String] {
    var lines = [
      "Coded \(followUp.code) at closing; settled within \(followUp.settleWithin) school days, "
        + "then \(followUp.thenPropose) is proposed for a person to confirm"
    ]
    lines += followUp.steps.map { step in
      "Day \(step.day): "
        + PolicySummary.action(step.action, letter: step.letter, owner: step.owner, policy)
    }
    return lines + PolicySummary.list("Also told", followUp.tells.map(\.inWords))
  }

  static func lines(_ evidence: Evidence) -> [String] {
    var lines: [String] = []
    if let days = evidence.illnessAfterDays {
      lines.append("For an illness of more than \(days) days")
    }
    if evidence.onDoubt { lines.append("For an illness that is genuinely doubted") }
    if let absence = evidence.atAbsence {
      lines.append("For any illness of a pupil with \(absence)% absence or more")
    }
    lines += PolicySummary.list("Accepted", evidence.accepted)
    lines.append("Appointments: \(evidence.appointments)")
    if evidence.appointmentProof { lines.append("An appointment needs proof") }
    if evidence.wholeDayProof { lines.append("A whole day for an appointment needs evidence") }
    return lines
  }
}

extension Telling {
  /// Who is told, and of whom: `the social worker, of a pupil with a social worker`.
  var inWords: String {
    switch whom {
    case .everybody: who
    case .socialWorker: "\(who) of a pupil who has one"
    case .lookedAfter: "\(who) of a pupil who is looked after"
    case .youthOffending: "\(who) of a pupil who has one"
    case .elsewhere: "\(who) of a pupil registered there too"
    }
  }
}
