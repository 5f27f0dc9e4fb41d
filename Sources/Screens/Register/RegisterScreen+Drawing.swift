import Attendance
import Terminal

extension RegisterScreen {
  /// The lines that message and field need.
  func messageLines(_ size: Size) -> Int {
    Frame.lines(of: message, size) + (prompt?.hasLine == true ? 1 : 0)
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let size = canvas.size
    if size.rows < 5 || size.columns < 20 {
      drawOne(on: &canvas, at: desk)
      return
    }
    let frame = Frame(size, messageLines: messageLines(size))
    title(at: desk).draw(on: &canvas)
    if let row = frame.header { header(at: desk).draw(on: &canvas, row: row) }
    canvas.inside(frame.bodyArea) { body in
      if case .codes(let list) = prompt {
        list.draw(on: &body)
      } else if register.rows.isEmpty {
        drawEmpty(on: &body)
      } else if isWeek {
        drawWeek(on: &body, at: desk)
      } else {
        drawRoll(on: &body, at: desk)
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    draw(message, in: frame, on: &canvas)
  }

  /// The message, and under it the line being typed.
  private func draw(_ message: Message, in frame: Frame, on canvas: inout Canvas) {
    guard let prompt, prompt.hasLine, !frame.message.isEmpty else {
      frame.draw(message, on: &canvas)
      return
    }
    if case .note(let form) = prompt {
      frame.draw(message, above: "", Field(), on: &canvas)
      canvas.fill(
        Area(row: frame.message.upperBound - 1, column: 0, rows: 1, columns: canvas.size.columns))
      form.draw(on: &canvas, row: frame.message.upperBound - 1)
    } else if let (label, field) = prompt.line {
      frame.draw(message, above: label, field, on: &canvas)
    }
  }

  private func drawEmpty(on canvas: inout Canvas) {
    let text =
      open.closed.map {
        "No school at this session: \($0). If that is wrong, correct the calendar."
      }
      ?? "Nobody is due in \(key.group) at this session. If somebody should be, the office puts them "
      + "into the group."
    for (line, row) in zip(text.wrapped(to: max(canvas.size.columns - 2, 1)), 0...) {
      canvas.write(line, row: row + min(1, canvas.size.rows - 1), column: 1)
    }
    canvas.cursor = Position(row: min(1, canvas.size.rows - 1), column: 1)
  }

  /// One pupil on a screen too small for a list: the mark, the name, the message, the keys.
  private func drawOne(on canvas: inout Canvas, at desk: Desk) {
    let size = canvas.size
    guard register.rows.indices.contains(cursor) else {
      canvas.write("Nobody due", row: 0, column: 0)
      return
    }
    let name = RollName(
      name: register.rows[cursor].pupil.name, lookAlike: register.lookAlikes[cursor])
    let code = cell(at: cursor)
    let mark = barToMarking(at: desk) == nil ? "[\(code)]" : " \(code) "
    canvas.write(mark, row: 0, column: 0, style: .focus)
    canvas.write(
      name.text(width: max(size.columns - mark.columns - 1, 1)), row: 0, column: mark.columns + 1,
      style: .current)
    canvas.cursor = Position(row: 0, column: min(1, max(size.columns - 1, 0)))
    if let prompt, let (label, field) = prompt.line, size.rows > 0 {
      let row = min(1, size.rows - 1)
      canvas.fill(Area(row: row, column: 0, rows: 1, columns: size.columns))
      let column = size.columns >= 12 ? canvas.write(label + " ", row: row, column: 0) : 0
      field.draw(on: &canvas, row: row, column: column, width: max(size.columns - column, 1))
      return
    }
    if case .note(let form) = prompt {
      let row = min(1, size.rows - 1)
      canvas.fill(Area(row: row, column: 0, rows: 1, columns: size.columns))
      form.draw(on: &canvas, row: row)
      return
    }
    let counts = register.counts
    canvas.write(
      "\(cursor + 1)/\(register.rows.count) Blank \(counts.blank)"
        + (desk.isPractice ? " PRACTICE" : ""), row: 1, column: 0)
    if size.rows > 3 { footer(at: desk, rows: 1).draw(on: &canvas) }
    let lines = message.text.wrapped(to: max(size.columns, 1), lines: size.rows - 3)
    for (line, row) in zip(lines, 2...) { canvas.write(line, row: row, column: 0) }
  }
}

extension Prompt {
  /// Whether a line is typed for it.
  var hasLine: Bool { place.isText }
}
