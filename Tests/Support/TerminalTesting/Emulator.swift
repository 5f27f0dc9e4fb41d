internal import CVTerm

/// What a person would see: the bytes a program sends, as a terminal shows them.
final class Emulator {
  /// The switches a program may leave on.
  struct Switches {
    var cursorVisible = true
    var alternateScreen = false
  }

  private var terminal: OpaquePointer
  private var screen: OpaquePointer
  private(set) var size: (rows: Int, columns: Int)
  private let switches = UnsafeMutablePointer<Switches>.allocate(capacity: 1)
  private let callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)

  init?(rows: Int, columns: Int) {
    guard let terminal = Self.window(rows: rows, columns: columns),
      let screen = vterm_obtain_screen(terminal)
    else { return nil }
    self.terminal = terminal
    self.screen = screen
    size = (rows, columns)
    switches.initialize(to: Switches())
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let switches = user?.assumingMemoryBound(to: Switches.self), let value else { return 1 }
      if property == VTERM_PROP_CURSORVISIBLE {
        switches.pointee.cursorVisible = value.pointee.boolean != 0
      } else if property == VTERM_PROP_ALTSCREEN {
        switches.pointee.alternateScreen = value.pointee.boolean != 0
      }
      return 1
    }
    prepare()
  }

  /// Never of one column: libvterm 0.1.4 crashes where a wide letter has no second cell.
  private static func window(rows: Int, columns: Int) -> OpaquePointer? {
    vterm_new(Int32(rows), Int32(max(columns, 2)))
  }

  private func prepare() {
    vterm_set_utf8(terminal, 1)
    vterm_screen_set_callbacks(screen, callbacks, switches)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
    switches.deallocate()
  }

  var cursorVisible: Bool { switches.pointee.cursorVisible }
  var alternateScreen: Bool { switches.pointee.alternateScreen }

  /// Shows bytes and answers what the terminal says to them.
  func show(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = vterm_input_write(terminal, start, raw.count)
    }
    vterm_screen_flush_damage(screen)
    var answer = [CChar](repeating: 0, count: 4096)
    let length = vterm_output_read(terminal, &answer, answer.count)
    return answer.prefix(length).map { UInt8(bitPattern: $0) }
  }

  /// Begins a blank window of the new size, on the same of its two screens.
  ///
  /// Not by `vterm_set_size`: libvterm 0.1.4 can put the cursor above the window and then crashes.
  func resize(rows: Int, columns: Int) {
    guard let newTerminal = Self.window(rows: rows, columns: columns),
      let newScreen = vterm_obtain_screen(newTerminal)
    else { return }
    let former = switches.pointee
    vterm_free(terminal)
    terminal = newTerminal
    screen = newScreen
    size = (rows, columns)
    prepare()
    if former.alternateScreen { _ = show(Array("\u{1B}[?1049h".utf8)[...]) }
    if !former.cursorVisible { _ = show(Array("\u{1B}[?25l".utf8)[...]) }
  }

  var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.row), Int(position.col))
  }

  func cell(row: Int, column: Int) -> ScreenCell? {
    var cell = VTermScreenCell()
    let place = VTermPos(row: Int32(row), col: Int32(column))
    guard vterm_screen_get_cell(screen, place, &cell) != 0 else { return nil }
    var scalars = String.UnicodeScalarView()
    withUnsafeBytes(of: cell.chars) { raw in
      for value in raw.bindMemory(to: UInt32.self) {
        if value == 0 { break }
        scalars.append(Unicode.Scalar(value) ?? "?")
      }
    }
    let isDefault = cell.fg.type & UInt8(VTERM_COLOR_DEFAULT_FG.rawValue) != 0
    let isIndexed = cell.fg.type & UInt8(VTERM_COLOR_TYPE_MASK.rawValue)
    return ScreenCell(
      text: String(scalars), columns: Int(cell.width), bold: cell.attrs.bold != 0,
      reverse: cell.attrs.reverse != 0, underline: cell.attrs.underline != 0,
      colour: isDefault || isIndexed == 0 ? nil : Int(cell.fg.indexed.idx))
  }
}
