import Attendance
import Policies

extension RegisterScreen {
  /// Why nothing can be marked here now by this person; nil where it can.
  func barToMarking(at desk: Desk) -> Bar? {
    if let closed = open.closed {
      return Bar("No school at this session: \(closed); if that is wrong, correct the calendar")
    }
    let isToday = desk.now.date == key.session.date
    if key.session.date > desk.now.date { return Bar(.inTheFuture(key.session)) }
    let phase = register.phase(now: desk.now)
    if phase == .notOpen, let window = register.window {
      return Bar(.notOpenYet(opens: window.opens))
    }
    if register.taken == nil {
      // All day by its taker or cover; typed from paper on a later day, by who may amend.
      return desk.denial(of: isToday ? .takeRegister : .amendAfterClosing, open.relations)
    }
    let isOpen = phase == .open || phase == nil && isToday
    return desk.denial(of: isOpen ? .amendBeforeClosing : .amendAfterClosing, open.relations)
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    guard case .register(let command) = command else { return nil }
    return bar(toPupils: command) ?? bar(to: command, at: desk)
  }

  /// A register of nobody has little to do.
  private func bar(toPupils command: Command.OfRegister) -> Bar? {
    switch command {
    case .present, .notHere, .late, .code, .codes, .fill, .clear, .note, .row, .find, .undo, .redo,
      .submit, .move, .column, .week, .pupil, .history, .settle:
      register.rows.isEmpty ? Bar("Nobody is due in this register; Esc goes back") : nil
    case .earlier, .later, .classView: nil
    }
  }

  private func bar(to command: Command.OfRegister, at desk: Desk) -> Bar? {
    switch command {
    case .present, .code, .codes: return barToMarking(at: desk)
    case .clear: return barToMarking(at: desk)
    case .notHere: return barToMarking(at: desk) ?? barToCode("N", at: desk)
    case .late: return barToMarking(at: desk) ?? barToCode("L", at: desk)
    case .fill:
      if let bar = barToMarking(at: desk) { return bar }
      if !register.rules.mayFill { return Bar(.fillingIsOff) }
      return register.blankNumbers.isEmpty ? Bar("No row is blank; ^S submits") : nil
    case .submit:
      if let bar = barToMarking(at: desk) { return bar }
      return register.taken != nil && register.changesToSend == 0
        ? Bar("Submitted already; mark a change first, then ^S submits it") : nil
    case .undo: return register.canUndo ? nil : Bar("There is nothing to undo")
    case .redo: return register.canRedo ? nil : Bar("There is nothing to redo")
    case .settle:
      if toSettle.isEmpty { return Bar("No two sightings contradict each other here") }
      return desk.denial(of: .settleContradictions, open.relations)
    case .pupil: return barInClass ?? desk.denial(of: .viewPupil, open.relations)
    case .history: return barInClass ?? desk.denial(of: .viewHistory, open.relations)
    case .week: return barInClass
    case .earlier where unsaved != nil, .later where unsaved != nil:
      return Bar("Some marks are not on disk yet; stay until they are")
    case .earlier: return open.earlier == nil ? Bar("No earlier session is in the calendar") : nil
    case .later: return open.later == nil ? Bar("No later session is in the calendar") : nil
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
