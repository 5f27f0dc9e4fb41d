import Testing

/// The admission register by plain commands: a child added, changed, moved, gone and back.
@Suite struct AdmissionJourneyTests {
  private static let aisha = "V820400120005"
  private static let ben = "N820400120001"

  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "head.csv", "login,name,position,role,registration_group\nhead,A. Head,Headteacher,head,\n"),
    ])
    return school
  }

  private func rows(
    _ school: TestSchool, as login: String = "hall", at time: String = "2026-03-04T10:00",
    _ arguments: String...
  ) throws -> [String] {
    let outcome = try school.run(
      arguments + ["--as", login, "--format", "csv"], at: time)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.lines
  }

  private func refusal(
    _ school: TestSchool, as login: String = "head", at time: String = "2026-03-04T10:00",
    _ arguments: String...
  ) throws -> String {
    try school.refuse(arguments + ["--as", login, "--format", "csv"], at: time)
  }

  private func addFay(_ school: TestSchool) throws -> String {
    let added = try rows(
      school, "pupil", "add", "--surname", "Fox", "--forename", "Fay", "--born", "2013-05-05",
      "--group", "8b", "--from", "2026-03-02")
    #expect(added[0] == "upn,surname,forename,group,year_group,starts,unseen_sessions")
    #expect(added[1].hasSuffix(",Fox,Fay,8B,8,2026-03-02,4"))
    return String(added[1].prefix(13))
  }

  @Test func `a child due on Monday and entered on Wednesday is four sessions of N first`() throws {
    let school = try school()
    let upn = try addFay(school)
    #expect(upn.last?.isLetter == true)
    let history = try rows(school, "history", upn)
    #expect(
      history.dropFirst().map { $0.split(separator: ",").prefix(4).joined(separator: ",") } == [
        "\(upn),2026-03-02,AM,N", "\(upn),2026-03-02,PM,N", "\(upn),2026-03-03,AM,N",
        "\(upn),2026-03-03,PM,N",
      ])
    #expect(try rows(school, "register", "8B").contains { $0.hasPrefix("\(upn),Fox,Fay,,") })
    let tally = try rows(
      school, as: "admin", "tally", "--by", "pupil", "--from", "2026-03-01")
    #expect(tally.contains { $0.hasPrefix("\(upn),4,0,0,4,0,") }, "\(tally)")
  }

  @Test func `a child who was seen is left blank, for whoever saw it to mark`() throws {
    let school = try school()
    let added = try rows(
      school, "pupil", "add", "--surname", "Fox", "--forename", "Fay", "--born", "2013-05-05",
      "--group", "8B", "--from", "2026-03-02", "--seen")
    #expect(added[1].hasSuffix(",2026-03-02,0"))
    #expect(try rows(school, "history", String(added[1].prefix(13))).count == 1)
  }

  @Test func `a child who looks like one on record is taken in only as another`() throws {
    let school = try school()
    let twin = [
      "pupil", "add", "--surname", "ahmed", "--forename", "Amira", "--born", "2013-01-10",
      "--group", "8B", "--as", "hall",
    ]
    let words = try school.refuse(twin, at: "2026-03-04T10:00")
    #expect(words.contains("Ahmed, Aisha 8B (\(Self.aisha)) has this surname and date of birth"))
    try school.succeed(twin + ["--another"], at: "2026-03-04T10:00")
  }

  @Test(arguments: ["0014-05-12", "1914-05-12", "2018-05-12"])
  func `a child of another age than the form's is taken in only where it is no slip`(born: String)
    throws
  {
    let school = try school()
    let child = [
      "pupil", "add", "--surname", "Fox", "--forename", "Fay", "--born", born, "--group", "8B",
      "--as", "hall", "--format", "csv",
    ]
    let words = try school.refuse(child, at: "2026-03-04T10:00")
    #expect(words.contains("and Year 8 is for 12; check date of birth and year group"), "\(words)")
    #expect(words.contains("say --accept if it is right"))
    let added = try school.run(child + ["--accept"], at: "2026-03-04T10:00")
    #expect(added.status == 0 && added.lines.count == 2, "\(added.errors)")
  }

  @Test func `the real UPN takes the place of the temporary one, and every mark stays`() throws {
    let school = try school()
    let upn = try addFay(school)
    let changed = try rows(school, "pupil", "change", upn, "--upn", "J820400120006")
    #expect(changed[1] == "\(upn),name,UPN \(upn) -> J820400120006")
    #expect(try rows(school, "history", "J820400120006").count == 5)
    #expect(try rows(school, "history", upn).count == 5)
    let words = try refusal(
      school, as: "hall", "pupil", "change", Self.ben, "--upn", "J820400120006")
    #expect(words.contains("J820400120006 is Fox, Fay's"))
  }

  @Test func `a new surname from a day on leaves the old one on registers of earlier days`() throws
  {
    let school = try school()
    _ = try rows(
      school, "pupil", "change", Self.aisha, "--surname", "Zaman", "--from", "2026-03-03")
    #expect(try rows(school, "register", "8B", "--date", "2026-03-02")[1].contains(",Ahmed,Aisha,"))
    #expect(
      try rows(school, "register", "8B", "--date", "2026-03-03").last?.contains(",Zaman,Aisha,")
        == true)
    #expect(
      try rows(school, "pupil", "show", Self.aisha).contains(
        "Earlier name,\"Ahmed, Aisha, to 2026-03-02\""))
    let words = try refusal(
      school, as: "hall", "pupil", "change", Self.ben, "--surname", "Zaman", "--from", "2026-04-20")
    #expect(words.contains("enter a new name on its day"))
  }

  @Test func `what the admission register holds is changed field by field and shown by right`()
    throws
  {
    let school = try school()
    _ = try rows(
      school, "pupil", "change", Self.aisha, "--address", "4 Mill Lane, Merebrook",
      "--last-school", "Merebrook Primary", "--last-school-address", "Quarry Hill",
      "--new-address", "9 Kiln Court", "--new-address-with", "Mrs Ahmed", "--new-address-from",
      "2026-04-20")
    _ = try rows(
      school, "pupil", "change", Self.aisha, "--going-to", "Fellgate School", "--starts-there",
      "2026-09-02")
    let shown = try rows(school, "pupil", "show", Self.aisha)
    for line in [
      "Name,\"Ahmed, Aisha\"", "Address,\"4 Mill Lane, Merebrook\"", "Starting day,2025-09-03",
      "New address,\"with Mrs Ahmed, 9 Kiln Court, expected 2026-04-20\"",
      "Last school,\"Merebrook Primary, Quarry Hill\"",
      "Other school,\"Fellgate School, going there, from 2026-09-02\"",
    ] { #expect(shown.contains(line), "\(line): \(shown)") }
    let words = try refusal(school, as: "owen", "pupil", "change", Self.aisha, "--sex", "M")
    #expect(words.contains("may not change pupils' records"))
  }

  @Test func `a pupil moves to another form from a day on`() throws {
    let school = try school()
    try school.succeed([
      "import", "groups",
      school.file("groups.csv", "group,upn,taker\n8C,\(Self.ben),owen\n"),
    ])
    _ = try rows(school, "pupil", "move", Self.aisha, "--to", "8C", "--from", "2026-03-03")
    func isIn8B(on date: String) throws -> Bool {
      try rows(school, "register", "8B", "--date", date).contains { $0.contains(Self.aisha) }
    }
    #expect(try isIn8B(on: "2026-03-02"))
    #expect(try !isIn8B(on: "2026-03-03"))
    let words = try refusal(school, as: "hall", "pupil", "move", Self.aisha, "--to", "8Q")
    #expect(words.contains("there is no form '8Q'; did you mean 8B or 8C?"))
  }

  @Test func `the admission register is printed in alphabetical order, 80 columns wide`() throws {
    let school = try school()
    let outcome = try school.run(
      ["admissions", "--print", "--as", "hall"], at: "2026-03-04T10:00")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("ADMISSION REGISTER  "))
    #expect(outcome.lines.allSatisfy { $0.count <= 80 })
    let names = outcome.lines.filter { $0.first?.isWhitespace == false }.dropFirst(2)
    #expect(names.map { $0.prefix(4) } == ["Ahme", "Barn", "Łuka", "O'Co", "Rees"])
    let rows = try rows(school, "admissions")
    #expect(rows.count == 6 && rows[0].hasPrefix("upn,surname,forename,sex,date_of_birth,"))
    #expect(
      try refusal(school, as: "owen", "admissions").contains("may not have the admission register"))
    #expect(try school.run(["verify"]).status == 0)
  }
}
