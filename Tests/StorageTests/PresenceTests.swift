import Attendance
import Foundation
import Testing

@testable import Storage

/// Who has a register open is seen while they have it, however their desk ends.
@Suite struct PresenceTests {
  private let eight = RegisterKey("8B", at: TestSchool.monday)
  private let later = TestSchool.moment(60)

  private func files(_ folder: SchoolFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.drafts)
      .filter { $0.hasSuffix(".open") }
  }

  @Test func `whoever has a register open is named, longest first, until they leave it`() throws {
    let test = TestFolder()
    try test.folder.make()
    let first = Presence(in: test.folder, of: eight, by: TestSchool.office, since: later)
    var second: Presence? = Presence(
      in: test.folder, of: eight, by: TestSchool.tutor, since: TestSchool.moment())
    let other = Presence(
      in: test.folder, of: RegisterKey("8B-x", at: TestSchool.monday), by: TestSchool.tutor,
      since: later)
    #expect(
      Presence.all(in: test.folder, of: eight) == [
        OtherDesk(TestSchool.tutor, since: TestSchool.moment()),
        OtherDesk(TestSchool.office, since: later),
      ])
    #expect(second != nil)
    second = nil
    #expect(
      Presence.all(in: test.folder, of: eight) == [OtherDesk(TestSchool.office, since: later)])
    withExtendedLifetime((first, other)) {}
    #expect(try files(test.folder).count == 2)
  }

  @Test func `a presence that no desk holds is nobody's, and is cleared away`() throws {
    let test = TestFolder()
    try test.folder.make()
    let stem = test.folder.drafts + "/" + DraftFile.stem(of: eight)
    try Data("gone\tA. Gone\tTutor\t0".utf8).write(to: URL(fileURLWithPath: stem + "gone-1.open"))
    #expect(Presence.all(in: test.folder, of: eight).isEmpty)
    #expect(try files(test.folder).isEmpty)
  }

  @Test func `what killed desks left on other days goes when a register is opened`() throws {
    let test = TestFolder()
    try test.folder.make()
    let path = test.folder.drafts + "/2020-01-06-AM-8B-gone-1.open"
    try Data("gone\tA. Gone\tTutor\t0".utf8).write(to: URL(fileURLWithPath: path))
    let here = Presence(in: test.folder, of: eight, by: TestSchool.office, since: later)
    #expect(try files(test.folder).count == 1)
    withExtendedLifetime(here) {}
  }

  @Test func `a name with a tab or a new line in it stays one name`() throws {
    let test = TestFolder()
    try test.folder.make()
    let odd = Person(login: "a b/c", name: "O\tdd\nName", position: "")
    let here = Presence(in: test.folder, of: eight, by: odd, since: later)
    #expect(
      Presence.all(in: test.folder, of: eight)
        == [OtherDesk(Person(login: "a b/c", name: "OddName", position: ""), since: later)])
    withExtendedLifetime(here) {}
  }

  @Test func `where no file can be made nobody is shown and nothing fails`() {
    let nowhere = SchoolFolder("/proc/no-such-folder")
    #expect(Presence(in: nowhere, of: eight, by: TestSchool.office, since: later) == nil)
    #expect(Presence.all(in: nowhere, of: eight).isEmpty)
  }
}
