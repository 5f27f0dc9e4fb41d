import TerminalTesting
import Testing

/// First-day contact by keys in the real program: the try, the text, and the N past their day.
@Suite struct FirstDayKeysTests {
  private static let aisha = "V820400120005"
  private static let ben = "N820400120001"
  private static let down = "\u{1B}[B"

  private func open(_ school: TestSchool, at time: String) throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall"], size: (24, 80),
      environment: ["ROLLCALL_NOW": time])
    try #require(desk.wait { $0.contains("THIS MORNING") && $0.contains("? help") })
    return desk
  }

  private func end(_ desk: PseudoTerminal) {
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
  }

  @Test
  func `t makes the text of the next step, a notes the call after it, and both are on record`()
    throws
  {
    let school = try FirstDayJourneyTests().school()
    let desk = try open(school, at: "2026-03-20T09:20")
    #expect(desk.wait { $0.contains("Unexplained 3") })
    desk.type("t")
    #expect(desk.wait { $0.contains("First text to Mrs Ahmed, mother, +44 1530 000001") })
    #expect(desk.wait { $0.contains("Ibstock School:") && $0.contains("Aisha not in.") })
    #expect(desk.wait { $0.contains("Enter notes that it was made.") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("Noted 09:2") && $0.contains("text made: Mrs Ahmed (mother)") })
    #expect(desk.wait { $0.contains("1 tried, text made") }, "\(desk.text)")
    desk.type("a")
    #expect(desk.wait { $0.contains("Next: day 1: contact a parent during the morning") })
    desk.type("1")
    #expect(desk.wait { $0.contains("3 no answer") })
    desk.type("3")
    #expect(desk.wait { $0.contains("2 tried, no answer") }, "\(desk.text)")
    // Nobody of Ola's family may be told.
    desk.type(Self.down + Self.down + "t")
    #expect(desk.wait { $0.contains("has no contact who may be told") }, "\(desk.text)")
    end(desk)
    let day = try school.succeed(
      ["timeline", Self.aisha, "--format", "csv", "--as", "hall"], at: "2026-03-20T09:25"
    ).output
    #expect(day.contains("text made: Mrs Ahmed (mother), text") && day.contains("no answer"))
    #expect(day.contains("Aisha not in. Ring by 10:20."))
    // What was made at the desk is not made again by the command.
    let texts = try school.run(["absent", "--texts", "--as", "hall"], at: "2026-03-20T09:25")
    #expect(!texts.output.contains("Aisha"), "\(texts.output)")
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `o proposes O for every N past its day, and only Enter makes it so`() throws {
    let school = try FirstDayJourneyTests().school()
    func codes() throws -> [String] {
      try [Self.aisha, Self.ben].map { pupil in
        let rows = try school.succeed(
          ["history", pupil, "--format", "csv", "--as", "hall"], at: "2026-04-13T09:30"
        ).lines
        return rows.dropFirst().map {
          String($0.split(separator: ",", omittingEmptySubsequences: false)[3])
        }.joined(separator: " ")
      }
    }
    let desk = try open(school, at: "2026-04-13T09:00")
    #expect(desk.wait { $0.contains("N to settle") && $0.contains("3 N to settle") })
    desk.type("o")
    #expect(desk.wait { $0.contains("Choose an N to settle first.") })
    desk.type(Self.down + "o")
    #expect(
      desk.wait { $0.contains("3 N past their day would become O: Ahmed, Aisha 20 Mar AM") },
      "\(desk.text)")
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("Nothing was noted.") })
    #expect(try codes() == ["N", "N"])
    desk.type("o")
    #expect(desk.wait { $0.contains("Enter confirms.") })
    // Another desk has the reason for one of them while the question stands.
    let call = try school.run(
      [
        "call", Self.ben, "--words", "he had flu", "--code", "I", "--from", "2026-03-20",
        "--through", "2026-03-20", "--as", "hall",
      ], at: "2026-04-13T09:01")
    #expect(call.status == 0)
    desk.type("\r")
    #expect(desk.wait { $0.contains("N became O") }, "\(desk.text)")
    #expect(desk.wait { !$0.contains("N to settle") }, "\(desk.text)")
    end(desk)
    #expect(try codes().first == "N O")
    let standing = try school.succeed(
      [
        "register", "8B", "--date", "2026-03-20", "--session", "am", "--format", "csv", "--as",
        "hall",
      ], at: "2026-04-13T09:30"
    ).lines
    #expect(standing.contains { $0.contains("Ahmed,Aisha,O,") })
    #expect(standing.contains { $0.contains("Barnes,Ben,I,") }, "\(standing)")
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }
}
