extension Register {
  /// What submitting the register would ask to keep.
  ///
  /// Marks of the draft, planned absences nobody contradicted, and, where asked, N for every blank.
  /// Throws a refusal that names the blanks, or says that there is nothing to submit.
  public func act(
    by person: Person, now: Instant, observer: Observation? = nil, blanksAsN: Bool = false
  ) throws(Refusal) -> Act {
    if !blanksAsN, taken == nil, !blankNumbers.isEmpty { throw .stillBlank(rows: blankNumbers) }
    let marks = rows.indices.compactMap { proposal(at: $0, blanksAsN: blanksAsN) }
    guard !marks.isEmpty || (taken == nil && !rows.isEmpty) else { throw .nothingToSubmit }
    return Act(
      kind: taken == nil ? .taken : .amended, by: person, at: now, observer: observer,
      register: key, marks: marks)
  }

  private func proposal(at row: Int, blanksAsN: Bool) -> ProposedMark? {
    let line = rows[row]
    let standing = line.standing?.entry
    func proposed(_ mark: Draft.Mark, basis: Precedence.Basis) -> ProposedMark {
      ProposedMark(
        pupil: line.pupil.id, session: key.session, code: mark.code, minutes: mark.minutes,
        note: mark.note, how: mark.how, basis: basis, seen: mark.seen, reason: mark.reason)
    }
    if let mark = draft[line.pupil.id], !mark.code.isEmpty {
      if let standing, standing.code == mark.code, standing.minutes == mark.minutes,
        standing.note == mark.note
      {
        return nil
      }
      let code = rules.codes.code(mark.code, on: key.session.date)
      let planned = mark.how == .planned ? line.plan?.basis : nil
      return proposed(mark, basis: planned ?? Precedence.Basis(code, how: mark.how))
    }
    if standing != nil { return nil }
    let isCleared = draft[line.pupil.id] != nil
    if let plan = line.plan, !isCleared {
      return proposed(
        Draft.Mark(code: plan.code, how: .planned, at: plan.at), basis: plan.basis)
    }
    guard blanksAsN else { return nil }
    return proposed(
      Draft.Mark(code: "N", how: .filled, at: Instant(seconds: 0)), basis: .unexplained)
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
