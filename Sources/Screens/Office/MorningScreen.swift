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
    case words(Need, Pupil.ID?, Field)
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
    case confirm(place: String)
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
      case .register, .pupil, .place, .leave: return nil
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
    case .office(.close): return desk.denial(of: .closeSchool, [])
    case .office(.confirmAll):
      guard case .place = current?.id else {
        return Bar("Choose a place off site to confirm first")
      }
      return desk.denial(of: .confirmElsewhere, [])
    case .office(.nudge):
      return current?.section == .registers
        ? desk.denial(of: .logCalls, []) : Bar("Choose a register that is not taken first")
    case .office(.leave): return desk.denial(of: .planAbsence, [])
    case .register(.history):
      if currentMark == nil { return Bar("Choose the row of a mark first") }
      return desk.permissions.mayEver(.viewHistory) ? nil : desk.denial(of: .viewHistory, [])
    case .office, .common, .today, .register, .answer, .year: return nil
    }
  }

  /// The mark that the row under the cursor shows: of its session, or this morning's N.
  private var currentMark: MarkReference? {
    guard case .pupil(_, let pupil, let session?) = current?.id else { return nil }
    return MarkReference(pupil, at: session)
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
    case .register(.history):
      return currentMark.map { [.perform(.ask(.history($0.pupil, $0.session)))] } ?? []
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
    case .place(let place): ListsScreen.opening(at: place)
    case .leave(let id): LeaveScreen.opening(at: id)
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
    case .leave: return LeaveScreen.opening()
    case .text: return pupil.map { [.perform(.ask(.madeText($0, contact: 0)))] } ?? []
    case .settleN: return [.perform(.ask(.lapsed))]
    case .close: return ClosingScreen.opening()
    case .lists: return ListsScreen.opening()
    case .confirmAll:
      guard case .place(let place) = current?.id else { return [] }
      asking = .words(.confirm(place: place), nil, Field(limit: 100))
      say("Everybody expected at \(place) is there, as who says? Type the name.")
      return []
    case .nudge: return nudge(at: desk)
    case .morning, .link, .save, .previousField, .keepDraft, .newList, .endList, .toggle,
      .confirmList, .takeOff, .putOn, .fireList, .handouts, .inOut, .weekClose, .print, .file,
      .filter, .excuse, .earlierDay, .laterDay, .signOut, .pupilDay, .signOff, .lateBook, .slip,
      .sibling, .newRequest, .grant, .refuse, .endLeave, .letter, .stepDone, .contacts, .addContact,
      .removeContact,
      .restoreContacts, .preferredName, .flags, .pupilFlags, .sort, .evidence, .whyNot,
      .forecast, .cases, .pupilCases, .openCase, .stepCase, .stayCase, .closeCase, .snooze,
      .assignCase, .addAction, .outcome, .undoLine, .holdPupil, .caseLines, .showOthers,
      .leftForLater, .letters, .parentPage, .agree, .overview, .groups, .movers, .groupBy,
      .groupAnd, .period, .notices, .makePack, .issueNotice, .due, .record, .audit, .gaps,
      .amend, .select, .undoAct, .withdraw, .sendDraft, .redact, .pass, .newPupil, .deletePupil,
      .rollover, .moveYear,
      .otherNotice, .improve, .agreement:
      return []
    }
  }

  private func nudge(at desk: Desk) -> [Move] {
    guard case .register(let key) = current?.id else { return [] }
    return [.perform(.keep(UntakenRegister.nudge([key], by: desk.person, now: desk.now)))]
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
          + Self.choices(of: brief) + Self.steps(of: brief))
      return []
    case .madeText(let made): return show(made)
    case .lapsed(let lapsed): return propose(lapsed, at: desk)
    case .kept(let act, let receipt) where act.lines.isEmpty:
      say(Self.settled(act, receipt))
      return [.perform(.ask(.morning))]
    case .kept(let act, _):
      say("Noted \(act.at.time): \(act.lines.last?.matter.inWords ?? "done").")
      return [.perform(.ask(.morning))]
    case .awayDone(let sentence):
      say(sentence)
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
    let hint = current.hint.isEmpty ? "" : "; \(current.hint)"
    say("\(current.section.rawValue): \(current.name) \(current.group): \(current.words)\(hint)")
  }

  func rows(_ size: Size) -> Int {
    max(Frame(size, messageLines: Frame.lines(of: message, size)).body.count, 1)
  }
}
