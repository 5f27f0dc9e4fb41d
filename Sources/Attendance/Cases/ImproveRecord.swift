/// A notice to improve as the day book has it: what was given, and what became of it since.
public struct ImproveRecord: Hashable, Identifiable, Sendable {
  /// How a notice to improve stands on a day.
  public enum State: String, CaseIterable, Sendable {
    /// Its first day is still to come.
    case ahead
    /// Its period runs.
    case running
    /// Its period is over, and whether attendance improved is to be noted.
    case ended
    /// It failed before its period was over.
    case breached
    case met
    case notMet = "not met"
    case withdrawn
  }

  /// The line that holds it; its words are what enough improvement is.
  public let line: DayLine
  /// The notice.
  public let notice: NoticeToImprove
  /// What was noted about it since and stands, oldest first.
  public let outcomes: [DayLine]

  /// Its number.
  public var id: DayLine.ID { line.id }

  /// How it stands on the day.
  public func state(on date: SchoolDate) -> State {
    let said = outcomes.compactMap(\.outcome?.kind).compactMap { State($0) }
    if let last = said.last { return last }
    return date < notice.from ? .ahead : date <= notice.until ? .running : .ended
  }

  /// What may be noted about it on the day: that it failed early while it runs, and how it ended from
  /// its last day on.
  public func possibleOutcomes(on date: SchoolDate) -> [CaseOutcome.Kind] {
    switch state(on: date) {
    case .ahead: [.withdrawn]
    case .running: (date == notice.until ? [.met, .notMet] : []) + [.breached, .withdrawn]
    case .ended: [.met, .notMet, .withdrawn]
    case .breached, .met, .notMet, .withdrawn: []
    }
  }
}

extension ImproveRecord.State {
  /// The state that the outcome brings, or nil where it is none of a notice to improve.
  init?(_ outcome: CaseOutcome.Kind) {
    switch outcome {
    case .met: self = .met
    case .notMet: self = .notMet
    case .breached: self = .breached
    case .withdrawn: self = .withdrawn
    case .held, .heldInAbsence, .cancelled, .signed, .issued, .declined, .paid, .unpaid,
      .prosecuted:
      return nil
    }
  }
}

extension DayBook {
  /// The notices to improve about the pupil that stand in the book, oldest first.
  public func improvements(of pupil: Pupil.ID) -> [ImproveRecord] {
    standing.compactMap { line in
      guard line.pupil == pupil, case .casework(.improve(let notice)) = line.matter else {
        return nil
      }
      return ImproveRecord(line: line, notice: notice, outcomes: outcomes(of: line))
    }
  }
}
