import Attendance
import Foundation
import TerminalTesting
import Testing

/// From a flag to a case with its next day, in the real program on a terminal.
@Suite struct CaseDeskTests {
  private let now = "2025-10-24T15:00"
  private let aisha = "V820400120005"

  /// The school with 8B marked up to half term: Ahmed missed every Monday.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "more.csv",
        "login,name,position,role,registration_group\nprice,S. Price,Champion,champion,\n"),
    ])
    var rows = "upn,date,session,code\n"
    var day = try #require(SchoolDate("2025-09-03"))
    while day.description < "2025-10-24" {
      for (upn, _, _) in TestSchool.pupils where !day.weekday.isWeekend {
        for half in HalfDay.allCases {
          let isAway = upn == aisha && day.weekday == .monday
          rows += "\(upn),\(day),\(half.rawValue),\(isAway ? "I" : half == .am ? "/" : "\\")\n"
        }
      }
      day = day.adding(days: 1)
    }
    try school.succeed(["import", "marks", school.file("marks.csv", rows)], at: now)
    return school
  }

  private func open(_ school: TestSchool) throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "price"],
      environment: ["ROLLCALL_NOW": now])
    desk.resize(rows: 24, columns: 80)
    return desk
  }

  @Test func `two keys and a sentence open a case, and a kill loses nothing that was kept`() throws
  {
    let school = try school()
    let desk = try open(school)
    #expect(desk.wait { $0.contains("> ") && $0.contains("Ahmed, Aisha") })
    desk.type("c")
    #expect(desk.wait { $0.contains("Ahmed, Aisha 8B: a new case") })
    desk.type("\t\ther mother rang\u{13}")
    #expect(desk.wait { $0.contains("Kept: opened on absence, for persistent-absence") })
    #expect(desk.wait { $0.contains("24 Oct") && $0.contains("GO") })
    desk.type("\r")
    #expect(
      desk.wait {
        $0.contains("PUPIL  Ahmed, Aisha")
          && $0.contains("Absence: next Contact, due Fri 24 Oct")
      }, "\(desk.text)")
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("FLAGS") && $0.contains("c case") })
    desk.type("c")
    #expect(desk.wait { $0.contains("CASES  0 overdue, 1 due today") })
    desk.type("n")
    #expect(desk.wait { $0.contains("Ahmed, Aisha 8B: Contact") })
    desk.type("spoke with both parents\u{13}")
    #expect(desk.wait { $0.contains("Kept: step 1, Contact") && $0.contains("Fri 14 Nov") })
    desk.type("n")
    #expect(desk.wait { $0.contains("Ahmed, Aisha 8B: Support") })
    desk.type("half of a sent")
    #expect(desk.wait { $0.contains("half of a sent") })
    desk.signal(SIGKILL)
    #expect(desk.waitForEnd() == .killed(signal: SIGKILL))
    let rows = try school.succeed(["case", "list", "--format", "csv"], at: now).lines
    #expect(rows.count == 2)
    #expect(rows.last?.contains("Absence,Contact,Support,waiting") == true, "\(rows)")
    try school.succeed(["verify"], at: now)
  }

  @Test func `a step before its time is refused where it is typed, and its words stay`() throws {
    let school = try school()
    try school.succeed(["case", "open", aisha, "--as", "price"], at: now)
    let number = try #require(
      try school.succeed(["case", "list", "--format", "csv"], at: now).lines.last
    )
    .split(separator: ",")[1]
    try school.succeed(
      ["case", "step", String(number), "--words", "a talk", "--as", "price"], at: now)
    let desk = try open(school)
    #expect(desk.wait { $0.contains("Ahmed, Aisha") })
    desk.type("k")
    #expect(desk.wait { $0.contains("CASES  0 overdue, 0 due today, 1 waiting") })
    desk.type("n")
    #expect(desk.wait { $0.contains("Ahmed, Aisha 8B: Support") })
    desk.type("sooner than later\u{13}")
    #expect(desk.wait { $0.contains("is not before 2025-11-14") && $0.contains("sooner than") })
    desk.type("\ty\u{13}")
    #expect(desk.wait { $0.contains("Kept: step 2, Support") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
  }

  @Test func `a note half typed survives kill -9, and is gone once it is saved`() throws {
    let school = try school()
    let killed = try open(school)
    #expect(killed.wait { $0.contains("> ") && $0.contains("Ahmed, Aisha") })
    killed.type("mnote\ther mother ra")
    #expect(killed.wait { $0.contains("her mother ra") })
    killed.signal(SIGKILL)
    #expect(killed.waitForEnd() == .killed(signal: SIGKILL))
    let desk = try open(school)
    #expect(
      desk.wait { $0.contains("Half typed and kept from before: Ahmed, Aisha 8B: done, or") },
      "\(desk.text)")
    desk.type("m")
    #expect(desk.wait { $0.contains("What was typed is back") && $0.contains("her mother ra") })
    desk.type("ng\u{13}")
    #expect(desk.wait { $0.contains("Kept: note") }, "\(desk.text)")
    desk.type("m")
    #expect(desk.wait { $0.contains("done, or arranged") && !$0.contains("her mother ra") })
    desk.type("\u{1B}\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    let again = try open(school)
    #expect(again.wait { $0.contains("Ahmed, Aisha") && $0.contains("No flag hides a pupil") })
    #expect(!again.text.contains("Half typed"))
  }
}
