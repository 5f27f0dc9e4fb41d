public import Attendance

/// The steps about lateness that a pupil's flags have led to.
public struct LatenessLadder: Sendable {
  /// A step, and the day on which its flag led to it.
  public struct Reached: Hashable, Sendable {
    /// The step.
    public let step: LatenessStep
    /// The day.
    public let on: SchoolDate
    /// The rule's name and what it measured.
    public let value: String
  }

  private let steps: [LatenessStep]
  private let book: RuleBook

  /// The ladder of the policy.
  public init(_ policy: Policy, _ book: RuleBook) {
    // Where detentions have their own list, a day's lateness is asked for there.
    steps = policy.lateness.steps
    self.book = book
  }

  /// The rules whose flags lead to its steps.
  public var flags: Set<String> { Set(steps.map(\.flag)) }

  /// The step that each flag of the range of days led to, oldest first.
  ///
  /// A step that asks for the flag again within a time follows the step before it, if the flag comes
  /// within that time of it; else a flag leads to the furthest step that waits for nothing.
  public func reached(
    by line: MarkLine, _ facts: PupilFacts, from first: SchoolDate, through date: SchoolDate
  ) -> [Reached] {
    let episodes = flags.flatMap {
      book.episodes(of: $0, line, facts, from: first, through: date)
    }
    let days = Dictionary(grouping: episodes.filter { $0.metOn >= first }, by: \.metOn)
    var reached: [Reached] = []
    var last: (place: Int, on: SchoolDate)?
    for (day, met) in days.sorted(by: { $0.key < $1.key }) {
      let ids = Set(met.map(\.rule.id))
      guard let place = following(last, ids, on: day) ?? furthest(ids) else { continue }
      let amount = met.first { $0.rule.id == steps[place].flag }?.amount.description ?? ""
      reached.append(Reached(step: steps[place], on: day, value: amount))
      if steps.indices.contains(place + 1), steps[place + 1].againWithin != nil {
        last = (place, day)
      }
    }
    return reached
  }

  /// The step after the last one, where its flag has come again in time.
  private func following(
    _ last: (place: Int, on: SchoolDate)?, _ flags: Set<String>, on day: SchoolDate
  ) -> Int? {
    guard let last, steps.indices.contains(last.place + 1) else { return nil }
    let step = steps[last.place + 1]
    guard flags.contains(step.flag), let within = step.againWithin else { return nil }
    let until = within.due(after: last.on, in: book.time)
    return until.map { day <= $0 } ?? true ? last.place + 1 : nil
  }

  private func furthest(_ flags: Set<String>) -> Int? {
    steps.indices.last { steps[$0].againWithin == nil && flags.contains(steps[$0].flag) }
  }
}

extension LatenessStep {
  /// Whether what was written about the pupil shows that the step was taken.
  ///
  /// A step with a letter is taken by that letter; one without by any try to reach the parents. Either
  /// by an action that is more than a note.
  public func isTaken(by line: DayLine) -> Bool {
    switch line.matter {
    case .paper(let paper): paper.letter == letter
    case .attempt(let attempt): letter == nil || attempt.letter == letter
    case .casework(.action(let action)): !action.isPlanned && action.kind != .note
    default: false
    }
  }
}
