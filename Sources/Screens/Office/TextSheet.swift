import Terminal

/// The words of a text, script or letter as they would go out, under whom they are for.
struct TextSheet: Hashable, Sendable {
  let heading: String
  let words: String

  /// Draws the words from that line on; where they do not all fit, the last line ends in dots.
  func draw(from top: Int = 0, on canvas: inout Canvas) {
    let width = max(canvas.size.columns - 2, 1)
    canvas.write(heading.cut(to: width), row: 0, column: 1, style: .heading)
    let all = lines(width)
    let place = place(of: all.count, in: canvas.size.rows)
    let lines = all.dropFirst(min(top, max(all.count - place.room, 0)))
    for (row, line) in lines.prefix(place.room).enumerated() {
      let isCut = row == place.room - 1 && lines.count > place.room
      canvas.write(isCut ? (line + " ...").cut(to: width) : line, row: row + place.row, column: 1)
    }
    canvas.cursor = Position(row: 0, column: 1)
  }

  /// The line to begin with after a key that moves.
  func top(after key: Key?, from top: Int, in area: Size) -> Int {
    let count = lines(max(area.columns - 2, 1)).count
    return Self.top(after: key, from: top, of: count, room: place(of: count, in: area.rows).room)
  }

  /// The line to begin with after a key that moves through so many lines, with room for some.
  static func top(after key: Key?, from top: Int, of count: Int, room: Int) -> Int {
    let moved: Int
    switch key {
    case .up: moved = top - 1
    case .down: moved = top + 1
    case .pageUp: moved = top - room
    case .pageDown: moved = top + room
    case .home: moved = 0
    case .end: moved = count
    default: moved = top
    }
    return max(min(moved, count - room), 0)
  }

  /// A line of air under the heading is the first thing to go.
  private func place(of count: Int, in rows: Int) -> (row: Int, room: Int) {
    let row = count + 2 > rows ? 1 : 2
    return (row, max(rows - row, 1))
  }

  private func lines(_ width: Int) -> [String] {
    words.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      String($0).wrapped(to: width)
    }
  }
}
