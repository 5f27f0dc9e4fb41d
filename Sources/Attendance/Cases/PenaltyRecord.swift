/// A penalty notice as the day book has it: what was kept, and what became of it since.
public struct PenaltyRecord: Hashable, Identifiable, Sendable {
  /// How a notice stands.
  public enum State: String, CaseIterable, Sendable {
    /// The authority was asked to issue it, and has not answered.
    case asked
    case issued
    /// The authority did not issue it.
    case declined
    case withdrawn
    case paid
    case unpaid
    case prosecuted
  }

  /// The line that holds it; its words are the ground.
  public let line: DayLine
  /// The notice.
  public let notice: PenaltyNotice
  /// What was noted about it since and stands, oldest first.
  public let outcomes: [DayLine]

  /// Its number.
  public var id: DayLine.ID { line.id }

  /// How it stands: as the last outcome says.
  public var state: State {
    let said = outcomes.compactMap(\.outcome?.kind).compactMap { State($0) }
    return said.last ?? (notice.isReferral ? .asked : .issued)
  }

  /// The day on which it was issued, or nil where it was not, or not yet.
  public var issuedOn: SchoolDate? {
    guard notice.isReferral else { return notice.issued }
    return outcomes.first { $0.outcome?.kind == .issued }?.date
  }

  /// Whether it stands: what was declined or withdrawn counts for nothing, and spends no session.
  public var stands: Bool { state != .declined && state != .withdrawn }

  /// The first day on which it no longer counts towards the two that a parent can have about a child,
  /// or nil where it never did.
  ///
  /// A notice about an excluded pupil lies outside that count, and so does one from before the
  /// national framework.
  public var countsBefore: SchoolDate? {
    guard notice.level != nil, stands, let issuedOn, issuedOn >= Self.framework else { return nil }
    return issuedOn.birthday(3)
  }

  /// Whether it is one of those issued within the three years that end on the date.
  public func counts(on date: SchoolDate) -> Bool {
    guard let countsBefore, let issuedOn else { return false }
    return issuedOn <= date && date < countsBefore
  }

  /// Whether its sessions can be used for no other notice to the parent about the child.
  public func spends(_ session: Session) -> Bool {
    notice.level != nil && stands && notice.sessions.contains(session)
  }

  /// What may be noted about it as it stands.
  public var possibleOutcomes: [CaseOutcome.Kind] {
    switch state {
    case .asked: [.issued, .declined, .withdrawn]
    case .issued: [.paid, .unpaid, .withdrawn]
    case .unpaid: [.paid, .prosecuted, .withdrawn]
    // A notice that was paid can still turn out to have been none, and a court can find so.
    case .paid, .prosecuted: [.withdrawn]
    case .declined, .withdrawn: []
    }
  }

  /// The day from which the national framework holds.
  private static let framework =
    SchoolDate(year: 2024, month: 8, day: 19) ?? SchoolDate(daysSince1970: 0)
}

extension PenaltyRecord.State {
  /// The state that the outcome brings, or nil where it is none of a penalty notice.
  init?(_ outcome: CaseOutcome.Kind) {
    switch outcome {
    case .issued: self = .issued
    case .declined: self = .declined
    case .withdrawn: self = .withdrawn
    case .paid: self = .paid
    case .unpaid: self = .unpaid
    case .prosecuted: self = .prosecuted
    case .held, .heldInAbsence, .cancelled, .met, .notMet, .breached, .signed: return nil
    }
  }
}

extension PenaltyNotice {
  /// The issuer's name where the authority issues, and the school only asks it to.
  public static let authority = "local authority"

  /// Whether the school asked the authority to issue it.
  public var isReferral: Bool { issuer == Self.authority }
}

extension DayLine {
  /// What it says became of the line it is about, or nil where it says something else.
  public var outcome: CaseOutcome? {
    if case .casework(.outcome(let outcome)) = matter { outcome } else { nil }
  }
}

extension DayBook {
  /// The penalty notices about the pupil that stand in the book, oldest first.
  public func penalties(of pupil: Pupil.ID) -> [PenaltyRecord] {
    standing.compactMap { line in
      guard line.pupil == pupil, case .casework(.penalty(let notice)) = line.matter else {
        return nil
      }
      return PenaltyRecord(line: line, notice: notice, outcomes: outcomes(of: line))
    }
  }

  /// What was noted to have become of the line, oldest first.
  func outcomes(of line: DayLine) -> [DayLine] {
    answers(to: line).filter { $0.outcome != nil }
  }
}
