public import Attendance

/// What a school's figures are held against: its own target, and the national figures of its phase.
public struct Benchmarks: Hashable, Sendable {
  /// The attendance the school aims at, or nil where its policy names none.
  public let target: Percentage?
  /// The national figures of its phase, or nil where the school keeps none.
  public let national: NationalFigures.Row?
  /// The national figures as they are named beside a table, or nil.
  public let nationalWords: String?

  /// The benchmarks of a policy, with the national figures the school keeps.
  public init(_ policy: Policy, _ figures: NationalFigures?) {
    target = policy.targets.attendance
    national = figures?.row(for: policy.school.phase)
    nationalWords = figures.flatMap { figures in
      figures.row(for: policy.school.phase).map {
        "\($0.phase.inWords), \(figures.covers)"
      }
    }
  }

  /// How far attendance lies from the target.
  public func points(fromTarget tally: Tally) -> Points? {
    target.flatMap { Points(tally.attended, of: tally.possible, from: $0.tenths * 10) }
  }

  /// How far attendance lies from the national figure.
  public func points(fromNational tally: Tally) -> Points? {
    national.flatMap {
      Points(tally.attended, of: tally.possible, from: $0.attendance.hundredths)
    }
  }

  /// How far absence lies from the national figure.
  public func absencePoints(fromNational tally: Tally) -> Points? {
    national.flatMap { Points(tally.absent, of: tally.possible, from: $0.absence.hundredths) }
  }

  /// How far the share of persistently absent pupils lies from the national figure.
  public func persistentPoints(fromNational row: FigureRow) -> Points? {
    guard let national, let persistent = row.persistent, let pupils = row.pupils else { return nil }
    return Points(persistent, of: pupils, from: national.persistent.hundredths)
  }
}
