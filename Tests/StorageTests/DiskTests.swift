import Attendance
import Foundation
import Testing

@testable import Storage

/// A disk that is full or may not be written: a fault in words, and nothing half-written.
@Suite struct DiskTests {
  /// An act large enough to need new pages.
  private static var largeAct: Act {
    TestSchool.act(
      .imported,
      (0..<200).flatMap { day in
        TestSchool.pupils.map {
          TestSchool.mark($0, "L", at: Session(TestSchool.starts.adding(days: day + 20), .pm))
        }
      }, key: nil)
  }

  @Test(arguments: [0, 512, 4096, 9000, 20_480, 40_000])
  func `a full disk keeps the register as it was and takes the act once there is room`(
    room: Int
  ) async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await #expect(processExitsWith: .success) {
      [path = test.path as String, room = room as Int] in
      signal(SIGXFSZ, SIG_IGN)
      let folder = SchoolFolder(path)
      let store = try folder.open()
      let before = try store.verify(against: nil) { _ in }
      var status = stat()
      #expect(stat(folder.register, &status) == 0)
      let file = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      var limit = rlimit()
      #expect(getrlimit(file, &limit) == 0)
      let enough = limit.rlim_cur
      limit.rlim_cur = rlim_t(Int(status.st_size) + room)
      #expect(setrlimit(file, &limit) == 0)
      let fault = #expect(throws: StoreFault.self) { try store.submit(DiskTests.largeAct) }
      #expect(fault == .full || fault == .readOnly(path: folder.register), "\(fault as Any)")
      #expect(try store.verify(against: before.headSeal) { _ in } == before)
      limit.rlim_cur = enough
      #expect(setrlimit(file, &limit) == 0)
      _ = try store.submit(DiskTests.largeAct)
      #expect(try store.faults(against: before.headSeal).isEmpty)
    }
    let found = try test.folder.open().verify(against: nil) { _ in }
    #expect(found.isSound)
    #expect(found.entries == 1004)
  }

  @Test func `a folder that turns read-only while submitting changes nothing`() async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await #expect(processExitsWith: .success) { [path = test.path as String] in
      let folder = SchoolFolder(path)
      let store = try folder.open()
      #expect(chmod(path, 0o555) == 0)
      Ordinary.become()
      let fault = #expect(throws: StoreFault.self) { try store.submit(DiskTests.largeAct) }
      #expect(fault == .readOnly(path: folder.register))
      #expect(try store.verify(against: nil) { _ in }.submissions == 1)
    }
    #expect(chmod(test.path, 0o700) == 0)
    let found = try test.folder.open().verify(against: nil) { _ in }
    #expect(found.isSound)
    #expect(found.submissions == 1)
  }

  @Test(arguments: ["folder", "register", "unreachable"])
  func `a school this account may not use is refused in words`(what: String) async throws {
    let test = TestFolder()
    _ = try test.takenSchool()
    await #expect(processExitsWith: .success) {
      [path = test.path as String, what = what as String] in
      let folder = SchoolFolder(path)
      var refused = path
      switch what {
      case "folder": #expect(chmod(path, 0o555) == 0)
      case "unreachable":
        #expect(chmod(path, 0o000) == 0)
      default:
        Ordinary.own(path)
        #expect(chmod(folder.register, 0o000) == 0)
        refused = folder.register
      }
      Ordinary.become()
      #expect(throws: StoreFault.noPermission(path: refused)) { try folder.open() }
      if what != "register" {
        #expect(throws: StoreFault.self) { try folder.create(TestSchool.identity) }
      }
    }
    #expect(chmod(test.path, 0o700) == 0)
    #expect(chmod(test.folder.register, 0o600) == 0)
    #expect(try test.folder.open().faults().isEmpty)
  }
}

/// An account to which permissions apply.
enum Ordinary {
  /// Gives it the folder, where the tests run as root.
  static func own(_ path: String) {
    if geteuid() == 0 { #expect(chown(path, 65_534, 65_534) == 0) }
  }

  /// Gives up root's rights, where the tests have them.
  static func become() {
    guard geteuid() == 0 else { return }
    #expect(setgroups(0, nil) == 0)
    #expect(setgid(65_534) == 0)
    #expect(setuid(65_534) == 0)
  }
}
