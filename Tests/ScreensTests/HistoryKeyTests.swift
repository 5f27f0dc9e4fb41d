import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// The history of a mark is one key away on every screen that shows one (issue 5, section 2).
@Suite struct HistoryKeyTests {
  /// Scenes with the cursor on a row that has a mark.
  private static let scenes = [
    "cases", "cases-everything", "notices", "calls", "lists-pupils", "in-and-out",
    "late-desk-reason", "late-desk-arrived", "handout-heads-of-year", "calls-code", "audit",
    "amend-one", "amend-many", "amend-done",
  ]

  @Test(arguments: Self.scenes)
  func `^O opens the history of the mark, and Esc comes back to the same place`(
    name: String
  ) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    var sitting = scene.sitting()
    let place = sitting.shell.top.place
    let row = sitting.picture().cursor
    sitting.type("^O")
    #expect(sitting.picture().lines[0].contains("HISTORY"), "\(sitting.text)")
    sitting.press(.escape)
    #expect(sitting.shell.top.place == place && sitting.picture().cursor == row)
  }

  @Test(arguments: ["cases", "notices", "calls", "lists-pupils", "in-and-out"])
  func `the history bears the name of the pupil under the cursor`(name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    var sitting = scene.sitting()
    let shown = try #require(
      (sitting.shell.top as? any ShowingMarks)?.shownMark(at: sitting.shell.desk))
    #expect(!shown.name.isEmpty)
    sitting.type("^O")
    #expect(sitting.picture().lines[0].contains("HISTORY  \(shown.name)"))
  }

  @Test func `a request for leave has a mark behind it once its first day has come`() throws {
    let scene = try #require(Scene.all.first { $0.name == "leave" })
    var sitting = scene.sitting()
    sitting.type("^O")
    #expect(sitting.text.contains("No mark stands behind this row"))
    sitting.press(.down)
    sitting.type("^O")
    #expect(sitting.picture().lines[0].contains("HISTORY  Rees, Rhys"))
  }

  @Test func `a row about no pupil says so, and opens nothing`() throws {
    let scene = try #require(Scene.all.first { $0.name == "handout-headcount" })
    var sitting = scene.sitting()
    sitting.type("^O")
    #expect(sitting.text.contains("No mark stands behind this row; choose one of a pupil."))
  }

  @Test func `whoever may not see a history is told who may`() {
    // A class teacher may cover, and sees no history of anybody.
    var sitting = Sitting()
    sitting.type("5N^O")
    #expect(sitting.text.contains("may not see the history of a mark"))
  }
}
