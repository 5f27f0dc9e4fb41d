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
}
