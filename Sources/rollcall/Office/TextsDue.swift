import Attendance
import Exchange
import Policies
import Storage

/// The texts to families that are due now, worked out afresh as they are written (U33).
struct TextsDue {
  let desk: OfficeDesk
  /// The text for everybody, or nil for each pupil's next step.
  let letter: String?

  /// Writes the texts as rows for a texting service, and records each where that is asked for.
  ///
  /// They are written before they are recorded: of a text that was recorded and not written nobody
  /// would ever hear.
  func write(recording: Bool, as format: RowTable.Format?) throws {
    try desk.school.require(.sendLetters)
    let due = try self.due()
    let letters = Dictionary(
      uniqueKeysWithValues: try Set(due.texts.rows.map(\.letter)).map {
        ($0, try letter(of: $0))
      })
    var table = RowTable(["phone", "name", "text", "pupils"])
    var lines: [ProposedLine] = []
    for row in due.texts.rows {
      guard let letter = letters[row.letter], let first = row.about.first else { continue }
      let members = row.about.compactMap { due.members[$0.pupil.id] }
      let words = try desk.words(of: letter, about: members, to: first.contact)
      table.append([
        .code(row.phone.number), .text(first.contact.name), .text(words),
        .text(
          members.map { "\($0.pupil.name.onRegister) \($0.particulars.group)" }
            .joined(separator: "; ")),
      ])
      lines += zip(members, row.about).map { member, about in
        desk.attempt(letter, to: about.contact, of: member, words: words)
      }
    }
    say(due.texts)
    try Output.print(table.written(as: format ?? .csv))
    guard recording, !lines.isEmpty else { return }
    _ = try desk.school.store.submit(
      Act(
        kind: .logged, by: desk.school.actor.person, at: desk.now,
        detail: "\(table.rows.count) texts made", lines: lines))
  }

  private func due() throws -> (texts: FamilyTexts, members: [Pupil.ID: Roll.Member]) {
    let absent = try desk.unexplained(at: desk.school.currentSession).filter {
      $0.handedOn == nil
    }
    let plans = letter == nil ? try desk.contactPlans(of: absent) : [:]
    if let letter { _ = try self.letter(of: letter) }
    var members: [Pupil.ID: Roll.Member] = [:]
    var wanted: [FamilyTexts.Wanted] = []
    for absent in absent {
      let next = plans[absent.member.pupil.id]?.next
      guard let text = letter ?? (next?.way == .text ? next?.letter : nil) else { continue }
      let pupil = absent.member.pupil
      members[pupil.id] = absent.member
      wanted.append(
        FamilyTexts.Wanted(
          text, about: pupil, contacts: try desk.school.store.contacts(of: pupil.id),
          attempts: absent.attempts.compactMap { line in
            if case .attempt(let attempt) = line.matter { attempt } else { nil }
          }))
    }
    return (FamilyTexts(wanted), members)
  }

  private func letter(of id: String) throws -> Letter {
    let letter = try desk.school.letters.letter(id)
    guard letter.kind == .text else {
      throw Refused("rollcall: '\(id)' is a \(letter.kind.rawValue), not a text; name a text")
    }
    return letter
  }

  private func say(_ texts: FamilyTexts) {
    for pupil in texts.unreachable {
      Output.refuse(
        "rollcall: no text about \(pupil.name.onRegister): nobody who may be told has a telephone "
          + "on record; tell the attendance officer")
    }
    if !texts.repeated.isEmpty {
      let names = texts.repeated.map(\.name.onRegister).joined(separator: "; ")
      Output.refuse("rollcall: left out, since the family had this text today: \(names)")
    }
  }
}
