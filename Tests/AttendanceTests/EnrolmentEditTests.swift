import Attendance
import Testing

/// What a change of a pupil's time on roll makes of it, and of the register.
@Suite struct EnrolmentEditTests {
  private let today = day("2026-03-20")

  private func time(
    _ number: Int64, _ starts: String, _ ends: String? = nil, _ kind: Enrolment.Kind = .main,
    isBoarder: Bool = false, _ ground: DeletionGround? = nil
  ) -> Enrolment {
    Enrolment(
      id: Enrolment.ID(number), pupil: Pupil.ID(1), kind: kind, isBoarder: isBoarder,
      starts: day(starts), ends: ends.map(day), deletion: ground.map { Deletion($0) })
  }

  private func applied(
    _ edit: EnrolmentEdit, to times: [Enrolment], from date: String? = nil
  ) throws(AdmissionRefusal) -> [Enrolment] {
    try edit.applied(
      to: times, from: date.map(day), today: today, next: Enrolment.ID(9))
  }

  @Test func `another kind from a day on ends the time before with no deletion`() throws {
    let times = [time(1, "2025-09-03", "2026-07-17", .main, .ceased)]
    #expect(
      try applied(EnrolmentEdit(kind: .guest), to: times, from: "2026-03-16") == [
        time(1, "2025-09-03", "2026-03-15"),
        time(9, "2026-03-16", "2026-07-17", .guest, .ceased),
      ])
    #expect(
      try applied(EnrolmentEdit(isBoarder: true), to: [time(1, "2025-09-03")], from: "2026-04-20")
        == [time(1, "2025-09-03", "2026-04-19"), time(9, "2026-04-20", isBoarder: true)])
  }

  @Test(arguments: [nil, "2025-09-03", "2025-09-01"])
  func `without a later day it is a correction of the whole time`(from: String?) throws {
    #expect(
      try applied(EnrolmentEdit(kind: .guest), to: [time(1, "2025-09-03")], from: from) == [
        time(1, "2025-09-03", nil, .guest)
      ])
  }

  @Test func `after a leaving date there is no time on roll to change`() {
    #expect(throws: AdmissionRefusal.notOnRoll(day("2026-03-20"))) {
      try applied(
        EnrolmentEdit(kind: .guest), to: [time(1, "2025-09-03", "2026-01-09")], from: "2026-03-20")
    }
  }

  @Test func `a starting day is never one at which the pupil is on roll already`() throws {
    let times = [time(1, "2025-09-03", "2026-01-09"), time(2, "2026-03-02")]
    let overlap = AdmissionRefusal.overlaps(
      day("2026-01-09"), from: day("2025-09-03"), to: day("2026-01-09"))
    #expect(throws: overlap) {
      try applied(EnrolmentEdit(starts: day("2026-01-09")), to: times)
    }
    #expect(
      try applied(EnrolmentEdit(starts: day("2026-02-23")), to: times) == [
        times[0], time(2, "2026-02-23"),
      ])
  }

  @Test func `a starting day is that of the first kind where kinds follow each other`() throws {
    let times = [time(1, "2025-09-03", "2026-01-09"), time(2, "2026-01-10", nil, .guest)]
    #expect(
      try applied(EnrolmentEdit(starts: day("2025-09-08")), to: times) == [
        time(1, "2025-09-08", "2026-01-09"), times[1],
      ])
    let roll = Roll(enrolments: times)
    #expect(roll.startingDay(of: times[1]) == day("2025-09-03"))
    #expect(roll.goesOn(after: times[0]) && !roll.goesOn(after: times[1]))
  }

  @Test func `its effect is the marks that stop counting and the sessions that nobody marked`() {
    let met = [am("2026-03-16"), pm("2026-03-16"), am("2026-03-17"), pm("2026-03-17")]
    let guest = RollEffect(
      before: [time(1, "2026-03-02")],
      after: [time(1, "2026-03-02", "2026-03-16"), time(9, "2026-03-17", nil, .guest)],
      marked: [pm("2026-03-16"), am("2026-03-17")], met: met)
    #expect(guest.uncountedInWords == "1 mark (2026-03-17 AM) would no longer count")
    #expect(guest.openedInWords == nil)
    let earlier = RollEffect(
      before: [time(1, "2026-03-18")], after: [time(1, "2026-03-16")], marked: [pm("2026-03-16")],
      met: met)
    #expect(earlier.uncountedInWords == nil)
    #expect(
      earlier.openedInWords
        == "3 sessions (2026-03-16 AM to 2026-03-17 PM) would be open that nobody marked")
  }
}
