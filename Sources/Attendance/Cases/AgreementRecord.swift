/// A contract or plan as the day book has it: what was agreed, who signed, and what came of it.
public struct AgreementRecord: Hashable, Identifiable, Sendable {
  /// How an agreement stands on a day.
  public enum State: Hashable, Sendable {
    /// Its review is still to come.
    case running
    /// Its review is due on the day.
    case due
    /// Its review was due on an earlier day.
    case overdue
    case met
    case notMet
    case withdrawn
  }

  /// The line that holds it.
  public let line: DayLine
  /// The agreement.
  public let agreement: Agreement
  /// What was noted about it since and stands, oldest first.
  public let outcomes: [DayLine]

  /// Its number.
  public var id: DayLine.ID { line.id }

  /// Who has signed, in the order in which they did.
  public var signed: [String] {
    outcomes.compactMap(\.outcome).filter { $0.kind == .signed }.map(\.by)
  }

  /// Who is still to sign.
  public var unsigned: [String] {
    let names = Set(signed.map(FoldedName.init))
    return agreement.parties.filter { !names.contains(FoldedName($0)) }
  }

  /// How it stands on the day.
  public func state(on date: SchoolDate) -> State {
    for outcome in outcomes.reversed().compactMap(\.outcome) {
      switch outcome.kind {
      case .met: return .met
      case .notMet, .breached: return .notMet
      case .withdrawn, .cancelled: return .withdrawn
      case .held, .heldInAbsence, .signed, .issued, .declined, .paid, .unpaid, .prosecuted: continue
      }
    }
    return agreement.review > date ? .running : agreement.review == date ? .due : .overdue
  }

  /// Whether its review is still to be noted.
  public func isOpen(on date: SchoolDate) -> Bool {
    switch state(on: date) {
    case .running, .due, .overdue: true
    case .met, .notMet, .withdrawn: false
    }
  }
}

extension AgreementRecord.State {
  /// The state as lists give it.
  public var inWords: String {
    switch self {
    case .running: "running"
    case .due: "review due"
    case .overdue: "review overdue"
    case .met: "met"
    case .notMet: "not met"
    case .withdrawn: "withdrawn"
    }
  }
}

extension DayBook {
  /// The contracts and plans of the pupil that stand in the book, oldest first.
  public func agreements(of pupil: Pupil.ID) -> [AgreementRecord] {
    standing.compactMap { line in
      guard line.pupil == pupil, case .casework(.agreement(let agreement)) = line.matter else {
        return nil
      }
      return AgreementRecord(line: line, agreement: agreement, outcomes: outcomes(of: line))
    }
  }
}
