import Foundation
import Glibc
import Testing

/// What lies in the school's folder under a name of the program's, and is no file.
@Suite struct WrongFileKindTests {
  private let morning = "2026-03-20T08:40"

  @Test(
    .timeLimit(.minutes(2)),
    arguments: ["backups/x.sqlite", "backups/daily-failed.txt", "drafts/2026-03-20-AM-8B-x.draft"])
  func `a pipe in the folder keeps nobody waiting`(name: String) throws {
    let school = try TestSchool()
    let path = school.folder + "/" + name
    #expect(mkfifo(path, 0o600) == 0)
    let found = try school.run(["verify"], at: morning)
    #expect(found.status == 0 && found.output.contains("all sound"), "\(found.errors)")
    #expect(
      found.output.contains("the backup x.sqlite cannot be read") == name.hasSuffix("x.sqlite"))
    try school.succeed(["register", "8B"], at: morning)
  }

  @Test(.timeLimit(.minutes(2))) func `a pipe in the place of a policy is a fault, in words`()
    throws
  {
    let school = try TestSchool()
    let policies = school.folder + "/policy/policies/"
    let policy = try #require(FileManager.default.contentsOfDirectory(atPath: policies).first)
    try FileManager.default.removeItem(atPath: policies + policy)
    #expect(mkfifo(policies + policy, 0o600) == 0)
    let found = try school.run(["verify"], at: morning)
    #expect(found.status == 1)
    #expect((found.output + found.errors).contains(policy), "\(found.output) \(found.errors)")
  }

  @Test(arguments: [true, false])
  func `a link among the backups is told of, and is no copy of the day`(isDangling: Bool) throws {
    let school = try TestSchool()
    let path = school.folder + "/backups/daily-2026-03-20.sqlite"
    let target = isDangling ? "/nonexistent" : school.folder + "/register.sqlite"
    #expect(symlink(target, path) == 0)
    let found = try school.succeed(["verify"], at: morning)
    #expect(found.output.contains("the backup daily-2026-03-20.sqlite cannot be read"))
    let made = try school.run(["backup", "--daily"], at: morning)
    #expect(made.status == 0, "\(made.errors)")
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG)
  }

  @Test func `a name with escapes reaches no terminal as they are`() throws {
    let school = try TestSchool()
    let added = try school.run(
      [
        "pupil", "add", "--surname", "\u{1B}]0;pwned\u{7}\u{1B}[31mRed", "--forename", "Amy",
        "--born",
        "2013-05-01", "--group", "8B", "--from", "2026-03-20",
      ], at: morning)
    #expect(added.status == 0, "\(added.errors)")
    #expect(!added.errors.contains("\u{1B}"))
    for command in [["case", "open", "Red"], ["attempt", "Red"], ["parent-page", "Red"]] {
      let outcome = try school.run(command, at: morning)
      #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("\u{7}"), "\(command)")
    }
  }
}
