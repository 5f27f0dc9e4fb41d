import Attendance
import Exchange
import Testing

@Suite struct MarkRecordTests {
  private let ada = TestSchool.upn(1).text
  private let bob = TestSchool.upn(2).text

  private func plan(
    _ rows: String, header: String = "upn,date,session,code,minutes,note",
    over record: Record = Record(), amend: String? = nil
  ) throws(FaultList) -> MarkPlan {
    try MarkImport.plan(
      IncomingFile(named: "marks.csv", text: "\(header)\n\(rows)\n"), over: record.context,
      amend: amend
    ) { record.asked($0) }
  }

  private func faults(_ rows: String, over record: Record = Record()) -> [String] {
    ExchangeTests.faults { () throws(FaultList) in try plan(rows, over: record) }
  }

  /// What is on record, and of whom minutes and notes were asked for.
  private final class Record {
    var context: ImportContext
    private let remarks: [Pupil.ID: [Session: MarkRemark]]
    private(set) var questions: [Pupil.ID] = []

    init(
      _ context: ImportContext = TestSchool.context,
      remarks: [Pupil.ID: [Session: MarkRemark]] = [:]
    ) {
      self.context = context
      self.remarks = remarks
    }

    func asked(_ pupil: Pupil.ID) -> [Session: MarkRemark] {
      questions.append(pupil)
      return remarks[pupil] ?? [:]
    }
  }

  /// The school after the plan's marks are kept.
  private func context(after plan: MarkPlan) -> Record {
    var context = TestSchool.context
    var remarks: [Pupil.ID: [Session: MarkRemark]] = [:]
    for mark in plan.marks {
      var sheet = context.sheets[mark.pupil]?.first ?? YearSheet(year: TestSchool.year.year)
      sheet[mark.session] = context.alphabet.byte(of: mark.code) ?? 0
      context.sheets[mark.pupil] = [sheet]
      remarks[mark.pupil, default: [:]][mark.session] = MarkRemark(
        minutes: mark.minutes, note: mark.note)
    }
    return Record(context, remarks: remarks)
  }

  @Test func `minutes and notes are asked for once a pupil, and only where they may differ`() throws
  {
    let record = context(
      after: try plan(
        "\(ada),2026-01-06,AM,L,12,\n\(ada),2026-01-06,PM,I,,flu\n\(bob),2026-01-06,AM,I,,cold"))
    // Bob's code is another one: that it differs is known already.
    let other = try plan(
      "\(ada),2026-01-06,AM,L,12,\n\(ada),2026-01-06,PM,I,,flu\n\(bob),2026-01-06,AM,M,,cold",
      over: record, amend: "a letter")
    #expect(other.summary == "3 marks: 0 new, 1 changed, 2 the same")
    #expect(record.questions == [TestSchool.context.pupils[0].pupil.id])
    // An empty field says nothing, and takes nothing away.
    let bare = try plan("\(ada),2026-01-06,AM,L,,\n\(bob),2026-01-06,AM,I,,", over: record)
    #expect(bare.same == 2)
    #expect(record.questions.count == 1)
    let noted = try plan("\(ada),2026-01-06,AM,L,,the bus", over: record, amend: "her mother rang")
    #expect(noted.marks.map(\.minutes) == [12])
    #expect(noted.marks.map(\.note) == ["the bus"])
  }

  @Test func `the marks are one act, imported, named after the file`() throws {
    let plan = try plan("\(ada),2026-01-06,AM,/,,")
    let person = Person(login: "jh", name: "Jo Hill", position: "Office")
    let act = plan.act(by: person, at: Instant(seconds: 1_770_000_000))
    #expect(act.kind == .imported)
    #expect(act.detail == "marks.csv")
    #expect(act.by == person)
    #expect(act.marks == Array(plan.marks))
  }

  @Test func `the same file twice changes nothing and says so`() throws {
    let rows = "\(ada),2026-01-06,AM,L,12,\n\(bob),2026-01-06,AM,I,,cold\n\(bob),2026-01-06,PM,B,,"
    let first = try plan(rows)
    #expect(first.warnings.count == 1)
    let second = try plan(rows, over: context(after: first))
    #expect(second.isEmpty)
    #expect(second.warnings.isEmpty)
    #expect(second.summary == "3 marks: 0 new, 0 changed, 3 the same; nothing to change")
  }

  @Test func `a mark that differs from the record is refused unless it is amended`() throws {
    let record = context(after: try plan("\(ada),2026-01-06,AM,/,,\n\(bob),2026-01-06,AM,L,5,"))
    let rows = "\(ada),2026-01-06,AM,I,,\n\(bob),2026-01-06,AM,L,9,\n\(bob),2026-01-06,PM,\\,,"
    #expect(
      faults(rows, over: record) == [
        "marks.csv:2: on record at 2026-01-06 AM is /, not I; "
          + "amend it with --amend REASON, or delete the row",
        "marks.csv:3: the L on record at 2026-01-06 AM has other minutes or another note; "
          + "amend it with --amend REASON, or delete the row",
      ])
    let plan = try plan(rows, over: record, amend: "note from the hospital")
    #expect(plan.summary == "3 marks: 1 new, 2 changed, 0 the same")
    #expect(plan.marks.map(\.reason) == ["note from the hospital", "note from the hospital", ""])
    #expect(plan.marks.indices.map(plan.marks.isAmendment(at:)) == [true, true, false])
  }

  @Test func `many codes and long notes are kept to the last letter`() throws {
    var context = TestSchool.context
    let texts = (0..<300).map { "K\($0)" }
    context.codes = CodeBook(
      texts.map { AttendanceCode(text: $0, meaning: $0, category: .present) })
    let sessions = context.calendar.sessions(
      from: TestSchool.date("2025-09-01"), through: TestSchool.date("2026-03-19"))
    let note = String(repeating: "é,", count: 3000)
    let rows = zip(sessions, texts.suffix(200)).map {
      "\(ada),\($0.date),\($0.half.rawValue),\($1),600,\"\(note)\""
    }
    let plan = try plan(rows.joined(separator: "\n"), over: Record(context))
    #expect(plan.marks.map(\.code) == texts.suffix(200))
    #expect(plan.marks.allSatisfy { $0.note == note && $0.minutes == 600 })
  }

  @Test func `thousands of marks are whole or refused, never some of them`() throws {
    let sessions = TestSchool.context.calendar.sessions(
      from: TestSchool.date("2025-09-01"), through: TestSchool.date("2026-03-19"))
    var context = TestSchool.context
    context.pupils = (0..<50).map {
      TestSchool.entry($0 + 1, "N\($0)", "A", born: "2013-03-04", year: "8", group: "8A")
    }
    let rows = context.pupils.flatMap { entry in
      sessions.map { "\(entry.pupil.upn),\($0.date),\($0.half.rawValue),I,," }
    }
    var random = SeededGenerator(seed: 1)
    let whole = try plan(
      rows.shuffled(using: &random).joined(separator: "\n"), over: Record(context))
    #expect(whole.marks.count == 50 * sessions.count)
    #expect(
      zip(whole.marks, whole.marks.dropFirst()).allSatisfy {
        ($0.pupil, $0.session) < ($1.pupil, $1.session)
      })
    let spoilt = rows.joined(separator: "\n") + "\n\(ada),2026-03-19,PM,I,,"
    #expect(
      faults(spoilt, over: Record(context)) == [
        "marks.csv:\(rows.count + 2): a second row for \(ada) at 2026-03-19 PM; "
          + "the first is on line \(sessions.count + 1), delete one"
      ])
  }
}
