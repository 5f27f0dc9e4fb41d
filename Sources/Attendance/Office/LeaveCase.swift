/// A request for leave with what became of it.
public struct LeaveCase: Hashable, Identifiable, Sendable {
  /// How far a request has come.
  public enum State: String, CaseIterable, Sendable {
    case waiting
    case granted
    case refused
    case ended
  }

  /// The line that keeps the request; its words are the reason given.
  public let line: DayLine
  /// What is asked for.
  public let request: LeaveRequest
  /// The line of the last decision, or nil while none was made.
  public let decided: DayLine?
  /// What was decided last, or nil.
  public let decision: LeaveDecision?
  /// The lines of the absence that a grant planned and that stand; two where another plan has taken
  /// days out of its midst.
  public let absences: [DayLine]
  /// The letters that were made about it, oldest first.
  public let letters: [DayLine]

  /// The number of the request.
  public var id: DayLine.ID { line.id }
  /// Whose leave it is.
  public var pupil: Pupil.ID? { line.pupil }

  /// How far it has come.
  public var state: State {
    switch decision?.outcome {
    case nil: .waiting
    case .granted: .granted
    case .refused: .refused
    case .ended: .ended
    }
  }

  /// On how many days the request has lain since it was received.
  public func daysWaiting(on date: SchoolDate) -> Int { date.days(after: request.received) }

  /// Whether it is leave at lunch time, which is no absence but a permission to go out.
  public var isLunch: Bool { request.purpose == LeaveRequest.lunch }

  /// Whether a decision is later than it was promised: lunch leave within a week.
  public func isOverdue(on date: SchoolDate) -> Bool {
    state == .waiting && isLunch && daysWaiting(on: date) > 7
  }
}

extension LeaveRequest {
  /// The purpose of leave at lunch time.
  public static let lunch = "lunch"
}

extension DayBook {
  /// Every request for leave that stands, oldest first, with the last decision about it.
  public var leave: [LeaveCase] {
    let planned = Dictionary(grouping: absences.map(\.line)) { $0.about }
    return standing.compactMap { line in
      guard case .request(let request) = line.matter else { return nil }
      let decisions = answers(to: line).filter {
        if case .decision = $0.matter { true } else { false }
      }
      var decision: LeaveDecision?
      if case .decision(let last) = decisions.last?.matter { decision = last }
      return LeaveCase(
        line: line, request: request, decided: decisions.last, decision: decision,
        absences: decisions.flatMap { planned[$0.id] ?? [] },
        letters: answers(to: line).filter {
          if case .paper = $0.matter { true } else { false }
        })
    }
  }

  /// The leave that was refused for some of these sessions, and is watched (U44).
  public func refused(
    to pupil: Pupil.ID, from first: Session, through last: Session
  ) -> [LeaveCase] {
    leave.filter {
      $0.pupil == pupil && $0.state == .refused && $0.request.from <= last
        && first <= $0.request.through
    }
  }

  /// Whether the pupil may leave the site for lunch on the date: asked for, granted, and not ended.
  public func mayLeaveForLunch(_ pupil: Pupil.ID, on date: SchoolDate) -> Bool {
    leave.contains {
      $0.pupil == pupil && $0.isLunch && $0.state == .granted && $0.request.from.date <= date
        && date <= $0.request.through.date
    }
  }
}
