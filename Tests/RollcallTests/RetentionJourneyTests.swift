import Foundation
import GRDB
import Testing

/// What is past retention, from the first look to the year it is gone.
@Suite struct RetentionJourneyTests {
  private static let then = "2025-09-12T16:00"
  /// Long after, for the school itself is made by the clock of the day on which this runs.
  private static let after = "2060-09-01T10:00"
  private static let ahmed = "V820400120005"

  /// Form 8B with a week of marks, and on a day long after its head and office.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "staff",
      school.file(
        "more.csv",
        "login,name,position,role,registration_group\nhead,H. Head,Headteacher,head,\n"),
    ])
    var marks = "upn,date,session,code\n"
    for pupil in TestSchool.pupils {
      for day in 8...12 {
        marks += "\(pupil.0),2025-09-\(day < 10 ? "0" : "")\(day),AM,/\n"
      }
    }
    try school.succeed(["import", "marks", school.file("marks.csv", marks)], at: Self.then)
    return school
  }

  @Test func `a sensitive note is kept, and is in no export`() throws {
    let school = try school()
    let note = ["note", "add", Self.ahmed, "--words", "marker-word", "--safeguarding"]
    #expect(try school.run(note + ["--as", "head"], at: Self.then).status == 0)
    let export = school.folder + "-export"
    let done = try school.run(
      remove(school, export) + ["--yes", "--clock-is-right"], at: Self.after)
    #expect(done.status == 0, "\(done.errors)")
    let lines = try String(contentsOfFile: export + "/daybook.csv", encoding: .utf8)
    #expect(!lines.contains("marker-word"))
    let notes = try school.run(["note", "list", Self.ahmed, "--as", "head"], at: Self.after)
    #expect(notes.output.contains("marker-word"))
  }

  private func remove(_ school: TestSchool, _ folder: String, as login: String = "head") -> [String]
  {
    ["retention", "remove", "--to", folder, "--as", login]
  }

  @Test func `the head sees what is past retention, exports and removes it, and it stays proved`()
    throws
  {
    let school = try school()
    let export = try school.file("x", "") + "-export"
    let kept = try school.succeed(
      ["retention", "--as", "head", "--format", "csv"], at: Self.then)
    #expect(kept.lines.contains { $0.hasPrefix("2025-26,25,0,kept,") })
    let rows = try school.succeed(["retention", "--as", "head", "--format", "csv"], at: Self.after)
    #expect(rows.lines.contains { $0.hasPrefix("2025-26,25,0,past retention,") })
    let dry = try school.run(remove(school, export) + ["--format", "csv"], at: Self.after)
    #expect(dry.status == 0 && dry.errors.contains("nothing was removed; --yes exports it"))
    #expect(dry.lines.contains("entries,25"))
    #expect(
      try school.refuse(remove(school, export) + ["--yes"], at: Self.after).contains(
        "by this computer's clock it is Wed 1 Sep 2060; put the clock right"))
    #expect(!FileManager.default.fileExists(atPath: export))
    let done = try school.run(
      remove(school, export) + ["--yes", "--clock-is-right"], at: Self.after)
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.errors.contains("made before the removal, holds all of it"))
    let marks = try String(contentsOfFile: export + "/marks.csv", encoding: .utf8)
    #expect(marks.split(separator: "\n").count == 26)
    #expect(marks.contains("\(Self.ahmed),Ahmed,Aisha,2025-09-08,AM,/"))
    let mode = try FileManager.default.attributesOfItem(atPath: export + "/marks.csv")
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let found = try school.succeed(["verify", "--as", "head"], at: Self.after)
    #expect(found.output.contains("25 entries and 0 lines of the day book"))
    #expect(found.output.contains(": all sound"))
    let gone = try school.refuse(
      ["register", "8B", "--date", "2025-09-08", "--as", "hall"], at: Self.after)
    #expect(
      gone.contains(
        "what was recorded of before Sat 1 Aug 2054 was removed past retention by H. Head on Wed 1 "
          + "Sep 2060; name a later date"))
    for command in [
      ["print", "register", "8B", "--from", "2025-09-08", "--to", "2025-09-12"],
      ["tally", "--from", "2025-09-08"], ["history", Self.ahmed, "--date", "2025-09-08"],
    ] {
      let refusal = try school.refuse(command + ["--as", "head"], at: Self.after)
      #expect(refusal.contains("was removed past retention by H. Head"), "\(command)")
    }
    let history = try school.run(["history", Self.ahmed, "--as", "head"], at: Self.after)
    #expect(history.status == 0 && history.lines.count == 1)
    #expect(history.errors.contains("was removed past retention"))
    let transfer = try school.run(["export", "ctf", Self.ahmed, "--as", "head"], at: Self.after)
    #expect(
      transfer.errors.contains(
        "was removed past retention by H. Head on Wed 1 Sep 2060; the totals"),
      "\(transfer.errors)")
  }

  @Test func `nobody but the head removes anything`() throws {
    let school = try school()
    for login in ["owen", "hall"] {
      let refusal = try school.refuse(
        remove(school, school.folder + "-export", as: login) + ["--yes"], at: Self.after)
      #expect(refusal.contains("may not remove what is past retention"), "\(refusal)")
      #expect(refusal.contains("ask the head"), "\(refusal)")
    }
  }

  @Test func `nothing is removed where it cannot be exported, or is not past retention`() throws {
    let school = try school()
    let taken = try school.file("taken/full.csv", "x\n")
    let folder = (taken as NSString).deletingLastPathComponent
    #expect(
      try school.refuse(remove(school, folder) + ["--yes", "--clock-is-right"], at: Self.after)
        .contains(
          "holds something"))
    #expect(
      try school.refuse(
        remove(school, "/proc/nowhere") + ["--yes", "--clock-is-right"], at: Self.after
      ).contains(
        "cannot be made"))
    #expect(
      try school.refuse(remove(school, folder + "/new") + ["--yes"], at: Self.then).contains(
        "nothing is past retention, which is 6 years here; 2025-26 is the next to go, on ")
    )
    #expect(
      try school.succeed(
        ["history", Self.ahmed, "--as", "head", "--format", "csv"], at: Self.after
      )
      .lines.count == 6)
  }

  @Test func `a register with a fault keeps everything`() throws {
    let school = try school()
    let export = try school.file("y", "") + "-export"
    let queue = try DatabaseQueue(path: school.folder + "/register.sqlite")
    try queue.write { db in
      try db.execute(sql: "UPDATE sheet SET cells = zeroblob(length(cells)) WHERE pupil = 1")
    }
    try queue.close()
    let outcome = try school.run(
      remove(school, export) + ["--yes", "--clock-is-right"], at: Self.after)
    #expect(outcome.status == 1 && outcome.errors.contains("nothing was removed: the register has"))
    #expect(!FileManager.default.fileExists(atPath: export))
  }
}
