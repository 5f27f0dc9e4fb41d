import Terminal

/// The title bar: what is shown at the left, its state in words at the right.
///
/// Where there is little room the left gives way before the right, and PRACTICE before neither;
/// the shortest form of the left is cut last of all.
struct TitleBar: Hashable, Sendable {
  /// What is shown, longest first.
  let left: [String]
  /// Its state, longest first.
  let right: [String]
  let isPractice: Bool

  init(_ left: [String], state: [String] = [], isPractice: Bool) {
    self.left = left
    right = state
    self.isPractice = isPractice
  }

  /// The texts that fit; the shortest where nothing does.
  func texts(width: Int) -> (left: String, right: String) {
    let practice = isPractice ? "PRACTICE" : ""
    for state in right.isEmpty ? [""] : right {
      for name in left {
        let whole = [name, practice].filter { !$0.isEmpty }.joined(separator: "  ")
        let gap = state.isEmpty || whole.isEmpty ? 0 : 2
        if whole.columns + gap + state.columns <= width { return (whole, state) }
      }
    }
    let shortest = left.last ?? ""
    let room = width - (isPractice ? practice.columns + 1 : 0)
    if isPractice, room < min(shortest.columns, Self.readable) { return (practice, "") }
    let both = [shortest.cut(to: room), practice].filter { !$0.isEmpty }.joined(separator: " ")
    return (both, "")
  }

  /// The columns in which a cut title still says something.
  private static let readable = 8

  func draw(on canvas: inout Canvas) {
    let width = canvas.size.columns
    let margin = width >= 60 ? 1 : 0
    let (left, right) = texts(width: width - margin)
    canvas.fill(Area(row: 0, column: 0, rows: 1, columns: width), style: .title)
    canvas.write(left, row: 0, column: margin, style: .title)
    canvas.write(right, row: 0, before: width, style: .title)
  }
}

/// A line with counters at the right, where both have shorter forms.
struct HeaderLine: Hashable, Sendable {
  /// The left side, longest first.
  let left: [String]
  /// The right side, longest first.
  let right: [String]

  func draw(on canvas: inout Canvas, row: Int) {
    let width = canvas.size.columns
    let margin = width >= 60 ? 1 : 0
    for counters in right {
      for text in left where margin + text.columns + 2 + counters.columns <= width {
        canvas.write(text, row: row, column: margin)
        canvas.write(counters, row: row, before: width)
        return
      }
    }
    let last = [right.last, left.last].compactMap(\.self).first { !$0.isEmpty } ?? ""
    canvas.write(last.cut(to: width), row: row, column: 0)
  }
}
