import Attendance
import Terminal

extension CallForm {
  /// Draws the lines of the form that the layout has room for.
  func draw(on canvas: inout Canvas, _ layout: CallLayout) {
    for (row, line) in layout.visible(focus).enumerated() {
      draw(layout.lines[line], on: &canvas, row: row)
    }
  }

  private func draw(_ fields: [CallField], on canvas: inout Canvas, row: Int) {
    let width = canvas.size.columns
    let isWide = width >= 60
    var column = isWide ? 2 : 0
    for (place, field) in fields.enumerated() {
      let label = isWide ? field.label : field.shortLabel
      // The first fields of the lines stand under one another.
      let labelWidth = place == 0 ? (isWide ? 10 : 6) : label.columns + 1
      canvas.write(label, row: row, column: column, style: field == focus ? .bold : .plain)
      column += labelWidth
      if field == .pupil { column = drawChosen(on: &canvas, row: row, column: column) }
      let room = width - column - 2
      let isLast = place == fields.count - 1
      draw(
        field, on: &canvas, row: row, column: column,
        width: isLast ? room : fieldWidth(field, of: width))
      column += fieldWidth(field, of: width) + 4
    }
  }

  private func fieldWidth(_ field: CallField, of width: Int) -> Int {
    switch field {
    case .code: 3
    case .first: width >= 76 ? 18 : 11
    case .out, .back: 6
    case .callBack: 4
    case .pupil, .from, .words, .doubt, .last, .overlap, .channel, .telephone: 20
    }
  }

  /// The pupils that are chosen, before the field for another; answers the column after them.
  private func drawChosen(on canvas: inout Canvas, row: Int, column: Int) -> Int {
    guard !chosen.isEmpty else { return column }
    let names = chosen.map { "\($0.pupil.name.onRegister) \($0.group)" }.joined(separator: "; ")
    // Something of the field for another always stays.
    let room = canvas.size.columns - column - (focus == .pupil ? 12 : 6)
    return canvas.write(names.cut(to: room), row: row, column: column) + 1
  }

  /// What an empty field stands for, or nothing.
  private func unsaid(_ field: CallField) -> String {
    switch field {
    case .first: "today"
    case .last: "same day"
    case .telephone: wantsCall ? caller?.phone ?? "" : ""
    case .overlap: "not decided yet"
    case .pupil, .from, .words, .code, .doubt, .out, .back, .channel, .callBack: ""
    }
  }

  private func draw(
    _ field: CallField, on canvas: inout Canvas, row: Int, column: Int, width: Int
  ) {
    let isFocused = field == focus
    let style: Style = isFocused ? .focus : .plain
    // A field that there is no room for beside its name takes the whole line.
    guard width > 0 else {
      guard isFocused else { return }
      self[field].draw(
        on: &canvas, row: row, column: 0, width: max(canvas.size.columns, 1), style: style)
      return
    }
    let most = min(width, field.isLong ? width : 20)
    canvas.write("[", row: row, column: column, style: .muted)
    canvas.write("]", row: row, column: column + 1 + most, style: .muted)
    let text: Field
    switch field {
    case .channel: text = Field(channel.rawValue)
    case .overlap: text = Field(fate?.rawValue ?? "")
    case .callBack: text = Field(wantsCall ? "yes" : "no")
    default: text = self[field]
    }
    text.draw(
      on: &canvas, row: row, column: column + 1, width: most, style: style, focused: isFocused)
    if !isFocused, text.isEmpty {
      canvas.write(
        unsaid(field).cut(to: most), row: row, column: column + 1, style: .muted)
    }
  }
}
