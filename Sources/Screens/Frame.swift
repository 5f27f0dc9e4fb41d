import Terminal

/// How a screen divides its rows: title, header, body, message, footer.
///
/// Every size is divided somehow; the title, the body and the message go last.
struct Frame: Hashable, Sendable {
  let size: Size
  /// The row of the line under the title, or nil where there is no room.
  let header: Int?
  /// The rows of the body.
  let body: Range<Int>
  /// The rows of the message, its last line lowest.
  let message: Range<Int>
  /// The rows of the footer.
  let footer: Int

  /// The frame of a screen whose message needs so many lines.
  ///
  /// A tall screen keeps two lines for the message at all times, so that nothing moves when one is
  /// long; a low screen gives up some of its body for as long as it is shown.
  init(_ size: Size, messageLines: Int, headers: Int = 1) {
    self.size = size
    let rows = size.rows
    footer = rows >= 10 ? 2 : rows >= 5 ? 1 : 0
    let top = rows >= 8 ? 1 + headers : rows >= 4 ? 1 : 0
    header = rows >= 8 && headers > 0 ? 1 : nil
    let kept = rows >= 20 ? 2 : rows >= 3 ? 1 : 0
    let most = max(kept, min(6, (rows - top - footer + 1) / 2))
    let lines = min(max(messageLines, kept), most)
    let last = rows - footer
    message = max(last - lines, top)..<max(last, top)
    body = top..<max(message.lowerBound, top)
  }

  /// The body as an area.
  var bodyArea: Area {
    Area(row: body.lowerBound, column: 0, rows: body.count, columns: size.columns)
  }

  /// Writes the message on the lowest of its lines.
  func draw(_ message: Message, on canvas: inout Canvas) {
    let lines = message.text.wrapped(to: textWidth, lines: self.message.count)
    let first = self.message.upperBound - lines.count
    for (line, row) in zip(lines, first..<self.message.upperBound) {
      canvas.write(
        line, row: row, column: margin, style: message.isRefusal ? .notice : .plain)
    }
  }

  /// Writes the message and, on the lowest line, a field that is being typed.
  func draw(_ message: Message, above label: String, _ field: Field, on canvas: inout Canvas) {
    guard let row = self.message.last else {
      field.draw(on: &canvas, row: 0, column: 0, width: max(size.columns, 1), style: .focus)
      return
    }
    let lines = message.text.wrapped(to: textWidth, lines: self.message.count - 1)
    for (line, place) in zip(lines, (row - lines.count)..<row) {
      canvas.write(
        line, row: place, column: margin, style: message.isRefusal ? .notice : .plain)
    }
    var column = margin
    if size.columns >= 12 {
      column = canvas.write(label + " ", row: row, column: margin, style: .bold)
    }
    field.draw(
      on: &canvas, row: row, column: column, width: max(size.columns - column, 1), style: .focus)
  }

  /// One column of air at the left of a wide screen.
  var margin: Int { size.columns >= 60 ? 1 : 0 }
  private var textWidth: Int { max(size.columns - margin, 1) }

  /// The lines a message takes on a screen of that size.
  static func lines(of message: Message, _ size: Size) -> Int {
    message.text.wrapped(to: max(size.columns - (size.columns >= 60 ? 1 : 0), 1)).count
  }
}
