internal import CTerminal
internal import Glibc

/// The terminal the program was started on.
public final class CursesDisplay: Display {
  private let theme: Theme
  private let showsUnicode: Bool
  private var reader = KeyReader()
  private var shown: Canvas?
  private var scalars: [UInt32] = []

  /// Takes the terminal over, or says why it cannot.
  ///
  /// However the program ends, by a signal or a crash too, the terminal is given back as it was
  /// found.
  ///
  /// - Parameter lastWords: printed after a crash; a line of comfort and what to do.
  public static func open(
    theme: Theme, lastWords: String = ""
  ) throws(TerminalRefusal) -> CursesDisplay {
    switch Int(terminal_open(theme.hasColours ? 1 : 0, lastWords)) {
    case TERMINAL_OPENED: return CursesDisplay(theme: theme)
    case TERMINAL_NOT_A_TERMINAL: throw .notATerminal
    case TERMINAL_CANNOT_MOVE_CURSOR: throw .cannotMoveCursor(terminalName)
    case TERMINAL_ALREADY_OPEN: throw .alreadyOpen
    default: throw .unknownTerminal(terminalName)
    }
  }

  private static var terminalName: String { getenv("TERM").map { String(cString: $0) } ?? "" }

  private init(theme: Theme) {
    self.theme = theme
    showsUnicode = terminal_shows_unicode() != 0
  }

  deinit { terminal_close() }

  /// The rows and columns there are now.
  public var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    terminal_size(&rows, &columns)
    return Size(rows: Int(rows), columns: Int(columns))
  }

  /// Sends what differs from the picture shown before, and puts the cursor on its place.
  public func show(_ canvas: Canvas) {
    if shown?.whole != canvas.whole {
      terminal_erase()
      shown = nil
    }
    let before = shown?.cells
    for row in 0..<canvas.whole.rows { put(row: row, of: canvas, before: before) }
    shown = canvas
    terminal_flush(Int32(canvas.cursor.row), Int32(canvas.cursor.column))
  }

  /// Puts the runs of a row that changed: letters of ASCII together, any other by itself so that
  /// a terminal that measures it otherwise can spoil nothing else.
  private func put(row: Int, of canvas: Canvas, before: [Cell]?) {
    let start = row * canvas.whole.columns
    let cells = canvas.cells[start..<start + canvas.whole.columns]
    var index = start
    while index < cells.endIndex {
      let cell = cells[index]
      // A wide letter is sent by its first cell.
      if cell.columns == 0 || cell == before?[index] ?? .blank {
        index += 1
        continue
      }
      scalars.removeAll(keepingCapacity: true)
      let first = index
      if cell.text.isASCII {
        repeat {
          scalars.append(cells[index].text.unicodeScalars.first?.value ?? 32)
          index += 1
        } while index < cells.endIndex && index - first < 256
          && cells[index].text.isASCII && cells[index].columns == 1
          && cells[index].style == cell.style && cells[index] != before?[index] ?? .blank
      } else {
        for scalar in shownText(cell).unicodeScalars { scalars.append(scalar.value) }
        index += max(Int(cell.columns), 1)
      }
      terminal_put(
        Int32(row), Int32(first - start), scalars, Int32(scalars.count), Int32(index - first),
        theme.look(of: cell.style).bits)
    }
  }

  private func shownText(_ cell: Cell) -> String {
    showsUnicode && !theme.ascii
      ? String(cell.text) : PlainLetters.ascii(cell.text, columns: Int(cell.columns))
  }

  /// Sleeps until something happens.
  public func nextEvent(watching descriptors: [Int32], until deadline: Double?) -> Event {
    while true {
      if let event = reader.popEvent() { return event }
      if let event = readTyped() { return event }
      if let event = reader.popEvent() { return event }
      let event = terminal_wait(
        descriptors, Int32(clamping: descriptors.count), deadline.map { max($0, 0) } ?? -1)
      switch Int(event.kind) {
      case TERMINAL_WOKEN: return .woken(event.value)
      case TERMINAL_DEADLINE: return .deadline
      case TERMINAL_RESUMED: return .resumed
      case TERMINAL_HANG_UP: return .hangUp
      case TERMINAL_TERMINATE: return .terminate
      default: continue
      }
    }
  }

  /// Reads until an event is complete or nothing is left to read; answers a change of size.
  private func readTyped() -> Event? {
    while true {
      let event = terminal_read()
      switch Int(event.kind) {
      case TERMINAL_BYTE: reader.take(.byte(UInt8(truncatingIfNeeded: event.value)))
      case TERMINAL_KEY: reader.take(Self.key(event.value).map { .key($0) } ?? .other)
      case TERMINAL_FUNCTION_KEY: reader.take(.key(.function(Int(event.value))))
      case TERMINAL_PASTE_BEGINS: reader.take(.pasteBegins)
      case TERMINAL_PASTE_ENDS: reader.take(.pasteEnds)
      case TERMINAL_RESIZED:
        shown = nil
        terminal_erase()
        return .resized(size)
      default:
        reader.take(.pause)
        return nil
      }
      if let event = reader.popEvent() { return event }
    }
  }

  private static func key(_ value: Int32) -> Key? {
    switch Int(value) {
    case TERMINAL_UP: .up
    case TERMINAL_DOWN: .down
    case TERMINAL_LEFT: .left
    case TERMINAL_RIGHT: .right
    case TERMINAL_HOME: .home
    case TERMINAL_END: .end
    case TERMINAL_PAGE_UP: .pageUp
    case TERMINAL_PAGE_DOWN: .pageDown
    case TERMINAL_INSERT: .insert
    case TERMINAL_DELETE: .delete
    case TERMINAL_BACKSPACE: .backspace
    case TERMINAL_ENTER: .enter
    case TERMINAL_BACK_TAB: .backTab
    default: nil
    }
  }

  /// Sounds the bell once.
  public func bell() { terminal_bell() }

  /// Sends the whole picture again.
  public func repaint() { terminal_repaint() }

  /// Gives the terminal to the shell until the program is brought back.
  public func suspend() { terminal_suspend() }

  /// Gives the terminal back as it was found; nothing can be shown afterwards.
  public func close() { terminal_close() }
}

extension Theme.Look {
  /// What `terminal_put` is told.
  fileprivate var bits: Int32 {
    var bits: Int32 = 0
    if attributes.contains(.bold) { bits |= Int32(TERMINAL_BOLD) }
    if attributes.contains(.reverse) { bits |= Int32(TERMINAL_REVERSE) }
    if attributes.contains(.underline) { bits |= Int32(TERMINAL_UNDERLINE) }
    return bits + (colour?.rawValue ?? 0) * Int32(TERMINAL_COLOUR)
  }
}
