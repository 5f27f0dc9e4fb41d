import Attendance
import Policies
import Terminal

/// The move into a new school year: who goes up, leaves and comes, what is to decide, and one key
/// that carries it out after a question (U38).
struct RolloverScreen: Screen, Hashable {
  /// What is asked before anything is done.
  enum Asking: Hashable, Sendable {
    case move
    case takeBack
  }

  var message = Message()
  private(set) var board: RolloverBoard?
  /// The only fate that is shown, or nil for all.
  private(set) var fate: RolloverBoard.Fate?
  private(set) var asking: Asking?
  private(set) var list = ListView<Pupil.ID>([], height: 10)

  /// Opens the screen and asks what the move would do.
  static func opening() -> [Move] {
    [.open(.rollover(RolloverScreen())), .perform(.ask(.rollover))]
  }

  var place: Command.Place { asking == nil ? .rollover : .rolloverAsked }

  func questions(at desk: Desk) -> [Question] { [.rollover] }

  /// The rows that are shown.
  var rows: [RolloverBoard.Row] {
    (board?.rows ?? []).filter { fate == nil || $0.fate == fate }
  }

  /// The row the cursor is on.
  var current: RolloverBoard.Row? {
    list.current.flatMap { pupil in rows.first { $0.pupil.id == pupil } }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open): current == nil ? Bar("No pupil is shown here") : nil
    case .office(.moveYear): board.map { $0.bar.map { Bar($0) } } ?? Bar("It has not been read yet")
    case .office(.undoAct):
      board?.isMade == true ? nil : Bar("No move that could be taken back is on record")
    case .office(.showOthers):
      board?.rows.isEmpty ?? true ? Bar("There is nobody to show") : nil
    case .common, .today, .register, .answer, .year, .office: nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return current.map { [.perform(.ask(.year($0.pupil.id, nil)))] } ?? []
    case .common(.move):
      list.height = DueLayout(desk.size).rows
      if let key { _ = list.handle(key) }
      say("")
    case .common(.back): return [.back]
    case .office(.showOthers):
      let all: [RolloverBoard.Fate?] =
        [nil] + RolloverBoard.Fate.allCases.filter { board?.count($0) ?? 0 > 0 }
      fate = all[((all.firstIndex(of: fate) ?? 0) + 1) % all.count]
      show(at: desk)
      say("Shown: \(shown).")
    case .office(.moveYear): askToMove()
    case .office(.undoAct):
      guard let board else { return [] }
      asking = .takeBack
      say(
        "Take the last move into \(board.year) back, all it moved as they were? Y does it, Esc not."
      )
    case .answer(.accept): return carryOut()
    case .answer(.cancel):
      asking = nil
      say("Nothing was changed.")
    case .common, .today, .register, .answer, .year, .office: break
    }
    return []
  }

  private mutating func askToMove() {
    guard let board else { return }
    asking = .move
    let undecided = board.count(.undecided)
    let done = [(RolloverBoard.Fate.goesUp, "go up"), (.leaves, "leave")].filter {
      board.may.contains($0.0)
    }.map { "\(board.count($0.0)) \($0.1)" }.joined(separator: ", ")
    // Who has one of the two rights is told what stays for a colleague.
    let left = [RolloverBoard.Fate.goesUp, .leaves].filter { !board.may.contains($0) }
      .map { board.count($0) }.reduce(0, +)
    say(
      "Move the school into \(board.year): \(done)"
        + (undecided == 0 ? "" : ", \(undecided) still to decide stay as they are")
        + (left == 0 ? "" : ", \(left) are left to a colleague with the right")
        + "? Y does it, Esc not.")
  }

  private mutating func carryOut() -> [Move] {
    guard let board, let asking else { return [] }
    self.asking = nil
    say(asking == .move ? "Moving." : "Taking it back.")
    return [
      .perform(
        .admission(asking == .move ? .rollOver(board) : .takeBackRollover(board.year)))
    ]
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    asking == nil ? nil : refuse("Y does it, Esc does not.")
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .rollover(let board):
      // What was asked about was another move.
      if let before = self.board, before != board, asking != nil {
        asking = nil
        say("Another desk has changed the roll; look again, then g.")
      }
      // Why there was none to show is over.
      if self.board == nil { say("") }
      self.board = board
      if let fate, board.count(fate) == 0 { self.fate = nil }
      show(at: desk)
      return []
    case .admission(.done(let sentence)):
      say(sentence)
      return [.perform(.ask(.rollover))]
    default: return []
    }
  }

  private mutating func show(at desk: Desk) {
    list.height = DueLayout(desk.size).rows
    list.show(rows.map(\.pupil.id))
  }

  /// Which of them are shown, in words.
  var shown: String { fate?.rawValue ?? "all" }
}
