import Attendance
import Testing

/// Who is to be called, and in what order.
@Suite struct UnexplainedTests {
  static func member(
    _ pupil: Pupil, _ characteristics: [Characteristic: String] = [:]
  ) -> Roll.Member {
    Roll.Member(
      pupil: pupil,
      enrolment: Enrolment(id: Enrolment.ID(1), pupil: pupil.id, starts: day("2025-09-01")),
      particulars: Particulars(
        from: day("2025-09-01"), yearGroup: yearGroup("8"), group: "8B",
        characteristics: characteristics))
  }

  static let members = [
    member(TestSchool.ada), member(TestSchool.ben, [.lookedAfter: "yes", .socialWorker: "yes"]),
    member(TestSchool.cem, [.socialWorker: "yes", .yot: "no"]), member(TestSchool.dot),
  ]

  static func list(
    _ codes: [String], _ book: DayBook = DayBook([]), at: [String] = []
  ) -> [Unexplained] {
    let standing = Dictionary(
      uniqueKeysWithValues: zip(members, codes).enumerated().map { index, pair in
        (
          pair.0.pupil.id,
          TestSchool.standing(
            pair.0.pupil, pair.1, entry: Int64(index), at: at.isEmpty ? "08:45" : at[index])
        )
      })
    return Unexplained.among(members, standing: standing, book)
  }

  @Test func `only an N is unexplained`() {
    for code in TestCodes.since.map(\.text) {
      #expect(Self.list([code, "/", "/", "/"]).count == (code == "N" ? 1 : 0))
    }
  }

  @Test func `the most vulnerable come first, then the longest waiting, then by name`() {
    let all = Self.list(["N", "N", "N", "N"], at: ["08:50", "08:55", "08:52", "08:45"])
    #expect(
      all.map(\.member.pupil.id) == [
        TestSchool.ben.id, TestSchool.cem.id, TestSchool.dot.id, TestSchool.ada.id,
      ])
    #expect(all[0].concerns == ["social worker", "looked after"])
    #expect(all[1].concerns == ["social worker"])
  }

  @Test func `arriving ends it, calling does not, and one handed on stays with its attempts`() {
    let time = clock("09:30")
    let book = DayBookTests.book([
      (TestSchool.ada, .arrival(LateArrival(at: TestSchool.morning, time: time)), about: nil),
      (TestSchool.ben, .attempt(Attempt(contact: "Mr B", outcome: .spoke, time: time)), about: nil),
      (TestSchool.cem, .handedOn(to: "the police"), about: nil),
    ])
    let all = Self.list(["N", "N", "N", "N"], book)
    #expect(
      all.map(\.member.pupil.id) == [TestSchool.ben.id, TestSchool.cem.id, TestSchool.dot.id])
    #expect(all.map(\.attempts.count) == [1, 0, 0])
    #expect(all.map { $0.handedOn == nil } == [true, false, true])
  }
}
