import Foundation
import Testing

/// Notes about safeguarding and health are read by the roles that are named, and leave with nothing.
@Suite struct SensitiveExitTests {
  static let marker = "OKAPI"
  private static let aisha = LetterSchool.aisha

  /// The school of the letters with a case of Aisha's, and on it notes of each nature, with what was
  /// done for them and without, and one that was taken back, all with the marker.
  static func school() throws -> TestSchool {
    let school = try LetterSchool().school
    try school.succeed([
      "import", "staff",
      school.file(
        "named.csv",
        """
        login,name,position,role,registration_group
        safe,S. Afe,Safeguarding lead,dsl,
        sen,S. Enco,SENCO,senco,
        head,H. Ead,Headteacher,head,
        off,O. Fficer,Attendance officer,attendance_officer,

        """),
    ])
    try run(school, "case", "open", aisha, "--ladder", "absence", "--words", "as agreed")
    for nature in ["--safeguarding", "--health"] {
      try run(school, "note", "add", aisha, nature, "--words", marker)
      let typed = ["--what", marker, "--with", marker, "--words", marker, nature]
      try run(school, ["case", "add", aisha, "--kind", "note"] + typed)
      let line = try #require(
        try run(school, "note", "add", aisha, nature, "--words", marker).lines.last?
          .split(separator: ",").first)
      try run(school, "case", "undo", "\(line)", "--words", marker)
    }
    return school
  }

  @discardableResult
  private static func run(_ school: TestSchool, _ arguments: String...) throws -> Program.Outcome {
    try run(school, arguments)
  }

  @discardableResult
  private static func run(_ school: TestSchool, _ arguments: [String]) throws -> Program.Outcome {
    let outcome = try school.run(
      arguments + ["--as", "admin", "--format", "csv"], at: LetterSchool.now)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome
  }

  /// Every command by which something is given out of the office; run by whoever may do all.
  private static let exits: [[String]] = [
    ["print", "register", "8B"], ["print", "register", "8B", "--html"], ["print", "blank"],
    ["print", "certificate", aisha], ["print", "record", aisha], ["print", "list", "off-site"],
    ["print", "list", "part-time"], ["print", "list", "suspensions"],
    ["print", "list", "unexplained"], ["export", "census", "autumn", "2025"],
    ["export", "share"], ["export", "marks"], ["export", "returns"],
    ["pack", aisha, "--preview"], ["pack", aisha], ["statement", aisha], ["parent-page", aisha],
    ["notice", "consider", aisha], ["notice", "list"], ["letter", "notice-to-improve", aisha],
    ["register", "8B"], ["history", aisha], ["tally", "--by", "pupil"], ["flags", "--explain"],
    ["forecast"], ["dashboard"], ["groups"], ["movers"], ["call", "list"], ["leave", "list"],
    ["evidence", "list", aisha], ["contacts", "list", aisha], ["week"], ["audit"],
    ["audit", "compliance"], ["onsite"], ["absent"], ["case", "impact"],
  ]

  @Test func `what was done is open, so that steps and clocks see it`() throws {
    let school = try LetterSchool().school
    let refusal = try school.refuse(
      [
        "case", "add", Self.aisha, "--kind", "meeting", "--words", "as agreed", "--health", "--as",
        "admin",
      ], at: LetterSchool.now)
    #expect(refusal.contains("only a note can be about health; record the meeting without it"))
  }

  @Test func `no exit carries a sensitive word, nor that there is one`() throws {
    let school = try Self.school()
    let lists = try Self.run(school, "handout").lines.dropFirst().compactMap {
      $0.split(separator: ",").first.map(String.init)
    }
    let letters = try Self.run(school, "letter", "--list").lines.dropFirst().map { line in
      let row = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let given = row[4].split(separator: " ").map(String.init)
      return ["letter", row[0], Self.aisha, "--preview"]
        + given.flatMap { ["--set", "\($0)=\(EveryLetterTests.gifts[$0] ?? "")"] }
    }
    let exits =
      Self.exits + lists.map { ["handout", $0, "--print"] } + lists.map { ["handout", $0] }
      + letters
    var given = 0
    for exit in exits {
      let outcome = try school.run(exit + ["--as", "admin"], at: LetterSchool.now)
      if outcome.status == 0 { given += 1 }
      let text = outcome.output
      #expect(!text.contains(Self.marker), "\(exit)")
      #expect(!text.contains("safeguarding note") && !text.contains("health note"), "\(exit)")
    }
    #expect(given > 40)
    // What was written as files, too.
    let found = try Program.shell(
      "grep -rl \(Self.marker) '\(school.folder)' --exclude='register.sqlite*'")
    #expect(found.output.isEmpty, "\(found.output)")
  }

  @Test func `a pupil's record says where something is withheld, and only its maker how much`()
    throws
  {
    let school = try Self.school()
    let record = try Self.run(school, "print", "record", Self.aisha)
    #expect(record.lines.filter { $0 == "** Fri 17 Oct 2025: [withheld]" }.count == 4)
    #expect(record.errors.contains("2 about safeguarding, 2 about health"))
  }

  @Test func `each role sees what is for it, by every command that shows notes`() throws {
    let school = try Self.school()
    let number = try #require(
      try Self.run(school, "case", "list").lines.last?.split(
        separator: ",", omittingEmptySubsequences: false)[1])
    let sights: [[String]] = [
      ["case", "show", "\(number)"], ["timeline", Self.aisha], ["note", "list", Self.aisha],
      ["note", "list"], ["redact", Self.aisha], ["due"], ["case", "list"],
      ["case", "outcome", "4", "--is", "held", "--words", "it was"], ["pupil", "show", Self.aisha],
    ]
    func seen(_ login: String) throws -> String {
      try sights.map { sight in
        let outcome = try school.run(
          sight + ["--as", login, "--format", "csv"], at: LetterSchool.now)
        return outcome.output + outcome.errors
      }.joined()
    }
    for login in ["owen", "hall", "meals"] {
      let text = try seen(login)
      #expect(!text.contains(Self.marker) && !text.contains("[health note]"), "\(login)")
      #expect(!text.contains("safeguarding,note"), "\(login)")
    }
    let officer = try seen("off")
    #expect(!officer.contains(Self.marker) && officer.contains("[health note]"))
    #expect(!officer.contains("[safeguarding note]") && !officer.contains("referral"))
    for login in ["price", "sen"] {
      let text = try seen(login)
      #expect(text.contains("health,note,\(Self.marker)"), "\(login)")
      #expect(!text.contains("safeguarding,"), "\(login)")
    }
    for login in ["safe", "head"] {
      let text = try seen(login)
      #expect(text.contains("health,note,\(Self.marker)"), "\(login)")
      #expect(text.contains("safeguarding,note,\(Self.marker)"), "\(login)")
    }
  }

  @Test func `a tutor may say it, is told who reads it, and does not read it again`() throws {
    let school = try Self.school()
    let kept = try school.run(
      [
        "note", "add", Self.aisha, "--safeguarding", "--words", "a bruise", "--as", "owen",
        "--format", "csv",
      ], at: LetterSchool.now)
    #expect(kept.status == 0)
    #expect(
      kept.errors
        == "rollcall: kept; only the designated safeguarding lead and headteacher read it\n")
    let other = try school.run(
      ["note", "list", Self.aisha, "--as", "owen"], at: LetterSchool.now)
    #expect(other.status == 1 && !other.output.contains("bruise"))
    let lead = try school.run(
      ["note", "list", "--as", "safe", "--format", "csv"], at: LetterSchool.now)
    #expect(lead.output.contains("safeguarding,note,a bruise,G. Owen,Form tutor"))
  }
}
