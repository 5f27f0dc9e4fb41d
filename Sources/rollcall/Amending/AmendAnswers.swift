import Attendance
import Policies
import Screens
import Storage

/// Answers the screens about amending, and does what they ask.
struct AmendAnswers {
  let school: OpenSchool
  let registers: RegisterDesk

  /// The marks as they stand, with what the person may do about each.
  func answer(_ question: AmendQuestion, for person: Actor) throws -> AmendAnswer {
    switch question {
    case .sheet(let marks):
      let desk = try AmendDesk(school, for: person)
      let places = try marks.flatMap { mark in
        try desk.roll.pupils[mark.pupil].map { try desk.places(of: $0, at: [mark.session]) } ?? []
      }
      var denials: [MarkReference: String] = [:]
      for place in places {
        denials[MarkReference(place.pupil.id, at: place.session)] = try desk.denial(of: place)
      }
      return .sheet(
        AmendSheet(
          places: places, rules: Register.Rules(school.policy, desk.permissions),
          denials: denials, reasons: try desk.recentReasons()))
    }
  }

  /// Does it, and says what became of it.
  func perform(_ deed: AmendDeed, by person: Actor) throws -> AmendAnswer {
    switch deed {
    case .keep(let act): return try keep(act, AmendDesk(school, for: person))
    case .undo(let number): return try undo(number, AmendDesk(school, for: person))
    case .withdraw(let key, let why, let to, let isTrial):
      return try withdraw(key, why, to, isTrial, AmendDesk(school, for: person))
    case .sendDraft(let key, let login):
      let receipt = try registers.sendDraft(of: login, key, by: person, in: school)
      return .done(
        "Submitted \(receipt.at.time): \(key.group), from the draft as it was left.", undo: nil)
    case .redact(let pupil, let text, let why): return try redact(pupil, text, why, by: person)
    }
  }

  private func keep(_ act: Act, _ desk: AmendDesk) throws -> AmendAnswer {
    // The screen was shown these rights; the act is held against them once more.
    for mark in act.marks {
      guard let pupil = desk.roll.pupils[mark.pupil] else { throw StoreFault.unknownPupil }
      let place = try desk.places(of: pupil, at: [mark.session])[0]
      if let bar = place.bar { throw Refused("rollcall: \(bar)") }
      if let denial = try desk.denial(of: place) { throw Refused("rollcall: \(denial)") }
    }
    do {
      let receipt = try desk.keep([act])
      let count = act.marks.count
      return .done(
        count == 1
          ? "Amended; both marks stay in the history." : "Amended: \(count) marks, one act.",
        undo: receipt.first?.submission)
    } catch let refused as Refused {
      return .changed(refused.atDesk)
    }
  }

  private func undo(_ number: Submission.ID?, _ desk: AmendDesk) throws -> AmendAnswer {
    let undoing = try desk.undoing(number)
    try desk.require(undoing)
    let left = undoing.left.compactMap { desk.roll.pupils[$0.entry.pupil]?.name.onRegister }
    let named =
      left.isEmpty
      ? "" : " (" + left.prefix(4).joined(separator: "; ") + (left.count > 4 ? "; …)" : ")")
    if undoing.marks.isEmpty, !undoing.undone.isWithdrawal {
      throw Refused("rollcall: nothing was taken back: changed since\(named)")
    }
    _ = try desk.keep([undoing.act(by: desk.person.person, now: school.clock.now)])
    return .done("Taken back: \(undoing.inWords)\(named).", undo: nil)
  }

  private func withdraw(
    _ key: RegisterKey, _ why: String, _ to: RegisterKey?, _ isTrial: Bool, _ desk: AmendDesk
  ) throws -> AmendAnswer {
    let withdrawal = try desk.withdrawal(of: key, because: why)
    let named = try to.map {
      RegisterKey(try school.group(named: $0.group, at: $0.session), at: $0.session)
    }
    let moving = try named.map { try desk.moving(withdrawal, to: $0) }
    let now = school.clock.now
    let by = desk.person.person
    let consequences = try desk.consequences(of: withdrawal)
    if isTrial {
      return .trial(words(withdrawal, moving, consequences, desk.roll).joined(separator: "\n"))
    }
    let receipts = try desk.keep(
      moving?.acts(by: by, now: now) ?? [withdrawal.act(by: by, now: now)])
    let moved = moving.map { ", \($0.marks.count) moved to \($0.key.group)" } ?? ""
    let caused =
      consequences.isEmpty
      ? "" : " \(consequences.count) calls or texts rest on it; 'withdraw' lists them."
    return .done(
      "Withdrawn: \(key.group), \(key.session.inWords), is not taken\(moved).\(caused)",
      undo: receipts.first?.submission)
  }

  private func words(
    _ withdrawal: Withdrawal, _ moving: Moving?, _ consequences: [DayLine], _ roll: Roll
  ) -> [String] {
    func name(_ pupil: Pupil.ID?) -> String {
      pupil.flatMap { roll.pupils[$0] }?.name.onRegister ?? "a pupil"
    }
    var lines = [withdrawal.inWords + "."]
    if let moving {
      let whole = moving.stillBlank.isEmpty ? ", which is taken by it" : ""
      lines.append(
        "\(moving.marks.count) go to \(moving.key.group), \(moving.key.session.inWords)\(whole).")
      lines += moving.unmapped.map { "Not moved: \(name($0.pupil)), \($0.why)." }
      if !moving.stillBlank.isEmpty {
        let names = moving.stillBlank.map(\.name.onRegister).joined(separator: "; ")
        lines.append("Still blank there: \(names).")
      }
    }
    lines += consequences.map {
      "Caused: \(name($0.pupil)), \($0.at.time) \($0.matter.inWords), by \($0.by.name)."
    }
    return lines
  }

  private func redact(
    _ pupil: Pupil.ID, _ text: RemovableText, _ why: String, by person: Actor
  ) throws -> AmendAnswer {
    let member = try school.store.roll().member(pupil, on: school.clock.now.date)
    let relations = try member.map {
      try school.relations(of: person, to: $0.particulars.group)
    }
    let permissions = person.permissions(under: school.policy)
    if let denial = permissions.denial(of: .redactNotes, relations: relations ?? []) {
      throw Refused("rollcall: \(denial)")
    }
    let note = try school.acting(as: person).notes(of: pupil).first { note in
      switch text {
      case .note(let entry): note.entry == entry
      case .words(let line): note.line == line
      }
    }
    guard let note, !note.isRemoved else {
      throw Refused("rollcall: that text was taken out already")
    }
    try school.redact(note, because: why, by: person)
    return .done("The text is taken out; a tombstone stands in its place.", undo: nil)
  }
}
