import Attendance
import Policies
import Terminal

/// What falls due: thresholds met, returns, clocks, reviews; each once, what is due today first.
struct DueScreen: Screen, Hashable {
  var message = Message()
  private(set) var board: DueBoard?
  var list = ListView<DueBoard.Row.ID>([], height: 10)
  /// The words by which a row is recorded as done, while they are typed.
  private(set) var words: Field?

  /// Opens the screen and asks for the list.
  static func opening() -> [Move] { [.open(.due(DueScreen())), .perform(.ask(.due))] }

  var place: Command.Place { words == nil ? .due : .dueWords }

  func questions(at desk: Desk) -> [Question] { [.due] }

  /// The row the cursor is on.
  var current: DueBoard.Row? {
    guard let rows = board?.rows, rows.indices.contains(list.cursor) else { return nil }
    return rows[list.cursor]
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open): return current == nil ? Bar("Nothing asks for anything") : nil
    case .office(.record):
      guard let current else { return Bar("Nothing asks for anything") }
      guard let right = current.item.kind.recordedBy else {
        return Bar("This is seen to on the pupil's case: \(current.item.next)")
      }
      return desk.permissions.mayEver(right) ? nil : desk.denial(of: right, [])
    case .common, .today, .register, .answer, .year, .office: return nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return current.map { [.perform(.ask(.year($0.item.pupil, nil)))] } ?? []
    case .common(.move):
      list.height = DueLayout(desk.size).rows
      if let key { _ = list.handle(key) }
      say("")
      return []
    case .common(.back): return [.back]
    case .office(.record): return askForWords()
    case .answer(.accept): return record(at: desk)
    case .answer(.cancel):
      words = nil
      say("Nothing is recorded.")
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func askForWords() -> [Move] {
    guard let current else { return [] }
    words = Field(limit: 200)
    say(
      current.item.kind == .threshold
        ? "What was decided, and why? Esc records nothing."
        : "How was it told, and by whom? Esc records nothing.")
    return []
  }

  private mutating func record(at desk: Desk) -> [Move] {
    let text = words?.text.split(separator: " ").joined(separator: " ") ?? ""
    guard let current, let work = current.item.record else { return [] }
    guard !text.isEmpty else { return refuse("Say what was done, or Esc.") }
    let moment = CaseMoment(by: desk.person, now: desk.now, hold: nil)
    return [.perform(.keep(moment.act(work, of: current.item.pupil, about: nil, text)))]
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? { words?.handle(key) == true ? [] : nil }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    if words == nil { return refuse("A paste does nothing here.") }
    words?.insert(text)
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .due(let board):
      // Words are typed about a row: where it has gone meanwhile, they are about nothing.
      let before = current?.id
      self.board = board
      list.height = DueLayout(desk.size).rows
      list.show(board.rows.map(\.id))
      if words != nil, current?.id != before {
        words = nil
        return refuse("Somebody else has seen to that meanwhile; nothing is recorded.")
      }
      return []
    case .kept(let act, _):
      words = nil
      say("Recorded: \(act.lines.first?.words ?? "").")
      return [.perform(.ask(.due))]
    case .notKept(let why): return refuse("Not kept: \(why)")
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }
}

extension DueItem.Kind {
  /// The right by which it is recorded as done from the list; nil where it is seen to on a case.
  fileprivate var recordedBy: Right? {
    switch self {
    case .threshold: .considerPenalty
    case .localReturn: .makeReturns
    case .missing, .lateness, .review, .meeting, .agreement, .notice, .hold, .back, .snooze: nil
    }
  }
}

extension DueItem {
  /// The line that records it as done, or nil where it is seen to on a case.
  fileprivate var record: Casework? {
    switch kind {
    case .threshold: .considered(ConsideredEvent(rule: what, metOn: since))
    case .localReturn: .returned(made ?? ReturnMade(what, episode: since))
    case .missing, .lateness, .review, .meeting, .agreement, .notice, .hold, .back, .snooze: nil
    }
  }
}
