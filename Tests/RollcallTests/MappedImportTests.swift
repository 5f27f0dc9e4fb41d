import Foundation
import Testing

/// Pupils and marks from other systems, by the maps that are shipped.
@Suite struct MappedImportTests {
  private static let upns = [TestSchool.pupils[0].0, TestSchool.pupils[1].0]
  private static let calendar = """
    - year: "2023-24"
      terms: [{name: Autumn, starts: 2023-09-04, ends: 2023-12-20}]

    """

  private static let files: [(map: String, pupils: String, marks: String)] = [
    (
      "sims",
      "Adno,UPN,Legal Surname,Legal Forename,Date of birth,Gender,Year taught in,Reg,"
        + "Date of admission,FSM eligible\n"
        + "7,\(upns[0]),Ahmed,Aisha,10/01/2013,Female,Year  8,8B,04/09/2023,T\n"
        + "8,\(upns[1]),Barnes,Ben,11/02/2013,Male,Year  8,8B,4/9/2023,F\n",
      "UPN,Reg,Date,Session,Mark\n\(upns[0]),8B,11/09/2023,AM,H\n\(upns[1]),8B,11/9/2023,PM,\\\n"
    ),
    (
      "arbor",
      "Arbor ID,UPN,Legal Last Name,Legal First Name,Date of Birth,Sex,Year Group,"
        + "Registration Form,Enrolment Date,FSM\n"
        + "7,\(upns[0]),Ahmed,Aisha,10/01/2013,Female,Year 8,8B,04/09/2023,Yes\n"
        + "8,\(upns[1]),Barnes,Ben,11/02/2013,Male,Year 8,8B,4/9/2023,No\n",
      "UPN,Student,Date,Session,Mark\n\(upns[0]),Aisha Ahmed,11/09/2023,Morning,H\n"
        + "\(upns[1]),Ben Barnes,11/9/2023,Afternoon,\\\n"
    ),
  ]

  @Test(arguments: files) func `both come in by the map, old codes as they were`(
    file: (map: String, pupils: String, marks: String)
  ) throws {
    let school = try TestSchool(pupils: false)
    let map = ["--map", "config/maps/\(file.map).yaml"]
    try school.succeed(["import", "calendar", school.file("c.yaml", Self.calendar)])
    let pupils = try school.file("p.csv", file.pupils)
    #expect(
      try school.succeed(["import", "pupils", pupils, "--dry-run"] + map).output
        == "2 pupils: 2 new, 0 changed, 0 the same; tried only, nothing was changed\n")
    #expect(
      try school.succeed(["import", "pupils", pupils] + map).output
        == "2 pupils: 2 new, 0 changed, 0 the same\n")
    let marks = try school.file("m.csv", file.marks)
    try school.succeed(["import", "marks", marks] + map)
    let history = try school.succeed(["history", Self.upns[0], "--format", "csv"]).lines
    #expect(history.count == 2)
    #expect(history[1].hasPrefix("\(Self.upns[0]),2023-09-11,AM,H,"))
    let free = try school.succeed(
      ["tally", "--by", "fsm", "--from", "2023-09-11", "--to", "2023-09-11", "--format", "csv"]
    ).lines
    #expect(free.map { $0.prefix(6) } == ["fsm,po", "no,1,1", "yes,1,"])
    #expect(
      try school.succeed(["import", "pupils", pupils] + map).output
        .hasPrefix("2 pupils: 0 new, 0 changed, 2 the same"))
  }

  @Test func `a row is refused at its own line, and other files take no map`() throws {
    let school = try TestSchool(pupils: false)
    let wrong = Self.files[0].pupils.replacing("11/02/2013", with: "31/02/2013")
    let path = try school.file("p.csv", wrong)
    let map = ["--map", "config/maps/sims.yaml"]
    #expect(
      try school.refuse(["import", "pupils", path] + map).hasPrefix(
        "\(path):3: '31/02/2013' is no date"))
    #expect(
      try school.refuse(["import", "staff", path] + map)
        == "rollcall: a map is for pupils and marks; staff come in as they are\n")
  }
}
