import Attendance
import Exchange
import Testing

@Suite struct PupilChangeTests {
  private static let header = PupilImportTests.header
  private let ada = TestSchool.upn(1).text
  private let new = TestSchool.upn(77).text

  private func plan(
    _ rows: String, header: String = header, over context: ImportContext = TestSchool.context,
    from date: String? = nil, once: [UPN: Pupil.ID] = [:]
  ) throws(FaultList) -> PupilPlan {
    try PupilImport.plan(
      IncomingFile(named: "pupils.csv", text: "\(header)\n\(rows)\n"), over: context,
      numbering: PupilNumbering(pupil: Pupil.ID(100), enrolment: Enrolment.ID(500)),
      from: date.map(TestSchool.date)
    ) { once[$0] }
  }

  private func faults(
    _ rows: String, header: String = header, over context: ImportContext = TestSchool.context
  ) -> [String] {
    ExchangeTests.faults { () throws(FaultList) in
      try plan(rows, header: header, over: context)
    }
  }

  /// The school after the plan's changes are kept.
  private func context(after plan: PupilPlan) -> ImportContext {
    var context = TestSchool.context
    let changed = Dictionary(uniqueKeysWithValues: plan.changes.map { ($0.before, $0.after) })
    context.pupils = context.pupils.map { changed[$0] ?? $0 } + plan.admissions
    return context
  }

  @Test func `the same file twice changes nothing and says so`() throws {
    let rows = """
      \(ada),Lovelace,Ada,2013-03-04,9,9A,2025-09-01
      ,Hill,Al,2013-01-02,8,8A,2025-09-08
      \(new),Hill,Bo,2013-01-02,8,8A,2025-09-08
      """
    let first = try plan(rows)
    #expect(first.summary == "3 pupils: 2 new, 1 changed, 0 the same")
    let second = try plan(rows, over: context(after: first))
    #expect(second.isEmpty)
    #expect(second.summary == "3 pupils: 0 new, 0 changed, 3 the same; nothing to change")
  }

  @Test(arguments: [
    (nil, "2026-03-20"), ("2026-01-05", "2026-01-05"), ("2025-01-01", "2025-09-01"),
  ])
  func `other data of a known pupil hold from the date given, by default today`(
    from: String?, effective: String
  ) throws {
    let plan = try plan("\(ada),Lovelace,Ada,2013-03-04,8,8C,2025-09-01", from: from)
    let change = try #require(plan.changes.first)
    #expect(plan.changes.count == 1)
    #expect(change.pupil == nil)
    #expect(change.enrolment == nil)
    #expect(change.particulars?.from == TestSchool.date(effective))
    let before = TestSchool.date(effective).adding(days: -1)
    let standing = change.after.particulars.last { $0.from <= before }
    #expect(standing?.group == (effective == "2025-09-01" ? nil : "8A"))
    #expect(change.after.particulars.last?.group == "8C")
  }

  @Test func `columns the file does not have leave what is known alone`() throws {
    var context = TestSchool.context
    context.pupils[0].pupil.name.preferred = "Addie"
    context.pupils[0].enrolments[0].ends = TestSchool.date("2026-07-20")
    context.pupils[0].particulars[0].characteristics = [.fsm: "yes", .sen: "K"]
    let row = "\(ada),Lovelace,Ada,2013-03-04,8,8A,2025-09-01"
    #expect(try plan(row, over: context).isEmpty)
    let emptied = try plan("\(row),,", header: "\(Self.header),fsm,end_date", over: context)
    #expect(emptied.changes.first?.after.particulars.last?.characteristics == [.sen: "K"])
    #expect(emptied.changes.first?.enrolment?.ends == nil)
    #expect(emptied.changes.first?.enrolment?.id == Enrolment.ID(1))
  }

  @Test func `a new leaving date keeps every mark and names those it leaves out`() throws {
    var context = TestSchool.context
    var sheet = YearSheet(year: TestSchool.year.year)
    for text in ["2025-10-01 AM", "2026-01-09 PM", "2026-01-12 AM", "2026-01-12 PM"] {
      sheet[TestSchool.session(text)] = 1
    }
    context.sheets = [TestSchool.ada.pupil.id: [sheet]]
    let plan = try plan(
      "\(ada),Lovelace,Ada,2013-03-04,8,8A,2025-09-01,2026-01-09",
      header: "\(Self.header),end_date", over: context)
    #expect(plan.changes.first?.enrolment?.ends == TestSchool.date("2026-01-09"))
    #expect(plan.changes.first?.particulars == nil)
    #expect(
      plan.warnings.lines == [
        "pupils.csv:2: the new dates leave out 2 marks of \(ada), which stay in the register; "
          + "check the dates"
      ])
  }

  @Test func `a starting day may move, and a pupil who comes back is on roll twice`() throws {
    let moved = try plan("\(ada),Lovelace,Ada,2013-03-04,8,8A,2025-09-08")
    #expect(moved.changes.first?.enrolment?.id == Enrolment.ID(1))
    #expect(moved.changes.first?.enrolment?.starts == TestSchool.date("2025-09-08"))

    var context = TestSchool.context
    context.pupils[0].enrolments[0].ends = TestSchool.date("2025-10-24")
    let row = "\(ada),Lovelace,Ada,2013-03-04,8,8A,2026-02-02"
    let back = try plan(row, over: context)
    #expect(back.changes.first?.enrolment?.id == Enrolment.ID(500))
    #expect(back.changes.first?.after.enrolments.count == 2)
    context.pupils[0] = try #require(back.changes.first?.after)
    #expect(try plan(row, over: context).isEmpty)
    #expect(
      faults(
        "\(ada),Lovelace,Ada,2013-03-04,8,8A,2025-09-01,2026-02-03",
        header: "\(Self.header),end_date", over: context) == [
          "pupils.csv:2: these dates overlap the time on roll from 2026-02-02 on; "
            + "correct start_date or end_date"
        ])
  }

  @Test func `another kind holds from the date on, and the same file again changes nothing`() throws
  {
    let header = "\(Self.header),enrolment,end_date"
    let row = "\(ada),Lovelace,Ada,2013-03-04,8,8A,2025-09-01,guest,"
    let plan = try plan(row, header: header)
    let change = try #require(plan.changes.first)
    let times = change.after.enrolments
    #expect(times.map(\.kind) == [.main, .guest])
    #expect(times.map(\.starts) == ["2025-09-01", "2026-03-20"].map(TestSchool.date))
    #expect(times.map(\.ends) == [TestSchool.date("2026-03-19"), nil])
    #expect(times.map(\.id) == [Enrolment.ID(1), Enrolment.ID(500)])
    #expect(plan.questions(over: TestSchool.context).isEmpty)
    #expect(try self.plan(row, header: header, over: context(after: plan)).isEmpty)
  }

  @Test func `another kind from the starting day on asks about the marks that stop counting`()
    throws
  {
    var context = TestSchool.context
    var sheet = YearSheet(year: TestSchool.year.year)
    for text in ["2025-10-01 AM", "2026-01-09 PM"] { sheet[TestSchool.session(text)] = 1 }
    context.sheets = [TestSchool.ada.pupil.id: [sheet]]
    let plan = try plan(
      "\(ada),Lovelace,Ada,2013-03-04,8,8A,2025-09-01,guest", header: "\(Self.header),enrolment",
      over: context, from: "2025-09-01")
    #expect(plan.changes.first?.after.enrolments.map(\.kind) == [.guest])
    #expect(
      plan.questions(over: context).map(\.description) == [
        "2 marks no longer counted (2025-10-01 AM to 2026-01-09 PM): \(ada) Lovelace, Ada"
      ])
  }

  @Test func `a pupil without a UPN gets a temporary one, and keeps everything with the real one`()
    throws
  {
    let row = "Hill,Al,2013-01-02,8,8A,2025-09-08"
    let first = try plan(",\(row)\n,Hill,Bo,2013-01-02,8,8A,2025-09-08")
    #expect(first.admissions.map(\.pupil.upn.isTemporary) == [true, true])
    #expect(Set(first.admissions.map(\.pupil.upn)).count == 2)
    let school = context(after: first)
    let real = try plan("\(new),\(row)", over: school)
    #expect(real.changes.map(\.before.pupil.id) == [Pupil.ID(100)])
    #expect(real.changes.first?.pupil?.upn == TestSchool.upn(77))
    #expect(real.admissions.isEmpty)
  }

  @Test func `a number that was replaced finds its child, who keeps the new one`() throws {
    let temporary = try #require(UPN(temporary: 0, year: 2025))
    var context = TestSchool.context
    let id = context.pupils[0].pupil.id
    let row = "\(temporary.text),Lovelace,Ada,2013-03-04,8,8C,2025-09-01"
    let plan = try plan(row, over: context, once: [temporary: id])
    #expect(plan.admissions.isEmpty)
    #expect(plan.changes.map(\.after.pupil) == [context.pupils[0].pupil])
    #expect(plan.changes.first?.after.particulars.last?.group == "8C")
    #expect(
      plan.warnings.lines == [
        "pupils.csv:2: \(temporary) is no longer this pupil's UPN, which is \(ada) and stays; "
          + "correct the file"
      ])
    // Nor is it given out again.
    context.pupils = []
    let fresh = try self.plan(
      ",Hill,Al,2013-01-02,8,8A,2025-09-08", over: context, once: [temporary: id])
    #expect(fresh.admissions.map(\.pupil.upn) == [UPN(temporary: 1, year: 2025)])
  }

  @Test func `an address of several lines is one line, and the same file changes nothing`() throws {
    let header = "\(Self.header),address"
    let row =
      "\(ada),Lovelace,Ada,2013-03-04,8,8A,2025-09-01,\"1 High Street,\r\n Ibstock\n\nLE67\""
    let first = try plan(row, header: header)
    #expect(
      first.changes.first?.particulars?.characteristics[.address]
        == "1 High Street, Ibstock LE67")
    #expect(try plan(row, header: header, over: context(after: first)).isEmpty)
  }

  @Test(arguments: [
    (
      "",
      "no longer leaving on 2026-07-20, and ground 9(1)(a) with its facts taken away"
    ), ("2026-07-17", "leaving on 2026-07-17, not 2026-07-20, still on ground 9(1)(a)"),
  ])
  func `a leaving date with a ground is not taken away or moved unasked`(
    date: String, words: String
  ) throws {
    var context = TestSchool.context
    context.pupils[0].enrolments[0].ends = TestSchool.date("2026-07-20")
    context.pupils[0].enrolments[0].deletion = Deletion(.otherSchool)
    let header = "\(Self.header),end_date"
    let row = "\(ada),Lovelace,Ada,2013-03-04,8,8A,2025-09-01"
    let questions = try plan("\(row),\(date)", header: header, over: context)
      .questions(over: context).map(\.description)
    #expect(questions == ["\(words): \(ada) Lovelace, Ada"])
    #expect(
      try plan("\(row),2026-07-20", header: header, over: context).questions(over: context).isEmpty)
  }
}
