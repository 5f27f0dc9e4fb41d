import Attendance
import Policies
import Terminal

/// Who did what, and which registers want something; each mark with its history one key away.
struct AuditScreen: Screen, Hashable {
  var message = Message()
  private(set) var board: AuditBoard?
  private var question = AuditQuestion(.today)
  /// The only kind that is shown, or nil for all.
  private(set) var kind: String?
  private var list = ListView<Int>([], height: 10)

  /// Opens the screen and asks what was done today.
  static func opening() -> [Move] {
    [.open(.audit(AuditScreen())), .perform(.ask(.audit(AuditQuestion(.today))))]
  }

  var place: Command.Place { .audit }

  func questions(at desk: Desk) -> [Question] { [.audit(question)] }

  private var rows: [AuditBoard.Row] {
    (board?.rows ?? []).filter { kind == nil || $0.kind == kind }
  }

  /// The name of the pupil, where a row is about a mark of theirs.
  func named(_ pupil: Pupil.ID) -> String {
    board?.rows.lazy.compactMap(\.mark).first { $0.pupil == pupil }?.name ?? ""
  }

  private var current: AuditBoard.Row? {
    let rows = rows
    return rows.indices.contains(list.cursor) ? rows[list.cursor] : nil
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open):
      current?.mark == nil ? Bar("This is about no single mark, so there is no history") : nil
    case .office(.filter):
      (board?.kinds.count ?? 0) < 2 ? Bar("There is no other kind to choose") : nil
    case .common, .today, .register, .answer, .year, .office: nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      return current?.mark.map { [.perform(.ask(.history($0.pupil, $0.session)))] } ?? []
    case .common(.move):
      list.height = DueLayout(desk.size).rows
      if let key { _ = list.handle(key) }
      return []
    case .common(.back): return [.back]
    case .office(.period):
      question.span = Self.next(after: question.span, among: AuditQuestion.Span.allCases)
      return askAgain()
    case .office(.gaps):
      question.showsGaps.toggle()
      return askAgain()
    case .office(.filter):
      let kinds: [String?] = [nil] + (board?.kinds ?? [])
      kind = Self.next(after: kind, among: kinds)
      list.show(Array(rows.indices))
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func askAgain() -> [Move] {
    kind = nil
    return [.perform(.ask(.audit(question)))]
  }

  private static func next<Value: Equatable>(after value: Value, among all: [Value]) -> Value {
    let place = all.firstIndex(of: value) ?? 0
    return all[(place + 1) % all.count]
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    switch answer {
    case .audit(let board):
      self.board = board
      if let kind, !board.kinds.contains(kind) { self.kind = nil }
      list.height = DueLayout(desk.size).rows
      list.show(Array(rows.indices))
      return []
    case .unavailable(let why): return refuse(why)
    default: return []
    }
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let message = spoken(canvas.size)
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    TitleBar(
      titles, state: canvas.size.columns < 56 ? [""] : [desk.person.name, ""],
      isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header, let board {
      let days =
        board.days.lowerBound == board.days.upperBound
        ? board.days.lowerBound.inWords
        : "\(board.days.lowerBound.short) to \(board.days.upperBound.short)"
      HeaderLine(
        left: ["\(board.question.span.rawValue), \(days)", days, ""],
        right: [kind.map { "only \($0)" } ?? "every kind", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { drawBody(on: &$0, DueLayout(desk.size)) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  private var titles: [String] {
    guard let board else { return ["AUDIT"] }
    let count = rows.count
    let what = board.question.showsGaps ? "register" : "act"
    let words = "\(count) \(what)\(count == 1 ? "" : "s")"
    return [
      "AUDIT  \(words)" + (board.question.showsGaps ? " that want something" : ""),
      "AUDIT  \(words)", "AUDIT",
    ]
  }

  /// Where the details have no room, those of the row under the cursor.
  private func spoken(_ size: Size) -> Message {
    guard message.text.isEmpty, DueLayout(size).panel == 0, let current else { return message }
    return Message(current.details.joined(separator: " "))
  }

  private func drawBody(on canvas: inout Canvas, _ layout: DueLayout) {
    let rows = rows
    let width = canvas.size.columns
    guard !rows.isEmpty else {
      let words =
        board == nil
        ? "Looking through the register." : "Nothing of this kind \(question.span.rawValue)."
      canvas.write(words.cut(to: width - 2), row: 0, column: 1)
      return
    }
    var list = list
    let panel = canvas.size.rows < layout.rows + layout.panel ? 0 : layout.panel
    list.height = max(min(layout.rows, canvas.size.rows), 1)
    let time = min(rows.map(\.time.columns).max() ?? 5, max(width / 4, 5))
    let kind = min(rows.map(\.kind.columns).max() ?? 8, max(width / 4, 6))
    for (line, index) in list.visible.enumerated() where rows.indices.contains(index) {
      let row = rows[index]
      let style: Style = index == list.cursor ? .current : .plain
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      canvas.write(row.time.cut(to: time), row: line, column: 2, style: style, width: time)
      canvas.write(row.kind.cut(to: kind), row: line, column: time + 3, style: style, width: kind)
      let rest = width - time - kind - 5
      let text = ([row.who] + row.details.prefix(1)).joined(separator: ": ")
      canvas.write(text.cut(to: max(rest, 1)), row: line, column: time + kind + 4, style: style)
      if index == list.cursor { canvas.cursor = Position(row: line, column: 0) }
    }
    guard panel > 0, let current else { return }
    canvas.inside(
      Area(row: canvas.size.rows - panel, column: 0, rows: panel, columns: width)
    ) { panel in
      let heading = " \(current.time)  \(current.who) "
      let end = panel.write(heading.cut(to: width - 2), row: 0, column: 0, style: .heading)
      panel.rule(row: 0, columns: end..<max(width, end), style: .muted)
      var line = 1
      for detail in current.details {
        for text in detail.wrapped(to: width - 2, lines: 3) where line < panel.size.rows {
          panel.write(text, row: line, column: 1)
          line += 1
        }
      }
    }
  }
}
