public import Attendance

// The acts of a case: opening, taking a step, staying, closing, leaving it for later, handing it on.

/// What the acts of a case go by: who acts, when, and what stands in the way.
public struct CaseMoment: Sendable {
  /// Who acts.
  public let person: Person
  /// When.
  public let now: Instant
  /// What keeps ladders and letters waiting for the pupil, or nil.
  public let hold: Hold?

  /// What holds at the moment of an act.
  public init(by person: Person, now: Instant, hold: Hold?) {
    self.person = person
    self.now = now
    self.hold = hold
  }

  /// An act that keeps one line about a case.
  public func act(_ work: Casework, of pupil: Pupil.ID?, about line: DayLine.ID?, _ words: String)
    -> Act
  {
    Act(
      kind: .logged, by: person, at: now,
      lines: [
        ProposedLine(
          pupil: pupil, date: now.date, about: line.map { .kept($0) }, matter: .casework(work),
          words: words)
      ])
  }
}

extension LadderClimb {
  /// The act that opens a case for the pupil.
  ///
  /// Figures are exact from the first session, but ladders wait for the policy's least number of
  /// possible sessions (U26), and while a hold stands.
  public func opening(
    for pupil: Pupil.ID, flag: String, value: String, possible: Int, least: Int, open: [Case],
    owner: CaseOwner?, saying words: String, at moment: CaseMoment
  ) throws(CaseRefusal) -> Act {
    if let same = open.first(where: { $0.opening.ladder == ladder.id && $0.isOpen }) {
      throw .alreadyOpen(same.id, ladder: ladder.name)
    }
    if let hold = moment.hold { throw .held(hold) }
    if possible < least { throw .early(possible: possible, least: least) }
    let opening = CaseOpening(
      ladder: ladder.id, flag: flag, value: value, due: due(0, after: moment.now.date),
      owner: owner ?? CaseOwner(role: self.owner(of: 0)))
    return moment.act(.opened(opening), of: pupil, about: nil, words)
  }

  /// The act that takes the next step of the case.
  ///
  /// A step before its time, or without its flag, is taken only by whoever says so.
  public func step(
    of one: Case, flags: Set<String>, review: CaseReview?, early: Bool = false,
    owner: CaseOwner?, saying words: String, at moment: CaseMoment
  ) throws(CaseRefusal) -> Act {
    try checkOpen(one, words)
    if let hold = moment.hold { throw .held(hold) }
    let number = one.step + 1
    let today = moment.now.date
    guard let step = step(number) else { throw .lastStep(one.id, ladder.name) }
    if !early {
      if let flag = step.flag, !flags.contains(flag) { throw .noFlag(step.name, flag) }
      if let first = earliest(number, after: one.stepTaken), first > today {
        throw .tooEarly(step.name, first)
      }
    }
    let turn = CaseTurn(
      .took, step: number, name: step.name, due: due(number + 1, after: today),
      owner: owner ?? CaseOwner(role: self.owner(of: number + 1)),
      progress: one.step < 0 ? nil : review?.progress)
    return moment.act(.turned(turn), of: one.pupil, about: one.id, words)
  }

  /// The act that leaves the case at its step after a review, to be looked at again.
  public func staying(
    of one: Case, review: CaseReview?, until: SchoolDate?, saying words: String,
    at moment: CaseMoment
  ) throws(CaseRefusal) -> Act {
    try checkOpen(one, words)
    let today = moment.now.date
    if let until, until <= today { throw .notLater(until) }
    let turn = CaseTurn(
      .stayed, step: one.step, name: one.stepName ?? "",
      due: until ?? again(one.step + 1, after: today), owner: one.owner, progress: review?.progress)
    return moment.act(.turned(turn), of: one.pupil, about: one.id, words)
  }

  /// The act that closes the case.
  ///
  /// Where a flag still stands it is shown as open again from the day given, or after a half term, so
  /// that closing hides nobody for good.
  public func closing(
    _ one: Case, _ outcome: CaseClosing.Outcome, review: CaseReview?, back: SchoolDate?,
    saying words: String, at moment: CaseMoment
  ) throws(CaseRefusal) -> Act {
    try checkOpen(one, words)
    let today = moment.now.date
    if let back, back <= today { throw .notLater(back) }
    let returns = outcome == .left ? nil : back ?? again(ladder.steps.count, after: today)
    return moment.act(
      .closed(CaseClosing(outcome, back: returns, progress: review?.progress)), of: one.pupil,
      about: one.id, words)
  }

  private func checkOpen(_ one: Case, _ words: String) throws(CaseRefusal) {
    if let closed = one.closing { throw .closed(one.id, closed.line) }
    if words.isEmpty { throw .noWords }
  }
}

extension Case {
  /// The act that leaves the case until a later day, on which it comes back by itself.
  public func snoozing(
    until: SchoolDate, flags: [String], saying words: String, at moment: CaseMoment
  ) throws(CaseRefusal) -> Act {
    if let closing { throw .closed(id, closing.line) }
    return try Snooze(until: until, flags: flags).act(
      of: pupil, about: id, saying: words, at: moment)
  }

  /// The act that gives the case to somebody else.
  public func assigning(
    to owner: CaseOwner, saying words: String, at moment: CaseMoment
  ) throws(CaseRefusal) -> Act {
    if let closing { throw .closed(id, closing.line) }
    if owner == self.owner { throw .sameOwner }
    return moment.act(.assigned(owner), of: pupil, about: id, words)
  }
}

extension Snooze {
  /// The act that leaves a case, or the flags of a pupil without one, until a later day.
  public func act(
    of pupil: Pupil.ID?, about line: DayLine.ID? = nil, saying words: String, at moment: CaseMoment
  ) throws(CaseRefusal) -> Act {
    if words.isEmpty { throw .noWords }
    if until <= moment.now.date { throw .notLater(until) }
    return moment.act(.snoozed(self), of: pupil, about: line, words)
  }
}

extension CaseAction {
  /// The act that notes something done on a day, or arranged for one, about a case or a pupil.
  public func act(
    of pupil: Pupil.ID?, about one: Case?, on date: SchoolDate, saying words: String,
    at moment: CaseMoment
  ) throws(CaseRefusal) -> Act {
    if date > moment.now.date, !isPlanned { throw .stillToCome(date) }
    // An empty note would clear a pupil off a list and say nothing.
    if words.isEmpty, !isPlanned { throw .noWords }
    // What was arranged to stop may still be written down while a hold stands, but not begun.
    if let hold = moment.hold, kind == .letter || kind == .referral { throw .held(hold) }
    var act = moment.act(.action(self), of: pupil, about: one?.id, words)
    act.lines[0].date = date
    return act
  }
}
