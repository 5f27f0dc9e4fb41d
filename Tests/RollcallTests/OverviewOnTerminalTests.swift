import Attendance
import Foundation
import TerminalTesting
import Testing

/// The head's and the governor's screens in the real program on a terminal.
@Suite struct OverviewOnTerminalTests {
  private let now = "2026-03-20T09:40"

  /// The school with 8B taken on two mornings of two weeks: Ahmed missed both, Barnes the second.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "more.csv",
        "login,name,position,role,registration_group\nhead,H. Head,Headteacher,head,\n"
          + "gale,G. Gale,Governor,governor,\n"),
    ])
    for (day, marks) in [("2026-03-13", "1 I\n"), ("2026-03-20", "1 O\n2 N\n")] {
      try school.succeed(
        ["take", "8B", "--plain", "--as", "hall"], typing: marks + "=\nsubmit\n",
        at: day + "T08:40")
    }
    return school
  }

  private func open(_ school: TestSchool, as login: String) throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", login], environment: ["ROLLCALL_NOW": now])
    desk.resize(rows: 24, columns: 80)
    return desk
  }

  @Test func `the head sees the day, opens a group and a pupil, and comes back to the same place`()
    throws
  {
    let school = try school()
    let desk = try open(school, as: "head")
    for words in [
      "OVERVIEW  Ibstock School", "AM 3 present, 2 absent, 0 late, 1 unexplained, 0 not marked",
      "0 of 1 register not taken",
      // The weeks in words are those of the list by week: 1 of 5, and 2 of 5.
      "most 40.0% in the week of 16 Mar, least 20.0% of 9 Mar",
    ] {
      #expect(desk.wait { $0.contains(words) }, "\(words)\n\(desk.text)")
    }
    let weeks = try school.succeed(
      ["groups", "--by", "week", "--format", "csv", "--as", "head"], at: now
    ).lines.filter { $0.hasPrefix("2026-W11") || $0.hasPrefix("2026-W12") }
    #expect(weeks[0].hasPrefix("2026-W11,,5,4,") && weeks[0].contains(",80.0,20.0,"))
    #expect(weeks[1].hasPrefix("2026-W12,,5,3,") && weeks[1].contains(",60.0,40.0,"))
    desk.type("g")
    #expect(desk.wait { $0.contains("> Year 8") && $0.contains("7 of 10 sessions") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("PUPILS OF  Year 8") && $0.contains("> Ahmed, Aisha") })
    desk.type("\u{1B}[B\r")
    #expect(desk.wait { $0.contains("PUPIL  Barnes, Ben") })
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("PUPILS OF  Year 8") && $0.contains("> Barnes, Ben") })
    // What the office writes meanwhile is in the figures of the group at once.
    try school.succeed(["arrive", "Barnes", "--time", "09:20", "--as", "hall"], at: now)
    #expect(
      desk.wait { $0.contains("50.0%, 1 of 2 sessions, 0 authorised, 1 unauthorised, 1 late") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
  }

  @Test func `a governor sees the figures of no group this small, and no name`() throws {
    let school = try school()
    let desk = try open(school, as: "gale")
    #expect(desk.wait { $0.contains("OVERVIEW") && $0.contains("fewer than 6 pupils") })
    desk.type("g")
    #expect(desk.wait { $0.contains("governors' form") && $0.contains("fewer than 6 pupils") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("This group is fewer than 6 pupils") })
    #expect(desk.wait { !$0.contains("Ahmed") }, "\(desk.text)")
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    withExtendedLifetime(school) {}
  }
}
