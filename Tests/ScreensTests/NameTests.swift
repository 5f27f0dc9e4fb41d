import Attendance
@testable import Screens
import Terminal
import Testing

/// Names are never clipped before the difference between look-alikes (U17).
@Suite struct NameTests {
  @Test(arguments: [16, 17, 20, 23, 24, 30, 40, 70])
  func `look-alikes look different at every width of a list`(width: Int) {
    let pupils = Scene.lookAlikes.map(\.pupil)
    let alike = LookAlike.among(pupils)
    let texts = zip(pupils, alike).map { RollName(name: $0.name, lookAlike: $1).text(width: width) }
    #expect(Set(texts).count == texts.count, "\(texts)")
    #expect(texts.allSatisfy { $0.columns <= width })
  }

  @Test func `twins are said to be twins, and the day of birth tells the others apart`() {
    let text = Sitting(rows: Scene.lookAlikes).text
    #expect(text.contains("Maya 14 Feb twin"))
    #expect(text.contains("Mia 14 Feb twin"))
    #expect(text.contains("Smith, Amy 1 Jun"))
    #expect(text.contains("Smith, Amy 21 Aug"))
  }

  @Test(arguments: [16, 20, 24, 30])
  func `a clipped look-alike keeps the head of the surname, and a stop where it is cut`(
    width: Int
  ) {
    let pupils = Scene.lookAlikes.map(\.pupil)
    for (pupil, alike) in zip(pupils, LookAlike.among(pupils)) {
      let text = RollName(name: pupil.name, lookAlike: alike).text(width: width)
      #expect(text.first == pupil.name.surname.first, "\(text)")
      #expect(text.hasPrefix(pupil.name.surname + ",") || text.contains("., "), "\(text)")
    }
  }

  @Test(arguments: ["", "^V"])
  func `a class of fifteen or fewer has the whole line for its names`(key: String) {
    var sitting = Sitting(rows: Scene.lookAlikes)
    sitting.type(key)
    for name in [
      "Featherstonehaugh-Cholmondeley, Alexander 2 Jan twin",
      "Featherstonehaugh-Cholmondeley, Alexandra 2 Jan twin", "Okonkwo-Montgomery, Temperance",
      "Smith, Amy 21 Aug",
    ] { #expect(sitting.text.contains(name)) }
    #expect(sitting.text.contains("/\\/\\/\\") == key.isEmpty)
  }

  @Test func `on a screen of large letters names have the room of the last six marks`() {
    let size = Size(rows: 14, columns: 40)
    let lines = Sitting(rows: Scene.lookAlikes, size: size).picture(size).lines
    #expect(lines.contains { $0.contains(" 2 Bennett, Mia 14 Feb twin") })
    #expect(lines.contains { $0.contains(" 7 Okonkwo-Mon., Temperance") })
  }

  @Test func `a long name in the list of those who sign in says that it is cut`() {
    let long = Staff(
      login: "x", name: "Wilhelmina Featherstonehaugh-Cholmondeley-Montgomery of Ibstock",
      position: "Form tutor", role: "tutor", group: "8B")
    var screen = SignInScreen()
    let desk = Sitting().shell.desk
    _ = screen.take(.staff([long]), at: desk)
    for (columns, name) in [
      (80, "Wilhelmina Featherstonehaugh-Cholmondeley-Montgomery of...  Form tutor, 8B"),
      (40, "Wilhelmina Featherstonehaugh-Cholmo..."),
    ] {
      var canvas = Canvas(size: Size(rows: 14, columns: columns))
      screen.draw(on: &canvas, at: desk)
      #expect(canvas.lines[2] == "  " + name)
    }
  }

  @Test(arguments: 1...12)
  func `no name outgrows a very narrow list`(width: Int) {
    let pupils = Scene.lookAlikes.map(\.pupil)
    for (pupil, alike) in zip(pupils, LookAlike.among(pupils)) {
      let text = RollName(name: pupil.name, lookAlike: alike).text(width: width)
      #expect(text.columns <= width && !text.isEmpty)
    }
  }

  @Test func `a class sees no history, reasons, notes or figures (U18)`() {
    var sitting = Sitting(rows: Scene.expected, at: "08:47")
    sitting.type("5N11L11;")
    sitting.press(.tab)
    sitting.type("missed the bus")
    sitting.press(.enter)
    sitting.type("=^V")
    let picture = sitting.picture().lines
    let body = picture[5..<20].joined(separator: "\n")
    #expect(!body.contains("/\\"))
    #expect(!body.contains("told") && !body.contains("leave") && !body.contains(" I "))
    #expect(!sitting.text.contains("missed the bus") && !sitting.text.contains("12m"))
    #expect(body.contains("away"))
    sitting.type("3")
    #expect(sitting.text.contains("Row 3 Bevan, Chloe: away."))
    for key in ["^G", ";"] {
      sitting.type(key)
      #expect(sitting.text.contains("Hidden in class view; ^V shows all again."))
    }
  }
}
