import Attendance
import Policies
import Terminal

/// The office's first screen: everything that waits this morning, and a key for what to do about it.
struct MorningScreen: Screen, Hashable {
  var message = Message()
  private(set) var morning: Morning?
  var list = ListView<Morning.RowID>([], height: 10)
  /// What is asked, or nil.
  var asking: Asking?

  /// A question that stands before the next key.
  enum Asking: Hashable, Sendable {
    /// Which contact was tried.
    case contact(PupilBrief)
    /// What came of it.
    case outcome(PupilBrief, Contact)
    /// Words that an act needs: to whom a pupil is handed on, or who says that they are safe.
    case words(Need, Pupil.ID, Field)
    /// Whether the text that is shown is noted, or what came of the call script.
    case text(MadeText)
    /// What came of the call for which the script was shown.
    case script(MadeText)
    /// Whether these N past their day get the code that the policy proposes.
    case settling([Unexplained])
  }

  /// What words are typed for.
  enum Need: Hashable, Sendable {
    case handOn
    case safe
  }

  var place: Command.Place {
    switch asking {
    case nil: .morning
    case .contact: .contact
    case .outcome, .script: .outcome
    case .words: .officeWords
    case .text: .madeText
    case .settling: .settlingN
    }
  }

  func questions(at desk: Desk) -> [Question] { [.morning] }

  /// The row the cursor is on.
  var current: Morning.Row? {
    list.current.flatMap { id in morning?.rows.first { $0.id == id } }
  }

  /// The pupil the row is about, or nil.
  var pupil: Pupil.ID? {
    if case .pupil(_, let pupil, _) = current?.id { pupil } else { nil }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open):
      switch current?.id {
      case nil: return Bar("Nothing waits here")
      case .line: return desk.denial(of: .logCalls, [])
      case .register, .pupil: return nil
      }
    case .common(.findPupil):
      return desk.permissions.mayEver(.viewPupil) ? nil : desk.denial(of: .viewPupil, [])
    case .office(.attempt), .office(.handOn):
      return pupil == nil
        ? Bar("Choose a pupil of the list first") : desk.denial(of: .logCalls, [])
    case .office(.safe):
      guard let section = current?.section, section == .whereabouts || section == .notHere else {
        return Bar("Only a pupil who is looked for is found; choose one at the top")
      }
      return desk.denial(of: section == .notHere ? .reportNotHere : .logCalls, [])
    case .office(.done):
      return current?.section == .messages
        ? desk.denial(of: .logCalls, []) : Bar("Choose a message or a note first")
    case .office(.text): return barToText(at: desk)
    case .office(.settleN): return barToSettling(at: desk)
    case .office(.late): return desk.denial(of: .recordArrivals, [])
    case .office(.newCall): return desk.denial(of: .logCalls, [])
    case .office, .common, .today, .register, .answer, .year: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return open(at: desk)
    case .common(.move):
      list.height = rows(desk.size)
      if let key { _ = list.handle(key) }
      sayRow()
      return []
    case .common(.back): return [.back]
    case .common(.findPupil): return [.open(.find(FindScreen()))]
    case .office(let command): return perform(command, key: key, at: desk)
    case .answer(.accept): return accept(at: desk)
    case .answer(.cancel):
      asking = nil
      say("Nothing was noted.")
      return []
    case .common, .today, .register, .answer, .year: return []
    }
  }

  private func open(at desk: Desk) -> [Move] {
    switch current?.id {
    case .register(let key): [.perform(.ask(.register(key)))]
    case .pupil(_, let pupil, _): [.perform(.ask(.year(pupil, nil)))]
    case .line(let id): CallScreen.opening(for: .line(id), at: desk)
    case nil: []
    }
  }

  private mutating func perform(
    _ command: Command.OfOffice, key: Key?, at desk: Desk
  ) -> [Move] {
    switch command {
    case .attempt: return pupil.map { [.perform(.ask(.brief($0)))] } ?? []
    case .handOn:
      guard let pupil else { return [] }
      asking = .words(.handOn, pupil, Field(limit: 100))
      say("Handed on to whom? The pupil stays at the top until seen or confirmed safe.")
      return []
    case .safe: return safe(at: desk)
    case .done: return done(at: desk)
    case .late: return [.open(.late(LateScreen()))]
    case .registers: return [.back]
    case .choose: return choose(key, at: desk)
    case .newCall: return CallScreen.opening(for: .newCall, at: desk)
    case .text: return pupil.map { [.perform(.ask(.madeText($0, contact: 0)))] } ?? []
    case .settleN: return [.perform(.ask(.lapsed))]
    case .morning, .link, .save, .previousField, .keepDraft: return []
    }
  }

  private mutating func safe(at desk: Desk) -> [Move] {
    guard let pupil else { return [] }
    if current?.section == .notHere {
      return keep(.seen(desk.now.time), of: pupil, at: desk)
    }
    asking = .words(.safe, pupil, Field(limit: 100))
    say("Safe, as who says? Type the name.")
    return []
  }

  private func done(at desk: Desk) -> [Move] {
    guard case .line(let line) = current?.id else { return [] }
    return [
      .perform(
        .keep(
          Act(
            kind: .logged, by: desk.person, at: desk.now,
            lines: [
              ProposedLine(pupil: nil, date: desk.now.date, about: .kept(line), matter: .done)
            ])))
    ]
  }

  private mutating func accept(at desk: Desk) -> [Move] {
    guard case .words(let need, let pupil, let field) = asking else {
      return acceptShown(at: desk)
    }
    let text = field.text.split(separator: " ").joined(separator: " ")
    guard !text.isEmpty else { return refuse("Type a name, or Esc.") }
    asking = nil
    return keep(need == .handOn ? .handedOn(to: text) : .safe(by: text), of: pupil, at: desk)
  }

  private mutating func choose(_ key: Key?, at desk: Desk) -> [Move] {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return [] }
    switch asking {
    case .contact(let brief):
      if let moves = chooseStep(number, brief, at: desk) { return moves }
      guard brief.contacts.indices.contains(number - 1) else {
        return refuse("There is no contact \(number); \(Self.words(of: brief))")
      }
      asking = .outcome(brief, brief.contacts[number - 1])
      say("\(brief.contacts[number - 1].label): \(Self.outcomes)")
      return []
    case .outcome(let brief, let contact):
      guard Attempt.Outcome.allCases.indices.contains(number - 1) else {
        return refuse(Self.outcomes)
      }
      asking = nil
      let attempt = Attempt(
        contact: contact.name, relationship: contact.relationship,
        outcome: Attempt.Outcome.allCases[number - 1], time: desk.now.time)
      return keep(.attempt(attempt), of: brief.pupil.id, at: desk)
    case .text(let made): return chooseContact(number, for: made)
    case .script(let made): return outcome(number, of: made, at: desk)
    case .words, .settling, nil: return []
    }
  }

  mutating func keep(
    _ matter: DayLine.Matter, of pupil: Pupil.ID, saying words: String = "", at desk: Desk
  ) -> [Move] {
    [
      .perform(
        .keep(
          Act(
            kind: .logged, by: desk.person, at: desk.now,
            lines: [
              ProposedLine(pupil: pupil, date: desk.now.date, matter: matter, words: words)
            ])))
    ]
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    guard case .words(let need, let pupil, var field) = asking else {
      // A letter at a question could be meant as anything, so it does nothing.
      return asking == nil ? nil : refuse(Self.wanted(by: asking))
    }
    guard field.handle(key) else { return nil }
    asking = .words(need, pupil, field)
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    guard case .words(let need, let pupil, var field) = asking else {
      return refuse("A paste does nothing here.")
    }
    field.insert(text)
    asking = .words(need, pupil, field)
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .morning(let morning):
      // A count of what waited a minute ago would be untrue; what a key did still holds.
      let isCounted = self.morning.map { message.text == summary(of: $0).asSentence } ?? true
      self.morning = morning
      list.height = rows(desk.size)
      list.show(morning.rows.map(\.id))
      if isCounted { say(summary(of: morning)) }
      return []
    case .brief(let brief):
      guard !brief.contacts.isEmpty else {
        return refuse("\(brief.pupil.name.onRegister) has no contact who may be told; ask the lead")
      }
      asking = .contact(brief)
      say(
        "\(brief.pupil.name.onRegister) \(brief.group). \(Self.next(of: brief))Tried whom? "
          + Self.words(of: brief) + Self.steps(of: brief))
      return []
    case .madeText(let made): return show(made)
    case .lapsed(let lapsed): return propose(lapsed, at: desk)
    case .kept(let act, let receipt) where act.lines.isEmpty:
      say(Self.settled(act, receipt))
      return [.perform(.ask(.morning))]
    case .kept(let act, _):
      say("Noted \(act.at.time): \(act.lines.last?.matter.inWords ?? "done").")
      return [.perform(.ask(.morning))]
    case .notKept(let why): return refuse("Not kept: \(why)")
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  /// Everything that waits, counted in words.
  private func summary(of morning: Morning) -> String {
    let counts = Morning.Section.allCases.compactMap { section -> String? in
      let count = morning.count(section)
      return count == 0 ? nil : "\(count) \(section.words(count))"
    }
    return counts.isEmpty ? "Nothing waits." : counts.joined(separator: ", ") + "."
  }

  private mutating func sayRow() {
    guard let current else { return }
    say("\(current.section.rawValue): \(current.name) \(current.group): \(current.words)")
  }

  func rows(_ size: Size) -> Int {
    max(Frame(size, messageLines: Frame.lines(of: message, size)).body.count, 1)
  }
}

extension Morning.Section {
  /// What is counted, in words.
  func words(_ count: Int) -> String {
    switch self {
    case .notHere: "marked in and not here"
    case .whereabouts: "whose whereabouts are unknown"
    case .registers: count == 1 ? "register not taken" : "registers not taken"
    case .unexplained: count == 1 ? "absence unexplained" : "absences unexplained"
    case .messages: count == 1 ? "message waits" : "messages wait"
    case .overdue: "N to settle"
    case .back: "expected back"
    }
  }
}
