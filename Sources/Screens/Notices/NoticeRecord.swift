public import Attendance
import Policies

/// A notice or agreement on record, as the sheet of notices shows it.
public struct NoticeRecord: Hashable, Identifiable, Sendable {
  /// The line that holds it.
  public let id: DayLine.ID
  /// What it is, in a sentence: `Notice to improve to Mrs Ash, 3 Nov to 21 Nov: running`.
  public let title: String
  /// What else is on record of it, line by line.
  public let details: [String]
  /// What may be noted about it now.
  public let outcomes: [CaseOutcome.Kind]
  /// Whether it is a contract or plan, whose review may agree the same again.
  public let isAgreement: Bool
  /// Who is still to sign it.
  public let unsigned: [String]

  /// A penalty notice, or the request for one.
  public init(_ record: PenaltyRecord, on date: SchoolDate) {
    let notice = record.notice
    let which = notice.level.map { "Penalty notice \($0)" } ?? "Notice for an excluded pupil"
    id = record.id
    title = "\(which) to \(notice.parent), \(notice.issued.inWords): \(record.state.rawValue)"
    details =
      [
        "\(notice.count.of("session")) from \(notice.sessions.lowerBound.named) to "
          + notice.sessions.upperBound.named,
        record.line.words,
      ] + Self.came(record.outcomes)
    outcomes = record.possibleOutcomes
    isAgreement = false
    unsigned = []
  }

  /// A notice to improve.
  public init(_ record: ImproveRecord, on date: SchoolDate) {
    let notice = record.notice
    id = record.id
    title =
      "Notice to improve to \(notice.parent), \(notice.from.short) to \(notice.until.short): "
      + record.state(on: date).inWords
    details =
      ["enough is: \(record.line.words)", "before its end: \(notice.earlyGround)"]
      + Self.came(record.outcomes)
    outcomes = record.possibleOutcomes(on: date)
    isAgreement = false
    unsigned = []
  }

  /// A contract or plan.
  public init(_ record: AgreementRecord, on date: SchoolDate) {
    let agreement = record.agreement
    let until = agreement.until.map { " to \($0.short)" } ?? ""
    id = record.id
    title =
      "\(agreement.kind.rawValue.asHeading) from \(agreement.from.short)\(until), review "
      + "\(agreement.review.short): \(record.state(on: date).inWords)"
    details =
      [
        agreement.targets.joined(separator: "; "),
        agreement.support.isEmpty ? "" : "support: \(agreement.support.joined(separator: "; "))",
        record.unsigned.isEmpty
          ? "" : "still to sign: \(record.unsigned.joined(separator: ", "))",
        record.line.words,
      ].filter { !$0.isEmpty } + Self.came(record.outcomes)
    unsigned = record.unsigned
    let maySign = agreement.parties.isEmpty || !record.unsigned.isEmpty
    outcomes =
      record.isOpen(on: date) ? (maySign ? [.signed] : []) + [.met, .notMet, .withdrawn] : []
    isAgreement = true
  }

  /// What became of it, a line each.
  private static func came(_ outcomes: [DayLine]) -> [String] {
    outcomes.compactMap { line in
      guard let outcome = line.outcome else { return nil }
      let by = outcome.by.isEmpty ? "" : " by \(outcome.by)"
      return "\(line.date.short) \(outcome.kind.rawValue)\(by)"
        + (line.words.isEmpty ? "" : ": \(line.words)")
    }
  }
}

extension ImproveRecord.State {
  /// The state as lists give it.
  fileprivate var inWords: String {
    switch self {
    case .ahead: "still to begin"
    case .running: "running"
    case .ended: "its time is up, say how it went"
    case .breached: "breached"
    case .met: "met"
    case .notMet: "not met"
    case .withdrawn: "withdrawn"
    }
  }
}

extension DayBook {
  /// The notices and agreements about the pupil that stand on the date, in the order kept.
  public func noticeRecords(of pupil: Pupil.ID, on date: SchoolDate) -> [NoticeRecord] {
    let all =
      penalties(of: pupil).map { NoticeRecord($0, on: date) }
      + improvements(of: pupil).map { NoticeRecord($0, on: date) }
      + agreements(of: pupil).map { NoticeRecord($0, on: date) }
    return all.sorted { $0.id < $1.id }
  }
}

extension String {
  fileprivate var asHeading: String { prefix(1).uppercased() + dropFirst() }
}
