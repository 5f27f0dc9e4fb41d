import Testing

@testable import Terminal

@Suite struct FieldTests {
  private func field(_ text: String, _ keys: Key...) -> Field {
    var field = Field(text)
    for key in keys { _ = field.handle(key) }
    return field
  }

  @Test func `letters go in at the cursor`() {
    let field = field("Sin", .left, "â", .home, "x", .end, .space)
    #expect(field.text == "xSiân ")
    #expect(field.cursor == 6)
  }

  @Test func `a letter is deleted with its marks`() {
    #expect(field("Sia\u{302}n", .left, .backspace).text == "Sin")
    #expect(field("Sia\u{302}n", .home, .right, .right, .delete).text == "Sin")
    #expect(field("李小龍", .backspace).text == "李小")
  }

  @Test func `a mark typed after its letter joins it`() {
    let field = field("Sia", "\u{302}", "n")
    #expect(field.text == "Siân")
    #expect(field.cursor == 4)
  }

  @Test func `a pasted page becomes one line`() {
    var field = field("ab", .left)
    field.insert("flu\r\nday\t3\u{7}\u{1B}[31m")
    #expect(field.text == "aflu day 3[31mb")
    #expect(field.cursor == 14)
  }

  @Test func `it takes no more than it may hold`() {
    var field = Field("abcd", limit: 5)
    field.insert("efgh")
    #expect(field.text == "abcde")
    _ = field.handle("\u{301}")
    #expect(field.text == "abcde\u{301}")
    _ = field.handle("f")
    #expect(field.text == "abcde\u{301}")
  }

  @Test func `keys that are not for typing are left to the screen`() {
    for key in [Key.enter, .escape, .tab, .backTab, .up, .down, .control("s"), .function(2)] {
      var field = Field("abc")
      let obeyed = field.handle(key)
      #expect(!obeyed)
      #expect(field == Field("abc"))
    }
  }

  @Test(arguments: [
    (10, "reason", 6), (7, "reason", 6), (6, "son", 3), (5, "ason", 4), (1, "", 0), (0, "", 0),
  ])
  func `its end is shown where there is not room for all`(width: Int, shown: String, cursor: Int) {
    let window = Field("reason").window(width: width)
    #expect(window.text == shown)
    #expect(window.cursor == cursor)
  }

  @Test func `it is drawn with the cursor on the cell of the next letter`() {
    var canvas = Canvas(size: Size(rows: 2, columns: 20))
    canvas.write("[....................", row: 1, column: 4)
    field("李小", .left).draw(on: &canvas, row: 1, column: 5, width: 8, style: .focus)
    #expect(canvas.lines == ["", "    [李小    ......."])
    #expect(canvas.styleLines == ["", "     ffffffff"])
    #expect(canvas.cursor == Position(row: 1, column: 7))
  }

  @Test(arguments: 0..<200)
  func `no run of keys loses the cursor or a letter`(seed: Int) {
    var dice = Dice(seed: seed)
    var field = Field(limit: 30)
    var letters: [Character] = []
    var cursor = 0
    let keys: [Key] = [
      "a", "李", "é", .space, .backspace, .delete, .left, .right, .home, .end, .enter, "b",
    ]
    for _ in 0..<80 {
      let key = keys.randomElement(using: &dice) ?? "a"
      _ = field.handle(key)
      switch key {
      case .character(let letter) where letters.count < 30:
        letters.insert(letter, at: cursor)
        cursor += 1
      case .space where letters.count < 30:
        letters.insert(" ", at: cursor)
        cursor += 1
      case .backspace where cursor > 0:
        cursor -= 1
        letters.remove(at: cursor)
      case .delete where cursor < letters.count: letters.remove(at: cursor)
      case .left: cursor = max(cursor - 1, 0)
      case .right: cursor = min(cursor + 1, letters.count)
      case .home: cursor = 0
      case .end: cursor = letters.count
      default: break
      }
      #expect(field.text == String(letters))
      #expect(field.cursor == cursor)
      let width = Int.random(in: 1...12, using: &dice)
      let window = field.window(width: width)
      #expect(window.text.columns <= width)
      #expect((0..<width).contains(window.cursor))
      // The letter under the cursor is the one the keys would change.
      if cursor < letters.count, window.cursor + String(letters[cursor]).columns <= width {
        let before = window.text.clipped(to: window.cursor)
        #expect(before.columns == window.cursor)
        #expect(window.text.dropFirst(before.count).first == letters[cursor])
      }
    }
  }

  @Test(arguments: 0..<100)
  func `marks that join and part letters never leave the cursor outside`(seed: Int) {
    var dice = Dice(seed: seed)
    var field = Field(limit: 10)
    let keys: [Key] = [
      "e", "\u{301}", "\u{200D}", "👩", "क", "\u{94D}", .home, .delete, .left, .end,
    ]
    for _ in 0..<60 {
      _ = field.handle(keys.randomElement(using: &dice) ?? "e")
      #expect((0...field.text.count).contains(field.cursor))
      #expect(field.text.count <= 10)
      let window = field.window(width: 4)
      #expect((0..<4).contains(window.cursor))
    }
  }
}
