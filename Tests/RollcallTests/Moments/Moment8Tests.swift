import TerminalTesting
import Testing

/// Moment 8: "how many days left?", asked across the table (U43).
@Suite struct Moment8Tests {
  @Test func `moment 8: days left stand one key from the pupil's page, as the forecast has them`()
    throws
  {
    let made = try LetterSchool()
    let forecast = try made.school.succeed(
      ["forecast", "--pupil", LetterSchool.aisha, "--format", "csv"], at: LetterSchool.now)
    let persistent = try #require(
      forecast.lines.first { $0.contains("Persistent absence") }?.split(separator: ",").map(
        String.init))
    let (mayMiss, state) = (persistent[7], persistent[9])
    #expect(state == "below")
    let desk = try PseudoTerminal(
      "rollcall", ["--data", made.school.folder, "--as", "price"], size: (24, 80),
      environment: ["ROLLCALL_NOW": LetterSchool.now])
    #expect(desk.wait { $0.contains("FLAGS  ") && $0.contains("Ahmed, Aisha") }, "\(desk.text)")
    desk.type("\r")
    #expect(desk.wait { $0.contains("PUPIL  Ahmed, Aisha") && $0.contains("? help") })
    desk.type("p")
    // A picture may come in two parts: every word is waited for, and so is the end of the old one.
    for words in [
      "Days left", "Aisha is not above 90% now.",
      "(\(mayMiss) sessions) may still be missed this year.",
      "has missed 6 days of school out of 33 days",
    ] {
      #expect(desk.wait { Self.running($0.text).contains(words) }, "\(words)\n\(desk.text)")
    }
    // Nothing of it is a code, and nobody else is on it.
    for other in ["Barnes", "Rees", "Łukasz", " G ", " I "] {
      #expect(desk.wait { !Self.running($0.text).contains(other) }, "\(other)\n\(desk.text)")
    }
    desk.type("p")
    #expect(desk.wait { $0.contains("lists/parent-page-") }, "\(desk.text)")
    #expect(try made.files("parent-page-").count == 1)
  }

  @Test func `a letter is chosen, given what it needs, looked at and made by keys`() throws {
    let made = try LetterSchool()
    let desk = try PseudoTerminal(
      "rollcall", ["--data", made.school.folder, "--as", "price"], size: (24, 80),
      environment: ["ROLLCALL_NOW": LetterSchool.now])
    #expect(desk.wait { $0.contains("FLAGS  ") && $0.contains("Ahmed, Aisha") }, "\(desk.text)")
    desk.type("l")
    #expect(desk.wait { $0.contains("LETTERS  Ahmed, Aisha") && $0.contains("? help") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("The day of the meeting?") }, "\(desk.text)")
    desk.type("6 Nov\r")
    #expect(desk.wait { $0.contains("The time of the meeting?") }, "\(desk.text)")
    desk.type("1400\r")
    #expect(desk.wait { $0.contains("Where the meeting is?") }, "\(desk.text)")
    desk.type("in the library\r")
    #expect(desk.wait { $0.contains("Who comes to the meeting?") }, "\(desk.text)")
    desk.type("\r")
    #expect(
      desk.wait { $0.contains("Thu 6 Nov 2025 at 14:00, in the library.") }, "\(desk.text)")
    desk.type("\r")
    #expect(desk.wait { $0.contains("lists/contract-meeting-") }, "\(desk.text)")
    #expect(try made.files("contract-meeting-").count == 1)
  }

  /// The picture as one line of words.
  private static func running(_ text: String) -> String {
    text.split { $0 == " " || $0.isNewline }.joined(separator: " ")
  }
}
