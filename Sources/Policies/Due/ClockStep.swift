public import Attendance

/// What is asked on a school day of an absence on which nobody saw the pupil, counted from 1.
public struct ClockStep: Hashable, Sendable {
  /// The day.
  public let day: Int
  /// What is done.
  public let action: String
  /// Who does it, by role.
  public let owner: String
  /// Whether it is asked only while the absence has no reason.
  public let needsNoReason: Bool
}

extension Policy {
  /// The steps of the policy's clock for a pupil whom nobody sees, by day.
  ///
  /// The first days are those of the follow-up of an unexplained absence; the later ones are the waits,
  /// in school days, of the ladders that no rule starts.
  public var clock: [ClockStep] {
    let first = Dictionary(
      grouping: followUp.steps.filter { $0.audience == .everybody }, by: \.day
    ).map { day, steps in
      ClockStep(
        day: day, action: steps.map(\.action).joined(separator: "; "),
        owner: steps.lazy.compactMap(\.owner).first ?? "", needsNoReason: true)
    }
    let later = ladders.filter(\.startsOn.isEmpty).flatMap { ladder -> [ClockStep] in
      var day = 0
      return ladder.steps.compactMap { step in
        guard let wait = step.after, wait.unit == .schoolDays else { return nil }
        // A ladder whose first step is taken at once begins on the first day.
        if day == 0, ladder.steps.first?.after == nil { day = 1 }
        day += wait.most
        return ClockStep(
          day: day, action: step.action, owner: step.owner, needsNoReason: false)
      }
    }
    // Where both speak of a day, the ladder is the one that goes on.
    let days = Set(later.map(\.day))
    return (first.filter { !days.contains($0.day) } + later).sorted { $0.day < $1.day }
  }

  /// The rules of runs and of silence that an arrival after closing breaks: clocks of their own.
  public var clockRules: [Rule] {
    flags.rules.filter { rule in
      switch rule.measure.kind {
      case .run, .silence: !rule.measure.codes.contains(lateness.afterClosing)
      case .attendance, .absence, .fall, .sessions, .days, .partDays, .edgeDays, .expectedDays,
        .standing, .overdue, .times, .pattern:
        false
      }
    }
  }
}

extension UnseenRun {
  /// The last step of the clock that the run has come to, with the day on which it came to it.
  public func step(of clock: [ClockStep]) -> (step: ClockStep, on: SchoolDate)? {
    let reached = clock.last { $0.day <= days.count && (isUnexplained || !$0.needsNoReason) }
    return reached.map { ($0, days[$0.day - 1]) }
  }
}
