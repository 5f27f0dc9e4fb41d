import Foundation
import Testing

/// A school runs on the policy files it adopted, and on no others.
@Suite struct AdoptedPolicyTests {
  private let morning = "2026-03-20T08:40"

  @Test(arguments: [true, false])
  func `a policy file that was changed or lost is named, and the school does not open on it`(
    isLost: Bool
  ) throws {
    let school = try TestSchool()
    let name = try #require(school.policies().first)
    let from = String(name.dropLast(5).suffix(10))
    try school.change("policy/policies/" + name, isLost ? nil : { $0 + "# later\n" })

    let verification = try school.run(["verify"], at: morning)
    #expect(verification.status == 1)
    let fault = try #require(verification.lines.first)
    #expect(fault.hasPrefix("fault: policy/policies/\(name)"))
    #expect(fault.contains("adopted from \(from)"))
    #expect(fault.contains(isLost ? "is missing" : "is not as it was"))
    #expect(fault.contains("'rollcall policy adopt FILE --from \(from)'"))

    for command in [
      ["tally"], ["register", "8B"], ["take", "8B", "--plain"], ["history", "V820400120005"],
      ["staff", "list"], ["import", "pupils", "x.csv"],
    ] {
      let outcome = try school.run(command, at: morning)
      #expect(outcome.status == 1, "\(command)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors == "rollcall: " + fault.dropFirst("fault: ".count) + "\n")
    }
  }

  @Test func `a changed policy is adopted as it now is, and the school opens again`() throws {
    let school = try TestSchool()
    let name = try #require(school.policies().first)
    let from = String(name.dropLast(5).suffix(10))
    try school.change("policy/policies/" + name) { $0 + "# later\n" }
    let path = school.folder + "/policy/policies/" + name
    try school.succeed(["policy", "adopt", path, "--from", from], at: morning)
    #expect(try school.policies() == [name])
    try school.succeed(["tally"], at: morning)
    try school.succeed(["verify"], at: morning)
  }

  @Test(arguments: ["changed", "lost", "added"])
  func `code sets that are not those adopted are found`(what: String) throws {
    let school = try TestSchool()
    let file = "policy/codes/from-2024-08-19.yaml"
    let text = try String(contentsOfFile: school.folder + "/" + file, encoding: .utf8)
    switch what {
    case "changed":
      try school.change(file) {
        $0.replacingOccurrences(of: "late: yes", with: "late: no")
      }
    case "lost": try school.change(file, nil)
    default:
      try Data("# mine\n".utf8).write(
        to: URL(fileURLWithPath: school.folder + "/policy/codes/mine.yaml"))
    }
    let verification = try school.run(["verify"], at: morning)
    #expect(verification.status == 1)
    #expect(verification.lines.first?.hasPrefix("fault: the code sets in policy/codes") == true)
    #expect(try school.run(["tally"], at: morning).errors.contains("the code sets in policy/codes"))
    if what != "added" {
      try Data(text.utf8).write(to: URL(fileURLWithPath: school.folder + "/" + file))
      try school.succeed(["verify"], at: morning)
    }
  }

  @Test func `a changed policy gives nobody the right to adopt it`() throws {
    let school = try TestSchool()
    let name = try #require(school.policies().first)
    try school.change("policy/policies/" + name) {
      $0.replacingOccurrences(of: "[take register", with: "[adopt policy, take register")
    }
    let path = school.folder + "/policy/policies/" + name
    let outcome = try school.run(
      ["policy", "adopt", path, "--from", "2026-08-01", "--as", "owen"], at: morning)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("only an administrator may adopt a policy"))
  }

  @Test func `without a file, policy check reads the school's own and says where it is broken`()
    throws
  {
    let school = try TestSchool()
    let name = try #require(school.policies().first)
    #expect(
      try school.run(["policy", "check"], at: morning).lines.last == "1 policy is well")
    try school.change("policy/policies/" + name) {
      $0.replacingOccurrences(of: "\nregisters:", with: "\nregisterz:")
    }
    let outcome = try school.run(["policy", "check"], at: morning)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(name) is not as it was adopted"))
    #expect(outcome.errors.contains("\(name):"))
    #expect(outcome.errors.contains("registerz"))
  }

  @Test func `policy show tells what was changed, and shows it all the same`() throws {
    let school = try TestSchool()
    let name = try #require(school.policies().first)
    try school.change("policy/policies/" + name) { $0 + "# later\n" }
    let outcome = try school.run(["policy", "show"], at: morning)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Ibstock School"))
    #expect(outcome.errors.contains("is not as it was adopted"))
  }

  @Test func `another school's policy is only adopted on purpose`() throws {
    let school = try TestSchool()
    let before = try school.policies()
    let refused = try school.run(
      ["policy", "adopt", "dunkirk", "--from", "2026-04-13"], typing: "yes\n", at: morning)
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        rollcall: this policy is of Dunkirk Primary School (primary), and the school is Ibstock School (secondary)
        rollcall: nothing was changed; adopt it all the same with --yes

        """)
    #expect(try school.policies() == before)
    #expect(
      try school.run(
        ["policy", "adopt", "dunkirk", "--from", "2026-04-13", "--yes"], at: morning
      ).status == 0)
    #expect(try school.policies().count == before.count + 1)
  }

  @Test func `adopting over past marks counts those whose code is not allowed then`() throws {
    let school = try TestSchool()
    let marks = try school.file(
      "marks.csv",
      """
      upn,date,session,code
      V820400120005,2026-03-17,AM,I
      V820400120005,2026-03-18,AM,C1
      V820400120005,2026-03-19,AM,C1
      N820400120001,2026-03-19,AM,Y2

      """)
    try school.succeed(["import", "marks", marks], at: morning)
    // The codes before August 2024 alone, as if they were still in force.
    let codes = try String(
      contentsOfFile: Program.root + "/config/codes/from-2024-08-19.yaml", encoding: .utf8)
    let kept = codes.components(separatedBy: "\n  - code: ").filter {
      !$0.hasPrefix("\"C1\"") && !$0.hasPrefix("\"Y2\"")
    }
    _ = try school.file("codes/from-2024-08-19.yaml", kept.joined(separator: "\n  - code: "))
    let former = try String(
      contentsOfFile: Program.root + "/config/codes/before-2024-08-19.yaml", encoding: .utf8)
    _ = try school.file("codes/before-2024-08-19.yaml", former)
    let policy = try school.file(
      "policies/ibstock.yaml",
      String(contentsOfFile: Program.root + "/config/policies/ibstock.yaml", encoding: .utf8)
        .replacingOccurrences(of: "C1, ", with: "").replacingOccurrences(of: "Y2, ", with: ""))
    let outcome = try school.run(
      ["policy", "adopt", policy, "--from", "2026-03-18"], at: morning)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.errors
        == "rollcall: 3 marks from 2026-03-18 on have codes that this policy does not allow then "
        + "(C1 2, Y2 1); they stay as they are\n")
  }
}
