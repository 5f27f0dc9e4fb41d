import Attendance
@testable import Screens
import Terminal
import Testing

/// Random keys at random sizes: no trap, no stray mark, and the cursor on the focused thing.
@Suite struct RandomKeysTests {
  static let keys: [Key] =
    [
      .space, .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .insert, .function(2),
    ] + "szygoklvp".map(Key.control)
    + "0123456789NLICMnlx/\\=*;'[]?:!#t".map { Key($0) }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `the cursor stands on the focused thing in every frame`(seed: UInt64) {
    var random = Dice(seed: seed)
    let staff = TestSchool.staff[Int(seed) % 4]
    let rows = seed % 3 == 0 ? Scene.expected : seed % 3 == 1 ? Scene.lookAlikes : TestSchool.form
    var sitting = Sitting(
      staff, rows: rows, at: ["08:20", "08:40", "09:41"][Int(seed) % 3], practice: seed % 2 == 0)
    for step in 0..<350 {
      if step % 7 == 0 {
        let rows = Int.random(in: 1...100, using: &random)
        let columns = Int.random(in: 1...200, using: &random)
        let isSmall = Bool.random(using: &random)
        sitting.type(
          .resized(
            Size(
              rows: isSmall ? rows % 26 + 1 : rows, columns: isSmall ? columns % 81 + 1 : columns)))
      }
      if step % 31 == 0 {
        // Pupils come and go while somebody is half way through a question.
        sitting.rows = Array(
          rows.shuffled(using: &random).prefix(step % 4 == 0 ? 0 : rows.count - 3))
        sitting.type(.changedElsewhere)
      }
      sitting.press(Self.keys.randomElement(using: &random) ?? .space)
      check(sitting, "seed \(seed), step \(step)")
    }
  }

  /// What stands under the cursor is what the screen is about.
  private func check(_ sitting: Sitting, _ place: String) {
    let canvas = sitting.picture()
    let cursor = canvas.cursor
    #expect(canvas.size == sitting.shell.desk.size)
    guard canvas.size.rows >= 8, canvas.size.columns >= 30 else { return }
    guard sitting.shell.list == nil,
      case .register(let screen) = sitting.shell.stack[sitting.shell.stack.count - 1],
      !screen.register.rows.isEmpty, screen.prompt?.place.isText != true
    else {
      let style = canvas[cursor.row, cursor.column].style
      let marker = canvas[cursor.row, cursor.column].text
      #expect(
        style.role == .focus || marker == ">" || canvas.lines.allSatisfy { !$0.hasPrefix(">") },
        "\(place): \(canvas.lines.joined(separator: "\n")) \(cursor)")
      return
    }
    let mark = screen.cell(at: screen.cursor)
    #expect(canvas[cursor.row, cursor.column].style.role == .focus, "\(place)")
    #expect(canvas[cursor.row, cursor.column].text == mark.first, "\(place)")
    #expect(canvas.lines[cursor.row].contains(">"), "\(place)")
    #expect(canvas.lines[cursor.row].contains(" \(screen.cursor + 1) "), "\(place)")
  }

  @Test(arguments: [1, 2, 33, 2000])
  func `registers of one and of two thousand are marked and submitted`(count: Int) {
    var sitting = Sitting(rows: TestSchool.many(count))
    sitting.type("=")
    sitting.type("\(count)N^S")
    #expect(sitting.acts.first?.marks.count == count)
    #expect(sitting.acts.first?.marks.last?.code == "N")
    #expect(sitting.text.contains("Submitted"))
  }

  @Test func `the header is still while the register is marked`() {
    var sitting = Sitting()
    sitting.type("1N")
    let title = sitting.picture().lines[0]
    for minute in 41...59 {
      sitting.now = TestSchool.at("08:\(minute)")
      sitting.type("\(minute - 39)N")
      #expect(sitting.picture().lines[0] == title)
    }
  }

  @Test func `the next boundary is when the state changes by itself, and nothing wakes before`() {
    let sitting = Sitting()
    let shell = sitting.shell
    #expect(shell.nextBoundary(after: TestSchool.at("08:40")) == TestSchool.at("08:55"))
    #expect(shell.nextBoundary(after: TestSchool.at("08:55")) == TestSchool.at("09:05"))
    #expect(shell.nextBoundary(after: TestSchool.at("15:00")) == nil)
  }
}
