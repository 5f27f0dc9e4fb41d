import Attendance
import Testing

@testable import Storage

/// What a person saw among the flags when they last looked.
@Suite struct SeenFlagsTests {
  private let school = TestFolder()
  private let monday = TestSchool.monday.date
  private let ada = TestSchool.ada.id
  private let ben = TestSchool.ben.id

  private func look(_ days: Int, _ flags: [Pupil.ID: Set<String>]) -> SeenFlags.Look {
    SeenFlags.Look(monday.adding(days: days), flags)
  }

  @Test func `a first visit is compared with nothing`() {
    var seen = SeenFlags()
    #expect(seen.look(look(0, [ada: ["persistent"]])) == true)
    #expect(seen.look(before: monday) == nil)
  }

  @Test func `all looks of a day are one visit, and the last of them is what was seen`() {
    var seen = SeenFlags()
    _ = seen.look(look(0, [ada: ["persistent"]]))
    _ = seen.look(look(0, [ada: ["persistent"], ben: ["severe"]]))
    _ = seen.look(look(3, [:]))
    #expect(
      seen.look(before: monday.adding(days: 3))
        == look(0, [ada: ["persistent"], ben: ["severe"]]))
    _ = seen.look(look(3, [ben: ["severe"]]))
    #expect(
      seen.look(before: monday.adding(days: 3))
        == look(0, [ada: ["persistent"], ben: ["severe"]]))
  }

  @Test func `looking again at the same writes nothing`() {
    var seen = SeenFlags()
    _ = seen.look(look(0, [ada: ["persistent"]]))
    #expect(seen.look(look(0, [ada: ["persistent"]])) == false)
    #expect(seen.look(look(1, [ada: ["persistent"]])) == true)
    #expect(seen.look(look(1, [ada: ["persistent"]])) == false)
  }

  @Test func `it comes back from the disk as it was, each person's own`() throws {
    _ = try school.folder.create(TestSchool.identity)
    var seen = SeenFlags()
    _ = seen.look(look(0, [ada: ["persistent", "severe"], ben: []]))
    _ = seen.look(look(4, [ben: ["severe"]]))
    try seen.keep(in: school.folder, of: "price")
    #expect(SeenFlags(in: school.folder, of: "price") == seen)
    #expect(SeenFlags(in: school.folder, of: "hall") == SeenFlags())
  }

  @Test func `a clock that was put back makes no visit of the future`() {
    var seen = SeenFlags()
    _ = seen.look(look(5, [ada: ["persistent"]]))
    _ = seen.look(look(6, [:]))
    _ = seen.look(look(2, [ben: ["severe"]]))
    #expect(seen.look(before: monday.adding(days: 2)) == nil)
  }
}
