public import Attendance
import Policies

extension Shell {
  /// Hands an answer to the screen that waits for it, and opens what was asked for.
  mutating func take(_ answer: Answer) -> [Effect] {
    if let effects = takeLocked(answer) { return effects }
    switch answer {
    case .register(let open): return show(open)
    case .year(let year): return show(year)
    case .history(let pupil, let session, let lines): return show(lines, of: pupil, session)
    case .noRegister(let none): return refuse(none.description)
    case .unavailable(let why): return refuse(why)
    case .forms(let forms):
      takeBack(forms)
      return []
    case .formNotKept(let why):
      return refuse("What is typed here is not on disk (\(why)); save it or write it down.")
    case .draftKept(let key), .draftNotKept(let key, _), .submitted(let key, _),
      .notSubmitted(let key, _):
      guard let room = room(of: key), case .register(var screen) = stack[room] else { return [] }
      let moves = screen.take(answer, at: desk)
      stack[room] = .register(screen)
      return follow(moves) + askForReminders(after: answer)
    case .site(let answer): return take(answer)
    case .letters(let answer): return take(answer)
    case .notices(let sheet): return show(sheet)
    case .amending(let answer): return take(answer)
    case .staff, .signedIn, .notSignedIn, .registers, .week, .pupils, .noteLeft, .noteNotLeft,
      .covering, .kept, .notKept, .morning, .leave, .brief, .messages, .closing, .closures,
      .reopening, .leaveLetter, .leaveLetterMade, .away, .awayDone, .madeText, .lapsed, .flags,
      .noticeDone, .cases, .figures, .due, .audit, .passes, .passIssued, .admission, .rollover:
      return follow(top.take(answer, at: desk))
    }
  }

  /// Takes back the forms that the person left half typed, and says so.
  private mutating func takeBack(_ forms: [FormDraft]) {
    let leave = forms.first { $0.name == LeaveForm.name }
    let work = forms.filter(\.isOfDesk)
    let messages = forms.filter { $0 != leave && !$0.isOfDesk }
    desk.forms = Dictionary(work.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    if [.flags, .overview, .morning, .today].contains(top.place),
      let heading = work.first?.values[FormDraft.heading]
    {
      let more = work.count > 1 ? ", and \((work.count - 1).of("other"))" : ""
      top.say("Half typed and kept from before: \(heading)\(more); the same key goes on with it.")
    }
    calls = CallScreen.Kept(messages)
    leaveDraft = leave.map { LeaveForm($0) }
    leaveOnDisk = leave ?? LeaveForm().draft
    guard case .morning = stack[stack.count - 1] else { return }
    if let first = messages.first {
      let key = first.name == CallForm.name(linking: nil) ? "n" : "n, then u on its message,"
      top.say("A half-typed message is kept from before; \(key) goes on with it.")
    } else if leave != nil {
      top.say("A half-typed request for leave is kept from before; v, then n goes on with it.")
    }
  }

  /// The registers that are open at this desk, for the others to see.
  public var openRegisters: Set<RegisterKey> {
    stack.reduce(into: []) { keys, room in
      if case .register(let screen) = room { keys.insert(screen.key) }
    }
  }

  private func room(of key: RegisterKey) -> Int? {
    stack.lastIndex {
      if case .register(let screen) = $0 { screen.key == key } else { false }
    }
  }

  /// Opens a register, goes back to it, or takes in what another desk has changed.
  private mutating func show(_ open: OpenRegister) -> [Effect] {
    if let denial = desk.denial(of: .viewRegister, open.relations) {
      return refuse(denial.sentence)
    }
    // The day's list, once it comes, need not open one's own register again.
    if case .today(var today) = stack[0] {
      today.opensOwn = false
      stack[0] = .today(today)
    }
    if let room = room(of: open.register.key) {
      stack.removeLast(stack.count - 1 - room)
      return follow(top.take(.register(open), at: desk))
    }
    var register = RegisterScreen(open, at: desk)
    if open.register.key == opening, let observed { register.typeFromPaper(observed) }
    let screen = Room.register(register)
    // A session looked at beside another takes the place of the one looked at before.
    if stack.count > 2, case .register = stack[stack.count - 1],
      case .register = stack[stack.count - 2]
    {
      stack[stack.count - 1] = screen
    } else {
      stack.append(screen)
    }
    return []
  }

  private mutating func show(_ year: PupilYear) -> [Effect] {
    if let denial = desk.denial(of: .viewPupil, year.relations) { return refuse(denial.sentence) }
    if case .year(let screen) = stack[stack.count - 1], screen.year.pupil.id == year.pupil.id {
      return follow(top.take(.year(year), at: desk))
    }
    // What was opened from the pupil's page goes back to it, not to a second one.
    if stack[stack.count - 1].isSheetOfPupil, stack.count > 1,
      case .year(let screen) = stack[stack.count - 2], screen.year.pupil.id == year.pupil.id
    {
      stack.removeLast()
      return follow(top.take(.year(year), at: desk))
    }
    var session: Session?
    if case .register(let screen) = stack[stack.count - 1] { session = screen.key.session }
    stack.append(.year(YearScreen(year, at: session, desk: desk)))
    return []
  }

  private mutating func show(
    _ lines: [HistoryLine], of pupil: Pupil.ID, _ session: Session
  ) -> [Effect] {
    let answer = Answer.history(pupil, session, lines)
    switch stack[stack.count - 1] {
    case .history: return follow(top.take(answer, at: desk))
    case .register(let screen):
      if case .settle = screen.prompt { return follow(top.take(answer, at: desk)) }
      let name = screen.register.rows.first { $0.pupil.id == pupil }?.pupil.name.onRegister ?? ""
      open(lines, of: pupil, name, session)
    case .year(let screen): open(lines, of: pupil, screen.year.pupil.name.onRegister, session)
    case .day(let screen): open(lines, of: pupil, screen.day.pupil.name.onRegister, session)
    case .flagSheet(let screen): open(lines, of: pupil, screen.page.pupil.name.onRegister, session)
    case .flags(let screen):
      open(lines, of: pupil, screen.page?.pupil.name.onRegister ?? "", session)
    case .morning(let screen): open(lines, of: pupil, screen.current?.name ?? "", session)
    case .week(let screen): open(lines, of: pupil, screen.current?.name ?? "", session)
    case .amend(let screen):
      let place = screen.sheet.places.first { $0.pupil.id == pupil }
      open(lines, of: pupil, place?.pupil.name.onRegister ?? "", session)
    case .audit(let screen): open(lines, of: pupil, screen.named(pupil), session)
    case .cases, .calls, .lists, .inOut, .leave, .late, .handout, .notices:
      let mark = (top as? any ShowingMarks)?.shownMark(at: desk)
      open(lines, of: pupil, mark?.pupil == pupil ? mark?.name ?? "" : "", session)
    case .signIn, .passphrase, .today, .find, .closing, .handouts, .contacts, .letters,
      .parentPage, .overview, .groups, .groupPupils, .movers, .due, .reason, .pass, .admission,
      .rollover:
      break
    }
    return []
  }

  private mutating func open(
    _ lines: [HistoryLine], of pupil: Pupil.ID, _ name: String, _ session: Session
  ) {
    stack.append(
      .history(HistoryScreen(pupil, named: name, at: session, lines, desk.policy.codes)))
  }

  /// When a window of what is shown next opens, is nearly over, closes or ends; nil for none.
  public func nextBoundary(after now: Instant) -> Instant? {
    var times: [Instant] = []
    for room in stack {
      switch room {
      case .register(let screen):
        if let window = screen.register.window {
          times += window.boundaries.map { Instant(screen.key.session.date, $0) }
        }
      case .today(let screen):
        for line in screen.day?.lines ?? [] where line.taken == nil {
          times += line.window?.boundaries.map { Instant(line.key.session.date, $0) } ?? []
        }
      case .morning(let screen):
        times += screen.morning?.boundaries.map { Instant(now.date, $0) } ?? []
      case .inOut(let screen): times += screen.boundaries.map { Instant(now.date, $0) }
      case .signIn, .passphrase, .find, .year, .history, .late, .calls, .closing, .lists, .handouts,
        .handout, .day, .week, .leave, .contacts, .flags, .flagSheet, .cases, .letters, .parentPage,
        .overview, .groups, .groupPupils, .movers, .notices, .due, .audit, .amend, .reason, .pass,
        .admission, .rollover:
        break
      }
    }
    return times.filter { $0 > now }.min()
  }
}

extension RegisterWindow {
  /// The times at which the state of a register changes by itself.
  var boundaries: [TimeOfDay] {
    [opens, closes.adding(minutes: -RegisterState.warning), closes, ends]
  }
}
