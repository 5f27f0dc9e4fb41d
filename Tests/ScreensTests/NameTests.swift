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
