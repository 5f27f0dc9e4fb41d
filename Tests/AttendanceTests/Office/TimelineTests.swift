import Attendance
import Testing

/// A child's day on one page.
@Suite struct TimelineTests {
  @Test func `marks and lines stand in the order in which they were typed`() {
    let call = moment("09:20")
    func history(
      _ entry: Int64, _ code: String, at: Instant, replaces: Int64? = nil
    ) -> HistoryLine {
      HistoryLine(
        entry: Entry(
          id: Entry.ID(entry), submission: Submission.ID(entry), pupil: TestSchool.ada.id,
          session: TestSchool.morning, code: code, replaces: replaces.map(Entry.ID.init),
          reason: replaces == nil ? "" : "she rang"),
        submission: Submission(
          id: Submission.ID(entry), kind: .amended, at: at, typist: TestSchool.tutor),
        replaced: replaces == nil ? nil : "N", basis: .report)
    }
    let book = DayBookTests.book([
      (nil, DayBookTests.message, about: nil), (TestSchool.ada, DayBookTests.ill, about: 1),
      (TestSchool.ben, DayBookTests.ill, about: 1),
      (TestSchool.ada, .withdrawn, about: 2),
    ])
    let timeline = Timeline(
      of: TestSchool.ada.id, on: TestSchool.wednesday,
      marks: [
        history(1, "N", at: moment("08:45")), history(2, "I", at: call, replaces: 1),
        HistoryLine(
          entry: Entry(
            id: Entry.ID(3), submission: Submission.ID(3), pupil: TestSchool.ada.id,
            session: Session(TestSchool.wednesday.adding(days: 1), .am), code: "/"),
          submission: TestSchool.taken, replaced: nil, basis: .seen),
      ], book)
    #expect(
      timeline.lines.map { "\($0.at.time) \($0.kind): \($0.what)" } == [
        "08:45 mark: AM N", "09:00 message: somebody, telephone; wants a call",
        "09:00 absence: away 2025-09-10 AM to 2025-09-10 PM, I, report",
        "09:00 taken back: taken back",
        "09:20 mark: AM I, in place of N (she rang)",
      ])
    #expect(timeline.lines.map(\.isPast) == [true, false, true, false, false])
  }

  @Test func `a message of nobody's shows that it was dealt with, to those alone whom it concerns`()
  {
    let book = DayBookTests.book([
      (nil, DayBookTests.message, about: nil), (nil, DayBookTests.message, about: nil),
      (TestSchool.ada, .concerns, about: 1), (TestSchool.ben, .concerns, about: 2),
      (nil, .done, about: 1), (nil, .withdrawn, about: 5),
    ])
    func kinds(_ pupil: Pupil) -> [String] {
      Timeline(of: pupil.id, on: TestSchool.wednesday, marks: [], book).lines.map {
        $0.kind + ($0.isPast ? ", past" : "")
      }
    }
    #expect(kinds(TestSchool.ada) == ["message", "message linked", "done, past", "taken back"])
    #expect(kinds(TestSchool.ben) == ["message", "message linked"])
  }

  @Test func `what was dealt with on a later day shows on both days`() {
    let (friday, monday) = (day("2025-09-12"), day("2025-09-15"))
    func line(
      _ id: Int64, _ pupil: Pupil?, _ matter: DayLine.Matter, on date: SchoolDate,
      about: Int64? = nil
    ) -> DayLine {
      DayLine(
        id: DayLine.ID(id), by: TestSchool.office, at: Instant(date, clock("09:00")),
        pupil: pupil?.id, date: date, about: about.map(DayLine.ID.init), matter: matter)
    }
    let book = DayBook([
      line(1, nil, DayBookTests.message, on: friday),
      line(2, TestSchool.ada, .concerns, on: friday, about: 1),
      line(3, nil, .done, on: monday, about: 1),
    ])
    func kinds(_ date: SchoolDate) -> [String] {
      Timeline(of: TestSchool.ada.id, on: date, marks: [], book).lines.map(\.kind)
    }
    #expect(kinds(friday) == ["message", "message linked", "done"])
    #expect(kinds(monday) == ["done"])
    #expect(kinds(day("2025-09-16")).isEmpty)
  }

  @Test func `a change to the pupil's records stands on the day on which it was made`() {
    var renamed = TestSchool.ada
    renamed.name.preferred = "Addie"
    let timeline = Timeline(
      of: TestSchool.ada.id, on: TestSchool.wednesday, marks: [], DayBook([]),
      ["2025-09-09", "2025-09-10"].map {
        PupilRevision(
          at: Instant(day($0), clock("10:15")), by: TestSchool.office,
          .pupil(before: TestSchool.ada, after: renamed))
      })
    #expect(
      timeline.lines.map { "\($0.at) \($0.kind): \($0.what), \($0.by.name)" } == [
        "\(moment("10:15")) name: known as none -> Addie, \(TestSchool.office.name)"
      ])
  }
}
