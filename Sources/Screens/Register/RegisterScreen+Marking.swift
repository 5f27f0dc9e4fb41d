import Attendance
import Policies
import Terminal

extension RegisterScreen {
  /// Marks the current row and goes one down, or says why not.
  ///
  /// A row that had a mark and was reached by its number is a correction, as when a child walks in
  /// late: the cursor goes back to where the register was being called.
  mutating func mark(
    _ typed: String, reason: String = "", at desk: Desk
  ) -> [Move] {
    let row = cursor
    let isCorrected = !register.code(at: row).isEmpty
    let refused: String
    do {
      let changes = try register.mark(row, typed, now: desk.now, reason: reason)
      say(resultOfMark(at: row))
      if isCorrected, let left = rowLeft { cursor = left } else { advance(from: row) }
      return keep(changes)
    } catch .amendmentWithoutReason {
      prompt = .reason(code: typed, row: row, Field(limit: 200))
      let choices = open.reasons.inWords
      say(
        "\(numbered(row)) is \(words(ofCode: shownCode(at: row))) on record\(madeBy(row)). Why is it changed?"
          + (choices.isEmpty ? "" : " Or choose: \(choices)."))
      return []
    } catch .codeNotForRole(let code, _) {
      refused = desk.permissions.denial(ofMarking: code)?.description ?? "\(code) is not yours"
    } catch {
      refused = error.description
    }
    return refuse(refused)
  }

  mutating func typeCode(_ key: Key?, at desk: Desk) -> [Move] {
    guard case .character(let letter) = key else { return listCodes() }
    let row = cursor
    let moves = mark(String(letter), at: desk)
    lastLetter = Letter(text: letter.uppercased(), row: row)
    return moves
  }

  /// On to the next row, or to the next of those whom filling left out.
  private mutating func advance(from row: Int) {
    if !round.isEmpty {
      let marked = register.rows[row].pupil.id
      round = round.filter { $0 != marked && isBlank($0) }
      if let next = round.first,
        let place = register.rows.firstIndex(where: { $0.pupil.id == next })
      {
        cursor = place
        message.text += " Next left out: \(numbered(place))."
        return
      }
    }
    cursor = min(row + 1, register.rows.count - 1)
    let name = register.rows[cursor].pupil.name
    if cursor != row, !name.sayAs.isEmpty { message.text += " Next say: \(name.sayAs)." }
  }

  private func isBlank(_ pupil: Pupil.ID) -> Bool {
    register.rows.firstIndex { $0.pupil.id == pupil }.map { register.code(at: $0).isEmpty }
      ?? false
  }

  /// Puts changes on their way to the disk, with those that could not be kept before.
  mutating func keep(_ changes: [Draft.Change]) -> [Move] {
    guard !changes.isEmpty else { return [] }
    sent = (unsaved?.changes ?? []) + changes
    return [.perform(.keepDraft(key, sent))]
  }

  mutating func clear(at desk: Desk) -> [Move] {
    let row = cursor
    if let standing = register.rows[row].standing, !register.isDraft(at: row) {
      return refuse(
        "\(numbered(row)) is \(standing.entry.code) on record; mark another code instead.")
    }
    let changes = register.clear(row, now: desk.now)
    if changes.isEmpty { return refuse("Row \(numbered(row)) is blank already.") }
    say("Row \(numbered(row)): cleared. Undo: ^Z")
    return keep(changes)
  }

  mutating func fill(at desk: Desk) -> [Move] {
    do {
      let filled = try register.fill(now: desk.now)
      let count = filled.changes.count
      var sentences: [String] = []
      if count > 0 {
        sentences.append(
          "\(count.of("blank mark")) set to \(register.rules.codes.present(at: key.session.half)).")
      }
      if !filled.left.isEmpty {
        let names = filled.left.prefix(4).map { row, heed in
          "\(row + 1) \(register.rows[row].pupil.name.knownAs)"
            + (isClassView ? "" : " (\(heed))")
        }
        let more = filled.left.count - names.count
        sentences.append(
          "\(filled.left.count) left to look at: \(names.joined(separator: ", "))"
            + (more > 0 ? " and \(more) more." : "."))
        round = filled.left.map { register.rows[$0.row].pupil.id }
        cursor = filled.left[0].row
      }
      sentences += expectedAbsent.map { [$0] } ?? []
      if count > 0 {
        sentences.append(filled.left.isEmpty ? "^S submits." : "^Z undoes all \(count).")
      }
      if sentences.isEmpty { sentences = ["No row is blank. ^S submits the register."] }
      say(sentences.joined(separator: " "))
      return keep(filled.changes)
    } catch {
      return refuse(error.description)
    }
  }

  /// Those expected absent whom nobody has contradicted, in a sentence that names them.
  var expectedAbsent: String? { expectedAbsent(register.expectedAbsent.map(\.name.knownAs)) }

  /// Those names as expected absent; nil without any.
  func expectedAbsent(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    let more = names.count - 6
    return "\(names.count) expected absent: \(names.prefix(6).joined(separator: ", "))"
      + (more > 0 ? " and \(more) more." : ".")
  }

  mutating func undo(at desk: Desk) -> [Move] {
    guard register.canUndo else {
      guard let amended else { return refuse("There is nothing to undo.") }
      return [.perform(.amend(.undo(amended)))]
    }
    return replay(register.undo(), "Undone")
  }

  mutating func redo(at desk: Desk) -> [Move] {
    guard register.canRedo else { return refuse("There is nothing to redo.") }
    return replay(register.redo(), "Redone")
  }

  private mutating func replay(_ changes: [Draft.Change], _ word: String) -> [Move] {
    round = []
    let rows = changes.compactMap { change in
      register.rows.firstIndex { $0.pupil.id == change.pupil }
    }.sorted()
    guard let first = rows.first else {
      say("\(word), but another desk has changed it since: nothing here is altered.")
      return keep(changes)
    }
    if rows.count == 1 {
      cursor = first
      say("\(word): row \(numbered(first)) is \(words(ofCode: shownCode(at: first))).")
    } else {
      say("\(word): \(rows.count.of("mark")).")
    }
    return keep(changes)
  }

  mutating func listCodes() -> [Move] {
    let rules = register.rules
    let row = cursor
    let codes = rules.codes.codes(on: key.session.date).filter {
      (rules.allowed?.contains($0.text) ?? true)
        && (try? register.usable($0.text, for: register.rows[row])) != nil
    }
    prompt = .codes(CodeList(row: row, codes: codes))
    say("Code for row \(numbered(row)): type a code or a word of its meaning, Enter marks.")
    return []
  }

  mutating func note(at desk: Desk) -> [Move] {
    let row = cursor
    if barToMarking(at: desk) != nil {
      prompt = .officeNote(Field(limit: 300))
      say("This register is closed to you. A note to the office about \(numbered(row)):")
      return []
    }
    let code = register.code(at: row)
    if code.isEmpty { return refuse("Row \(numbered(row)) is blank; mark it first, then note.") }
    prompt = .note(
      NoteForm(
        row: row, minutes: register.minutes(at: row), note: register.note(at: row),
        isLate: code == "L" || code == "U"))
    say("Row \(numbered(row)): \(code). Minutes late or time of arrival, and a note.")
    return []
  }
}
