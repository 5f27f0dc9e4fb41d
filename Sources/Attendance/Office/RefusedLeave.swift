/// Leave that was asked for and refused, which matters when the same days are called ill (U44).
public struct RefusedLeave: Hashable, Sendable {
  /// What was asked for.
  public let request: LeaveRequest
  /// The reason of the refusal, or empty.
  public let reason: String

  /// That request, refused for that reason.
  public init(request: LeaveRequest, reason: String) {
    self.request = request
    self.reason = reason
  }

  /// The days, as a desk says them: `leave refused 12 Jan to 16 Jan (a holiday)`.
  public var inWords: String {
    let (first, last) = (request.from.date, request.through.date)
    return "leave refused \(first.short)" + (last == first ? "" : " to \(last.short)")
      + (request.purpose.isEmpty ? "" : " (\(request.purpose))")
  }

  /// Whether any session of the range was asked for.
  public func overlaps(_ first: Session, _ last: Session) -> Bool {
    request.from <= last && first <= request.through
  }
}

extension DayBook {
  /// Every request of the pupil for leave whose last decision refused it.
  public func refusedLeave(of pupil: Pupil.ID) -> [RefusedLeave] {
    standing.compactMap { line in
      guard line.pupil == pupil, case .request(let request) = line.matter else { return nil }
      let decisions = answers(to: line).compactMap { answer -> (LeaveDecision, String)? in
        guard case .decision(let decision) = answer.matter else { return nil }
        return (decision, answer.words)
      }
      guard let (last, reason) = decisions.last, last.outcome == .refused else { return nil }
      return RefusedLeave(request: request, reason: reason)
    }
  }
}
