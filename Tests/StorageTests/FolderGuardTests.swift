import Attendance
import Foundation
import Testing

@testable import Storage

/// Who can get at a school's folder, and what lies where the program will write.
@Suite struct FolderGuardTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test func `a new school is for its owner alone, whatever others are used to`() throws {
    let test = TestFolder()
    chmod(test.path, 0o755)
    _ = try test.takenSchool()
    let folder = test.folder
    #expect(mode(test.path) == 0o700)
    #expect(mode(folder.register) == 0o600)
    for inner in folder.inner { #expect(mode(inner) == 0o700) }
  }

  @Test(arguments: [0o750, 0o705, 0o710, 0o701] as [mode_t])
  func `a folder that others can look into is refused until its command mends it`(
    open: mode_t
  ) throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    chmod(test.path, open)
    let remedy = "chmod -R go= \(test.path)"
    let fault = #expect(throws: StoreFault.self) { try test.folder.open() }
    #expect(fault == .openToOthers(path: test.path, remedy: remedy))
    #expect(fault?.description.hasSuffix(remedy) == true)
    let shell = try Process.run(URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", remedy])
    shell.waitUntilExit()
    _ = try test.folder.open()
  }

  @Test(arguments: [0o640, 0o604, 0o666] as [mode_t])
  func `a register that others can read is refused`(open: mode_t) throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    chmod(test.folder.register, open)
    #expect(
      throws: StoreFault.openToOthers(
        path: test.folder.register, remedy: "chmod -R go= \(test.path)")
    ) { try test.folder.open() }
  }

  @Test func `a school is not made where others have something`() throws {
    let test = TestFolder()
    test.write([1], to: "letter")
    chmod(test.path, 0o755)
    #expect(throws: StoreFault.self) { try test.folder.create(TestSchool.identity) }
    #expect(!SchoolFolder.exists(test.folder.backups))
  }

  @Test func `a group's folder is the group's, and nobody else's`() throws {
    let test = TestFolder()
    chmod(test.path, 0o2770)
    _ = try test.takenSchool()
    #expect(mode(test.folder.register) == 0o660)
    for inner in test.folder.inner { #expect(mode(inner) == 0o2770) }
    _ = try test.folder.open()
    chmod(test.path, 0o2775)
    #expect(
      throws: StoreFault.openToOthers(path: test.path, remedy: "chmod -R o= \(test.path)")
    ) { try test.folder.open() }
  }

  @Test(arguments: ["register.sqlite", "backups", "drafts", "lists", "policy"])
  func `a symbolic link where the program will write is refused`(name: String) throws {
    let test = TestFolder()
    let outside = TestFolder()
    _ = try test.takenSchool()
    let path = test.path + "/" + name
    try FileManager.default.moveItem(atPath: path, toPath: outside.path + "/it")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: outside.path + "/it")
    #expect(throws: StoreFault.symbolicLink(path: path)) { try test.folder.open() }
  }

  @Test func `a link in a draft's place is not written through`() throws {
    let test = TestFolder()
    let outside = TestFolder()
    _ = try test.takenSchool()
    let draft = DraftFile(in: test.folder, of: TestSchool.key, by: "owen")
    try FileManager.default.createSymbolicLink(
      atPath: draft.path, withDestinationPath: outside.path + "/it")
    #expect(throws: StoreFault.symbolicLink(path: draft.path)) {
      try draft.append([Draft.Change(TestSchool.ada.id, to: nil)])
    }
    #expect(!SchoolFolder.exists(outside.path + "/it"))
  }

  @Test func `a link in a backup's place, or to nowhere, is not written through`() throws {
    let test = TestFolder()
    let outside = TestFolder()
    let store = try test.takenSchool()
    let path = test.path + "/copy"
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: outside.path + "/it")
    #expect(throws: StoreFault.symbolicLink(path: path)) { try store.backUp(to: path) }
    #expect(!SchoolFolder.exists(outside.path + "/it"))
  }

  @Test func `a path is quoted for the shell that mends it`() {
    #expect(SchoolFolder.quoted("/srv/school") == "/srv/school")
    #expect(SchoolFolder.quoted("/srv/St Luke's") == "'/srv/St Luke'\\''s'")
  }

  @Test func `a clock set back is told of a change beside the marks too`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let year: Int64 = 365 * 86_400
    try store.record("cover", by: TestSchool.office, at: TestSchool.moment(10))
    try store.record("a little earlier", by: TestSchool.office, at: TestSchool.moment(-100))
    try store.record("cover again", by: TestSchool.office, at: TestSchool.moment(-year))
    try store.record("and again", by: TestSchool.office, at: TestSchool.moment(60 - year))
    let found = try store.verify(against: nil) { _ in }
    #expect(found.isSound, "\(found.faults)")
    #expect(
      found.notices.filter { $0.contains("clock") } == [
        "the computer's clock was set back: a change of the log at \(TestSchool.moment(-year)) "
          + "follows one of \(TestSchool.moment(-100)); the seals keep the order, and the later date "
          + "is in doubt"
      ])
  }

  @Test func `a clock set back a year is told, sealed, and no fault`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let year: Int64 = 365 * 86_400
    for seconds in [-year, -year + 60] {
      _ = try store.submit(
        TestSchool.act(.amended, [TestSchool.mark(TestSchool.ada, "L")], at: seconds))
    }
    let found = try store.verify(against: nil) { _ in }
    #expect(found.faults == [])
    #expect(
      found.notices.filter { $0.contains("clock") } == [
        "the computer's clock was set back: submission 2 at \(TestSchool.moment(-year)) follows one "
          + "of \(TestSchool.moment()); the seals keep the order, and the later date is in doubt"
      ])
    try test.tamper("UPDATE change SET after = 'submission 2' WHERE what = 'clock set back'")
    #expect(try !store.faults().isEmpty, "nobody takes that away again")
  }

  @Test func `what SQLite refuses is told without a pupil's name`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    let twin = Pupil(
      id: Pupil.ID(77), upn: TestSchool.ada.upn,
      name: PupilName(surname: "Zebedee", forename: "Xanthe"),
      dateOfBirth: TestSchool.ada.dateOfBirth)
    let fault = #expect(throws: StoreFault.self) {
      try store.keep([.newPupil(twin)], by: TestSchool.office, at: TestSchool.moment())
    }
    let said = fault.map { "\($0) \($0.finding)" } ?? ""
    #expect(!said.isEmpty && !said.contains("Zebedee") && !said.contains(twin.upn.text))
  }
}
