extension Staff {
  /// How far a post has come.
  public enum Post: Hashable, Sendable {
    case toBegin
    case current
    case ended
  }

  /// Whether the post has begun, holds or has ended.
  public func post(at now: Instant) -> Post {
    if let starts, now.date < starts { return .toBegin }
    guard let ends else { return .current }
    if now.date != ends { return now.date < ends ? .current : .ended }
    return endsAt.map { now.time < $0 } ?? true ? .current : .ended
  }

  /// Why they may not act now, in a sentence with what to do next; nil where they may.
  public func bar(at now: Instant) -> String? {
    switch post(at: now) {
    case .current: nil
    case .toBegin:
      "\(name) may sign in from \(starts?.description ?? "a later day"); whoever manages staff can "
        + "bring that forward with 'rollcall staff add'"
    case .ended where isPass:
      "the pass of \(name) ended \(endInWords); ask the office for a new one"
    case .ended:
      "\(name) could sign in until \(endInWords); whoever manages staff can renew it with "
        + "'rollcall staff add'"
    }
  }

  /// The last day and, where the post ends within it, the time.
  public var endInWords: String {
    guard let ends else { return "" }
    return endsAt.map { "\(ends) at \($0)" } ?? "\(ends)"
  }
}
