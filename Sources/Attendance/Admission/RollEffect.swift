/// What a change of a pupil's times on roll does to the register, to be looked at before it is made.
public struct RollEffect: Hashable, Sendable {
  /// The sessions with a mark that counts now and would not count any more.
  public let uncounted: [Session]
  /// The sessions without a mark at which the pupil would have been due, and was not.
  public let opened: [Session]

  /// The effect on those marks, and on those sessions of the past at which such pupils met.
  public init(
    before: [Enrolment], after: [Enrolment], marked: [Session], met: [Session]
  ) {
    func enrolment(_ times: [Enrolment], _ session: Session) -> Enrolment? {
      times.first { $0.isOnRoll(on: session.date) }
    }
    uncounted = marked.filter {
      enrolment(before, $0)?.isCounted ?? false && !(enrolment(after, $0)?.isCounted ?? false)
    }.sorted()
    let marked = Set(marked)
    opened = met.filter {
      !marked.contains($0) && enrolment(after, $0)?.isMarked ?? false
        && !(enrolment(before, $0)?.isMarked ?? false)
    }
  }

  /// What would no longer count, in words; nil where everything does.
  public var uncountedInWords: String? {
    Self.words(uncounted, "mark").map { "\($0) would no longer count" }
  }

  /// What would be open that nobody marked, in words; nil where nothing is.
  public var openedInWords: String? {
    Self.words(opened, "session").map { "\($0) would be open that nobody marked" }
  }

  private static func words(_ sessions: [Session], _ noun: String) -> String? {
    guard let first = sessions.first, let last = sessions.last else { return nil }
    if first == last { return "1 \(noun) (\(first))" }
    return "\(sessions.count) \(noun)s (\(first) to \(last))"
  }
}
