import Foundation
import TerminalTesting
import Testing

/// The champion's day in the real program on a terminal: from the flags to a pupil and back.
@Suite struct ChampionDeskTests {
  private let now = "2026-03-20T09:40"

  /// The school with 8B taken on two mornings: Ahmed missed both, Barnes the second.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "more.csv",
        "login,name,position,role,registration_group\nprice,S. Price,Champion,champion,\n"),
    ])
    for (day, marks) in [("2026-03-19", "1 I\n"), ("2026-03-20", "1 O\n2 N\n")] {
      try school.succeed(
        ["take", "8B", "--plain", "--as", "hall"], typing: marks + "=\nsubmit\n",
        at: day + "T08:40")
    }
    return school
  }

  private func open(_ school: TestSchool, rows: Int = 24, columns: Int = 80) throws
    -> PseudoTerminal
  {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "price"],
      environment: ["ROLLCALL_NOW": now])
    desk.resize(rows: rows, columns: columns)
    return desk
  }

  @Test func `the champion sees who is flagged and why, opens a pupil and comes back`() throws {
    let school = try school()
    let desk = try open(school)
    for words in [
      "FLAGS  2 pupils flagged, 1 new since Thu 19 Mar", "Ahmed, Aisha", "! Barnes, Ben",
      "0.0% (0 of 2 sessions), 2 missed: 1 I, 1 O", "absence over school year: at least 10%",
    ] {
      #expect(desk.wait { $0.contains(words) }, "\(words)\n\(desk.text)")
    }
    desk.type("\u{1B}[B")
    #expect(desk.wait { $0.contains("50.0% (1 of 2 sessions), 1 missed: 1 N") })
    desk.type("e")
    #expect(desk.wait { $0.contains("EVIDENCE  Barnes, Ben") && $0.contains("Fri 20 Mar AM N") })
    desk.type("f")
    #expect(desk.wait { $0.contains("Persistent absence: back above 90% after") })
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("FLAGS  2 pupils") && $0.contains("> ! Barnes, Ben") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("PUPIL  Barnes, Ben") })
    // What the office writes meanwhile is there when the champion is back, on the same row.
    try school.succeed(
      ["arrive", "Barnes", "--time", "09:20", "--as", "hall"], at: now)
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("> ! Barnes, Ben") && $0.contains("1 missed: 1 U") })
    desk.type("wree\r")
    #expect(desk.wait { $0.contains("WHY NOT  Rees, Rhys") })
    #expect(desk.wait { $0.contains("0 of 2 sessions, 0.0%, 1 more missed would flag") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(desk.isCooked)
  }

  @Test func `the list and the command name the same pupils by the same rules`() throws {
    let school = try school()
    let rows = try school.succeed(["flags", "--as", "price", "--format", "csv"], at: now).output
    let desk = try open(school)
    #expect(desk.wait { $0.contains("2 pupils flagged") })
    #expect(Set(rows.split(separator: "\n").dropFirst().map { $0.prefix(13) }).count == 2)
    desk.type("e")
    for row in rows.split(separator: "\n") where row.hasPrefix("V820400120005") {
      let value = row.split(separator: ",")[2].split(separator: "/").joined(separator: " of ")
      #expect(desk.wait { $0.contains("\(value) session") }, "\(row)\n\(desk.text)")
    }
  }

  @Test func `what is new is new since the champion last looked, all through a day`() throws {
    let school = try school()
    for words in ["1 new since Thu 19 Mar", "! Barnes, Ben"] {
      let first = try open(school)
      #expect(first.wait { $0.contains(words) }, "\(words)\n\(first.text)")
      first.type("\u{11}")
      #expect(first.waitForEnd() == .exited(0))
    }
    // Nothing is new since Friday but whoever misses Monday.
    try school.succeed(
      ["take", "8B", "--plain", "--as", "hall"], typing: "3 N\n=\nsubmit\n",
      at: "2026-03-23T08:40")
    let next = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "price"],
      environment: ["ROLLCALL_NOW": "2026-03-24T09:40"])
    next.resize(rows: 24, columns: 80)
    #expect(
      next.wait { $0.contains("3 pupils flagged, 1 new since you looked Fri 20 Mar") },
      "\(next.text)")
    #expect(next.wait { !$0.contains("! Barnes, Ben") && $0.contains("Barnes, Ben") })
  }
}
