public import Attendance

/// A case on its ladder: which step comes next, when, and by whom.
public struct LadderClimb: Sendable {
  /// The ladder, as the policy in force has it.
  public let ladder: Ladder
  private let time: SchoolTime

  /// The ladder over the school's time.
  public init(_ ladder: Ladder, over time: SchoolTime) {
    self.ladder = ladder
    self.time = time
  }

  /// The step with that number, or nil beyond the last.
  public func step(_ number: Int) -> LadderStep? {
    ladder.steps.indices.contains(number) ? ladder.steps[number] : nil
  }

  /// When the step is due that follows another taken on the date; nil where it waits for a flag.
  ///
  /// A step without a wait is due at once. After the last step the case is looked at again a half
  /// term later.
  public func due(_ number: Int, after date: SchoolDate) -> SchoolDate? {
    guard let step = step(number) else { return lookAgain(after: date) }
    if let wait = step.after { return wait.due(after: date, in: time) }
    return step.flag == nil ? date : nil
  }

  /// When a case that stays where it is is looked at again: after the wait of its next step, or a
  /// half term later.
  public func again(_ number: Int, after date: SchoolDate) -> SchoolDate? {
    step(number)?.after?.due(after: date, in: time) ?? lookAgain(after: date)
  }

  /// The first day on which the step may be taken, where its wait is a span like 4 to 5 weeks.
  public func earliest(_ number: Int, after date: SchoolDate) -> SchoolDate? {
    step(number)?.after?.earliest(after: date, in: time)
  }

  /// Who takes the step: the role of the policy, or that of the last step for a look after it.
  public func owner(of number: Int) -> String {
    (step(number) ?? ladder.steps.last)?.owner ?? ""
  }

  private func lookAgain(after date: SchoolDate) -> SchoolDate? {
    Wait("1 half term")?.due(after: date, in: time)
  }
}
