import Foundation
import Testing

/// What `verify` says, and of what it says it.
@Suite struct VerifyTests {
  private let morning = "2026-03-20T08:40"

  @Test func `the seal of nothing is no seal of this register`() throws {
    let school = try TestSchool(pupils: false)
    let none = String(repeating: "0", count: 64)
    let outcome = try school.run(["verify", "--seal", none])
    #expect(outcome.status == 1)
    #expect(
      outcome.lines.first?.hasPrefix("fault: no submission of this register has that seal") == true)
    #expect(outcome.lines.dropFirst().first?.hasSuffix(": 1 fault") == true)
  }

  @Test(arguments: [
    "abc", "", String(repeating: "g", count: 64), String(repeating: "0", count: 63),
  ])
  func `what has not the shape of a seal is wrong usage`(text: String) throws {
    let school = try TestSchool(pupils: false)
    let outcome = try school.run(["verify", "--seal", text])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("64 hexadecimal digits"))
  }

  @Test func `both seals are found again, in capitals too`() throws {
    let school = try TestSchool(pupils: false)
    try school.succeed(["import", "staff", school.file("staff.csv", TestSchool.staff)])
    let seals = try school.succeed(["verify"]).lines.suffix(2).map { $0.split(separator: " ") }
    #expect(seals.map { $0.dropLast().joined(separator: " ") } == ["head seal", "roll seal"])
    for seal in seals.compactMap(\.last).flatMap({ [String($0), $0.uppercased()] }) {
      #expect(
        try school.succeed(["verify", "--seal", seal]).lines.first
          == "1 submission, 0 entries, 0 sheets: all sound")
    }
  }

  @Test func `a lost page of the file is told in words that make sense`() throws {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "submit as N\n", at: morning)
    let path = URL(fileURLWithPath: school.folder + "/register.sqlite")
    let whole = try Data(contentsOf: path)
    for place in stride(from: 4096, to: whole.count, by: 4096) {
      var bytes = whole
      bytes.replaceSubrange(place..<place + 4096, with: Data(count: 4096))
      try bytes.write(to: path)
      let outcome = try school.run(["verify"], at: morning)
      #expect(outcome.status == 1, "page at \(place)")
      let said = outcome.output + outcome.errors
      #expect(!said.contains("rollcall verify") && !said.contains("0 submissions"), "\(said)")
      #expect(!said.contains(" 1 faults") && !said.contains("all sound"), "\(said)")
    }
  }

  @Test func `a register too damaged to open is told without a word of verifying`() throws {
    let school = try TestSchool()
    let register = URL(fileURLWithPath: school.folder + "/register.sqlite")
    try Data(contentsOf: register).prefix(20_000).write(to: register)
    let outcome = try school.run(["verify"], at: morning)
    #expect(outcome.status == 1)
    let said = outcome.output + outcome.errors
    #expect(said.contains("damaged"))
    #expect(!said.contains("verify"))
    #expect(!said.contains("all sound"))
    #expect(!said.contains("head seal"))
  }
}
