import Attendance
import Foundation
import Testing

/// Whoever sees figures alone, or a case without its words, gets at neither by another door.
@Suite struct WhoReadsTests {
  private static func school() throws -> TestSchool {
    let made = try LetterSchool()
    try made.school.succeed([
      "import", "staff",
      made.school.file(
        "more.csv",
        "login,name,position,role,registration_group\ntrust,T. Trust,Trustee,trust,\n"),
    ])
    return made.school
  }

  private static func run(_ school: TestSchool, _ arguments: [String]) throws -> Program.Outcome {
    try school.run(arguments, at: LetterSchool.now)
  }

  @Test(arguments: [
    ["statement", "8B"], ["statement", LetterSchool.aisha], ["parent-page", LetterSchool.aisha],
    ["parent-page", LetterSchool.aisha, "--write"],
  ])
  func `a governor reads no line and no page about a pupil`(command: [String]) throws {
    let school = try Self.school()
    let outcome = try Self.run(school, command + ["--as", "meals"])
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("may not see this pupil"), "\(outcome.errors)")
    #expect(try Self.run(school, command + ["--as", "price"]).status == 0)
  }

  @Test func `words of a case are for those who work it or read notes`() throws {
    let school = try Self.school()
    for arguments in [
      ["open", LetterSchool.ben, "--ladder", "absence", "--words", "WORDS opened"],
      [
        "add", LetterSchool.ben, "--kind", "referral", "--what", "WORDS clinic", "--words", "WORDS",
      ],
      [
        "hold", LetterSchool.ben, "--reason", "bereavement", "--until", "2025-11-21", "--words",
        "WORDS held",
      ],
    ] {
      let outcome = try Self.run(school, ["case"] + arguments + ["--as", "price"])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let list = try Self.run(school, ["case", "list", "--format", "csv", "--as", "owen"])
    #expect(list.output.contains("to 2025-11-21") && !list.output.contains("bereavement"))
    let number = String(try #require(list.lines.last).split(separator: ",")[1])
    for login in ["owen", "trust"] {
      let shown = try Self.run(school, ["case", "show", number, "--format", "csv", "--as", login])
      #expect(shown.status == 0 && shown.output.contains("referral"), "\(shown.errors)")
      #expect(!shown.output.contains("WORDS"), "\(login)")
    }
    let champion = try Self.run(school, ["case", "show", number, "--as", "price"])
    #expect(champion.output.contains("WORDS opened") && champion.output.contains("WORDS clinic"))
    #expect(
      try Self.run(school, ["case", "list", "--as", "price"]).output.contains("bereavement"))
  }

  @Test func `a governor's tally is of whole weeks, as every table of theirs`() throws {
    let school = try Self.school()
    let tally = ["tally", "--by", "sex", "--as", "meals"]
    let part = try Self.run(school, tally + ["--to", "2025-10-08"])
    #expect(part.status == 1 && part.errors.contains("of whole weeks"), "\(part.errors)")
    #expect(try Self.run(school, tally + ["--to", "2025-10-12"]).status == 0)
    #expect(
      try Self.run(school, ["tally", "--by", "sex", "--to", "2025-10-08", "--as", "price"]).status
        == 0)
  }

  @Test func `the audit names no pupil to whoever may not look one up`() throws {
    let school = try Self.school()
    let amended = try Self.run(
      school,
      [
        "amend", LetterSchool.ben, "--date", "2025-10-15", "--session", "PM", "--code", "O",
        "--reason", "REASON of the family", "--as", "price",
      ])
    #expect(amended.status == 0, "\(amended.errors)")
    let audit = ["audit", "--from", "2025-10-17", "--kind", "amended", "--format", "csv"]
    let head = try Self.run(school, audit + ["--as", "price"]).output
    #expect(head.contains(LetterSchool.ben) && head.contains("REASON"))
    let trustee = try Self.run(school, audit + ["--as", "trust"])
    #expect(trustee.lines.count == head.split(separator: "\n").count)
    #expect(!trustee.output.contains(LetterSchool.ben) && !trustee.output.contains("REASON"))
    #expect(trustee.output.contains("mark amended"))
  }
}
