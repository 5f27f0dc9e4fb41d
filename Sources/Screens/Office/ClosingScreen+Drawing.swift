import Attendance
import Terminal

extension ClosingScreen {
  /// What is asked now, in one line.
  var question: String {
    switch step {
    case .extent: "Was the school open for anyone?"
    case .part:
      words.extent == .planned ? "Who will stay away?" : "Who could not be accommodated?"
    case .names:
      switch words.part {
      case .campus: "Which campus? Its name"
      case .years: "Which years? 7, 8"
      case .groups: "Which forms or groups? 7A, 7B"
      case .pupils, nil: "Which pupils? Names or UPNs, with commas"
      }
    case .sessions: "Which sessions?"
    case .days: "Which days? 'mon', '23 Mar pm', '23 Mar to 24 Mar am'"
    case .decided: "When was it decided today? 07:10, or Enter for now"
    case .reason: "Why?"
    case .preview: "This is what it does. Enter closes, Esc goes back."
    case .whichBack: "Which closure is taken back?"
    case .whyBack: "Why is it taken back?"
    case .previewBack: "This is what it does. Enter takes it back, Esc goes back."
    }
  }

  /// What is shown under the question.
  private var sentences: [String] {
    switch step {
    case .preview(_, let sentences): sentences.map(\.asSentence)
    case .previewBack(let closure, let reopening):
      [closure.words.asSentence] + reopening.inWords.map(\.asSentence)
    case .extent, .part, .names, .sessions, .days, .decided, .reason, .whichBack, .whyBack:
      choices.enumerated().map { "\($0 + 1)  \($1)" }
    }
  }

  /// What has been answered, line by line.
  private var answered: [String] {
    var lines: [String] = []
    for step in steps.dropLast() {
      switch step {
      case .extent:
        if steps.contains(.whichBack) { continue }
        switch words.extent {
        case .nobody: lines.append("Nobody could come")
        case .some: lines.append("A part was open")
        case .planned: lines.append("Planned ahead")
        }
      case .names: lines.append("Not accommodated: \(words.names)")
      case .decided:
        if let from = words.from, let through = words.through {
          lines.append(from == through ? "\(from)" : "\(from) to \(through)")
        }
        lines.append(words.decided.map { "Decided \($0.time)" } ?? "Decided now")
      case .reason: lines.append("Reason: \(words.reason)")
      case .part, .sessions, .days, .preview, .whichBack, .whyBack, .previewBack: break
      }
    }
    return lines
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let isTyping = place == .closingText
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size) + (isTyping ? 1 : 0))
    TitleBar(
      ["CLOSE THE SCHOOL", "CLOSE"], state: [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      HeaderLine(
        left: [desk.now.date.inWords, desk.now.date.short],
        right: ["\(closures.count) standing", "\(closures.count)"]
      ).draw(on: &canvas, row: row)
    }
    canvas.inside(frame.bodyArea) { drawBody(on: &$0) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    if isTyping {
      frame.draw(message, above: "Answer:", field, on: &canvas)
    } else {
      frame.draw(message, on: &canvas)
    }
  }

  /// The question with what it offers; what was answered before stands above it, as far as there is
  /// room.
  private func drawBody(on canvas: inout Canvas) {
    let width = max(canvas.size.columns - 1, 1)
    var lines: [(text: String, style: Style)] = question.wrapped(to: width).map { ($0, .heading) }
    for sentence in sentences {
      lines += sentence.wrapped(to: width).map { ($0, .plain) }
    }
    let room = canvas.size.rows - lines.count
    let before = answered.suffix(max(room, 0))
    for (row, text) in before.enumerated() {
      canvas.write(text.cut(to: width), row: row, column: 1, style: .muted)
    }
    for (index, line) in lines.enumerated() where before.count + index < canvas.size.rows {
      canvas.write(line.text, row: before.count + index, column: 1, style: line.style)
    }
    canvas.cursor = Position(row: min(before.count, max(canvas.size.rows - 1, 0)), column: 0)
  }
}
