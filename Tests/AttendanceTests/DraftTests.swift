import Attendance
import Testing

@Suite struct DraftTests {
  static func mark(_ code: String) -> Draft.Mark { Draft.Mark(code: code, at: moment("08:40")) }

  @Test func `a draft is what its changes make in their order`() {
    let (ada, ben) = (TestSchool.ada.id, TestSchool.ben.id)
    var draft = Draft([
      Draft.Change(ada, to: Self.mark("/")), Draft.Change(ben, to: Self.mark("N")),
      Draft.Change(ada, to: Self.mark("L")), Draft.Change(ben, to: nil),
    ])
    #expect(draft.marks == [ada: Self.mark("L")])
    #expect(draft[ben] == nil && !draft.isEmpty)
    draft.apply(Draft.Change(ada, to: nil))
    #expect(draft == Draft() && draft.isEmpty)
  }

  /// A line kept twice, as a desk does that reads a draft file from its beginning again.
  @Test func `changes played again change nothing`() {
    let changes = [
      Draft.Change(TestSchool.ada.id, to: Self.mark("/")),
      Draft.Change(TestSchool.ben.id, to: Self.mark("")),
    ]
    #expect(Draft(changes) == Draft(changes + changes))
  }
}
