import TerminalTesting
import Testing

@testable import Terminal

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("Siân", 4), ("Sia\u{302}n", 4), ("Łucja", 5), ("李小龍", 6), ("مريم", 4), ("", 0),
    ("क्षमा", 4), ("한국", 4), ("e\u{301}\u{302}", 1), ("\u{301}", 1), ("a\u{200D}b", 2),
    ("a\u{200B}b\u{FEFF}", 2), ("\u{202E}abc\u{202C}", 3), ("a\tb", 3), ("a\u{7}b", 3),
    ("\r\n", 1), ("\u{1F600}", 2), ("👩‍🔬", 1), ("🇬🇧", 1), ("\u{E000}", 1), ("ﬁ", 1), ("ｱ", 1),
    ("Ａ", 2), ("a\u{FE0F}", 1), ("soft\u{AD}ly", 6),
  ])
  func `a text is as wide as a terminal shows it`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a?[31mb"), ("\u{202E}Ada", "Ada"), ("a\u{200D}b", "ab"), ("👩‍🔬", "?"),
    ("a\nb", "a b"), ("\u{9B}2J", "?2J"), ("Sia\u{302}n", "Siân"), ("\u{301}x", "?x"),
    ("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}\u{301}\u{301}"),
  ])
  func `what a terminal could obey or cannot measure is never sent`(text: String, shown: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: 20))
    canvas.write(text, row: 0, column: 0)
    #expect(canvas.lines == [shown])
  }

  @Test(arguments: [
    ("李小龍", 6, "李小龍"), ("李小龍", 5, "李小"), ("李小龍", 1, ""), ("Siân", 3, "Siâ"),
    ("Sia\u{302}n", 3, "Sia\u{302}"), ("abc", 0, ""), ("abc", -4, ""), ("", 3, ""),
  ])
  func `a text is clipped before the letter that does not fit`(
    text: String, columns: Int, clipped: String
  ) {
    #expect(text.clipped(to: columns) == clipped)
  }

  @Test(arguments: [
    ("Ahmed, Aisha", 12, "Ahmed, Aisha"), ("Ahmed, Aisha", 11, "Ahmed, Ais…"),
    ("李小龍", 5, "李小…"), ("李小龍", 4, "李…"), ("abc", 1, "…"), ("abc", 0, ""),
  ])
  func `a mark says where a text was cut`(text: String, columns: Int, clipped: String) {
    #expect(text.clipped(to: columns, mark: "…") == clipped)
  }

  @Test func `padding makes texts of different alphabets equally wide`() {
    for name in ["Siân", "Sia\u{302}n", "李小龍", "مريم", "Ada", "A name much too long for it"] {
      #expect(name.padded(to: 9).columns == 9)
      #expect(name.paddedBefore(to: 9).columns == 9)
    }
    #expect("84.0".paddedBefore(to: 6) == "  84.0")
    #expect("李小龍".padded(to: 5) == "李小 ")
  }

  @Test func `our widths agree with the system's for every letter both know`() {
    var compared = 0
    var different: [String] = []
    for value in UInt32(0x20)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let ours: Int
      switch TextWidth.measure(scalar) {
      case .base(let columns): ours = columns
      case .mark: ours = 0
      case .stripped, .unknown: continue
      }
      guard let system = SystemColumns.columns(of: scalar) else { continue }
      compared += 1
      // A sign of the Ahom script that later editions of Unicode made spacing.
      if ours != system, value != 0x1171E {
        different.append("\(String(value, radix: 16)): \(ours), not \(system)")
      }
    }
    #expect(compared > 100_000)
    #expect(different == [])
  }
}
