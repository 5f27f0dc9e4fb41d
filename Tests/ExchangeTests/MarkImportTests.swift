import Attendance
import Exchange
import Testing

@Suite struct MarkImportTests {
  private let ada = TestSchool.upn(1).text
  private let bob = TestSchool.upn(2).text
  private let cy = TestSchool.upn(3).text

  private func plan(
    _ rows: String, header: String = "upn,date,session,code,minutes,note",
    over context: ImportContext = TestSchool.context, amend: String? = nil
  ) throws(FaultList) -> MarkPlan {
    try MarkImport.plan(
      IncomingFile(named: "marks.csv", text: "\(header)\n\(rows)\n"), over: context, amend: amend
    ) { _ in [:] }
  }

  private func faults(_ rows: String, over context: ImportContext = TestSchool.context) -> [String]
  {
    ExchangeTests.faults { () throws(FaultList) in try plan(rows, over: context) }
  }

  @Test func `a good file becomes marks sorted by pupil, then by session`() throws {
    let plan = try plan(
      """
      \(bob),2026-01-06,AM,L,12,
      \(ada),2026-01-06,PM,I,,"cold, rang 8:50"
      \(bob),2026-01-05,AM,/,,
      \(ada),2026-01-06,AM,/,,
      """)
    let adaID = TestSchool.ada.pupil.id
    let bobID = TestSchool.bob.pupil.id
    #expect(
      Array(plan.marks) == [
        ProposedMark(
          pupil: adaID, session: TestSchool.session("2026-01-06 AM"), code: "/", how: .imported,
          basis: .seen),
        ProposedMark(
          pupil: adaID, session: TestSchool.session("2026-01-06 PM"), code: "I",
          note: "cold, rang 8:50", how: .imported, basis: .report),
        ProposedMark(
          pupil: bobID, session: TestSchool.session("2026-01-05 AM"), code: "/", how: .imported,
          basis: .seen),
        ProposedMark(
          pupil: bobID, session: TestSchool.session("2026-01-06 AM"), code: "L", minutes: 12,
          how: .imported, basis: .seen),
      ])
    #expect(plan.summary == "4 marks: 4 new, 0 changed, 0 the same")
    #expect(plan.warnings.isEmpty)
  }

  @Test func `columns may come in any order and the optional ones be left out`() throws {
    let plan = try plan(
      "L,AM,\(ada),2026-01-06\n\\,pm,\(ada),2026-01-06", header: "code,session,upn,date")
    #expect(plan.marks.map(\.code) == ["L", "\\"])
    #expect(plan.marks.map(\.minutes) == [nil, nil])
  }

  /// `ADA` and `CY` stand for their UPNs.
  @Test(arguments: [
    (
      "ADA,2025-12-22,AM,/,,",
      "the school does not meet on 2025-12-22 AM (outside term); correct the date or the calendar"
    ),
    (
      "ADA,2025-10-28,AM,/,,",
      "the school does not meet on 2025-10-28 AM (half term of Autumn); "
        + "correct the date or the calendar"
    ),
    (
      "ADA,2025-11-28,PM,\\,,",
      "the school does not meet on 2025-11-28 PM (INSET day); correct the date or the calendar"
    ),
    (
      "ADA,2026-01-10,AM,/,,",
      "the school does not meet on 2026-01-10 AM (weekend); correct the date or the calendar"
    ),
    (
      "ADA,2024-10-01,AM,/,,",
      "2024-10-01 lies in no calendar; import the calendar of its school year first"
    ),
    (
      "ADA,2026-03-20,PM,\\,,",
      "2026-03-20 PM is still to come; a planned absence goes in as a plan"
    ),
    (
      "ADA,2026-03-23,AM,/,,", "2026-03-23 AM is still to come; a planned absence goes in as a plan"
    ),
    ("ADA,2026-02-30,AM,/,,", "'2026-02-30' is no date for date; no calendar has that day"),
    ("ADA,6/1/2026,AM,/,,", "'6/1/2026' is no date for date; write 2026-01-06"),
    ("ADA,soon,AM,/,,", "'soon' is no date for date; write it like 2025-09-01"),
    ("ADA,,AM,/,,", "date is empty; fill it in"),
    ("ADA,2026-01-06,XM,/,,", "'XM' is no session; write AM or PM"),
    ("ADA,2026-01-06,,/,,", "session is empty; fill it in"),
    ("ADA,2026-01-06,AM,,,", "code is empty; fill it in, or delete the row"),
    ("ADA,2026-01-06,AM,i,,", "'i' is no attendance code; did you mean 'I'?"),
    (
      "ADA,2026-01-06,AM,Q9,,",
      "'Q9' is no attendance code; there are / \\ L I M B D W S X C2 T H Y4"
    ),
    ("ADA,2026-01-06,AM,H,,", "code H is not in force on 2026-01-06; use C"),
    ("ADA,2026-01-06,AM,\\,,", "code \\ is for the afternoon only; use /"),
    ("ADA,2026-01-06,PM,/,,", "code / is for the morning only; use \\"),
    (
      "ADA,2026-01-06,AM,X,,",
      "code X is only for pupils outside compulsory school age; use another code"
    ),
    (
      "CY,2026-01-06,AM,C2,,",
      "code C2 is only for pupils of compulsory school age; use another code"
    ),
    (
      "CY,2026-01-06,AM,T,,",
      "code T is only for pupils of compulsory school age; use another code"
    ),
    ("ADA,2026-01-06,AM,L,601,", "601 minutes cannot be; minutes late run from 0 to 600"),
    (
      "ADA,2026-01-06,AM,L,0012,",
      "'0012' is no number of minutes; write 0 to 600, or nothing"
    ),
    ("ADA,2026-01-06,AM,L,+5,", "'+5' is no number of minutes; write 0 to 600, or nothing"),
    ("ADA,2026-01-06,AM,L,-1,", "-1 minutes cannot be; minutes late run from 0 to 600"),
    (
      "ADA,2026-01-06,AM,L,ten,",
      "'ten' is no number of minutes; write 0 to 600, or nothing"
    ),
    (
      "ADA,2026-01-06,AM,L,,\"two\nlines\"",
      "note has a line break in it; write it on one line"
    ),
    ("A123,2026-01-06,AM,/,,", "UPN 'A123': a UPN has 13 characters, this has 4; copy it again"),
    (",2026-01-06,AM,/,,", "upn is empty; fill it in"),
    (",,,,,", "every field of this row is empty; delete the line"),
  ])
  func `a mark that cannot be is refused with its line and the remedy`(
    row: String, sentence: String
  ) {
    let text = row.replacing("ADA", with: ada).replacing("CY", with: cy)
    #expect(faults("\(bob),2026-01-06,AM,/,,\n\(text)") == ["marks.csv:3: \(sentence)"])
  }

  @Test func `an unknown pupil is refused, and a wrong check letter told from the right one`() {
    let unknown = TestSchool.upn(99)
    #expect(
      faults("\(unknown),2026-01-06,AM,/,,") == [
        "marks.csv:2: no pupil has the UPN \(unknown); import the pupil first, or correct the UPN"
      ])
    let wrong = (ada.first == "Z" ? "Y" : "Z") + ada.dropFirst()
    #expect(
      faults("\(wrong),2026-01-06,AM,/,,") == [
        "marks.csv:2: UPN '\(wrong)': the check letter is '\(wrong.prefix(1))' but these digits "
          + "need '\(ada.prefix(1))'; copy the UPN again"
      ])
  }

  @Test func `a mark before the starting day or after the leaving date is refused`() {
    var context = TestSchool.context
    context.pupils[0].enrolments[0].starts = TestSchool.date("2025-09-03")
    context.pupils[0].enrolments[0].ends = TestSchool.date("2026-01-09")
    #expect(
      faults("\(ada),2025-09-02,AM,/,,\n\(ada),2026-01-12,AM,/,,", over: context) == [
        "marks.csv:2: \(ada) starts on 2025-09-03, after 2025-09-02; "
          + "correct the date or the starting day",
        "marks.csv:3: \(ada) left on 2026-01-09, before 2026-01-12; "
          + "correct the date or the leaving date",
      ])
    #expect(faults("\(ada),2025-09-03,AM,/,,\n\(ada),2026-01-09,PM,\\,,", over: context) == [])
  }

  @Test func `a boarder and a closed year group are not marked`() {
    var context = TestSchool.context
    context.pupils[1].enrolments[0].isBoarder = true
    let closed = CalendarYear(
      year: TestSchool.year.year, terms: TestSchool.year.terms,
      closures: [
        Closure(
          date: TestSchool.date("2026-01-06"), reason: "boiler", half: .am,
          yearGroups: [.reception])
      ])
    context.calendar = SchoolCalendar([closed])
    #expect(
      faults(
        "\(bob),2026-01-06,AM,/,,\n\(cy),2026-01-06,AM,/,,\n\(cy),2026-01-06,PM,\\,,",
        over: context) == [
          "marks.csv:2: \(bob) boards; a boarder stands in the admission register only, "
            + "delete the row",
          "marks.csv:3: the school does not meet on 2026-01-06 AM (boiler); "
            + "correct the date or the calendar",
        ])
  }

  @Test func `a second row for a session is refused, naming the first`() {
    #expect(
      faults("\(ada),2026-01-06,AM,/,,\n\(ada),2026-01-06,PM,\\,,\n\(ada),2026-01-06,AM,/,,") == [
        "marks.csv:4: a second row for \(ada) at 2026-01-06 AM; "
          + "the first is on line 2, delete one"
      ])
  }

  @Test func `every wrong field of a row is told`() {
    #expect(faults("A1,x,y,z,w,").count == 5)
  }

  @Test func `one fault keeps the whole file out`() {
    let good = (5...9).map { "\(ada),2026-01-0\($0),AM,/,," }.joined(separator: "\n")
    #expect(faults("\(good)\n\(ada),2026-01-12,AM,Z9,,").count == 1)
    #expect(faults(good) == [])
  }

  @Test func `what is out of place is accepted with a warning`() throws {
    let plan = try plan(
      """
      \(ada),2026-01-06,AM,B,,
      \(ada),2026-01-06,PM,B,,swimming
      \(ada),2026-01-07,AM,D,,
      \(ada),2026-01-07,PM,W,,
      \(ada),2026-01-08,AM,S,,
      \(ada),2026-01-09,AM,Y4,,
      \(bob),2026-01-09,AM,/,,
      \(ada),2026-01-12,AM,Y4,,
      \(bob),2026-01-12,AM,Y4,,
      """)
    #expect(plan.marks.count == 9)
    #expect(
      plan.warnings.lines == [
        "marks.csv:2: code B needs a note of the activity; add it",
        "marks.csv:4: code D is for pupils registered at two schools, and \(ada) is at one; "
          + "check it",
        "marks.csv:5: code W is for work experience from Year 10, and \(ada) is in Year 8; "
          + "check it",
        "marks.csv:6: code S is for study leave from Year 11, and \(ada) is in Year 8; check it",
        "marks.csv:7: code Y4 is for the whole school, and \(bob) was in at 2026-01-09 AM; "
          + "check it",
      ])
  }

  @Test func `a code is in force up to the day before it is retired`() {
    var context = TestSchool.context
    context.pupils[0].enrolments[0].starts = TestSchool.date("2024-08-12")
    context.calendar = SchoolCalendar([
      CalendarYear(
        year: SchoolYear(startYear: 2024),
        terms: [
          Term(
            name: "Autumn", starts: TestSchool.date("2024-08-12"),
            ends: TestSchool.date("2024-12-19"))
        ], closures: [])
    ])
    #expect(faults("\(ada),2024-08-16,PM,H,,", over: context) == [])
    #expect(
      faults("\(ada),2024-08-19,AM,H,,", over: context) == [
        "marks.csv:2: code H is not in force on 2024-08-19; use C"
      ])
  }

  @Test func `one campus may be closed while another is open`() throws {
    var context = TestSchool.context
    context.pupils[0].particulars[0].campus = "East"
    context.pupils[1].particulars[0].campus = "West"
    let rows = "\(ada),2026-01-09,AM,Y4,,\n\(bob),2026-01-09,AM,/,,"
    #expect(try plan(rows, over: context).warnings.isEmpty)
  }

  @Test func `marks keep their civil date on both sides of the clock change`() throws {
    let plan = try plan(
      "\(ada),2025-10-24,PM,\\,,\n\(ada),2025-11-03,AM,/,,")
    #expect(
      plan.marks.map(\.session) == [
        TestSchool.session("2025-10-24 PM"), TestSchool.session("2025-11-03 AM"),
      ])
  }

  @Test(arguments: 0..<100)
  func `a damaged file is refused or read, and never half of it`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let good =
      "upn,date,session,code,minutes,note\n\(ada),2026-01-06,AM,L,12,late bus\n"
      + "\(bob),2026-01-06,PM,I,,\"cold, rang\"\n"
    var bytes = Array(good.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(UInt8.random(in: 0...127, using: &random), at: place)
      }
    }
    let file = IncomingFile(named: "marks.csv", bytes: bytes)
    do throws(FaultList) {
      let plan = try MarkImport.plan(file, over: TestSchool.context) { _ in [:] }
      #expect(plan.marks.count + plan.same == (try CSVReader.rows(of: file).count) - 1)
    } catch {
      #expect(error.count > 0)
    }
  }
}
