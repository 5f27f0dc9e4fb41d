import Attendance
import Testing

/// The one act that takes a closure back.
@Suite struct ReopeningTests {
  private func entry(
    _ pupil: Pupil, _ code: String, how: Entry.How = .marked, at session: Session, id: Int64,
    replaces: Entry.ID? = nil
  ) -> Entry {
    Entry(
      id: Entry.ID(id), submission: Submission.ID(1), pupil: pupil.id, session: session,
      code: code, how: how, replaces: replaces)
  }

  @Test func `taken back, each mark gives way to what stood before, and changed ones stand`() {
    let blank = entry(TestSchool.ada, "Y4", how: .planned, at: TestSchool.morning, id: 10)
    let over = entry(
      TestSchool.ben, "Y4", how: .planned, at: TestSchool.morning, id: 11, replaces: Entry.ID(4))
    let changed = entry(TestSchool.cem, "Y4", how: .planned, at: TestSchool.morning, id: 12)
    let before = HistoryLine(
      entry: Entry(
        id: Entry.ID(4), submission: Submission.ID(1), pupil: TestSchool.ben.id,
        session: TestSchool.morning, code: "Y3", how: .planned),
      submission: TestSchool.taken, replaced: nil, basis: .plan)
    let reopening = Reopening(
      of: DayLine.ID(3), [blank, over, changed],
      standing: [
        blank.id: blank, over.id: over,
        changed.id: entry(TestSchool.cem, "/", at: TestSchool.morning, id: 20),
      ], replaced: [before.entry.id: before], because: "it thawed", by: TestSchool.office,
      now: moment("09:00"))
    #expect(
      reopening.act
        == Act(
          kind: .amended, by: TestSchool.office, at: moment("09:00"), detail: "closure taken back",
          marks: [
            .blank(
              TestSchool.ada.id, at: TestSchool.morning, seen: blank.id,
              reason: "closure taken back: it thawed"),
            ProposedMark(
              pupil: TestSchool.ben.id, session: TestSchool.morning, code: "Y3", how: .planned,
              basis: .plan, seen: over.id, reason: "closure taken back: it thawed"),
          ],
          lines: [
            ProposedLine(
              pupil: nil, date: TestSchool.wednesday, about: .kept(DayLine.ID(3)),
              matter: .withdrawn, words: "it thawed")
          ]))
    #expect([reopening.blanked, reopening.restored, reopening.kept] == [1, 1, 1])
  }
}
