import Attendance
import Policies
import Terminal

extension RegisterScreen {
  /// Takes the answer to what is asked.
  mutating func answer(_ answer: Command.OfQuestion, at desk: Desk) -> [Move] {
    guard let asking = prompt else { return [] }
    switch answer {
    case .accept: return accept(asking, at: desk)
    case .cancel: return cancel(asking, at: desk)
    case .nextField:
      if case .note(var form) = asking {
        form.isOnNote.toggle()
        prompt = .note(form)
      }
      return []
    case .blanksAsN:
      prompt = nil
      return submit(blanksAsN: true, at: desk)
    case .fill:
      prompt = nil
      return fill(at: desk)
    case .isCode:
      guard case .codeOrRow(let code, let row, _) = asking else { return [] }
      prompt = nil
      cursor = row
      return mark(code, at: desk)
    case .isRow:
      guard case .codeOrRow(_, _, let digit) = asking else { return [] }
      prompt = nil
      return typeDigit(.character(digit), at: desk)
    case .keep: return settle(on: true, at: desk)
    case .take: return settle(on: false, at: desk)
    case .next: return settleNext(at: desk)
    case .loseAndLeave: return [.perform(.leave)]
    case .cover: return []
    }
  }

  /// A key that is none of the answers: a digit, a move or a sign goes on with the register, a
  /// letter never does, since it could be meant as an answer.
  mutating func typeAtQuestion(_ key: Key, at desk: Desk) -> [Move]? {
    if case .codeOrRow(_, _, let digit) = prompt, case .character(let next) = key,
      next.isASCII, next.isWholeNumber
    {
      prompt = nil
      _ = typeDigit(.character(digit), at: desk)
      return typeDigit(key, at: desk)
    }
    if case .settle = prompt { return nil }
    if case .leaving = prompt { return nil }
    switch key {
    case .control("s"): return refuse(question(at: desk))
    case .character(let letter) where letter.isLetter: return refuse(question(at: desk))
    default:
      guard let command = Command.given(by: key, at: isWeek ? .week : .register) else { return nil }
      prompt = nil
      if let bar = bar(to: command.id, at: desk) { return refuse(bar.sentence) }
      return perform(command.id, key: key, at: desk)
    }
  }

  /// What is asked, once more, for a key that does not answer it.
  private func question(at desk: Desk) -> String {
    switch prompt {
    case .blanks: "Press N to submit the blanks as N, = to fill them, Esc to go back to them."
    case .codeOrRow(let code, _, let digit):
      "Press C for \(code), R for row \(digit), Esc for neither."
    case .codes, .find, .note, .officeNote, .reason, .asSeen, .settle, .leaving, nil: message.text
    }
  }

  private mutating func cancel(_ asking: Prompt, at desk: Desk) -> [Move] {
    prompt = nil
    switch asking {
    case .find(_, let row): go(to: row, at: desk)
    case .note, .officeNote: say("No note was made.")
    case .reason(_, let row, _): say("Row \(numbered(row)) stays as it is.")
    case .codes(let list): say("Row \(numbered(list.row)) stays as it is.")
    case .asSeen, .blanks: say("Nothing was submitted; the draft is kept.")
    case .codeOrRow: sayRow(at: desk)
    case .settle: say("Still to settle; ! takes it up again.")
    case .leaving: say("You are still here; the marks are tried again.")
    }
    return []
  }

  private mutating func accept(_ asking: Prompt, at desk: Desk) -> [Move] {
    switch asking {
    case .codes(let list):
      guard let code = list.chosen else { return refuse("No code is called so; change the word.") }
      prompt = nil
      cursor = list.row
      return mark(code, at: desk)
    case .find:
      prompt = nil
      sayRow(at: desk)
      return []
    case .note(let form): return annotate(form, at: desk)
    case .officeNote(let field):
      guard !field.isEmpty else { return refuse("Type what the office should know, or Esc.") }
      prompt = nil
      say("Leaving the note.")
      return [.perform(.leaveNote(key, currentPupil.id, field.text))]
    case .reason(let code, let row, let field):
      guard !field.text.allSatisfy({ $0 == " " }) else {
        return refuse("A submitted mark is changed for a reason; type it, or Esc.")
      }
      prompt = nil
      cursor = row
      return mark(code, reason: open.reasons.reason(typed: field.text), at: desk)
    case .asSeen(let field, let blanksAsN): return takeLate(field.text, blanksAsN, at: desk)
    case .blanks, .codeOrRow, .settle, .leaving: return []
    }
  }

  private mutating func annotate(_ form: NoteForm, at desk: Desk) -> [Move] {
    do {
      let minutes = try form.minutes(late: register.window)
      do {
        let changes = try register.annotate(
          form.row, minutes: minutes, note: form.note.text, now: desk.now)
        prompt = nil
        say(resultOfMark(at: form.row))
        return keep(changes)
      } catch {
        return refuse(error.description)
      }
    } catch {
      return refuse(error.sentence)
    }
  }

  /// Takes up the first contradiction from the current row on.
  mutating func settle(at desk: Desk) -> [Move] {
    guard let row = toSettle.first(where: { $0 >= cursor }) ?? toSettle.first else {
      return refuse("No two sightings contradict each other here.")
    }
    cursor = row
    prompt = .settle([])
    say("Row \(numbered(row)): two sightings.")
    return [.perform(.ask(.history(currentPupil.id, key.session)))]
  }

  private mutating func settleNext(at desk: Desk) -> [Move] {
    cursor = toSettle.first { $0 > cursor } ?? toSettle.first ?? cursor
    return settle(at: desk)
  }

  /// Both sightings in words, once their history is known.
  mutating func showSightings(_ lines: [HistoryLine]) {
    guard let standing = register.rows[cursor].standing, let other = standing.contradiction else {
      return
    }
    prompt = .settle(lines)
    func words(_ entry: Entry) -> String {
      guard let line = lines.first(where: { $0.entry.id == entry.id }) else { return entry.code }
      let by = line.submission.typist
      return "\(entry.code) by \(by.name) (\(by.position)) \(line.submission.at.time)"
    }
    say(
      "Row \(numbered(cursor)): 1 \(words(standing.entry)), or 2 \(words(other))? "
        + "Esc decides later.")
  }

  /// Keeps the first sighting or takes the second, as an act of its own.
  private mutating func settle(on first: Bool, at desk: Desk) -> [Move] {
    guard let standing = register.rows[cursor].standing, let other = standing.contradiction else {
      prompt = nil
      return refuse("It has been settled meanwhile.")
    }
    if let bar = desk.denial(of: .settleContradictions, open.relations) {
      return refuse(bar.sentence)
    }
    let chosen = first ? standing.entry : other
    let act = Act(
      kind: .resolved, by: desk.person, at: desk.now, register: key,
      marks: [
        ProposedMark(
          pupil: currentPupil.id, session: key.session, code: chosen.code,
          minutes: chosen.minutes, note: chosen.note, how: chosen.how, basis: .seen,
          seen: standing.entry.id,
          reason: "settled between \(standing.entry.code) and \(other.code)")
      ])
    prompt = nil
    submitting = act
    say("Settling row \(numbered(cursor)) as \(chosen.code).")
    return [.perform(.submit(act, settling: Draft()))]
  }
}

extension RegisterScreen {
  /// Asks before leaving while marks stand on this screen only.
  mutating func askBeforeLeaving() {
    guard let unsaved else { return }
    prompt = .leaving
    let marks = unsaved.count == 1 ? "1 mark is" : "\(unsaved.count) marks are"
    message = Message(
      "\(marks) only here (\(unsaved.why)). Q leaves and loses them; Esc stays.", isRefusal: true)
  }
}
