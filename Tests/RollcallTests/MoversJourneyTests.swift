import Attendance
import Foundation
import Testing

/// Who has moved, who has earned a certificate, and the school at a glance, by plain commands.
@Suite struct MoversJourneyTests {
  private static let aisha = TestSchool.pupils[0].0
  private static let ben = TestSchool.pupils[1].0
  private static let ola = TestSchool.pupils[2].0
  private static let rhys = TestSchool.pupils[4].0
  private static let now = "2025-11-07T16:00"

  /// Form 8B marked in the last ten days before half term and the first five after it: Aisha was away
  /// for one day of ten and then for none, Ben for none and then for one of five, Ola was ill on a day
  /// after it, and one afternoon of Rhys has no mark.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    let before = [
      "2025-10-13", "2025-10-14", "2025-10-15", "2025-10-16", "2025-10-17", "2025-10-20",
      "2025-10-21", "2025-10-22", "2025-10-23", "2025-10-24",
    ]
    let after = ["2025-11-03", "2025-11-04", "2025-11-05", "2025-11-06", "2025-11-07"]
    var rows = "upn,date,session,code\n"
    for (upn, _, _) in TestSchool.pupils {
      for date in before + after {
        for half in HalfDay.allCases {
          var code = half == .am ? "/" : "\\"
          if upn == Self.aisha, date == "2025-10-13" { code = "O" }
          if upn == Self.ben, date == "2025-11-06" { code = "O" }
          if upn == Self.ola, date == "2025-11-05" { code = "I" }
          if upn == Self.rhys, date == "2025-11-04", half == .pm { continue }
          rows += "\(upn),\(date),\(half.rawValue),\(code)\n"
        }
      }
    }
    try school.succeed(["import", "marks", school.file("marks.csv", rows)], at: Self.now)
    try school.succeed([
      "import", "staff",
      school.file(
        "more.csv",
        "login,name,position,role,registration_group\ngale,G. Gale,Governor,governor,\n"
          + "khan,K. Khan,Form tutor,tutor,8C\nprice,S. Price,Champion,champion,\n"),
    ])
    return school
  }

  private func movers(
    _ school: TestSchool, at now: String = now, _ arguments: String...
  ) throws -> (rows: [String], words: String) {
    let outcome = try school.run(["movers", "--format", "csv"] + arguments, at: now)
    #expect(outcome.status == 0)
    return (outcome.lines, outcome.errors)
  }

  @Test func `the half term that runs is compared with the one before, by exact counts`() throws {
    let (rows, words) = try movers(school())
    #expect(words.contains("Autumn 2, 3 Nov to 7 Nov, compared with Autumn 1, "))
    #expect(
      rows == [
        "direction,upn,surname,forename,group,band_before,percent_before,band_now,percent_now,"
          + "points,possible_before,possible_now",
        "improved,\(Self.aisha),Ahmed,Aisha,8B,90% to 95%,90.0,95% and more,100.0,10.0,20,10",
        "fallen,\(Self.ben),Barnes,Ben,8B,95% and more,100.0,80% to 90%,80.0,-20.0,20,10",
        "fallen,\(Self.ola),Łukasz,Ola,8B,95% and more,100.0,80% to 90%,80.0,-20.0,20,10",
      ])
  }

  @Test func `with a day, what came from it is compared with the review up to it`() throws {
    let (rows, words) = try movers(school(), "--since", "2025-11-06")
    #expect(words.contains("since 6 Nov, 6 Nov to 7 Nov, compared with Autumn 2, 3 Nov to 5 Nov"))
    #expect(
      rows.dropFirst() == [
        "improved,\(Self.ola),Łukasz,Ola,8B,50% to 80%,66.7,95% and more,100.0,33.3,6,4",
        "fallen,\(Self.ben),Barnes,Ben,8B,95% and more,100.0,50% to 80%,50.0,-50.0,6,4",
      ])
  }

  @Test func `certificates are for the last week that is over, with leave apart from 100 per cent`()
    throws
  {
    let school = try school()
    let (rows, words) = try movers(school, at: "2025-11-10T08:40", "--certificates", "week")
    #expect(words.contains("week of 3 Nov, 3 Nov to 7 Nov"))
    #expect(
      rows == [
        "list,upn,surname,forename,group,possible,attended,absences,missing",
        "100%,\(Self.aisha),Ahmed,Aisha,8B,10,10,,0",
        "100%,\(TestSchool.pupils[3].0),O'Connor,Róisín,8B,10,10,,0",
        "\"exempt, for a person to decide\",\(Self.ola),Łukasz,Ola,8B,10,8,2 I,0",
        "\"nothing missed, and sessions without a mark\",\(Self.rhys),Rees,Rhys,8B,9,9,,1",
      ])
    // On its last day the week is not over.
    #expect(
      try movers(school, "--certificates", "half-term").words.contains("Autumn 1, "))
    #expect(try movers(school, "--certificates", "week").words.contains("week of 20 Oct"))
  }

  @Test func `movers are of the own form for a tutor, and of nobody for a governor or the office`()
    throws
  {
    let school = try school()
    #expect(try movers(school, "--as", "owen").rows.count == 4)
    #expect(try movers(school, "--as", "khan").rows.count == 1)
    for (login, words) in [
      ("gale", "a governor may not see this pupil"),
      ("hall", "a member of the office may not see these figures"),
    ] {
      let outcome = try school.run(["movers", "--as", login], at: Self.now)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains(words))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `a leaver is in no list`() throws {
    let school = try school()
    let leaving = """
      upn,surname,forename,date_of_birth,year_group,registration_group,start_date,end_date
      \(Self.ben),Barnes,Ben,2013-02-11,8,8B,2025-09-03,2025-11-06

      """
    _ = try school.run(
      [
        "import", "pupils", school.file("leaving.csv", leaving), "--from", "2025-11-07", "--accept",
      ],
      at: Self.now)
    #expect(try !movers(school).rows.contains { $0.contains(Self.ben) })
  }

  @Test(arguments: [
    (["movers", "--since", "2026-01-05"], "2026-01-05 lies ahead"),
    (["movers", "--since", "2025-09-01"], "there is no half term before 2025-09-01"),
    (["movers", "--certificates", "term"], "no term of the school's calendar is over yet"),
  ])
  func `what cannot be compared is refused with what to do`(arguments: [String], words: String)
    throws
  {
    let outcome = try school().run(arguments, at: Self.now)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func `the school at a glance has the counts of tally, and the registers not taken`() throws
  {
    let school = try school()
    let rows = try school.succeed(
      ["dashboard", "--format", "csv", "--as", "gale"], at: Self.now
    ).lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    // A school of five is a small group, of which a governor sees the registers of today alone.
    #expect(rows.map { $0[0] } == ["when", "week", "half term", "term", "year"])
    #expect(rows[1][3] == "fewer than 6")
    let own = try school.succeed(
      ["dashboard", "--format", "csv", "--as", "price"], at: Self.now
    ).lines
    #expect(
      own[1].hasPrefix("today AM,2025-11-07,2025-11-07,,5,5,0,0,0,0,1,1,100.0,0.0,"))
    #expect(own[3].hasPrefix("week,2025-11-03,2025-11-07,5,49,45,4,0,,1,,,91.8,8.2,"))
    let tally = try school.succeed(
      ["tally", "--from", "2025-11-03", "--format", "csv", "--as", "price"], at: Self.now
    ).lines[1]
    #expect(tally.contains(",49,45,2,2,0,1,91.8,8.2,5,"))
  }

  @Test func `the school at a glance is for whoever may see the whole school's figures`() throws {
    let outcome = try school().run(["dashboard", "--as", "owen"], at: Self.now)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("a form tutor may see these figures only for own groups"))
  }
}
