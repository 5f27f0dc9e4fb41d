import Testing

/// Returns to the authority in the real program: what they hold, and that none drops out of sight.
@Suite struct ReturnJourneyTests {
  private static let ahmed = "V820400120005"
  private static let barnes = "N820400120001"

  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "head.csv", "login,name,position,role,registration_group\nhead,A. Head,Headteacher,head,\n"),
    ])
    return school
  }

  /// The rows of a return, each by the names of its columns.
  private func rows(
    _ school: TestSchool, _ id: String, at now: String, _ more: [String] = []
  ) throws -> [[String: String]] {
    let lines = try school.succeed(
      ["export", "returns", id, "--as", "head", "--format", "csv"] + more, at: now
    ).lines
    let heads = lines.first?.split(separator: ",").map(String.init) ?? []
    return lines.dropFirst().map { line in
      // A comma within quotes is part of its cell.
      var (cells, isQuoted): ([String], Bool) = ([""], false)
      for letter in line {
        if letter == "\"" {
          isQuoted.toggle()
        } else if letter == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(letter)
        }
      }
      return Dictionary(zip(heads, cells), uniquingKeysWith: { $1 })
    }
  }

  private func leave(
    _ school: TestSchool, _ upn: String, on day: String, at now: String, _ ground: String...
  ) throws {
    try school.succeed(
      ["pupil", "leave", upn, "--on", day, "--as", "head", "--ground"] + ground, at: now)
  }

  @Test func `a deletion of July is owed until it is made, whatever year begins`() throws {
    let school = try school()
    try leave(
      school, Self.ahmed, on: "2026-07-16", at: "2026-07-16T15:45", "g", "--new-area", "Leeds")
    for now in ["2026-07-31T09:00", "2026-08-01T09:00", "2027-07-30T09:00"] {
      #expect(try rows(school, "deletion", at: now).map { $0["upn"] } == [Self.ahmed], "\(now)")
    }
    try school.succeed(
      ["due", "made", "deletion", "Ahmed", "--words", "by post", "--as", "head"],
      at: "2026-09-03T09:00")
    #expect(try rows(school, "deletion", at: "2026-09-03T09:10").isEmpty)
    // The ground is corrected: the authority was told another.
    try leave(
      school, Self.ahmed, on: "2026-07-16", at: "2026-09-04T15:45", "f", "--notice-dated",
      "2026-07-10")
    #expect(
      try rows(school, "deletion", at: "2026-09-04T16:00").map { $0["deletion"] } == [
        "9(1)(f) parent's written notice of education otherwise; notice dated 2026-07-10"
      ])
  }

  @Test func `ten days away are owed after the pupil has left, and whoever left is shown so`()
    throws
  {
    let school = try school()
    let days = (15...19).map { "2025-09-\($0)" } + (22...26).map { "2025-09-\($0)" }
    let marks = days.flatMap { day in ["AM", "PM"].map { "\(Self.ahmed),\(day),\($0),O\n" } }
    try school.succeed(
      [
        "import", "marks",
        school.file("marks.csv", "upn,date,session,code\n" + marks.joined()),
      ], at: "2025-09-26T15:45")
    try leave(
      school, Self.ahmed, on: "2025-09-26", at: "2025-09-26T15:45", "g", "--new-area", "Leeds")
    for now in ["2025-09-26T16:00", "2025-09-29T09:00", "2026-10-01T09:00"] {
      let found = try rows(school, "attendance", at: now)
      #expect(found.map { $0["since"] } == ["2025-09-26"], "\(now)")
      #expect(found.first?["ends"] == "2025-09-26")
      #expect(found.first?["deletion"]?.isEmpty ?? false, "\(found)")
    }
    #expect(
      try rows(school, "attendance", at: "2025-09-29T09:00").first?["value"]?
        .hasSuffix("; left on 2025-09-26") ?? false)
    try school.succeed(
      ["due", "made", "attendance", "Ahmed", "--words", "by the portal", "--as", "head"],
      at: "2025-09-29T09:00")
    #expect(try rows(school, "attendance", at: "2025-09-29T09:10").isEmpty)
  }

  @Test func `a deletion says where the child goes, and is of the time that ended`() throws {
    let school = try school()
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        "upn,priority,name,relationship,phone\n\(Self.ahmed),1,Ann Zzed,mother,01530 000001\n"),
    ])
    try leave(
      school, Self.ahmed, on: "2025-11-20", at: "2025-11-20T15:45", "a", "--destination",
      "Oak School",
      "--starts-there", "2025-11-21")
    let back = try school.file(
      "back.csv",
      "upn,surname,forename,date_of_birth,year_group,registration_group,start_date\n"
        + "\(Self.ahmed),Ahmed,Aisha,2013-01-10,8,8B,2025-12-01\n")
    try school.succeed(["import", "pupils", back], at: "2025-12-01T08:00")
    let found = try rows(school, "deletion", at: "2025-12-01T16:00")
    #expect(found.map { $0["starts"] } == ["2025-09-03"])
    #expect(found.first?["ends"] == "2025-11-20")
    #expect(found.first?["parents"] == "Ann Zzed, mother, 01530 000001")
    #expect(
      found.first?["deletion"]
        == "9(1)(a) registered at another school; goes to Oak School; first day there 2025-11-21")
    #expect(found.first?["boarder"] == "no")
  }

  @Test func `a new pupil whose starting day moves is not told of twice`() throws {
    let school = try school()
    func novak(_ starts: String) throws -> [String] {
      let file = try school.file(
        "novak.csv",
        "upn,surname,forename,date_of_birth,year_group,registration_group,start_date\n"
          + ",Novak,Nina,2012-05-05,9,9A,\(starts)\n")
      return ["import", "pupils", file, "--accept"]
    }
    try school.succeed(novak("2025-10-07"), at: "2025-10-06T15:40")
    let now = "2025-10-07T07:30"
    #expect(try rows(school, "new-pupil", at: now).map { $0["surname"] } == ["Novak"])
    try school.succeed(
      ["due", "made", "new-pupil", "Novak", "--words", "by the portal", "--as", "head"], at: now)
    try school.succeed(novak("2025-10-08"), at: now)
    #expect(try rows(school, "new-pupil", at: "2025-10-08T15:00").isEmpty)
    #expect(
      try rows(school, "new-pupil", at: "2025-10-08T15:00", ["--all"]).map { $0["starts"] }
        == ["2025-10-08"])
  }
}
