import Attendance
import Exchange
import Policies
import Screens
import Storage

extension LetterDesk {
  /// To whom the letter goes: the one named, or the first with parental responsibility.
  ///
  /// Nobody is written to by itself of whom a court has ordered something: somebody reads the order
  /// first, and then names them.
  func contact(
    for order: LetterOrder, _ permitted: [Contact], _ member: Roll.Member,
    _ template: LetterTemplate
  ) throws -> Contact? {
    if let named = order.contact {
      guard permitted.contains(named) else {
        throw Refused(
          "rollcall: \(named.name) may not be written to, or is not known as they were; look at the "
            + "contacts again")
      }
      return named
    }
    let free = permitted.filter(\.courtOrder.isEmpty)
    if let first = free.first(where: { $0.parentalResponsibility == true }) ?? free.first {
      return first
    }
    guard template.fields.contains(.contact) else { return nil }
    let name = member.pupil.name.onRegister
    throw Refused(
      permitted.isEmpty
        ? "rollcall: \(name) has no contact who may be written to; add one, or ask the safeguarding "
          + "lead"
        : "rollcall: a court order is recorded for every contact of \(name) who may be written to; "
          + "read it, and name the one with --to")
  }

  /// Whether the letter was made for the same person today.
  func isMade(_ letter: Letter, about pupil: Pupil.ID, to contact: Contact?) throws -> Bool {
    try office.school.store.dayBook(.about(pupil)).standing.contains { line in
      guard line.pupil == pupil, line.date == office.now.date else { return false }
      if case .paper(let paper) = line.matter {
        return paper == Paper(letter.id, to: contact?.name ?? "")
      }
      if case .attempt(let attempt) = line.matter {
        return attempt.letter == letter.id && attempt.contact == contact?.name
      }
      return false
    }
  }

  /// Writes the letter into the folder of lists, and notes that it was made, with its words.
  ///
  /// Refuses where what it says has changed since it was looked at, and a second one on one day that
  /// nobody asked for.
  func make(
    _ letter: PupilLetter, again: Bool = false
  ) throws -> (file: String, receipt: Receipt) {
    let fresh = try self.letter(letter.order)
    guard let words = fresh.words, let act = fresh.act(by: person.person, now: office.now) else {
      throw Refused("rollcall: \(fresh.lacking)")
    }
    guard words == letter.words else {
      throw Refused(
        "rollcall: what is known of \(fresh.name) has changed; look at the letter again")
    }
    if fresh.isMadeToday, !again {
      throw Refused(
        "rollcall: '\(letter.letter.id)' was made today already"
          + (fresh.order.contact.map { " for \($0.name)" } ?? "")
          + "; give --again to make another")
    }
    let now = office.now
    // It names a child and a home: not for every account of the school's group.
    let name = try FileBytes.writeNew(
      Array((words + "\n").utf8), in: office.school.folder.lists,
      named: "\(letter.letter.id)-\(letter.order.pupil.number)-\(now.date)-\(now.time.digits)",
      ending: Handout.Form.sheet.rawValue, mode: 0o600)
    do {
      return ("lists/\(name)", try office.school.store.submit(act))
    } catch {
      FileBytes.remove(office.school.folder.lists + "/" + name)
      throw error
    }
  }
}

extension PupilLetter {
  /// What is still to be given before it can be made.
  var lacking: String {
    let named = missing.map { "\($0.name) (\($0.label))" }.joined(separator: ", ")
    let example = missing.first.map { "--set \($0.name)='\($0.kind.example)'" }
    return "'\(letter.id)' needs \(named); give \(missing.count == 1 ? "it" : "each") like "
      + (example ?? "--set")
  }
}

extension LetterGap.Kind {
  /// How it is written on a command line.
  fileprivate var example: String {
    switch self {
    case .day: "2026-01-12"
    case .time: "14:00"
    case .words: "..."
    case .list: "one; another"
    }
  }
}
