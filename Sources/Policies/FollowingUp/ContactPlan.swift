public import Attendance

/// Where first-day contact stands for one pupil, and what the policy has next.
public struct ContactPlan: Hashable, Sendable {
  /// The school day of the absence, counted from 1.
  public let day: Int
  /// The next step, or nil where nothing is left to do today.
  public let next: FollowUpStep?
  /// The time before which the next step need not be taken, or nil.
  public let notBefore: TimeOfDay?
  /// The parent or carer who was spoken to today, or nil.
  public let spokeTo: String?
  /// Who else must still be told today.
  public let toTell: [String]

  /// The next step in the policy's own words: `call a parent again`.
  public var stepInWords: String {
    if let spokeTo { return "spoke to \(spokeTo), write down the reason" }
    guard let next else { return "every step of today is done" }
    return next.action + (notBefore.map { ", from \($0)" } ?? "")
  }

  /// The day, the next step and whom else to tell: `day 2: call a parent again`.
  public var inWords: String {
    "day \(day): \(stepInWords)"
      + (toTell.isEmpty ? "" : "; tell \(toTell.joined(separator: ", "))")
  }
}

extension FollowUp {
  /// What comes next for a pupil of whom this is known, on that day.
  ///
  /// The steps of the latest day reached are due, after those of earlier days that are done again
  /// every day. Whoever was spoken to ends the steps of the day, not the absence: the pupil stays on
  /// the list until a reason is written down.
  public func plan(for facts: ContactFacts, on today: SchoolDate) -> ContactPlan {
    let attempts = facts.attempts(on: today)
    let spoke = attempts.last { $0.outcome == .spoke }
    let due = steps(due: facts)
    let next = spoke == nil ? due.first { !isDone($0, facts, on: today) } : nil
    return ContactPlan(
      day: facts.day, next: next, notBefore: next.flatMap { wait(for: $0, facts, attempts) },
      spokeTo: spoke?.contact, toTell: toTell(facts, on: today))
  }

  private func steps(due facts: ContactFacts) -> [FollowUpStep] {
    let reached = steps.map(\.day).filter { $0 <= facts.day }.max() ?? 1
    let ofDay = steps.filter { step in
      guard step.day == reached || (step.repeats && step.day < reached) else { return false }
      switch step.audience {
      case .everybody: return true
      case .vulnerable: return !facts.concerns.isEmpty
      case .byEmail: return facts.isReportedByEmail
      }
    }
    // Within a day the order of the file is the order of the policy.
    return ofDay.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  private func isDone(
    _ step: FollowUpStep, _ facts: ContactFacts, on today: SchoolDate
  ) -> Bool {
    let attempts = facts.attempts(on: today)
    let rung = attempts.filter { $0.outcome != .textMade }
    switch step.way {
    case .text:
      return facts.lines.contains { line in
        guard case .attempt(let attempt) = line.matter, attempt.letter == step.letter else {
          return false
        }
        return line.date == today || !step.repeats
      }
    case .call: return !rung.isEmpty
    case .callAll:
      return !facts.contacts.isEmpty
        && facts.contacts.allSatisfy { contact in rung.contains { $0.contact == contact.name } }
    case .other:
      return facts.lines.contains { line in
        line.matter == .step && line.words == step.action && (line.date == today || !step.repeats)
      }
    }
  }

  private func wait(
    for step: FollowUpStep, _ facts: ContactFacts, _ attempts: [Attempt]
  ) -> TimeOfDay? {
    guard let minutes = step.afterMinutes, facts.concerns.isEmpty, let last = attempts.last else {
      return nil
    }
    return TimeOfDay(minutes: min(last.time.minutes + minutes, 24 * 60 - 1))
  }

  private func toTell(_ facts: ContactFacts, on today: SchoolDate) -> [String] {
    let told = facts.lines.compactMap { line -> String? in
      guard line.date == today, case .told(let who) = line.matter else { return nil }
      return who
    }
    return tells.filter { telling in
      switch telling.whom {
      case .everybody: true
      case .elsewhere: facts.isRegisteredElsewhere
      case .socialWorker, .lookedAfter, .youthOffending:
        facts.concerns.contains(telling.whom.rawValue)
      }
    }.map(\.who).filter { !told.contains($0) }
  }

  /// Who is meant by a few words, as the policy names them: `youth offending` for the officer.
  public func teller(_ written: String) -> String {
    let words = FoldedName(written.replacing("the ", with: "")).text
    return tells.map(\.who).first { FoldedName($0).text.contains(words) && !words.isEmpty }
      ?? written
  }
}
