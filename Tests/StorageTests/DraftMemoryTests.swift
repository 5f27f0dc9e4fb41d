import Attendance
import Testing

@testable import Storage

/// Drafts that a desk has read before are those on disk.
@Suite struct DraftMemoryTests {
  private let test = TestFolder()

  @Test func `what another desk adds to a draft, sends or begins is seen`() throws {
    _ = try test.takenSchool()
    let memory = DraftMemory(test.folder)
    let date = TestSchool.key.session.date
    let draft = DraftFile(in: test.folder, of: TestSchool.key, by: "owen")
    #expect(memory.files(on: date).isEmpty)
    for (pupil, code) in [(TestSchool.ada, "/"), (TestSchool.ada, "L"), (TestSchool.ben, "N")] {
      try draft.append([Self.change(pupil, code)])
      let files = memory.files(on: date)
      #expect(files.map(\.key) == [TestSchool.key] && files.map(\.login) == ["owen"])
      #expect(try files.map { try memory.draft(in: $0) } == [Draft(draft.changes())])
    }
    draft.remove()
    #expect(memory.files(on: date).isEmpty)
    #expect(try memory.draft(in: draft) == Draft())
    let again = DraftFile(in: test.folder, of: TestSchool.key, by: "owen")
    try again.append([Self.change(TestSchool.cem, "/")])
    #expect(
      try memory.files(on: date).map { try memory.draft(in: $0) } == [Draft(again.changes())])
    #expect(memory.files(on: date.adding(days: 1)).isEmpty)
  }

  private static func change(_ pupil: Pupil, _ code: String) -> Draft.Change {
    Draft.Change(pupil.id, to: Draft.Mark(code: code, at: TestSchool.moment()))
  }
}
