import TerminalTesting
import Testing

/// A tutor's open register, whose draft the office sends meanwhile (U16).
@Suite struct DraftSentMeanwhileTests {
  private let ben = "N820400120001"

  private func open(_ school: TestSchool, columns: Int = 100) throws -> PseudoTerminal {
    try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "owen"], size: (24, columns),
      environment: ["ROLLCALL_NOW": "2026-03-20T08:40"])
  }

  private func send(_ school: TestSchool) throws {
    try school.succeed(
      ["take", "8B", "--send-draft-of", "owen", "--as", "hall"], at: "2026-03-20T08:52")
  }

  private func codes(_ school: TestSchool) throws -> [String] {
    try school.succeed(["history", ben, "--format", "csv"], at: "2026-03-20T09:00").lines
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[3...5] }
      .map { $0.joined(separator: " ") }
  }

  @Test(arguments: [100, 60, 40])
  func `the tutor is told who sent it, whose draft and when`(columns: Int) throws {
    let school = try TestSchool()
    let tutor = try open(school, columns: columns)
    #expect(tutor.wait { $0.contains("[NOT STARTED]") || $0.contains("NOT STARTED") })
    tutor.type("2N=")
    #expect(tutor.wait { $0.contains("Blank 0") })
    try send(school)
    #expect(tutor.wait { $0.contains("J. Hall (Attendance officer) sent") }, "\(tutor.text)")
    #expect(tutor.wait { $0.contains("SUBMITTED") }, "\(tutor.text)")
    // The child comes after all: it goes on from what was sent.
    tutor.type("2L\u{13}")
    #expect(tutor.wait { $0.contains("Submitted: 1 change") }, "\(tutor.text)")
    tutor.type("\u{11}")
    #expect(tutor.waitForEnd() == .exited(0))
    #expect(try codes(school) == ["N  ", "L 5 "])
    try school.succeed(["verify"])
  }

  @Test func `a note half typed outlasts the sending, and is kept beside the mark`() throws {
    let school = try TestSchool()
    let tutor = try open(school)
    #expect(tutor.wait { $0.contains("[NOT STARTED]") })
    tutor.type("2N=")
    #expect(tutor.wait { $0.contains("Blank 0") })
    tutor.type("2;sister sa")
    #expect(tutor.wait { $0.contains("sister sa") })
    try send(school)
    #expect(tutor.wait { $0.contains("sent this register") }, "\(tutor.text)")
    #expect(tutor.contains("sister sa"))
    tutor.type("ys ill\r")
    #expect(tutor.wait { $0.contains("[SUBMITTED") || $0.contains("1 change") })
    tutor.type("\u{13}")
    #expect(tutor.wait { $0.contains("Submitted: 1 change") }, "\(tutor.text)")
    #expect(try codes(school).last == "N  sister says ill")
    try school.succeed(["verify"])
  }
}
