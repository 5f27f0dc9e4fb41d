import Attendance
import Foundation
import Screens
import Storage
import Testing

@testable import rollcall

/// A list of flags that is kept says the same as one worked out anew, whatever was kept between.
@Suite struct FlagMemoryTests {
  @Test func `after every act the kept list is the one that is worked out anew`() throws {
    let home = FileManager.default.temporaryDirectory.path + "/rollcall-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: home) }
    let made = try Program.run(["demo", "--policy", "psa", "--pupils", "60", "--data", home])
    #expect(made.status == 0, "\(made.errors)")
    let school = try OpenSchool(SchoolFolder(home), login: nil)
    let today = school.clock.now.date
    let sessions = try school.store.calendar().sessions(
      before: Session(today, .am), campus: nil, yearGroup: nil, count: 40)
    let pupils = try school.store.roll().members(on: today).map(\.pupil.id)
    let kept = FlagAnswers(school)
    var dice = Dice(7)
    var changed = 0
    var last = try kept.answer(.board, for: school.actor)
    for step in 0..<40 {
      _ = try school.store.submit(act(step, sessions, pupils, today, school, &dice))
      let board = try kept.answer(.board, for: school.actor)
      #expect(board == (try FlagAnswers(school).answer(.board, for: school.actor)), "step \(step)")
      if board != last { changed += 1 }
      last = board
    }
    // Acts that change nothing would prove nothing.
    #expect(changed > 15, "\(changed)")
  }

  /// A mark amended, a call, a plan, a case, a flag left for later, a hold, a day closed.
  private func act(
    _ step: Int, _ sessions: [Session], _ pupils: [Pupil.ID], _ today: SchoolDate,
    _ school: OpenSchool, _ dice: inout Dice
  ) throws -> Act {
    let pupil = dice.pick(pupils)
    let session = dice.pick(sessions)
    var act = Act(kind: .logged, by: school.actor.person, at: school.clock.now)
    func line(_ matter: DayLine.Matter, of pupil: Pupil.ID?) -> ProposedLine {
      ProposedLine(pupil: pupil, date: today, matter: matter, words: "as it was said")
    }
    let week = today.adding(days: 7)
    switch step % 8 {
    case 0: act.lines = [line(.casework(.snoozed(Snooze(until: week, flags: ["x"]))), of: pupil)]
    case 1: act.lines = [line(.casework(.held(Hold(.court, from: today, until: week))), of: pupil)]
    case 2:
      let opening = CaseOpening(ladder: "absence", due: week, owner: CaseOwner(role: "head"))
      act.lines = [line(.casework(.opened(opening)), of: pupil)]
    case 3:
      let absence = KnownAbsence(
        from: Session(today, .am), through: Session(today.adding(days: 30), .pm), code: "I",
        source: .report)
      act.lines = [line(.absence(absence), of: pupil)]
    case 4 where step > 30:
      let closed = ClosedSessions(
        from: Session(session.date, .am), through: Session(session.date, .pm), code: "Y4")
      act.lines = [
        ProposedLine(pupil: nil, date: session.date, matter: .closure(closed), words: "snow")
      ]
    default:
      act.kind = .amended
      let day = sessions.filter { $0.date == session.date }
      let code = dice.pick(["O", "I", "U", "N"])
      act.marks = try day.map { session in
        ProposedMark(
          pupil: pupil, session: session, code: code, basis: .seen,
          seen: try school.store.standing(of: [pupil], at: session, asAt: nil)[pupil]?.entry.id,
          reason: "corrected")
      }
    }
    return act
  }
}
