import Glibc
import Terminal

/// A program to try the terminal with: it says what it hears, and ends in any way it is told to.
struct Probe {
  /// Whether it hangs when it is told to leave.
  var isStubborn = false
  private var list = ListView(Array(1...30), height: 30)
  private var field = Field()
  private var events = 0
  private var keys = 0
  private var pastes = 0
  private var last = "nothing"

  /// What a key asks for beyond being shown.
  enum Wish {
    case nothing, leave, repaint, suspend, bell
  }

  mutating func update(_ event: Event) -> Wish {
    // Not counted, so that a repaint can be compared with what stood there.
    if event == .key(.control("l")) { return .repaint }
    events += 1
    switch event {
    case .key(let key):
      keys += 1
      last = "key \(key)"
      if !field.handle(key) { _ = list.handle(key) }
      return wish(of: key)
    case .paste(let text):
      pastes += 1
      last = "paste of \(text.utf8.count) bytes"
      field.insert(text)
    case .resized(let size): last = "resized to \(size.rows) by \(size.columns)"
    case .woken: last = "woken"
    case .deadline: last = "deadline"
    case .resumed: last = "resumed"
    case .hangUp, .terminate:
      while isStubborn { pause() }
      return .leave
    }
    return .nothing
  }

  private func wish(of key: Key) -> Wish {
    switch key {
    case .control("q"): return .leave
    case .control("z"): return .suspend
    case .control("g"): return .bell
    case .control("t"): fatalError("told to trap")
    case .control("a"): abort()
    case .control("e"): exit(3)
    case .control("o"): print(Self.sink(1))
    case .control("x"): print([1, 2, 3][events + 1_000])
    case .control("v"): print(UInt8(255) + UInt8(clamping: events))
    default: break
    }
    return .nothing
  }

  /// Calls itself until the stack is used up.
  @inline(never) private static func sink(_ depth: Int) -> Int {
    depth < 0 ? 0 : sink(depth + 1) + depth
  }

  mutating func draw(size: Size) -> Canvas {
    list.height = size.rows - 7
    var canvas = Canvas(size: size)
    canvas.fill(Area(row: 0, column: 0, rows: 1, columns: size.columns), style: .title)
    canvas.write("PROBE \(size.rows) by \(size.columns)", row: 0, column: 0, style: .title)
    canvas.write("keys \(keys) pastes \(pastes)", row: 1, column: 0)
    canvas.write("last: \(last)", row: 2, column: 0)
    var column = 0
    for role in Style.Role.allCases {
      column = canvas.write("\(role) ", row: 4, column: column, style: Style(role))
    }
    canvas.write("Siân Łucja 李小龍 مريم end ─│…", row: 5, column: 0)
    for (line, index) in list.visible.enumerated() {
      let row = list.rows[index]
      canvas.write(
        "\(list.marker(at: index)) \(row) \(String(repeating: "x", count: row))", row: 6 + line,
        column: 0, style: index == list.cursor ? .current : .plain)
      canvas.write("\(row)", row: 6 + line, before: size.columns)
    }
    KeyBar([.init("^Q", "leave"), .init("^L", "redraw")], rows: 1).draw(on: &canvas)
    // The last cells that change: once they are seen, the whole picture is.
    canvas.write(" events \(events)", row: size.rows - 1, before: size.columns)
    field.draw(on: &canvas, row: 3, column: 2, width: size.columns - 2)
    return canvas
  }
}
