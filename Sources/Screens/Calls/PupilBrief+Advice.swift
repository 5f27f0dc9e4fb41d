public import Attendance
public import Policies

extension PupilBrief {
  /// What the policy and the record say of a report before a code is chosen, weightiest first.
  ///
  /// It decides nothing: whoever took the call does.
  public func advice(
    under policy: Policy, on absence: KnownAbsence?, by channel: Attendance.Message.Channel,
    at now: Instant
  ) -> [String] {
    let today = Session(now.date, .am)
    let (first, last) = (absence?.from ?? today, absence?.through ?? Session(now.date, .pm))
    var said = refusals(from: first, through: last).map { "\($0.inWords), so I needs words" }
    let days = Set(matters.emailDates + (channel == .email ? [now.date] : [])).count
    said += [
      policy.reporting.needsCall(byEmailOn: days, isEmail: channel == .email),
      policy.evidence.due(
        days: daysAbsent + Self.weekdays(max(first, today), last), absent: matters.missed.absent,
        possible: matters.missed.possible),
      evidenceInWords,
    ].compactMap(\.self)
    return said.map(\.asSentence)
  }

  /// The refused leave that speaks of these sessions.
  func refusals(from first: Session, through last: Session) -> [RefusedLeave] {
    matters.refusedLeave.filter { $0.overlaps(first, last) }
  }

  /// What is planned already for these sessions.
  func planned(from first: Session, through last: Session) -> [EarlierPlan] {
    matters.planned.filter { $0.overlaps(first, last) }
  }

  /// The last step in asking for evidence: `medical certificate asked 14 Oct, not here yet`.
  private var evidenceInWords: String? {
    guard let line = matters.evidence.last, case .evidence(let step) = line.matter else {
      return nil
    }
    let what = step.what.isEmpty ? "evidence" : step.what
    switch step.state {
    case .asked: return "\(what) asked \(line.date.short), not here yet"
    case .received: return "\(what) received \(line.date.short)"
    case .refused: return "\(what) refused \(line.date.short)"
    }
  }

  /// How many days of the working week a range has; the calendar may know of fewer.
  private static func weekdays(_ first: Session, _ last: Session) -> Int {
    guard first <= last else { return 0 }
    let days = min(last.date.days(after: first.date), 60)
    return (0...days).count { !first.date.adding(days: $0).weekday.isWeekend }
  }
}
