import Terminal
import Testing

@Suite struct ListViewTests {
  @Test func `the window follows the cursor and no further`() {
    var list = ListView(Array(1...30), height: 8)
    #expect(list.visible == 0..<8)
    list.move(by: 7)
    #expect(list.visible == 0..<8)
    list.move(by: 1)
    #expect(list.visible == 1..<9)
    list.move(by: -5)
    #expect(list.visible == 1..<9)
    #expect(list.cursorLine == 2)
    #expect(list.current == 4)
  }

  @Test func `page keys, Home and End`() {
    var list = ListView(Array(1...30), height: 8)
    _ = list.handle(.pageDown)
    #expect(list.current == 9)
    _ = list.handle(.end)
    #expect(list.current == 30)
    #expect(list.visible == 22..<30)
    _ = list.handle(.pageUp)
    #expect(list.current == 22)
    _ = list.handle(.home)
    #expect(list.current == 1)
    let obeyed = list.handle("x")
    #expect(!obeyed)
  }

  @Test func `only the current row is marked, in a sign that is read aloud`() {
    var list = ListView(["Ada", "Ben", "Cai"], height: 3)
    list.move(to: "Ben")
    #expect(list.visible.map { list.marker(at: $0) } == [" ", ">", " "])
  }

  @Test func `the cursor stays on its row when others come and go`() {
    var list = ListView(["Ada", "Ben", "Cai", "Dee"], height: 2)
    list.move(to: "Cai")
    list.show(["Aaron", "Ada", "Abel", "Ben", "Cai", "Dee"])
    #expect(list.current == "Cai")
    list.show(["Aaron", "Dee"])
    #expect(list.current == "Dee")
    list.show(["Aaron"])
    #expect(list.current == "Aaron")
    list.show([])
    #expect(list.current == nil)
    #expect(list.visible.isEmpty)
    list.show(["Zoe"])
    #expect(list.current == "Zoe")
  }

  @Test func `the row stays on its line of the screen when rows come above it`() {
    var list = ListView(Array(10...40), height: 5)
    list.move(to: 20)
    let line = list.cursorLine
    list.show(Array(1...40))
    #expect(list.current == 20)
    #expect(list.cursorLine == line)
  }

  @Test func `at the beginning of a list what comes before is seen`() {
    var list = ListView(Array(10...40), height: 5)
    list.move(by: 1)
    list.show(Array(8...40))
    #expect(list.current == 11)
    #expect(list.visible.first == 0 && list.visible.contains(list.cursor))
  }

  @Test func `wild moves end at the ends`() {
    var list = ListView([1, 2, 3], height: 0)
    list.move(by: .max)
    #expect(list.current == 3)
    list.move(by: .min)
    #expect(list.current == 1)
    #expect(list.visible == 0..<1)
  }

  @Test(arguments: 0..<200)
  func `the cursor is always within the window and the window full`(seed: Int) {
    var dice = Dice(seed: seed)
    var list = ListView(Array(1...Int.random(in: 1...20, using: &dice)), height: 5)
    for _ in 0..<60 {
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: list.move(by: .random(in: -9...9, using: &dice))
      case 1: list.height = .random(in: -1...12, using: &dice)
      case 2:
        let old = list.current
        let rows = (1...20).filter { _ in Bool.random(using: &dice) }
        list.show(rows)
        if let old, rows.contains(old) { #expect(list.current == old) }
      default:
        let keys: [Key] = [.up, .down, .pageUp, .pageDown, .home, .end]
        _ = list.handle(keys.randomElement(using: &dice) ?? .up)
      }
      #expect(list.visible.count == min(max(list.height, 1), list.rows.count))
      #expect(list.rows.isEmpty || list.visible.contains(list.cursor))
      #expect(list.rows.isEmpty == (list.current == nil))
    }
  }
}
