import Attendance
import Testing

/// How long a penalty notice counts, and what may become of it.
@Suite struct PenaltyRecordTests {
  private func record(
    issued: String, level: Int? = 1, issuer: String = "headteacher",
    _ outcomes: [(CaseOutcome.Kind, String)] = []
  ) throws -> PenaltyRecord {
    let day = try #require(SchoolDate(issued))
    let pupil = Pupil.ID(1)
    let by = Person(login: "head", name: "A. Head", position: "Headteacher")
    let time = try #require(TimeOfDay("10:00"))
    func line(
      _ number: Int64, _ date: SchoolDate, _ work: Casework, about: Int64? = nil
    ) -> DayLine {
      DayLine(
        id: DayLine.ID(number), by: by, at: Instant(date, time), pupil: pupil, date: date,
        about: about.map { DayLine.ID($0) }, matter: .casework(work))
    }
    let notice = PenaltyNotice(
      parent: "Mrs Ash", issued: day, issuer: issuer, level: level, checked: day,
      sessions: Session(day, .am)...Session(day, .pm), count: 2)
    var lines = [line(1, day, .penalty(notice))]
    for (number, outcome) in outcomes.enumerated() {
      let date = try #require(SchoolDate(outcome.1))
      lines.append(
        line(Int64(number + 2), date, .outcome(CaseOutcome(outcome.0)), about: 1))
    }
    return try #require(DayBook(lines).penalties(of: pupil).first)
  }

  @Test(arguments: [
    ("2025-09-19", "2025-09-18", false), ("2025-09-19", "2025-09-19", true),
    ("2025-09-19", "2028-09-18", true), ("2025-09-19", "2028-09-19", false),
    ("2028-02-29", "2031-02-28", true), ("2028-02-29", "2031-03-01", false),
    // Before the national framework, and on its first day.
    ("2024-08-18", "2024-09-30", false), ("2024-08-19", "2024-09-30", true),
  ])
  func `a notice counts from its day on, to the day before the third year is over`(
    issued: String, on: String, counts: Bool
  ) throws {
    #expect(try record(issued: issued).counts(on: try #require(SchoolDate(on))) == counts)
  }

  @Test func `one that the authority issues counts from the day on which it did`() throws {
    let asked = try record(issued: "2025-09-19", issuer: PenaltyNotice.authority)
    let later = try #require(SchoolDate("2025-10-06"))
    #expect(asked.state == .asked && !asked.counts(on: later) && asked.issuedOn == nil)
    let issued = try record(
      issued: "2025-09-19", issuer: PenaltyNotice.authority, [(.issued, "2025-10-03")])
    #expect(issued.issuedOn == SchoolDate("2025-10-03"))
    #expect(issued.counts(on: try #require(SchoolDate("2028-10-02"))))
    #expect(!issued.counts(on: try #require(SchoolDate("2028-10-03"))))
  }

  @Test(
    arguments: [
      ([], PenaltyRecord.State.issued, [CaseOutcome.Kind.paid, .unpaid, .withdrawn]),
      ([.unpaid], .unpaid, [.paid, .prosecuted, .withdrawn]),
      ([.unpaid, .prosecuted], .prosecuted, [.withdrawn]), ([.paid], .paid, [.withdrawn]),
      ([.paid, .withdrawn], .withdrawn, []),
    ] as [([CaseOutcome.Kind], PenaltyRecord.State, [CaseOutcome.Kind])])
  func `it stands as the last outcome says, and only what can follow is possible`(
    outcomes: [CaseOutcome.Kind], state: PenaltyRecord.State, possible: [CaseOutcome.Kind]
  ) throws {
    let record = try record(issued: "2025-09-19", outcomes.map { ($0, "2025-10-01") })
    #expect(record.state == state)
    #expect(record.possibleOutcomes == possible)
  }

  @Test(arguments: [CaseOutcome.Kind.withdrawn, .declined])
  func `withdrawn and declined notices spend nothing`(outcome: CaseOutcome.Kind) throws {
    let record = try record(issued: "2025-09-19", [(outcome, "2025-09-22")])
    #expect(!record.spends(Session(try #require(SchoolDate("2025-09-19")), .am)))
    #expect(record.countsBefore == nil)
  }

  @Test func `a notice spends the sessions from its first to its last, both included`() throws {
    let record = try record(issued: "2025-09-19")
    let day = try #require(SchoolDate("2025-09-19"))
    #expect(record.spends(Session(day, .am)) && record.spends(Session(day, .pm)))
    #expect(!record.spends(Session(day.adding(days: 1), .am)))
    #expect(try !self.record(issued: "2025-09-19", level: nil).spends(Session(day, .am)))
  }
}
