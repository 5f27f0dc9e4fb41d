import Foundation
import TerminalTesting
import Testing

/// The late slip in the words of the policy that names one (Dunkirk), and built in elsewhere.
@Suite struct LateSlipTests {
  private func school(under policy: String) throws -> TestSchool {
    let school = try TestSchool(under: policy)
    try school.succeed(["import", "staff", school.file("staff.csv", TestSchool.staff)])
    try school.succeed([
      "import", "pupils",
      school.file(
        "pupils.csv",
        "upn,surname,forename,date_of_birth,year_group,registration_group,campus,start_date\n"
          + "N820400120001,Barnes,Ben,2018-02-11,2,8B,Abbey,2025-09-03\n"
          + "F820400120004,Rees,Rhys,2018-05-14,2,8B,Abbey,2025-09-03\n"), "--from", "2025-09-01",
    ])
    for (pupil, reason) in [("Barnes", "bus"), ("Rees", "")] {
      try school.succeed(
        ["arrive", pupil, "--as", "hall"] + (reason.isEmpty ? [] : ["--reason", reason]),
        at: "2026-03-20T09:20")
    }
    return school
  }

  private func printed(_ school: TestSchool, _ arguments: String...) throws -> String {
    try school.succeed(
      ["handout", "late-slip"] + arguments + ["--print", "--as", "hall"], at: "2026-03-20T09:30"
    ).output
  }

  @Test func `a policy's own slip has its own words, one paper for each pupil`() throws {
    let school = try school(under: "dunkirk")
    let slip = try printed(school, "Barnes")
    #expect(
      slip.contains("LATE SLIP\n\nBen Barnes, 8B\ncame at 09:20 on Fri 20 Mar 2026"), "\(slip)")
    #expect(slip.contains("Reason: bus") && slip.contains("Please let Ben Barnes into class."))
    let all = try printed(school)
    #expect(all.components(separatedBy: "LATE SLIP\n").count == 3)
    #expect(all.components(separatedBy: "- - - -").count > 1)
  }

  @Test func `other words in the school's folder are other words on the slip and its preview`()
    throws
  {
    let school = try school(under: "dunkirk")
    try school.change("policy/letters/late-slip.mustache") { _ in "Hurry to class, {{pupil}}.\n" }
    #expect(try printed(school, "Barnes") == "Hurry to class, Ben Barnes.\n")
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall"], size: (24, 80),
      environment: ["ROLLCALL_NOW": "2026-03-20T09:30"])
    #expect(desk.wait { $0.contains("THIS MORNING") })
    desk.type("ps")
    #expect(
      desk.wait {
        $0.contains("> Barnes, Ben 8B") && $0.contains("As it is printed:")
          && $0.contains("Hurry to class, Ben Barnes.")
      })
    desk.type("\u{1B}[B")
    #expect(desk.wait { $0.contains("Hurry to class, Rhys Rees.") })
    desk.type("p")
    #expect(desk.wait { $0.contains("late-slip-2026-03-20-0930-all.txt") })
    let file = school.folder + "/lists/late-slip-2026-03-20-0930-all.txt"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasPrefix("Hurry to class, Ben Barnes.\n") && text.hasSuffix("Rhys Rees.\n"))
  }

  @Test func `a policy that names no slip has the built-in one`() throws {
    let slip = try printed(school(under: "st-lukes"), "Barnes")
    #expect(slip.hasPrefix("LATE SLIPS") && slip.contains("Signed: ___"))
  }
}
