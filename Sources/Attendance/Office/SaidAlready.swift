/// What an act would only say again: the line of the day book that says it already.
///
/// A key pressed twice, or two desks that do the same, must not make two of one thing.
public struct SaidAlready: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line that says it already.
  public let line: DayLine
  /// Whom or what it is about, by name.
  public let name: String

  /// That line, about somebody of that name.
  public init(_ line: DayLine, about name: String) {
    self.line = line
    self.name = name
  }

  /// The refusal in one sentence, with the remedy where there is one.
  public var description: String {
    let said = "\(name): \(line.matter.inWords) already, noted \(line.at.time) by \(line.by.name)"
    switch line.matter {
    case .arrival: return said + "; correct it with 'arrive --correct'"
    case .concerns, .absence: return "\(name): the message is linked already, by \(line.by.name)"
    case .step: return "\(name): '\(line.words)' was done \(line.at.time) by \(line.by.name)"
    case .nudge:
      return said + "; in \(DayBook.nudgeAgainAfter) minutes it can be said again"
    case .message, .attempt, .departure, .back, .notHere, .seen, .handedOn, .safe, .note,
      .request, .decision, .timetable, .closure, .list, .elsewhere, .paper, .evidence, .told,
      .excused, .week, .casework, .done, .withdrawn:
      return said
    }
  }
}

extension DayBook {
  /// After how many minutes a taker may be reminded of a register once more.
  static let nudgeAgainAfter = 5

  /// The line that says already what the act would say again, and which line of it; nil where all
  /// is new.
  public func saidAlready(by act: Act) -> (line: DayLine, again: ProposedLine)? {
    let takenBack = act.lines.filter { $0.matter == .withdrawn }.compactMap(\.about)
    let known = standing.filter { !takenBack.contains(.kept($0.id)) }
    for line in act.lines {
      if let earlier = known.last(where: { isSame($0, as: line, at: act.at, among: known) }) {
        return (earlier, line)
      }
    }
    return nil
  }

  private func isSame(
    _ earlier: DayLine, as line: ProposedLine, at now: Instant, among known: [DayLine]
  ) -> Bool {
    guard earlier.pupil == line.pupil else { return false }
    switch (earlier.matter, line.matter) {
    case (.nudge(let one), .nudge(let other)):
      return one == other && earlier.at.date == now.date
        && earlier.at.time.minutes + Self.nudgeAgainAfter > now.time.minutes
    case (.attempt, .attempt), (.told, .told):
      // The same try a minute later is another try; within the minute it is a key pressed twice.
      return earlier.matter == line.matter && earlier.date == line.date
    case (.step, .step):
      return earlier.date == line.date && FoldedName(earlier.words) == FoldedName(line.words)
        && line.about == earlier.about.map { .kept($0) }
    case (.handedOn(let one), .handedOn(let other)):
      return FoldedName(one) == FoldedName(other)
        && handedOn.contains { $0.pupil == earlier.pupil } && isLastOfItsKind(earlier, known)
    case (.safe(let one), .safe(let other)):
      return earlier.date == line.date && FoldedName(one) == FoldedName(other)
        && isLastOfItsKind(earlier, known)
    case (.arrival(let one), .arrival(let other)):
      return one.session == other.session && isLastOfItsKind(earlier, known)
    case (.notHere, .notHere), (.seen, .seen):
      return earlier.date == line.date && isLastOfItsKind(earlier, known)
    case (.concerns, .concerns), (.absence, .concerns):
      return line.about != nil && line.about == earlier.about.map { .kept($0) }
    case (.absence, .absence):
      return line.about != nil && line.about == earlier.about.map { .kept($0) }
        && earlier.matter == line.matter
    default: return false
    }
  }

  /// Whether nothing was said since of where the pupil is.
  private func isLastOfItsKind(_ line: DayLine, _ known: [DayLine]) -> Bool {
    known.last { $0.pupil == line.pupil && $0.matter.saysWhere }?.id == line.id
  }
}

extension DayLine.Matter {
  /// Whether it is said once, and whether it says where the pupil is, or that nobody knows.
  private var saying: (once: Bool, place: Bool) {
    switch self {
    case .arrival, .notHere, .seen, .handedOn, .safe: (true, true)
    case .departure, .back: (false, true)
    case .concerns, .absence, .attempt, .told, .nudge, .step: (true, false)
    case .message, .note, .request, .decision, .timetable, .closure, .list, .elsewhere, .paper,
      .evidence, .excused, .week, .casework, .done, .withdrawn:
      (false, false)
    }
  }

  /// Whether it is said once: the day book is asked before it is kept.
  public var isSaidOnce: Bool { saying.once }

  fileprivate var saysWhere: Bool { saying.place }
}
