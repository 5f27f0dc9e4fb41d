import Attendance
import Policies
import Terminal

/// The registers of a day by state: the office's runner's list, and the way to any register.
struct TodayScreen: Screen, Hashable {
  var message = Message()
  private(set) var day: DayOfRegisters?
  private(set) var list = ListView<RegisterKey>([], height: 10)
  /// A register somebody asks to cover, while the question stands.
  private(set) var covering: RegisterKey?
  /// A register whose draft by a colleague is to be sent, while the question stands.
  private(set) var sending: RegisterKey?
  /// Whether the person's own open register opens by itself when the day comes.
  var opensOwn: Bool

  init(opensOwn: Bool = false) { self.opensOwn = opensOwn }

  var place: Command.Place { covering == nil ? .today : .cover }

  func questions(at desk: Desk) -> [Question] { [.registers(on: day?.date)] }

  /// The line the cursor is on.
  var current: RegisterLine? {
    list.current.flatMap { key in day?.lines.first { $0.key == key } }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open):
      guard let current else { return Bar("There is no register to open") }
      return desk.denial(of: .viewRegister, reach(of: current, at: desk))
    case .common(.findPupil):
      return desk.permissions.mayEver(.viewPupil) ? nil : desk.denial(of: .viewPupil, [])
    case .today(.cover): return barToCover(at: desk)
    case .office(.sendDraft):
      guard let current else { return Bar("There is no register here") }
      guard current.taken == nil, current.wholeDraft != nil else {
        return Bar("No colleague's draft of this register is whole")
      }
      return desk.denial(of: .takeRegister, current.relations)
    case .office(.morning), .office(.newCall): return desk.denial(of: .logCalls, [])
    case .office(.leave): return desk.denial(of: .planAbsence, [])
    case .today(.earlierDay):
      return day?.earlier == nil ? Bar("No earlier school day is in the calendar") : nil
    case .today(.laterDay):
      return day?.later == nil ? Bar("No later school day has come yet") : nil
    case .common, .register, .answer, .year, .office: return nil
    }
  }

  private func barToCover(at desk: Desk) -> Bar? {
    guard let current else { return Bar("There is no register to cover") }
    guard desk.policy.registers.anyTeacherMayCover else {
      return Bar("This school's policy lets nobody declare cover; ask the office")
    }
    if current.relations.contains(.ownGroups) { return Bar("This register is yours already") }
    guard current.taken == nil, current.key.session.date == desk.now.date else {
      return Bar("Only a register of today that is not taken can be covered")
    }
    return desk.denial(of: .declareCover, current.relations)
  }

  private func reach(of line: RegisterLine, at desk: Desk) -> Set<Reach> { line.relations }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    if command != .office(.sendDraft) { sending = nil }
    switch command {
    case .office(.sendDraft): return sendDraft()
    case .common(.open):
      guard let current else { return [] }
      return [.perform(.ask(.register(current.key)))]
    case .common(.move):
      list.height = rows(desk.size)
      if let key { _ = list.handle(key) }
      sayLine(at: desk)
      return []
    case .common(.findPupil): return [.open(.find(FindScreen()))]
    case .common(.back): return refuse("This is the first screen; ^Q leaves.")
    case .office(.morning): return [.open(.morning(MorningScreen())), .perform(.ask(.morning))]
    case .office(.newCall): return CallScreen.opening(for: .newCall, at: desk)
    case .office(.lists): return ListsScreen.opening()
    case .office(.leave): return LeaveScreen.opening()
    case .today(.earlierDay): return day?.earlier.map { [.perform(.ask(.registers(on: $0)))] } ?? []
    case .today(.laterDay): return day?.later.map { [.perform(.ask(.registers(on: $0)))] } ?? []
    case .today(.cover):
      guard let current else { return [] }
      covering = current.key
      let taker = current.taker.isEmpty ? "nobody's" : "\(current.taker)'s"
      let whose = current.cover.isEmpty ? "is \(taker)" : "is covered by \(current.cover)"
      say(
        "\(current.key.group) \(whose). Cover it today? It is logged and the office sees it. "
          + "Y covers, Esc not.")
      return []
    case .answer(.cover):
      guard let key = covering else { return [] }
      covering = nil
      return [.perform(.declareCover(key))]
    case .answer(.cancel):
      covering = nil
      say("Not covered.")
      return []
    case .common, .register, .answer, .year, .office: return []
    }
  }

  /// Says whose draft it is; once more sends it.
  private mutating func sendDraft() -> [Move] {
    guard let current, let draft = current.wholeDraft else { return [] }
    if sending == current.key {
      sending = nil
      say("Sending.")
      return [.perform(.amend(.sendDraft(current.key, of: draft.login)))]
    }
    sending = current.key
    say(
      "\(draft.name) has marked all \(current.pupils) of \(current.key.group) and not sent it. "
        + "s once more sends it as yours, from their draft.")
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .registers(let day):
      let isSameDay = self.day?.date == day.date
      self.day = day
      let keys = sorted(day.lines, at: desk).map(\.key)
      if isSameDay { list.show(keys) } else { list = ListView(keys, height: rows(desk.size)) }
      if let closed = day.closed, day.lines.isEmpty {
        say("No school on \(day.date.inWords): \(closed)")
      } else if !isSameDay {
        say(summary(of: day, at: desk))
      }
      return openOwn(at: desk)
    case .covering(let key): return [.perform(.ask(.register(key)))]
    case .noRegister(let none): return refuse(none.description)
    case .unavailable(let why): return refuse(why)
    // Every other answer is for another screen.
    default:
      return []
    }
  }

  /// A tutor lands on their own register, if it is open or still to be taken.
  private mutating func openOwn(at desk: Desk) -> [Move] {
    guard opensOwn, let day else { return [] }
    opensOwn = false
    let own = sorted(day.lines.filter { $0.relations.contains(.ownGroups) }, at: desk)
    let waiting = own.filter { line in
      switch line.state(now: desk.now) {
      case .open, .draft, .overdue, .closedNotTaken: true
      case .notOpen, .taken, .closedDay, nil: false
      }
    }
    // The one that is open before the one that should have been.
    let open = waiting.first { $0.state(now: desk.now)?.urgency != 1 } ?? waiting.first
    if let open { return [.perform(.ask(.register(open.key)))] }
    if let mine = own.first {
      list.move(to: mine.key)
      sayLine(at: desk)
    }
    return []
  }

  private func sorted(_ lines: [RegisterLine], at desk: Desk) -> [RegisterLine] {
    // Within a state the lines stay as they came: youngest year first, so that 7A is before 10A.
    lines.enumerated().sorted { one, other in
      func order(_ line: (offset: Int, element: RegisterLine)) -> (Int, Int, Int) {
        (
          urgency(of: line.element, at: desk), line.element.key.session.half.index, line.offset
        )
      }
      return order(one) < order(other)
    }.map(\.element)
  }

  /// What has to be settled stands first; a group of nobody is never missing, and stands last.
  private func urgency(of line: RegisterLine, at desk: Desk) -> Int {
    if line.toSettle > 0 { return -1 }
    return line.pupils == 0 ? 6 : line.state(now: desk.now)?.urgency ?? 2
  }

  private mutating func sayLine(at desk: Desk) {
    guard let current else { return }
    let who = [current.takerInWords, current.room.isEmpty ? "" : "room \(current.room)"]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let draft = current.wholeDraft.map { "; \($0.name)'s draft is whole, s sends it" } ?? ""
    say(
      "\(current.key.group) \(current.key.session.half.name.lowercased())"
        + (who.isEmpty ? "" : ", \(who)") + ": \(current.words(now: desk.now, besideTaker: true))"
        + draft)
  }

  private func summary(of day: DayOfRegisters, at desk: Desk) -> String {
    if day.lines.isEmpty {
      return "No register is kept on \(day.date.inWords). Groups come with the pupils' import."
    }
    let lines = day.lines.filter { $0.pupils > 0 }
    let waiting = lines.filter { (0...1).contains(urgency(of: $0, at: desk)) }.count
    let words = [
      "\(lines.count { $0.taken != nil }) of \(lines.count) taken",
      waiting > 0 ? "\(waiting) overdue or closed and not taken" : nil,
      day.toSettle > 0 ? "\(day.toSettle) to settle" : nil,
    ]
    return words.compactMap(\.self).joined(separator: ", ") + "."
  }

  private func rows(_ size: Size) -> Int {
    let frame = Frame(size, messageLines: Frame.lines(of: message, size))
    return max(frame.body.count - (frame.body.count >= 12 ? 2 : 0), 1)
  }
}
