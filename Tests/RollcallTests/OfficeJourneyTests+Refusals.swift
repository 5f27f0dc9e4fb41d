import Testing

extension OfficeJourneyTests {
  @Test(arguments: [
    (["arrive", "Barnes", "--time", "11:00"], "is still to come"),
    (["arrive", "Barnes", "--time", "03:00"], "before the school opens"),
    (["arrive", "Nobody"], "nobody on roll is called 'Nobody'"),
    (["arrive", "ah"], "at least three letters"),
    (["call", "Barnes", "--words", "x", "--code", "QQ"], "'QQ' is no attendance code"),
    (["call", "Barnes", "--words", "x", "--code", "/"], "says that the pupil is here"),
    (
      [
        "call", "Barnes", "--words", "x", "--code", "I", "--from", "2026-03-20", "--through",
        "2026-03-19",
      ], "the end lies before the start"
    ),
    (["call", "Barnes", "--link", "9"], "the line is no message"),
    (["call", "Barnes", "--words", "x", "--code", "I", "--from", "2025-08-20"], "not on roll"),
    (["depart", "Barnes", "--expected", "08:00"], "the end lies before the start"),
    (["depart", "Barnes", "--back"], "is not signed out"),
    (["plan", "--withdraw", "5", "--words", "x"], "has the number 5"),
  ])
  func `what cannot be is refused in words and changes nothing`(
    arguments: [String], words: String
  ) throws {
    let school = try school()
    let before = try school.succeed(["verify"]).output
    let outcome = try school.run(
      arguments + ["--as", "hall"], at: "\(Self.day)T09:20")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(try school.succeed(["verify"]).output == before)
  }

  @Test(arguments: [
    ["call", "Barnes", "--words", "x"], ["absent"], ["arrive", "Barnes"],
    ["attempt", "Barnes", "--contact", "1", "--outcome", "no answer"],
    ["plan", "Barnes", "--code", "I"],
  ])
  func `a tutor keeps no day book`(arguments: [String]) throws {
    let school = try school()
    let outcome = try school.run(
      arguments + ["--as", "owen"], at: "\(Self.day)T09:20")
    #expect(outcome.status == 1 && outcome.errors.contains("may not"), "\(outcome.errors)")
  }
}
