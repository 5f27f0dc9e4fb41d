import Attendance
import Foundation
import Testing

/// Penalty notices by plain commands: considered, kept, followed, each parent apart.
@Suite struct NoticeJourneyTests {
  static let aisha = "V820400120005"
  static let now = "2025-09-26T16:00"

  /// Form 8B marked for four weeks: Aisha ten G in a week, and what else is given.
  static func school(under policy: String = "ibstock", _ more: [String: String] = [:]) throws
    -> TestSchool
  {
    let school = try TestSchool(under: policy)
    try school.succeed([
      "import", "staff",
      school.file(
        "staff.csv",
        TestSchool.staff + "head,A. Head,Headteacher,head,\n"
          + "price,S. Price,Champion,champion,\nofficer,O. Ficer,Attendance officer,"
          + "attendance_officer,\n"),
    ])
    try school.succeed([
      "import", "pupils", school.file("pupils.csv", TestSchool.pupilsFile), "--from", "2025-09-01",
    ])
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        """
        upn,priority,name,relationship,phone,may_contact,parental_responsibility
        \(aisha),1,Mrs Ahmed,mother,01530 000001,yes,yes
        \(aisha),2,Mr Ahmed,father,01530 000002,yes,yes
        \(aisha),3,Mrs Khan,grandmother,01530 000003,yes,no
        \(aisha),4,Mr Barred,stepfather,01530 000004,no,yes

        """),
    ])
    let monday = try #require(SchoolDate("2025-09-03"))
    var rows = "upn,date,session,code\n"
    for day in (0..<24).map({ monday.adding(days: $0) }) where day.weekday <= .friday {
      for half in HalfDay.allCases {
        var code = half == .am ? "/" : "\\"
        if ("2025-09-15"..."2025-09-19").contains(day.description) { code = "G" }
        if let other = more["\(day) \(half.rawValue)"] { code = other }
        rows += "\(aisha),\(day),\(half.rawValue),\(code)\n"
      }
    }
    try school.succeed(["import", "marks", school.file("marks.csv", rows)], at: now)
    return school
  }

  private func run(
    _ school: TestSchool, as login: String = "head", at time: String = now, _ arguments: String...
  ) throws -> Program.Outcome {
    try school.run(arguments + ["--as", login, "--format", "csv"], at: time)
  }

  private func standing(_ outcome: Program.Outcome, _ parent: String, _ standing: String)
    -> [String]
  {
    outcome.lines.filter { $0.contains(",\(parent),") && $0.contains(",\(standing),") }
  }

  @Test func `each parent is considered apart, and nobody else`() throws {
    let school = try Self.school()
    let considered = try run(school, "notice", "consider", "Ahmed")
    #expect(considered.status == 0, "\(considered.errors)")
    #expect(considered.lines.first == "upn,parent,point,standing,words")
    #expect(standing(considered, "Mrs Ahmed", "blocks").isEmpty)
    #expect(standing(considered, "Mr Ahmed", "blocks").isEmpty)
    #expect(!considered.output.contains("Khan") && !considered.output.contains("Barred"))
    #expect(considered.output.contains("10 sessions count over 10 school weeks"))
    #expect(considered.output.contains("(10 G); the line is at least 10"))
    #expect(considered.output.contains("the first within three years"))
    #expect(
      considered.output.contains("the policy names the attendance officer too, the law does not"))
    let officer = try run(school, as: "officer", "notice", "consider", "Ahmed")
    #expect(officer.output.contains("the policy lets issue: headteacher, attendance officer"))
    let tutor = try run(school, as: "owen", "notice", "consider", "Ahmed")
    #expect(tutor.status == 1 && tutor.output.isEmpty)
    #expect(tutor.errors.contains("may not weigh notices and agreements: that takes the right"))
  }

  @Test func `a notice is kept once, its sessions are spent, and what came of it is noted`() throws
  {
    let school = try Self.school()
    let issue = [
      "notice", "issue", "Ahmed", "--checked", "2025-09-25", "--words", "a holiday in term",
    ]
    func issued(_ more: String..., as login: String = "head") throws -> Program.Outcome {
      try school.run(issue + more + ["--as", login, "--format", "csv"], at: Self.now)
    }
    let officer = try issued("--parent", "1", as: "officer")
    #expect(officer.status == 1)
    #expect(officer.errors.contains("may not issue a penalty notice: that takes the right"))
    #expect(officer.errors.contains("ask the headteacher"))
    let grandmother = try issued("--parent", "Khan")
    #expect(grandmother.status == 1)
    #expect(grandmother.errors.contains("not recorded with parental responsibility"))
    #expect(try run(school, "notice", "list").lines.count == 1)
    let both = try issued("--parent", "1", "--parent", "2")
    #expect(both.status == 0, "\(both.errors)")
    #expect(both.lines.count == 3)
    #expect(both.output.contains("penalty notice 1 for Mrs Ahmed, 2025-09-26, headteacher"))
    #expect(both.output.contains("10 sessions from 2025-09-15 AM to 2025-09-19 PM"))
    let again = try issued("--parent", "1")
    #expect(again.status == 1)
    #expect(
      again.errors.hasPrefix(
        "rollcall: no notice for Mrs Ahmed: 10 sessions count over 10 school weeks"))
    #expect(again.errors.contains("0 left after 10 already used"))
    let number = try #require(both.lines[1].split(separator: ",").first.map(String.init))
    let prosecuted = try run(school, "notice", "outcome", number, "prosecuted")
    #expect(prosecuted.status == 1)
    #expect(
      prosecuted.errors.contains("is issued and cannot be prosecuted; it can be paid, unpaid"))
    #expect(try run(school, "notice", "outcome", number, "unpaid").status == 0)
    #expect(try run(school, "notice", "outcome", number, "withdrawn").errors.contains("say why"))
    let withdrawn = try run(
      school, "notice", "outcome", number, "withdrawn", "--words", "the leave had been granted")
    #expect(withdrawn.status == 0, "\(withdrawn.errors)")
    let list = try run(school, "notice", "list", "--pupil", "Ahmed")
    #expect(
      list.lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[14] }
        == ["withdrawn", "issued"])
    #expect(try issued("--parent", "1").status == 0)
    #expect(try school.run(["verify"]).status == 0)
  }

  @Test func `nothing rests on N, and a day that is still to come is no day on which one asked`()
    throws
  {
    let school = try Self.school(["2025-09-22 AM": "N"])
    let refused = try run(
      school, "notice", "issue", "Ahmed", "--parent", "1", "--checked", "2025-09-25", "--words",
      "a holiday")
    #expect(refused.status == 1)
    #expect(
      refused.errors
        == "rollcall: no notice for Mrs Ahmed: no notice rests on N: settle it first, Mon 22 Sep AM\n"
    )
    let ahead = try run(
      school, "notice", "issue", "Ahmed", "--parent", "1", "--checked", "2025-09-27", "--words",
      "a holiday")
    #expect(ahead.status == 1 && ahead.errors.contains("which is still to come"))
  }

  @Test func `where only the authority issues the school refers, and notes its answer`() throws {
    let school = try Self.school(under: "psa")
    let referred = try run(
      school, "notice", "issue", "Ahmed", "--parent", "1", "--checked", "2025-09-25", "--words",
      "a holiday")
    #expect(referred.status == 0, "\(referred.errors)")
    #expect(referred.output.contains("local authority"))
    let number = try #require(referred.lines[1].split(separator: ",").first.map(String.init))
    #expect(try run(school, "notice", "list", "--open").output.contains(",asked,"))
    #expect(try run(school, "notice", "outcome", number, "paid").status == 1)
    let issued = try run(
      school, at: "2025-10-10T10:00", "notice", "outcome", number, "issued", "--on", "2025-10-06")
    #expect(issued.status == 0, "\(issued.errors)")
    #expect(
      try run(school, at: "2025-10-10T10:00", "notice", "list").output.contains(
        ",issued,2025-10-06,2028-10-05,"))
  }

  @Test func `an excluded pupil's notice is for the first five days, and only where there is one`()
    throws
  {
    let excluded = ["2025-09-22 AM": "E", "2025-09-22 PM": "E", "2025-09-23 AM": "E"]
    let issue = [
      "notice", "issue", "Ahmed", "--parent", "1", "--checked", "2025-09-25", "--words", "seen",
    ]
    let school = try Self.school(under: "on-track", excluded)
    let kept = try school.run(
      issue + ["--excluded", "2025-09-22", "--as", "head", "--format", "csv"], at: Self.now)
    #expect(kept.status == 0, "\(kept.errors)")
    #expect(kept.output.contains("penalty notice for an excluded pupil for Mrs Ahmed"))
    let wrongDay = try school.run(
      issue + ["--excluded", "2025-09-24", "--as", "head"], at: Self.now)
    #expect(wrongDay.status == 1)
    #expect(wrongDay.errors.contains("not suspended or excluded on Wed 24 Sep 2025"))
    // It used nothing: the ten G still make a first notice.
    #expect(
      try run(school, "notice", "consider", "Ahmed", "--parent", "1").output.contains(
        "the first within three years"))
    let ibstock = try Self.school(excluded)
    let none = try ibstock.run(
      issue + ["--excluded", "2025-09-22", "--as", "head"], at: Self.now)
    #expect(none.status == 1 && none.errors.contains("has no notice for an excluded pupil"))
  }
}
