public import Attendance

extension PenaltyNotices.Issuer {
  /// Whether the law lets somebody in this post issue notices, where the head has authorised them.
  public var isLawful: Bool {
    switch self {
    case .head, .deputy, .assistant, .authority: true
    case .officer: false
    }
  }

  /// The post of somebody of that role whose position is so called; nil where it is none of these.
  ///
  /// Positions are free text: what counts is that they say deputy or assistant head.
  public init?(role: String?, position: String) {
    let words = position.lowercased()
    let isHead = words.contains("head") && !words.contains("head of")
    if isHead, words.contains("deputy") {
      self = .deputy
    } else if isHead, words.contains("assistant") {
      self = .assistant
    } else if role == "head" {
      self = .head
    } else if role == "attendance_officer" {
      self = .officer
    } else {
      return nil
    }
  }
}

extension PenaltyNotices {
  /// Whether only the authority issues, so that the school refers to it.
  public var isReferral: Bool { issuers == [.authority] }

  /// As which issuer somebody of that role and position can act; refuses where the policy names
  /// another.
  ///
  /// Whoever has no role is the administrator of a practice school, who stands in for the first
  /// issuer.
  public func issuer(role: String?, position: String) throws(NoticeRefusal) -> Issuer {
    if isReferral { return .authority }
    if role == nil, let first = issuers.first { return first }
    guard let post = Issuer(role: role, position: position), issuers.contains(post) else {
      throw .notAnIssuer(position, issuers)
    }
    return post
  }
}

/// Why no penalty notice, notice to improve or agreement is kept.
public enum NoticeRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The policy lets others issue.
  case notAnIssuer(String, [PenaltyNotices.Issuer])
  /// These stand in the way of a notice to the parent.
  case blocked(parent: String, [NoticePoint])
  /// The policy has no notice to improve.
  case noNoticeToImprove
  /// The period is shorter or longer than the policy has it.
  case period(Int, ClosedRange<Int>)
  /// The calendar ends before the period does.
  case beyondCalendar
  /// These points of the policy's checklist were not confirmed.
  case unconfirmed([String])
  /// The checklist has no such point.
  case noSuchPoint(String, among: [String])
  /// The policy does not say when such an agreement is reviewed.
  case noReview(Agreement.Kind)

  /// The refusal in one sentence, with what to do next.
  public var description: String {
    switch self {
    case .notAnIssuer(let position, let issuers):
      return "the policy lets the \(Self.list(issuers.map(\.rawValue))) issue notices, and not the "
        + "\(position.lowercased()); ask the \(issuers.first?.rawValue ?? "headteacher")"
    case .blocked(let parent, let points):
      return "no notice for \(parent): " + points.map(\.words).joined(separator: "; ")
    case .noNoticeToImprove:
      return "this school's policy has no notice to improve; its 'improve_weeks_least' and "
        + "'improve_holds' would say what one is"
    case .period(let weeks, let allowed):
      return "a notice to improve runs for \(allowed.lowerBound) to \(allowed.upperBound) school "
        + "weeks by the policy, and not \(weeks); give --weeks in that range"
    case .beyondCalendar:
      return "the calendar ends before the period does; import the next year's calendar first"
    case .unconfirmed(let points):
      return "the notice must hold: \(points.joined(separator: "; ")); confirm each with --holds, "
        + "or all of them with --holds all"
    case .noSuchPoint(let typed, let points):
      return "the policy's checklist has no '\(typed)'; it has \(points.joined(separator: "; "))"
    case .noReview(let kind):
      return
        "the policy does not say when a\(kind.rawValue.first.map("aeiou".contains) ?? false ? "n" : "") "
        + "\(kind.rawValue) is reviewed; give the day with --review"
    }
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    let others = words.dropLast().joined(separator: ", ")
    return others.isEmpty ? last : "\(others) or \(last)"
  }
}
