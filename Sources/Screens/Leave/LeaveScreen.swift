import Attendance
import Policies
import Terminal

/// Leave: the requests that wait, what the policy says of each, and a key for each answer.
///
/// Nothing is decided by itself.
struct LeaveScreen: Screen, Hashable {
  var message = Message()
  private(set) var board: LeaveBoard?
  var list = ListView<DayLine.ID>([], height: 6)
  /// The form of a new request, or nil while the list has the keys.
  var form: LeaveForm?
  /// The form left half typed for as long as the person sits here.
  var kept: LeaveForm?
  /// What is asked, or nil.
  var asking: Asking?
  /// The request to which the cursor goes once it is shown.
  private var wanted: DayLine.ID?

  /// A question that stands before the next key.
  enum Asking: Hashable, Sendable {
    /// Under which code.
    case code(LeaveBoard.Row, [String])
    /// What is to become of what is planned for these days already.
    case fate(LeaveBoard.Row, code: String)
    /// In which words the request is answered.
    case words(Outcome, LeaveBoard.Row, Field)
    /// Whether the letter is made, from which of its lines it is shown.
    case letter(LeaveLetter, top: Int)
  }

  /// The answer that words are typed for.
  enum Outcome: Hashable, Sendable {
    case grant(code: String?, EarlierPlan.Fate = .beside)
    case refuse
    case end
  }

  private init(at line: DayLine.ID?) { wanted = line }

  /// Opens the screen and asks for what it shows.
  static func opening(at line: DayLine.ID? = nil) -> [Move] {
    [.open(.leave(LeaveScreen(at: line))), .perform(.ask(.leave))]
  }

  var place: Command.Place {
    switch asking {
    case .code, .fate: .outcome
    case .words: .officeWords
    case .letter: .leaveLetter
    case nil: form == nil ? .leave : .leaveForm
    }
  }

  func questions(at desk: Desk) -> [Question] {
    [.leave] + (form?.about.map { [.brief($0)] } ?? [])
  }

  /// The request the cursor is on.
  var current: LeaveBoard.Row? {
    list.current.flatMap { id in board?.rows.first { $0.id == id } }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open): return current == nil ? Bar("No request is here; n writes one") : nil
    case .office(.newRequest): return desk.denial(of: .logCalls, [])
    case .office(.grant):
      guard let current else { return Bar("No request is here; n writes one") }
      if current.leave.state == .granted { return Bar("That request is granted; e ends it") }
      return barToGranting(current, at: desk)
    case .office(.refuse):
      guard let current else { return Bar("No request is here; n writes one") }
      if current.leave.state == .granted { return Bar("That request is granted; e ends it") }
      return desk.permissions.denial(
        ofRefusingLeave: desk.policy.leaveCodes(for: nil, on: desk.now.date)
      ).map { Bar($0) }
    case .office(.letter): return barToLetter(at: desk)
    case .answer(.nextField): return barToOtherLetter()
    case .office(.endLeave):
      guard let current, current.leave.state == .granted else {
        return Bar("Choose a request that is granted")
      }
      return desk.permissions.denial(
        ofAnswering: current.leave.decision?.code, codes: desk.policy.codes, on: desk.now.date
      ).map { Bar($0) }
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  /// Why the person can grant the request under no code at all; nil where one is left.
  private func barToGranting(_ row: LeaveBoard.Row, at desk: Desk) -> Bar? {
    let codes = row.leave.isLunch ? [nil] : codes(for: row, at: desk).map(Optional.some)
    let denials = codes.map {
      desk.permissions.denial(ofAnswering: $0, codes: desk.policy.codes, on: desk.now.date)
    }
    return denials.contains(nil) ? nil : denials.first.flatMap { $0 }.map { Bar($0) }
  }

  func codes(for row: LeaveBoard.Row, at desk: Desk) -> [String] {
    desk.policy.leaveCodes(for: LeavePurpose(of: row.leave.request), on: desk.now.date)
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      return current?.leave.pupil.map { [.perform(.ask(.year($0, nil)))] } ?? []
    case .common(.move):
      if case .letter = asking { return scroll(key, at: desk) }
      list.height = LeaveLayout(desk.size, message, board, isForm: false).list
      if let key { _ = list.handle(key) }
      if let current { say(current.inWords) }
      return []
    case .common(.back): return [.back]
    case .office(.newRequest): return begin()
    case .office(.save): return save(at: desk)
    case .office(.keepDraft): return leaveForm()
    case .office(.previousField):
      form?.move(by: -1)
      message = Message()
      return []
    case .office(.grant): return again("g") ?? grant(at: desk)
    case .office(.refuse):
      return again("x") ?? ask(.refuse, "Refused, why? The dates stay watched.")
    case .office(.endLeave): return ask(.end, "The permission ends, why?")
    case .office(.letter): return askForLetter()
    case .office(.choose):
      if case .letter(let letter, _) = asking { return chooseContact(key, for: letter) }
      return choose(key)
    case .answer(.accept):
      if case .letter = asking { return makeLetter() }
      return accept(at: desk)
    case .answer(.nextField):
      if case .letter = asking { return otherLetter() }
      return next(at: desk)
    case .answer(.cancel):
      if case .letter = asking { say("No letter was made.") } else { say("Nothing was decided.") }
      asking = nil
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func begin() -> [Move] {
    form = kept ?? LeaveForm()
    say(kept == nil ? "A new request. ^S saves" : "The draft is back as it was left. ^S saves")
    return form?.about.map { [.perform(.ask(.brief($0)))] } ?? []
  }

  /// Closes the form; what is typed stays, and comes back with the form.
  private mutating func leaveForm() -> [Move] {
    guard let form else { return [] }
    self.form = nil
    kept = form.isEmpty ? nil : form
    say(form.isEmpty ? "Nothing was written." : "The draft is kept; n goes on.")
    return []
  }

  private mutating func save(at desk: Desk) -> [Move] {
    guard let form, let board else { return [] }
    do {
      let act = try form.act(at: desk, calendar: board.calendar)
      self.form?.saving = act.at
      return [.perform(.keep(act))]
    } catch {
      self.form?.focus = error.field
      return refuse("Not saved: \(error.sentence)")
    }
  }

  mutating func next(at desk: Desk, afterChoice: Bool = false) -> [Move] {
    guard let form, let board else { return [] }
    // Who has been told once is not held in the field; saving asks again.
    if !afterChoice, let fault = form.fault(of: form.focus, at: desk, calendar: board.calendar),
      message != Message(fault.sentence, isRefusal: true)
    {
      return refuse(fault.sentence)
    }
    let asks = form.focus == .pupil && form.brief == nil ? form.pupil : nil
    self.form?.move(by: 1)
    message = Message()
    return asks.map { [.perform(.ask(.brief($0.pupil.id)))] } ?? []
  }

  mutating func show(_ board: LeaveBoard, at desk: Desk) {
    self.board = board
    list.height = LeaveLayout(desk.size, message, board, isForm: form != nil).list
    list.show(board.rows.map(\.id))
    if let wanted, list.move(to: wanted) { self.wanted = nil }
  }

  /// Lets the cursor go to the request once it is shown.
  mutating func want(_ line: DayLine.ID?) { wanted = line }
}
