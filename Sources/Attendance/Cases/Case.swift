/// A case on a ladder of the policy, as its lines in the day book come to.
public struct Case: Hashable, Identifiable, Sendable {
  /// How a case stands on a day.
  public enum State: Hashable, Sendable {
    /// Nothing is due yet.
    case waiting
    /// Its next step or look is due on the day.
    case due
    /// It was due on an earlier day.
    case overdue
    /// It is left until a later day.
    case snoozed(until: SchoolDate)
    case closed
  }

  /// The line that opened it; its words say why.
  public let line: DayLine
  /// How it was opened.
  public let opening: CaseOpening
  /// What was written about it since and stands, oldest first.
  public let lines: [DayLine]
  /// What was written about those lines: what became of meetings, agreements and notices.
  public let outcomes: [DayLine.ID: [DayLine]]

  /// Since when the flag stands that its next step waits for, where somebody has looked; else nil.
  public var flagStands: SchoolDate?

  /// Its number.
  public var id: DayLine.ID { line.id }
  /// Whose case it is.
  public var pupil: Pupil.ID? { line.pupil }

  /// What was decided last, with its line; nil before the first step or review.
  public var lastTurn: (line: DayLine, turn: CaseTurn)? {
    for line in lines.reversed() {
      if case .casework(.turned(let turn)) = line.matter { return (line, turn) }
    }
    return nil
  }

  /// The step last taken, counted from 0, or -1 before the first.
  public var step: Int { lastTurn?.turn.step ?? -1 }

  /// The name of the step last taken, or nil before the first.
  public var stepName: String? { step < 0 ? nil : lastTurn?.turn.name }

  /// The day of the step last taken, or of the opening.
  public var stepTaken: SchoolDate {
    for line in lines.reversed() {
      if case .casework(.turned(let turn)) = line.matter, turn.kind == .took { return line.date }
    }
    return line.date
  }

  /// How it was closed, with the line; nil while it is open.
  public var closing: (line: DayLine, closing: CaseClosing)? {
    for line in lines.reversed() {
      if case .casework(.closed(let closing)) = line.matter { return (line, closing) }
    }
    return nil
  }

  /// Whether it is open.
  public var isOpen: Bool { closing == nil }

  /// When the next step or look is due; nil where it waits for a flag, or is closed.
  public var due: SchoolDate? {
    guard isOpen else { return nil }
    let due = if let lastTurn { lastTurn.turn.due } else { opening.due }
    return due ?? flagStands
  }

  /// Who takes the next step.
  public var owner: CaseOwner {
    for line in lines.reversed() {
      switch line.matter {
      case .casework(.assigned(let owner)): return owner
      case .casework(.turned(let turn)): return turn.owner
      default: continue
      }
    }
    return opening.owner
  }

  /// Until when it is left, where that is after the day and nothing was decided since.
  public func snoozed(on date: SchoolDate) -> Snooze? {
    for line in lines.reversed() {
      switch line.matter {
      case .casework(.turned): return nil
      case .casework(.snoozed(let snooze)): return snooze.until > date ? snooze : nil
      default: continue
      }
    }
    return nil
  }

  /// How it stands on the day.
  public func state(on date: SchoolDate) -> State {
    if !isOpen { return .closed }
    if let snooze = snoozed(on: date) { return .snoozed(until: snooze.until) }
    guard let due, due <= date else { return .waiting }
    return due == date ? .due : .overdue
  }

  /// The meetings and visits that are arranged and of which nothing is known yet, with their lines.
  public var arranged: [(line: DayLine, action: CaseAction)] {
    lines.compactMap { line in
      guard case .casework(.action(let action)) = line.matter, action.isPlanned,
        outcomes[line.id] == nil
      else { return nil }
      return (line, action)
    }
  }
}

extension DayBook {
  /// Every case that was opened and not taken back, oldest first.
  public var cases: [Case] {
    standing.compactMap { line in
      guard case .casework(.opened(let opening)) = line.matter else { return nil }
      let lines = answers(to: line)
      let outcomes = Dictionary(
        uniqueKeysWithValues: lines.compactMap { line -> (DayLine.ID, [DayLine])? in
          let answers = answers(to: line)
          return answers.isEmpty ? nil : (line.id, answers)
        })
      return Case(line: line, opening: opening, lines: lines, outcomes: outcomes)
    }
  }

  /// The flags of a pupil that are left until later than the day, without a case, by rule.
  public func snoozedFlags(of pupil: Pupil.ID, on date: SchoolDate) -> [String: SchoolDate] {
    var left: [String: SchoolDate] = [:]
    for line in standing where line.pupil == pupil && line.about == nil {
      guard case .casework(.snoozed(let snooze)) = line.matter else { continue }
      for flag in snooze.flags { left[flag] = snooze.until > date ? snooze.until : nil }
    }
    return left
  }

  /// What keeps letters, ladders and rewards waiting for the pupil on the day, oldest first.
  public func holds(of pupil: Pupil.ID, on date: SchoolDate) -> [(line: DayLine, hold: Hold)] {
    standing.compactMap { line in
      guard line.pupil == pupil, case .casework(.held(let hold)) = line.matter,
        hold.from <= date, date <= hold.until,
        // A hold that is over before its day was taken back, or done.
        !answers(to: line).contains(where: { $0.matter == .done })
      else { return nil }
      return (line, hold)
    }
  }
}
