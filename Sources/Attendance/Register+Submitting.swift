extension Register {
  /// What submitting the register would ask to keep.
  ///
  /// Marks of the draft, every planned absence, and, where asked, N for every blank. A plan that a
  /// mark contradicts is kept too, before the mark, so that the history shows what was expected.
  /// Throws a refusal that names the blanks, or says that there is nothing to submit.
  public func act(
    by person: Person, now: Instant, observer: Observation? = nil, blanksAsN: Bool = false
  ) throws(Refusal) -> Act {
    try checkDraft()
    if !blanksAsN, taken == nil, !blankNumbers.isEmpty { throw .stillBlank(rows: blankNumbers) }
    let marks = rows.indices.flatMap { proposals(at: $0, blanksAsN: blanksAsN) }
    guard !marks.isEmpty || (taken == nil && !rows.isEmpty) else { throw .nothingToSubmit }
    return Act(
      kind: taken == nil ? .taken : .amended, by: person, at: now, observer: observer,
      register: key, marks: marks)
  }

  /// Refuses what no key could have typed: a draft is a file, and may have been written by hand.
  ///
  /// What is planned or on record may stand again, whoever's code it is.
  private func checkDraft() throws(Refusal) {
    for line in rows {
      guard let mark = draft[line.pupil.id], !mark.code.isEmpty else { continue }
      if let minutes = mark.minutes, !(0...600).contains(minutes) {
        throw .minutesOutOfRange(minutes)
      }
      if mark.code == line.standing?.entry.code || mark.code == line.plan?.code { continue }
      if isByArrival(mark) { continue }
      _ = try usable(mark.code, for: line)
    }
  }

  /// How many marks of the draft would change the record; one marked again as it stands would not.
  public var changesToSend: Int {
    rows.indices.count { isDraft(at: $0) && !proposals(at: $0, blanksAsN: false).isEmpty }
  }

  private func proposals(at row: Int, blanksAsN: Bool) -> [ProposedMark] {
    let line = rows[row]
    let standing = line.standing?.entry
    let drafted = draft[line.pupil.id]
    if let mark = drafted, !mark.code.isEmpty {
      if let standing, standing.code == mark.code, standing.minutes == mark.minutes,
        standing.note == mark.note
      {
        return []
      }
      return proposals(of: mark, at: line)
    }
    if standing != nil { return [] }
    if let plan = line.plan, drafted == nil { return [planned(plan, in: line)] }
    guard blanksAsN else { return [] }
    return proposals(
      of: Draft.Mark(code: "N", how: .filled, at: Instant(seconds: 0)), at: line)
  }

  /// The mark, and before it the plan that it contradicts: seen beats told, and both are kept.
  private func proposals(of mark: Draft.Mark, at line: RegisterRow) -> [ProposedMark] {
    let own = basis(of: mark, in: line)
    var proposed = ProposedMark(
      pupil: line.pupil.id, session: key.session, code: mark.code, minutes: mark.minutes,
      note: mark.note, how: mark.how, basis: own, seen: mark.seen, reason: mark.reason)
    // What a list expects is no knowledge yet: whoever takes its register says who is there.
    guard line.standing == nil, let plan = line.plan, plan.code != mark.code, plan.source != .list
    else { return [proposed] }
    if proposed.reason.isEmpty {
      proposed.reason = own < plan.basis ? "planned \(plan.code) stands" : "planned \(plan.code)"
    }
    return [planned(plan, in: line), proposed]
  }

  private func planned(_ plan: Plan, in line: RegisterRow) -> ProposedMark {
    ProposedMark(
      pupil: line.pupil.id, session: key.session, code: plan.code, note: neededNote(of: plan),
      how: .planned, basis: plan.basis)
  }

  /// The nature that an activity off site or a code such as B or K needs, which the plan was made
  /// with; what parents say does not stand beside a mark.
  private func neededNote(of plan: Plan) -> String? {
    let code = rules.codes.code(plan.code, on: key.session.date)
    let isNeeded = plan.source == .list || code?.neededNote != nil
    return isNeeded && !plan.note.isEmpty ? plan.note : nil
  }

  /// On what a mark of the draft rests; confirming a plan makes it no weaker.
  private func basis(of mark: Draft.Mark, in line: RegisterRow) -> Precedence.Basis {
    let own = Precedence.Basis(rules.codes.code(mark.code, on: key.session.date), how: mark.how)
    guard let plan = line.plan, plan.code == mark.code else { return own }
    return mark.how == .planned ? plan.basis : max(own, plan.basis)
  }

  /// What becomes of the row's mark in the draft once it is submitted, against what stands or is
  /// planned; nil where the draft holds no mark.
  public func prospect(at row: Int) -> Prospect? {
    let line = rows[row]
    guard let mark = draft[line.pupil.id], !mark.code.isEmpty else { return nil }
    let own = basis(of: mark, in: line)
    guard let standing = line.standing?.entry else {
      guard let plan = line.plan, plan.code != mark.code, plan.source != .list else {
        return .stands
      }
      return own < plan.basis ? .beside : .stands
    }
    let known = rules.codes.code(standing.code, on: key.session.date)
    let outcome = Precedence.outcome(
      of: mark.code, basis: own,
      over: Precedence.Standing(
        entry: standing.id, code: standing.code,
        basis: Precedence.Basis(known, how: standing.how)),
      having: mark.seen)
    return switch outcome {
    case .stands: .stands
    case .beside: .beside
    case .contradicts: .contradicts
    }
  }

  /// What becomes of a mark that meets another.
  public enum Prospect: Hashable, Sendable {
    /// It will stand.
    case stands
    /// It will be kept beside what outranks it.
    case beside
    /// It contradicts another sighting, and the office settles.
    case contradicts
  }

  /// The register in one sentence, as it is said after submitting: `27 present, 1 late, 2 absent`.
  ///
  /// Who is taught elsewhere, or was not due, is neither present nor absent: `, 3 elsewhere`.
  public var summary: String {
    var present = 0
    var late = 0
    var absent = 0
    var elsewhere = 0
    for row in rows.indices {
      guard let code = rules.codes.code(code(at: row), on: key.session.date) else { continue }
      if code.text == "L" {
        late += 1
      } else if code.category == .present {
        present += 1
      } else if code.isAbsence {
        absent += 1
      } else {
        elsewhere += 1
      }
    }
    return "\(present) present, \(late) late, \(absent) absent"
      + (elsewhere > 0 ? ", \(elsewhere) elsewhere" : "")
  }

  /// The rows whose absence nobody has explained: a call is due.
  public var unexplained: [Int] { rows.indices.filter { code(at: $0) == "N" } }
}
