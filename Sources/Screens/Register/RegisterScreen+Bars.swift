import Attendance
import Policies

extension RegisterScreen {
  /// Why nothing can be marked here now by this person; nil where it can.
  func barToMarking(at desk: Desk) -> Bar? {
    if let closed = open.closed {
      return Bar("No school at this session: \(closed); if that is wrong, correct the calendar")
    }
    return register.bar(toMarkingWith: desk.permissions, open.relations, now: desk.now)
  }

  /// Why nothing can be sent; a change made in time may be sent once the register has closed.
  private func barToSubmitting(at desk: Desk) -> Bar? {
    guard let bar = barToMarking(at: desk) else { return nil }
    return open.closed == nil && register.maySendLate(with: desk.permissions, open.relations)
      ? nil : bar
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    if case .office(let command) = command { return bar(toAmending: command, at: desk) }
    guard case .register(let command) = command else { return nil }
    return bar(toPupils: command) ?? bar(to: command, at: desk)
  }

  /// A register of nobody has little to do.
  private func bar(toPupils command: Command.OfRegister) -> Bar? {
    switch command {
    case .present, .notHere, .late, .code, .codes, .fill, .clear, .note, .row, .find, .undo, .redo,
      .submit, .move, .column, .week, .pupil, .history, .settle, .takeOver:
      register.rows.isEmpty ? Bar("Nobody is due in this register; Esc goes back") : nil
    case .earlier, .later, .classView: nil
    }
  }

  private func bar(to command: Command.OfRegister, at desk: Desk) -> Bar? {
    switch command {
    case .present, .code, .codes: return barToMarking(at: desk)
    case .clear:
      // One's own mark that was never sent can always be dropped.
      return register.rows.indices.contains(cursor) && register.isDraft(at: cursor)
        ? nil : barToMarking(at: desk)
    case .notHere: return barToMarking(at: desk) ?? barToCode("N", at: desk)
    case .late: return barToMarking(at: desk) ?? barToCode("L", at: desk)
    case .fill:
      if let bar = barToMarking(at: desk) { return bar }
      if !register.rules.mayFill { return Bar(.fillingIsOff) }
      return register.blankNumbers.isEmpty ? Bar("No row is blank; ^S submits") : nil
    case .submit:
      if let bar = barToSubmitting(at: desk) { return bar }
      return register.taken != nil && register.changesToSend == 0
        ? Bar("Submitted already; mark a change first, then ^S submits it") : nil
    case .undo:
      return register.canUndo || amended != nil ? nil : Bar("There is nothing to undo")
    case .redo: return register.canRedo ? nil : Bar("There is nothing to redo")
    case .takeOver:
      if !register.rows.indices.contains(where: {
        shownCode(at: $0).isEmpty && unsent(at: $0) != nil
      }) {
        return Bar("Nobody else has marked a row that is blank here")
      }
      return barToMarking(at: desk)
    case .settle:
      if toSettle.isEmpty { return Bar("No two sightings contradict each other here") }
      return desk.denial(of: .settleContradictions, open.relations)
    case .pupil: return barInClass ?? desk.denial(of: .viewPupil, open.relations)
    case .history: return barInClass ?? desk.denial(of: .viewHistory, open.relations)
    case .week: return barInClass
    case .earlier where unsaved != nil, .later where unsaved != nil:
      return Bar("Some marks are not on disk yet; stay until they are")
    case .earlier: return open.earlier == nil ? Bar("No earlier session is in the calendar") : nil
    case .later:
      return open.later == nil
        ? Bar("No later session has begun; a register is looked at once it opens") : nil
    case .note: return barToMarking(at: desk) == nil ? barInClass : nil
    case .row, .find, .move, .column, .classView: return nil
    }
  }

  /// What a class must not read.
  private var barInClass: Bar? {
    isClassView ? Bar("Hidden in class view; ^V shows all again") : nil
  }

  private func barToCode(_ code: String, at desk: Desk) -> Bar? {
    guard let allowed = register.rules.allowed, !allowed.contains(code) else { return nil }
    return desk.permissions.denial(ofMarking: code).map { Bar($0) }
      ?? Bar(.codeNotForRole(code, role: register.rules.role))
  }
}
