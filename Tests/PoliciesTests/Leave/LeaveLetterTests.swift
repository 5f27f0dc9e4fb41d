import Attendance
import Policies
import Testing

/// Which letters about leave each policy has, and when.
@Suite struct LeaveLetterTests {
  private func leave(
    _ outcome: LeaveDecision.Outcome?, _ purpose: LeavePurpose = .holiday
  ) throws -> LeaveCase {
    let by = Person(login: "hall", name: "Ms Hall", position: "Office")
    let at = Instant(LeaveSample.date("2026-03-02"), TimeOfDay(minutes: 600))
    func line(_ id: Int64, _ matter: DayLine.Matter, about: DayLine.ID? = nil) -> DayLine {
      DayLine(
        id: DayLine.ID(id), by: by, at: at, pupil: Pupil.ID(1), date: at.date, about: about,
        matter: matter)
    }
    let decision = outcome.map {
      line(2, .decision(LeaveDecision($0)), about: DayLine.ID(1))
    }
    let lines = [line(1, .request(LeaveSample.request(purpose)))] + [decision].compactMap(\.self)
    return try #require(DayBook(lines).leave.first)
  }

  /// What became of the week asked for, where the pupil was away on these of its days and was in on
  /// those after.
  private func after(_ leave: LeaveCase, away: ClosedRange<Int>?, in days: ClosedRange<Int>?)
    -> AfterRefusal?
  {
    AfterRefusal(
      of: leave, calendar: LeaveSample.calendar,
      through: Session(LeaveSample.date("2026-03-20"), .pm),
      away: { away?.contains($0.date.day) ?? false }, seen: { days?.contains($0.date.day) ?? false }
    )
  }

  /// The letter's id, or why there is none.
  private func letter(
    _ school: String, _ kind: LeaveLetterKind, _ leave: LeaveCase, _ after: AfterRefusal? = nil
  ) throws -> String {
    let policy = try Shipped.policy(school)
    do throws(LeaveLetterRefusal) {
      return try policy.letter(kind, of: leave, after).id
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("dunkirk", "leave-approval", "leave-refusal", "after-return"),
    ("ibstock", "leave-approval", "leave-refusal", ""),
    ("psa", "leave-approval", "leave-refusal", ""),
    ("on-track", "leave-approval", "leave-refusal", ""),
    ("st-lukes", "leave-approval", "leave-refusal", ""),
  ])
  func `each policy has its letters for leave, and only one has a letter after the return`(
    school: String, granted: String, refused: String, returned: String
  ) throws {
    let refusal = try leave(.refused)
    #expect(try letter(school, .decision, leave(.granted)) == granted)
    #expect(try letter(school, .decision, refusal) == refused)
    let after = try letter(
      school, .afterReturn, refusal, after(refusal, away: 9...13, in: 16...20))
    #expect(returned.isEmpty ? after.contains("no letter for after the return") : after == returned)
  }

  @Test(arguments: [
    ("st-lukes", LeaveDecision.Outcome.granted, "lunch-leave-decision"),
    ("st-lukes", .refused, "lunch-leave-decision"), ("st-lukes", .ended, "lunch-leave-withdrawal"),
    ("dunkirk", .granted, "names no letter for leave that is granted"),
    ("ibstock", .refused, "names no letter for leave that is refused"),
    ("psa", .ended, "names no letter for leave that is ended"),
    ("on-track", .granted, "names no letter for leave that is granted"),
  ])
  func `only a policy with leave at lunch time has letters for it`(
    school: String, outcome: LeaveDecision.Outcome, words: String
  ) throws {
    #expect(try letter(school, .decision, leave(outcome, .lunch)).contains(words))
  }

  @Test func `nothing is written of a request that is not decided`() throws {
    for kind in LeaveLetterKind.allCases {
      #expect(
        try letter("dunkirk", kind, leave(nil))
          == "request 1 is not decided yet; grant or refuse it first")
    }
  }

  @Test func `the letter after the return waits until the pupil was away and is back`() throws {
    let refused = try leave(.refused)
    func sentence(_ after: AfterRefusal?) throws -> String {
      try letter("dunkirk", .afterReturn, refused, after)
    }
    #expect(
      try sentence(after(refused, away: nil, in: 9...20)).contains("no absence without leave"))
    #expect(try sentence(after(refused, away: 9...13, in: nil)).contains("back in school"))
    // Back on the last two days of the week asked for.
    #expect(try sentence(after(refused, away: 9...11, in: 12...13)) == "after-return")
    let granted = try leave(.granted)
    #expect(try letter("dunkirk", .afterReturn, granted, nil).contains("is not refused"))
  }
}
