import Attendance
import Testing

/// Which school day of an unexplained absence today is.
@Suite struct UnexplainedRunTests {
  /// The days before Wednesday, latest first: morning and afternoon of each.
  private func run(_ codes: String...) -> UnexplainedRun {
    let sessions = codes.indices.flatMap { index in
      let date = TestSchool.wednesday.adding(days: -1 - index)
      return [Session(date, .pm), Session(date, .am)]
    }
    let byDate = Dictionary(
      uniqueKeysWithValues: codes.enumerated().map {
        (TestSchool.wednesday.adding(days: -1 - $0.offset), Array($0.element))
      })
    return UnexplainedRun(before: sessions, unexplained: ["N", "O"]) { session in
      let code = byDate[session.date]?[session.half == .am ? 0 : 1] ?? "."
      return code == "." ? "" : String(code)
    }
  }

  @Test(arguments: [
    (["/\\"], 1), (["NN", "/\\"], 2), (["NN", "NO", "N.", "/\\"], 4), (["N\\", "NN"], 1),
    (["UN", "NN"], 1), (["II", "NN"], 1), (["NN", "..", "NN", "/\\"], 3), (["..", "/\\"], 1),
  ])
  func `days run back to the last one on which the pupil was seen or explained`(
    days: [String], day: Int
  ) {
    let run =
      switch days.count {
      case 1: run(days[0])
      case 2: run(days[0], days[1])
      default: run(days[0], days[1], days[2], days[3])
      }
    #expect(run.day == day)
  }

  @Test func `a day nobody marked is stepped over and named`() {
    #expect(run("NN", "..", "NN").blanks == [TestSchool.wednesday.adding(days: -2)])
    #expect(run("NN", "..", "..").blanks.isEmpty)
  }
}
