import Foundation
import Testing

/// What leaves the register: the same figures as tally, recorded, and for its maker's eyes alone.
@Suite struct HandingOverTests {
  private static let now = "2025-09-12T16:00"
  private static let ahmed = "V820400120005"

  /// Form 8B for two weeks: Ahmed is ill for two days, Barnes late once, Rees has no mark on the 9th.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "more.csv",
        "login,name,position,role,registration_group\nhead,H. Head,Headteacher,head,\n"
          + "zoe,Z. Pick,Attendance officer,attendance_officer,\ngale,G. Gale,Governor,governor,\n"),
    ])
    var marks = "upn,date,session,code\n"
    for (index, pupil) in TestSchool.pupils.enumerated() {
      for day in ["2025-09-08", "2025-09-09", "2025-09-10", "2025-09-11", "2025-09-12"] {
        for (half, present) in [("AM", "/"), ("PM", "\\")] {
          if index == 4, day == "2025-09-09" { continue }
          let isIll = index == 0 && day < "2025-09-10"
          let isLate = index == 1 && day == "2025-09-11" && half == "AM"
          marks += "\(pupil.0),\(day),\(half),\(isIll ? "I" : isLate ? "L" : present)\n"
        }
      }
    }
    try school.succeed(["import", "marks", school.file("marks.csv", marks)], at: Self.now)
    return school
  }

  private func lines(
    _ school: TestSchool, as login: String = "head", _ arguments: String...
  ) throws -> [String] {
    try school.succeed(arguments + ["--as", login, "--format", "csv"], at: Self.now).lines
  }

  @Test func `the totals of an official register are those of tally`() throws {
    let school = try school()
    let range = ["--from", "2025-09-08", "--to", "2025-09-12"]
    let text = try school.succeed(
      ["print", "register", "8B", "--as", "head"] + range, at: Self.now
    ).output
    #expect(text.contains("Everybody                     48    44     4     0     1     2  91.7\n"))
    let tally = try school.succeed(
      ["tally", "--by", "group", "--as", "head", "--format", "csv"] + range, at: Self.now)
    #expect(tally.lines.last == "8B,48,44,4,0,1,2,91.7,8.3,5,1,0")
    let person = try school.succeed(
      ["tally", "--by", "pupil", "--as", "head", "--format", "csv"] + range, at: Self.now)
    #expect(person.lines.contains("\(Self.ahmed),10,6,4,0,0,0,60.0,40.0,1,1,0"))
    let certificate = try school.succeed(
      ["print", "certificate", "Ahmed", "--as", "head"] + range, at: Self.now
    ).output
    #expect(certificate.contains("Sessions possible 10, attended 6 (60.0%)\n"))
  }

  @Test func `a census counts what tally counts, and every reason`() throws {
    let school = try school()
    let outcome = try school.run(
      ["export", "census", "spring", "2026", "--as", "head", "--format", "csv"], at: Self.now)
    let rows = outcome.lines
    // The whole school is blank on the days before its marks, and Rees on one more.
    #expect(
      outcome.errors.contains("of 5 pupils have no mark and are in no total, only in 'missing'"),
      "\(outcome.errors)")
    let heads = try #require(rows.first).split(separator: ",").map(String.init)
    let ahmed = try #require(rows.first { $0.contains(Self.ahmed) })
      .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let named = Dictionary(zip(heads, ahmed), uniquingKeysWith: { $1 })
    #expect(named["possible"] == "10")
    #expect(named["attended"] == "6")
    #expect(named["authorised"] == "4")
    #expect(named["I"] == "4")
    #expect(named["U"] == "0")
    #expect(named["on_roll"] == "yes")
    #expect(rows.count == 6)
    #expect(heads.last == "missing")
    let missing = Dictionary(
      rows.dropFirst().map { row in
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        return (String(cells[5]), Int(cells[cells.count - 1]) ?? 0)
      }, uniquingKeysWith: { $1 })
    #expect(missing["Rees"] == (missing["Ahmed"] ?? 0) + 2)
  }

  @Test func `a census row of whoever came back begins with the first day`() throws {
    let school = try school()
    try school.succeed(
      [
        "pupil", "leave", Self.ahmed, "--on", "2025-09-12", "--ground", "g", "--new-area", "Leeds",
        "--as", "head",
      ], at: Self.now)
    let back = try school.file(
      "back.csv",
      "upn,surname,forename,date_of_birth,year_group,registration_group,start_date\n"
        + "\(Self.ahmed),Ahmed,Aisha,2013-01-10,8,8B,2025-09-22\n")
    try school.succeed(["import", "pupils", back], at: "2025-09-22T08:00")
    let rows = try school.run(
      ["export", "census", "spring", "2026", "--as", "head", "--format", "csv"],
      at: "2025-09-22T16:00"
    ).lines.filter { $0.contains(Self.ahmed) }
    #expect(rows.count == 1)
    #expect(rows.first?.contains(",main,2025-09-03,,yes,10,6,4,0,") ?? false, "\(rows)")
  }

  @Test func `the daily share has every session that counts, and no note`() throws {
    let school = try school()
    let rows = try lines(school, "export", "share", "--from", "2025-09-09", "--to", "2025-09-09")
    #expect(rows.count == 11)
    #expect(rows.contains { $0.hasPrefix("2025-09-09,AM,\(Self.ahmed),Ahmed,Aisha,") })
    #expect(rows.filter { $0.hasSuffix(",I") }.count == 2)
    #expect(rows.filter { $0.hasSuffix(",") }.count == 2)
  }

  @Test func `changed marks are told once, and a part of them never passes for the whole`() throws {
    let school = try school()
    #expect(try lines(school, "export", "marks", "--since", "2025-09-12T00:00").count == 49)
    #expect(try lines(school, "export", "marks").count == 49)
    #expect(try lines(school, "export", "marks").count == 1)
    try school.succeed(
      [
        "import", "marks", "--amend", "mother rang",
        school.file("more.csv", "upn,date,session,code\n\(Self.ahmed),2025-09-08,AM,M\n"),
      ], at: Self.now)
    let changed = try lines(school, "export", "marks")
    #expect(changed.count == 2)
    #expect(changed[1].hasPrefix("\(Self.ahmed),2025-09-08,AM,M,,,"))
    #expect(changed[1].hasSuffix(",imported,I,mother rang"))
    #expect(try lines(school, "export", "marks").count == 1)
  }

  @Test func `changes of marks that could not be written are told again`() throws {
    let school = try school()
    #expect(
      try school.refuse(
        ["export", "marks", "--as", "head", "--file", "/nonexistent/x.csv"], at: Self.now
      ).contains("/nonexistent/x.csv cannot be written"))
    let full = try school.run(
      ["export", "marks", "--as", "head", "--format", "csv"], at: Self.now, writingTo: "/dev/full")
    #expect(full.status == 1)
    #expect(full.errors.contains("standard output cannot be written"))
    // Each try stands in the log, and none of them passes for a giving.
    #expect(
      try lines(school, "audit").filter { $0.contains(",exported changed marks since act 0,") }
        .count
        == 2)
    #expect(try lines(school, "export", "marks").count == 49)
    #expect(try lines(school, "export", "marks").count == 1)
  }

  @Test func `a leaver's totals are given year by year`() throws {
    let school = try school()
    let rows = try lines(school, "export", "ctf", Self.ahmed)
    #expect(rows.count == 2)
    #expect(
      rows[1].hasPrefix("\(Self.ahmed),Ahmed,Aisha,2013-01-10,F,2025-26,10,4,6,0,2025-09-03,"))
    #expect(rows[1].contains("IIII/\\/\\/\\"))
  }

  @Test func `a file is its maker's alone, is never written over, and every giving is recorded`()
    throws
  {
    let school = try school()
    let file = school.folder + "/../register.txt"
    try school.succeed(
      ["print", "register", "8B", "--as", "head", "--file", file], at: Self.now)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(
      try school.refuse(["print", "register", "8B", "--as", "head", "--file", file], at: Self.now)
        .contains("is there already; name another file"))
    try school.succeed(["export", "ctf", Self.ahmed, "--as", "head"], at: Self.now)
    let audit = try lines(school, "audit")
    #expect(audit.filter { $0.contains(",head,H. Head,Headteacher,printed,") }.count == 1)
    #expect(audit.contains { $0.contains(",exported,exported transfer totals of \(Self.ahmed),") })
  }

  @Test(arguments: ["owen", "gale"]) func `who has no business with it is given nothing`(
    login: String
  ) throws {
    let school = try school()
    for words in [
      ["print", "register", "8B"], ["print", "certificate", "Ahmed"], ["export", "marks"],
      ["export", "share"], ["export", "census", "spring", "2026"], ["export", "ctf", Self.ahmed],
      ["export", "returns"], ["audit"], ["audit", "gaps"],
    ] {
      #expect(
        try school.refuse(words + ["--as", login], at: Self.now).contains("; ask the "),
        "\(words)")
    }
  }

  @Test func `a governor sees how well the register was kept, and no name`() throws {
    let school = try school()
    let rows = try lines(
      school, as: "gale", "audit", "report", "--from", "2025-09-08", "--to", "2025-09-12")
    #expect(
      rows.prefix(5) == [
        "what,count,of,percent,note", "registers with every mark,8,10,80.0,",
        "registers taken here,0,10,0.0,\"the others were brought in, or not taken\"",
        "of them taken after closing,0,0,,", "sessions marked,48,50,96.0,",
      ])
    #expect(!rows.contains { $0.contains("Ahmed") })
  }

  @Test func `the audit tells who did what, and which register wants something`() throws {
    let school = try school()
    let gaps = try lines(
      school, "audit", "gaps", "--from", "2025-09-09", "--to", "2025-09-09")
    #expect(
      gaps == [
        "date,session,group,state,due,missing,unexplained,taken_at,taken_by,minutes_late,reminders",
        "2025-09-09,AM,8B,not taken,5,1,0,,,,0", "2025-09-09,PM,8B,not taken,5,1,0,,,,0",
      ])
    let records = try lines(
      school, "audit", "--kind", "records", "--from", "2025-01-01", "--to", "2030-01-01")
    #expect(records.contains { $0.contains(",records,pupil,\(Self.ahmed),") })
    let people = try lines(
      school, "audit", "--summary", "--from", "2025-01-01", "--to", "2030-01-01")
    #expect(people.first?.hasPrefix("login,name,position,imported,") == true)
    #expect(people.contains { $0.hasPrefix("admin,Practice administrator,Administrator,") })
    #expect(
      try school.refuse(["audit", "--by", "nobody", "--as", "head"], at: Self.now)
        .contains("nobody signs in as 'nobody'"))
  }
}
