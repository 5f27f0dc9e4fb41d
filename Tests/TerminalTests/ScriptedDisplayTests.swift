import Terminal
import Testing

@Suite struct ScriptedDisplayTests {
  @Test func `it plays a visit, keeps every picture and then hangs up`() {
    let display = ScriptedDisplay(
      Event.typing("5 N") + [.resized(Size(rows: 2, columns: 9)), .deadline])
    var heard: [Event] = []
    while heard.last != .hangUp {
      var canvas = Canvas(size: display.size)
      canvas.write("heard \(heard.count)", row: 0, column: 0)
      display.show(canvas)
      heard.append(display.nextEvent(watching: [7], until: 9))
    }
    #expect(
      heard == [
        .key("5"), .key(.space), .key("N"), .resized(Size(rows: 2, columns: 9)), .deadline,
        .hangUp,
      ])
    #expect(display.pictures.map(\.lines[0]) == (0..<6).map { "heard \($0)" })
    #expect(display.last.size == Size(rows: 2, columns: 9))
    #expect(display.waits.allSatisfy { $0.descriptors == [7] && $0.deadline == 9 })
    #expect(display.nextEvent() == .hangUp)
  }

  @Test func `keys are named as the footer names them`() {
    let keys: [Key] = [
      .control("s"), .space, .pageUp, .backspace, "N", .function(2), .control("\\"),
    ]
    #expect(keys.map(\.description) == ["^S", "Space", "PgUp", "Bksp", "N", "F2", "^\\"])
  }

  @Test(arguments: [
    (TerminalRefusal.unknownTerminal("foo"), "TERM=xterm-256color"),
    (.unknownTerminal(""), "TERM is not set"), (.cannotMoveCursor("dumb"), "'dumb'"),
    (.notATerminal, "not a terminal"), (.alreadyOpen, "already open"),
  ])
  func `a refusal says why`(refusal: TerminalRefusal, words: String) {
    #expect(refusal.description.contains(words))
  }
}
