import Foundation
import TerminalTesting
import Testing

/// Wrong files, wrong folders, wrong disks: one sentence with the remedy, and nothing lost.
@Suite struct BadInputTests {
  private let morning = "2026-03-20T08:40"

  @Test func `an import with a fault names the line and changes nothing`() throws {
    let school = try TestSchool()
    let before = try school.succeed(["tally", "--by", "pupil"], at: morning).output
    let path = try school.file(
      "marks.csv",
      """
      upn,date,session,code
      V820400120005,2026-03-19,AM,/
      V820400120005,2026-03-21,AM,/
      X820400120005,2026-03-19,AM,/
      N820400120001,2026-03-19,AM,H

      """)
    let outcome = try school.run(["import", "marks", path], at: morning)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("\(path):3: "))
    #expect(lines[1].hasPrefix("\(path):4: "))
    #expect(lines[1].contains("these digits need 'V'"))
    #expect(lines[2].hasPrefix("\(path):5: "))
    #expect(lines[2].contains("use C"))
    #expect(lines[3] == "nothing was changed")
    #expect(try school.succeed(["tally", "--by", "pupil"], at: morning).output == before)
  }

  @Test func `a device is no file, and a pipe without end is left`() throws {
    let school = try TestSchool()
    for device in ["/dev/zero", "/dev/null"] {
      let outcome = try school.run(["import", "marks", device], at: morning)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors
          == "rollcall: \(device) is a device and no file; name a file, or a pipe into it\n")
    }
    let marks = "upn,date,session,code\nV820400120005,2026-03-19,AM,/\n"
    let piped = try school.succeed(["import", "marks", "/dev/stdin"], typing: marks, at: morning)
    #expect(piped.output == "1 mark: 1 new, 0 changed, 0 the same\n")

    let endless = try school.file("endless.csv", "")
    let handle = try #require(FileHandle(forWritingAtPath: endless))
    try handle.truncate(atOffset: 513 << 20)
    let outcome = try school.run(["import", "marks", endless], at: morning)
    #expect(outcome.status == 1 && outcome.errors.contains("is larger than 512 MB; split it"))
  }

  @Test func `the same file twice changes nothing and says so`() throws {
    let school = try TestSchool()
    let path = try school.file(
      "marks.csv", "upn,date,session,code\nV820400120005,2026-03-19,AM,/\n")
    let first = try school.succeed(["import", "marks", path], at: morning)
    #expect(first.output == "1 mark: 1 new, 0 changed, 0 the same\n")
    let second = try school.succeed(["import", "marks", path], at: morning)
    #expect(second.output == "1 mark: 0 new, 0 changed, 1 the same; nothing to change\n")
    let verification = try school.succeed(["verify"], at: morning)
    #expect(verification.lines.first == "2 submissions, 1 entry, 1 sheet: all sound")
  }

  @Test func `a trial changes nothing`() throws {
    let school = try TestSchool(pupils: false)
    let path = try school.file("pupils.csv", TestSchool.pupilsFile)
    let trial = try school.succeed(["import", "pupils", path, "--dry-run"])
    #expect(trial.output.contains("5 pupils: 5 new"))
    #expect(trial.output.contains("nothing was changed"))
    #expect(try school.succeed(["tally", "--by", "pupil"]).lines.count == 1)
  }

  @Test func `a different mark is refused until a reason is given, and both are kept`() throws {
    let school = try TestSchool()
    let first = try school.file(
      "first.csv", "upn,date,session,code\nV820400120005,2026-03-19,AM,N\n")
    let second = try school.file(
      "second.csv", "upn,date,session,code\nV820400120005,2026-03-19,AM,I\n")
    try school.succeed(["import", "marks", first], at: morning)
    #expect(try school.run(["import", "marks", second], at: morning).status == 1)
    try school.succeed(["import", "marks", second, "--amend", "note came"], at: morning)
    let history = try school.succeed(["history", "V820400120005", "--format", "csv"], at: morning)
    #expect(history.lines.dropFirst().map { $0.contains(",I,") } == [false, true])
    #expect(history.lines.last?.contains("imported,N,note came") == true)
  }

  @Test(arguments: [
    ("nothing", "there is no school"), ("file", "is not a folder"),
    ("text", "is no Rollcall register"), ("empty", "is no Rollcall register"),
    ("cut", "damaged"), ("newer", "newer Rollcall"),
  ])
  func `a folder that is no school is told in a sentence and left as it is`(
    kind: String, sentence: String
  ) throws {
    let school = try TestSchool()
    let register = school.folder + "/register.sqlite"
    var folder = school.folder
    switch kind {
    case "nothing": folder += "/nowhere"
    case "file": folder = register
    case "text": try Data("not a database".utf8).write(to: URL(fileURLWithPath: register))
    case "empty": try Data().write(to: URL(fileURLWithPath: register))
    case "cut":
      let whole = try Data(contentsOf: URL(fileURLWithPath: register))
      try whole.prefix(20_000).write(to: URL(fileURLWithPath: register))
    default:
      // SQLite keeps the version in bytes 60 to 63 of the file.
      var whole = try Data(contentsOf: URL(fileURLWithPath: register))
      whole[63] = 99
      try whole.write(to: URL(fileURLWithPath: register))
    }
    let before = try? Data(contentsOf: URL(fileURLWithPath: register))
    for command in [["tally"], ["verify"], ["take", "8B", "--plain"]] {
      let outcome = try Program.run(command + ["--data", folder], at: morning)
      #expect(outcome.status == 1, "\(command)")
      #expect(
        (outcome.errors + outcome.output).contains(sentence),
        "\(command): \(outcome.errors)\(outcome.output)")
    }
    #expect((try? Data(contentsOf: URL(fileURLWithPath: register))) == before)
  }

  @Test(arguments: [
    ["register", "9Z"], ["history", "A000000000000"], ["take", "9Z", "--plain"],
    ["staff", "end", "nobody"],
    ["policy", "show", "nowhere"], ["import", "pupils", "/nowhere.csv"],
    ["take", "8B", "--plain", "--date", "2026-02-17"],
  ])
  func `a name that is not known is refused with what there is`(command: [String]) throws {
    let school = try TestSchool()
    let outcome = try school.run(command, at: morning)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("rollcall: "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `wrong usage is exit status 64`() throws {
    #expect(try Program.run(["tally", "--by", "nonsense"]).status == 64)
    #expect(try Program.run(["nonsense"]).status == 64)
    #expect(try Program.run(["register"]).status == 64)
  }

  @Test func `a full disk says NOT SAVED, keeps the mark on screen, asks, and tries again`() throws
  {
    let school = try TestSchool()
    // A limit of nothing on the size of files is a full disk to whoever writes.
    let desk = try PseudoTerminal(
      "/bin/bash",
      [
        "-c", "ulimit -S -f 0; exec \"$0\" \"$@\"", Program.path, "--data", school.folder, "--as",
        "owen",
      ], environment: ["ROLLCALL_NOW": morning])
    #expect(desk.wait { $0.contains("[NOT STARTED]") })
    desk.type("2N")
    #expect(desk.wait { $0.contains("[NOT SAVED]") })
    #expect(desk.wait { $0.contains("Blank 4 ") })
    desk.type("\u{11}")
    #expect(desk.wait { $0.text.contains("Q leaves and loses") })
    desk.type("\u{1B}")
    let room = Process()
    room.executableURL = URL(fileURLWithPath: "/usr/bin/prlimit")
    room.arguments = ["--pid", "\(desk.processID)", "--fsize=unlimited"]
    try room.run()
    room.waitUntilExit()
    #expect(desk.wait { $0.contains("draft saved") })
    desk.signal(SIGKILL)
    let again = try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "", at: morning)
    #expect(again.lines.first?.contains("4 blank") == true)
  }
}
