public import Attendance

/// What the day book says about things that fall due, sorted by pupil once.
public struct DueBook: Sendable {
  /// The lines it was made of.
  public let book: DayBook
  /// Every case, oldest first.
  public let cases: [Case]
  private let considered: [Pupil.ID: [(line: DayLine, event: ConsideredEvent)]]
  private let returned: [Pupil.ID: [(line: DayLine, made: ReturnMade)]]
  private let noticed: [Pupil.ID: [ClosedRange<Session>]]
  private let held: [Pupil.ID: [(line: DayLine, hold: Hold)]]

  /// The book of casework, made ready to be asked pupil by pupil.
  public init(_ book: DayBook) {
    self.book = book
    cases = book.cases
    var considered: [Pupil.ID: [(line: DayLine, event: ConsideredEvent)]] = [:]
    var returned: [Pupil.ID: [(line: DayLine, made: ReturnMade)]] = [:]
    var noticed: [Pupil.ID: [ClosedRange<Session>]] = [:]
    var held: [Pupil.ID: [(line: DayLine, hold: Hold)]] = [:]
    for line in book.standing {
      guard let pupil = line.pupil, case .casework(let work) = line.matter else { continue }
      switch work {
      case .considered(let event): considered[pupil, default: []].append((line, event))
      case .returned(let made): returned[pupil, default: []].append((line, made))
      case .penalty(let notice):
        // A notice for an excluded pupil rests on no count of absences; one that was not issued, or
        // was withdrawn, spends nothing.
        let isGone = book.outcomes(of: line).contains { $0 == .withdrawn || $0 == .declined }
        if notice.level != nil, !isGone { noticed[pupil, default: []].append(notice.sessions) }
      case .held(let hold):
        if !book.answers(to: line).contains(where: { $0.matter == .done }) {
          held[pupil, default: []].append((line, hold))
        }
      case .opened, .turned, .assigned, .snoozed, .closed, .action, .agreement, .improve,
        .outcome:
        continue
      }
    }
    self.considered = considered
    self.returned = returned
    self.noticed = noticed
    self.held = held
  }

  /// The events of a rule that were considered for the pupil, each with its line.
  public func considered(
    _ rule: String, of pupil: Pupil.ID
  ) -> [(line: DayLine, event: ConsideredEvent)] {
    considered[pupil, default: []].filter { $0.event.rule == rule }
  }

  /// The line by which a return was made about the days, or nil.
  public func made(_ id: String, of pupil: Pupil.ID, for days: (SchoolDate) -> Bool) -> DayLine? {
    returned[pupil]?.last { $0.made.id == id && days($0.made.episode) }?.line
  }

  /// The line by which the authority was told of who came or left, or nil.
  public func made(_ one: RollReturn) -> DayLine? {
    returned[one.pupil]?.last { one.isTold(by: $0.made) }?.line
  }

  /// The sessions of notices that were issued about the pupil and stand.
  public func sessionsOfNotices(about pupil: Pupil.ID) -> [ClosedRange<Session>] {
    noticed[pupil] ?? []
  }

  /// The holds of the pupil that stand, each with its line.
  public func holds(of pupil: Pupil.ID) -> [(line: DayLine, hold: Hold)] { held[pupil] ?? [] }

  /// The last day of a hold that stands for the pupil on the date, or nil.
  public func heldUntil(_ pupil: Pupil.ID, on date: SchoolDate) -> SchoolDate? {
    holds(of: pupil).map(\.hold).filter { $0.from <= date && date <= $0.until }.map(\.until).max()
  }
}

extension DayBook {
  /// What became of what the line says, oldest first.
  func outcomes(of line: DayLine) -> [CaseOutcome.Kind] {
    answers(to: line).compactMap { answer in
      if case .casework(.outcome(let outcome)) = answer.matter { return outcome.kind }
      return nil
    }
  }
}
