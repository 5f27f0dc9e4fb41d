import Attendance
import Exchange
import Testing

@Suite struct HeaderTests {
  private func faults(_ header: String) -> [String] {
    ExchangeTests.faults { () throws(FaultList) in
      try MarkImport.plan(
        IncomingFile(named: "marks.csv", text: header + "\n"), over: TestSchool.context
      ) { _ in [:] }
    }
  }

  @Test(arguments: [
    (
      "upn,date,session,code,Minutes",
      ["marks.csv:1: unknown column 'Minutes'; did you mean 'minutes'?"]
    ),
    (
      "upn,date,sesion,code",
      [
        "marks.csv:1: unknown column 'sesion'; did you mean 'session'?",
        "marks.csv:1: column 'session' is missing; add it",
      ]
    ),
    (
      "upn,date,session,code,weather",
      [
        "marks.csv:1: unknown column 'weather'; there are upn, date, session, code, minutes, note"
      ]
    ),
    (
      "upn,date,session,code,date",
      ["marks.csv:1: column 'date' stands twice, as column 2 and column 5; delete one"]
    ),
    ("upn,date", ["marks.csv:1: columns 'session', 'code' are missing; add them"]),
    (
      "upn,date,session,code,",
      ["marks.csv:1: column 5 has no name; name it, or delete it"]
    ),
  ])
  func `an unknown, repeated or missing column is refused by name`(
    header: String, expected: [String]
  ) {
    #expect(faults(header) == expected)
  }

  @Test func `a fault quotes what the file says, but cannot move the cursor`() {
    #expect(
      faults("upn,date,session,code,\"we\u{202E}ather\"") == [
        "marks.csv:1: unknown column 'weather'; there are upn, date, session, code, minutes, note"
      ])
  }

  @Test func `a header alone is a file without rows`() throws {
    let plan = try MarkImport.plan(
      IncomingFile(named: "marks.csv", text: "upn,date,session,code\n"),
      over: TestSchool.context
    ) { _ in [:] }
    #expect(plan.isEmpty)
    #expect(plan.summary == "0 marks: 0 new, 0 changed, 0 the same; nothing to change")
  }
}
