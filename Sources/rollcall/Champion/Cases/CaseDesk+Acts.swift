import Attendance
import Policies
import Storage

// What is done at the desk: each checks the right, makes the act and leaves it to be kept.
extension CaseDesk {
  /// The act that opens a case for the pupil on a ladder, for a flag or for another reason.
  func opening(
    _ member: Roll.Member, on ladder: String?, for flag: String?, to owner: CaseOwner?,
    saying words: String
  ) throws -> Act {
    try requireWork(on: member)
    let survey = try desk.survey(of: [member], listing: true)
    guard let one = survey.cases.first else { throw StoreFault.unknownPupil }
    let met = one.findings.findings.filter(\.isMet)
    let finding =
      try flag.map { try self.finding($0, met, member) }
      ?? met.first { starts($0.rule.id, ladder) }
    let climb = try self.climb(ladder ?? ladderStarted(by: finding?.rule.id, member))
    if finding == nil, words.isEmpty { throw CaseRefusal.noWords }
    return try climb.opening(
      for: member.pupil.id, flag: finding?.rule.id ?? "",
      value: finding?.amount.description ?? "",
      possible: one.line.tally(in: desk.yearSoFar).possible,
      least: climb.ladder.minSessions ?? desk.policy.flags.minSessions,
      open: cases.filter { $0.pupil == member.pupil.id },
      owner: owner ?? self.owner(of: climb.owner(of: 0), for: member), saying: words,
      at: moment(of: member.pupil.id))
  }

  /// The act that takes the next step of the case.
  func stepping(
    _ one: Case, early: Bool = false, to owner: CaseOwner? = nil, saying words: String
  ) throws -> Act {
    let member = try worked(one)
    let climb = try climb(one.opening.ladder)
    return try climb.step(
      of: one, flags: Set(flags(of: member)), review: review(one), early: early,
      owner: owner ?? self.owner(of: climb.owner(of: one.step + 2), for: member), saying: words,
      at: moment(of: one.pupil))
  }

  /// The act that leaves the case where it is, to be looked at again.
  func staying(_ one: Case, until: SchoolDate?, saying words: String) throws -> Act {
    _ = try worked(one)
    return try climb(one.opening.ladder).staying(
      of: one, review: review(one), until: until, saying: words, at: moment(of: one.pupil))
  }

  /// The act that closes the case.
  func closing(
    _ one: Case, _ outcome: CaseClosing.Outcome, back: SchoolDate?, saying words: String
  ) throws -> Act {
    if outcome != .left { _ = try worked(one) }
    return try climb(one.opening.ladder).closing(
      one, outcome, review: review(one), back: back, saying: words, at: moment(of: one.pupil))
  }

  /// The act that leaves the case until a later day.
  func snoozing(_ one: Case, until: SchoolDate, saying words: String) throws -> Act {
    try one.snoozing(
      until: until, flags: flags(of: worked(one)), saying: words, at: moment(of: one.pupil))
  }

  /// The act that leaves the pupil's flags, or their open case, until a later day.
  func snoozing(_ member: Roll.Member, until: SchoolDate, saying words: String) throws -> Act {
    try requireWork(on: member)
    if let open = cases.first(where: { $0.pupil == member.pupil.id && $0.isOpen }) {
      return try snoozing(open, until: until, saying: words)
    }
    let flags = try flags(of: member)
    guard !flags.isEmpty else {
      throw Refused(
        "rollcall: no rule flags \(member.pupil.name.onRegister) now, so there is nothing to leave")
    }
    return try Snooze(until: until, flags: flags).act(
      of: member.pupil.id, saying: words, at: moment(of: member.pupil.id))
  }

  /// The rules that flag the pupil now, in the order of the policy.
  private func flags(of member: Roll.Member) throws -> [String] {
    let findings = try desk.survey(of: [member]).cases.first?.findings.findings ?? []
    var seen: Set<String> = []
    return findings.filter(\.isMet).map(\.rule.id).filter { seen.insert($0).inserted }
  }

  /// The act that gives the case to somebody else.
  func assigning(_ one: Case, to owner: CaseOwner, saying words: String) throws -> Act {
    _ = try worked(one)
    return try one.assigning(to: owner, saying: words, at: moment(of: one.pupil))
  }

  /// The act that notes something done for a pupil, or arranged; on their open case if they have one.
  func noting(
    _ action: CaseAction, _ nature: DayLine.Nature = .ordinary, for member: Roll.Member,
    about one: Case? = nil, on date: SchoolDate, saying words: String
  ) throws -> Act {
    // Who may add notes to a pupil may write down what was said; the rest is casework.
    try requireWork(on: member, action.kind == .note ? .addNotes : .workCases)
    // What was done has to stand where steps and clocks are counted; what was said need not.
    if nature != .ordinary, action.kind != .note {
      throw Refused(
        "rollcall: only a note can be about \(nature.rawValue); record the \(action.kind.rawValue) "
          + "without it, and what was said in a note of its own")
    }
    if let denial = person.permissions(under: desk.policy).denial(ofWriting: nature) {
      throw Refused("rollcall: \(denial)")
    }
    let open = cases.filter { $0.pupil == member.pupil.id && $0.isOpen }
    var act = try action.act(
      of: member.pupil.id, about: one ?? (open.count == 1 ? open.first : nil), on: date,
      saying: words, at: moment(of: member.pupil.id))
    act.lines[0].nature = nature
    return act
  }

  /// The act that says what became of a meeting, an agreement or a notice.
  func outcome(of number: Int64, _ outcome: CaseOutcome, saying words: String) throws -> Act {
    let line = try line(number)
    switch line.matter {
    case .casework(.action), .casework(.agreement), .casework(.improve), .casework(.penalty): break
    default:
      throw Refused(
        "rollcall: line \(number) is no meeting, agreement or notice; 'rollcall case show' has the "
          + "numbers")
    }
    try requireWork(on: try memberOfLine(line))
    if words.isEmpty, outcome.by.isEmpty { throw CaseRefusal.noWords }
    return moment(of: line.pupil).act(.outcome(outcome), of: line.pupil, about: line.id, words)
  }

  /// The act that takes a line of the casework back; both stay in the book.
  func undoing(_ number: Int64, saying words: String) throws -> Act {
    let line = try line(number)
    let member = try memberOfLine(line)
    if case .casework(.held) = line.matter {
      try requireWork(on: member, .holdCases)
    } else {
      try requireWork(on: member)
    }
    if words.isEmpty { throw CaseRefusal.noWords }
    return Act(
      kind: .logged, by: person.person, at: desk.school.clock.now,
      lines: [
        ProposedLine(
          pupil: line.pupil, date: desk.school.clock.now.date, about: .kept(line.id),
          matter: .withdrawn, words: words)
      ])
  }

  /// The act that lets letters, ladders and rewards wait for the pupil.
  func holding(_ member: Roll.Member, _ hold: Hold, saying words: String) throws -> Act {
    try requireWork(on: member, .holdCases)
    if hold.until < hold.from || hold.until < desk.school.clock.now.date {
      throw CaseRefusal.notLater(hold.until)
    }
    var act = moment(of: member.pupil.id).act(.held(hold), of: member.pupil.id, about: nil, words)
    // A line never ends before its own day.
    act.lines[0].date = min(hold.until, max(hold.from, desk.school.clock.now.date))
    return act
  }

  /// The line of the casework with that number that stands.
  private func line(_ number: Int64) throws -> DayLine {
    guard let line = book.line(DayLine.ID(number)), !book.isWithdrawn(line),
      case .casework = line.matter
    else { throw Refused("rollcall: \(CaseRefusal.nothingToUndo(number))") }
    // Who sees only that it is there has no say in what becomes of it.
    if line.nature != .ordinary, line.words == line.nature.inPlace, let right = line.nature.right {
      try desk.school.require(right, to: "answer or take back a note about \(line.nature.rawValue)")
    }
    return line
  }

  private func memberOfLine(_ line: DayLine) throws -> Roll.Member {
    guard let pupil = line.pupil, let member = desk.roll.member(pupil, on: date) else {
      throw Refused("rollcall: the pupil of line \(line.id.number) is not on roll any more")
    }
    return member
  }

  /// The pupil of the case, whom the person may work with.
  private func worked(_ one: Case) throws -> Roll.Member {
    guard let pupil = one.pupil, let member = desk.roll.member(pupil, on: date) else {
      throw Refused(
        "rollcall: the pupil of case \(one.id.number) has left the roll; close it with the outcome "
          + "'left'")
    }
    try requireWork(on: member)
    return member
  }

  private func finding(
    _ flag: String, _ met: [Finding], _ member: Roll.Member
  ) throws -> Finding {
    if desk.policy.rule(flag) == nil {
      let ids = desk.policy.flags.rules.map(\.id).joined(separator: ", ")
      throw Refused("rollcall: the policy has no rule '\(flag)'; it has \(ids)")
    }
    guard let found = met.first(where: { $0.rule.id == flag }) else {
      throw Refused(
        "rollcall: \(flag) does not flag \(member.pupil.name.onRegister); leave it out and say why the "
          + "case is opened")
    }
    return found
  }

  /// Whether a flag of the rule starts the ladder, or some ladder.
  private func starts(_ rule: String, _ ladder: String?) -> Bool {
    desk.policy.ladders.contains {
      (ladder == nil || $0.id == ladder) && $0.startsOn.contains(rule)
    }
  }

  private func ladderStarted(by rule: String?, _ member: Roll.Member) throws -> String {
    let ladders = desk.policy.ladders
    if let rule, let started = ladders.first(where: { $0.startsOn.contains(rule) }) {
      return started.id
    }
    let ids = ladders.map(\.id).joined(separator: ", ")
    throw Refused(
      "rollcall: no flag of \(member.pupil.name.onRegister) starts a ladder by itself; name one: \(ids)"
    )
  }
}
