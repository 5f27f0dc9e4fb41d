import Attendance
import Foundation
import Storage
import Testing

/// A program installed for a group, as an ordinary account of the computer meets it.
///
/// It needs root, to install it, and `runuser`; the group `games`, which every Debian has and nobody
/// is in, stands for the school's.
@Suite(.serialized, .enabled(if: OrdinaryAccount.isAtHand, "needs root and runuser"))
struct GroupInstallationTests {
  /// An installation with a real school, in which `nobody` is the tutor of 8B.
  private final class Installation {
    let home =
      FileManager.default.temporaryDirectory.path + "/rollcall-group-\(UUID().uuidString)"
    var school: String { home + "/school" }
    var program: String { home + "/usr/bin/rollcall" }

    init(isPractice: Bool = false) throws {
      try FileManager.default.createDirectory(
        atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
      try run(
        Program.path, "install", home + "/usr", "--group", "games", "--school", school)
      if isPractice {
        try run(program, "init", "--policy", "psa", "--practice")
        try setClock()
      } else {
        try run(
          program, "init", "--policy", "psa", "--name", "R. Root", "--position", "Administrator")
      }
      let day = try Self.calendar()
      try run(program, "import", "calendar", write("calendar.yaml", day))
      try run(
        program, "staff", "add", "nobody", "--name", "N. Tutor", "--position", "Form tutor",
        "--role", "tutor", "--group", "8B")
      try run(
        program, "import", "pupils",
        write("pupils.csv", TestSchool.pupilsFile.replacing("2025-09-03", with: Self.start)),
        "--from", Self.start)
    }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    /// A real school's clock is the machine's: its calendar lies around today.
    private static func calendar() throws -> String {
      let year = yearOfToday
      return """
        - year: "\(year)-\(String((year + 1) % 100 + 100).dropFirst())"
          terms:
            - name: All
              starts: \(year)-08-02
              ends: \(year + 1)-07-30

        """
    }

    /// Sets the practice clock to a Monday morning, from which it runs.
    private func setClock() throws {
      let day = try #require(SchoolDate("\(Self.yearOfToday)-11-14"))
      let monday = day.adding(days: 1 - day.weekday.rawValue)
      let moment = Instant(monday, TimeOfDay(minutes: 8 * 60 + 5))
      let store = try SchoolFolder(school).open()
      try store.keep(
        SchoolIdentity(
          name: "PSA",
          practice: PracticeClock(
            showing: moment, when: Instant(seconds: Int64(Date().timeIntervalSince1970)))))
    }

    private static var start: String { "\(yearOfToday)-08-02" }

    private static var yearOfToday: Int {
      let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month], from: Date())
      let (year, month) = (parts.year ?? 2026, parts.month ?? 9)
      return month >= 8 ? year : year - 1
    }

    func write(_ name: String, _ text: String) throws -> String {
      let path = home + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return path
    }

    private func run(_ program: String, _ arguments: String...) throws {
      let outcome = try Program.run(arguments, program: program)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    }

    /// Runs a line of the shell as an ordinary account, which has no group but its own.
    func asNobody(_ line: String) throws -> Program.Outcome {
      try Program.run(["-u", "nobody", "--", "/bin/sh", "-c", line], program: "/usr/sbin/runuser")
    }
  }

  @Test func `an ordinary account reaches the school through the program alone`() throws {
    let installed = try Installation()
    let register = installed.school + "/register.sqlite"
    for line in [
      "cat \(register)", "sqlite3 \(register) .tables", "ls \(installed.school)",
      "cp \(register) /dev/null", "cat \(installed.school)/policy/*",
      "python3 -c 'open(\"\(register)\")'",
    ] {
      let outcome = try installed.asNobody(line)
      #expect(outcome.status != 0 && outcome.output.isEmpty, "\(line): \(outcome.output)")
    }
    let shown = try installed.asNobody("\(installed.program) staff roles --format csv")
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(shown.lines.count > 5)
    let other = try installed.asNobody("\(installed.program) verify")
    #expect(other.status == 1 && other.errors.contains("a form tutor may not verify"))
  }

  @Test func `an ordinary account marks its own form through the program`() throws {
    let installed = try Installation(isPractice: true)
    let taking = try installed.asNobody(
      "printf '2 N\\n1 /, 3 /, 4 /, 5 /\\nsubmit\\n' | \(installed.program) take 8B --plain "
        + "--as nobody")
    #expect(taking.status == 0, "\(taking.errors)")
    #expect(taking.lines.last?.hasPrefix("Submitted") == true, "\(taking.output)")
    #expect(
      try Program.run(["verify"], program: installed.program).lines.first?.contains("5 entries")
        == true)
  }

  @Test func `what the account says of places counts for nothing`() throws {
    let installed = try Installation()
    let data = try installed.asNobody("\(installed.program) register 8B --data \(installed.home)")
    #expect(data.status == 1)
    #expect(data.errors.contains("is installed for one school, so --data does not apply"))
    let environment = try installed.asNobody(
      "ROLLCALL_DATA=/ XDG_DATA_HOME=/ HOME=/ ROLLCALL_NOW=2020-01-01T08:40 "
        + "\(installed.program) staff roles --format csv")
    #expect(environment.status == 0, "\(environment.errors)")
    #expect(environment.lines.count > 5)
  }

  @Test func `a file the account names is opened with its own rights`() throws {
    let installed = try Installation()
    let secret = installed.school + "/policy/policies/psa.from-2000-01-01.yaml"
    try Data("secret: words\n".utf8).write(to: URL(fileURLWithPath: secret))
    chown(secret, 0, getgrnam("games").pointee.gr_gid)
    chmod(secret, 0o660)
    let check = try installed.asNobody("\(installed.program) policy check \(secret)")
    #expect(check.status == 1)
    #expect(!(check.output + check.errors).contains("words"), "\(check.errors)")
  }

  @Test func `nobody but root changes which school it is`() throws {
    let installed = try Installation()
    let named = installed.home + "/usr/lib/rollcall/school"
    #expect(try String(contentsOfFile: named, encoding: .utf8) == installed.school + "\n")
    chmod(named, 0o666)
    let outcome = try installed.asNobody("\(installed.program) register 8B")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("could be changed by others than root"))
    chmod(named, 0o644)
    let alone = try Program.run(["install", installed.home + "/other", "--group", "games"])
    #expect(alone.status == 64)
  }
}

/// Whether a test can become an ordinary account of the computer.
private enum OrdinaryAccount {
  static let isAtHand =
    geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/sbin/runuser")
    && getgrnam("games") != nil && getpwnam("nobody") != nil
}
