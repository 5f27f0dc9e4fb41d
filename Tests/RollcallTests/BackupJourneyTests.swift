import Foundation
import GRDB
import Testing

/// Backups and what becomes of them, by plain commands.
@Suite struct BackupJourneyTests {
  private let morning = "2026-03-20T08:40"

  private func taken() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "2 N\n1 /, 3 /, 4 /, 5 /\nsubmit\n",
      at: morning)
    return school
  }

  private func outside(_ school: TestSchool, _ name: String = "backup.sqlite") throws -> String {
    let path = try school.file("elsewhere/" + name, "")
    try FileManager.default.removeItem(atPath: path)
    return path
  }

  @Test func `the drill: a deleted register comes back from its backup, with the same figures`()
    throws
  {
    let school = try taken()
    let backup = try outside(school)
    let made = try school.succeed(["backup", backup], at: morning)
    #expect(made.lines[1] == "2 submissions, 5 entries, 5 sheets: all sound")
    let attributes = try FileManager.default.attributesOfItem(atPath: backup)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let before = try school.succeed(["tally", "--by", "pupil"], at: morning).output
    try FileManager.default.removeItem(atPath: school.folder + "/register.sqlite")
    #expect(try school.refuse(["verify"], at: morning).contains("there is no school"))
    let restored = try school.run(["restore", backup, "--yes"], at: morning)
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(restored.errors.contains("there is no register in place"))
    #expect(try school.succeed(["tally", "--by", "pupil"], at: morning).output == before)
    #expect(
      try school.succeed(["verify"], at: morning).lines.first
        == "2 submissions, 5 entries, 5 sheets: all sound")
  }

  @Test func `a restore says what is lost, asks, and keeps what it replaces`() throws {
    let school = try taken()
    let backup = try outside(school)
    try school.succeed(["backup", backup], at: morning)
    try school.succeed(
      ["take", "8B", "--plain", "--as", "hall"], typing: "2 I because mother rang\nsubmit\n",
      at: "2026-03-20T10:05")
    let asked = try school.run(["restore", backup], at: "2026-03-20T10:10")
    #expect(asked.status == 1 && asked.output.isEmpty)
    #expect(
      asked.errors.contains(
        "this takes 1 submission with 1 entry, the latest of 2026-03-20T10:05:00+00:00 by J. Hall out"
      ), "\(asked.errors)")
    #expect(asked.errors.contains("say --yes"))
    let restored = try school.run(["restore", backup, "--yes"], at: "2026-03-20T10:10")
    let kept = school.folder + "/backups/replaced-2026-03-20-1010.sqlite"
    #expect(restored.lines.last == "kept as \(kept)")
    let verified = try school.run(["verify"], at: morning)
    #expect(verified.status == 0)
    #expect(verified.lines.first?.contains("the restore by Practice administrator") == true)
    // And back again, as if it had not been.
    try FileManager.default.removeItem(atPath: backup)
    let back = try school.run(
      ["restore", "replaced-2026-03-20-1010.sqlite", "--yes"], at: "2026-03-20T10:20")
    #expect(back.status == 0, "\(back.errors)")
    let history = try school.succeed(["history", "N820400120001", "--format", "csv"], at: morning)
    #expect(history.lines.count == 3)
    #expect(try school.run(["verify"], at: morning).status == 0)
  }

  @Test func `a restore says that it brings back what was redacted since`() throws {
    let school = try taken()
    let upn = "N820400120001"
    let note = ["note", "add", upn, "--words", "secret words"]
    try school.succeed(note, at: morning)
    let backup = try outside(school)
    try school.succeed(["backup", backup], at: morning)
    let list = try school.succeed(["redact", upn, "--format", "csv"], at: morning)
    let line = try #require(
      list.lines.last?.split(separator: ",", omittingEmptySubsequences: false)[2])
    let redacted = try school.run(
      ["redact", upn, "--line", String(line), "--reason", "another child", "--yes"], at: morning)
    #expect(redacted.status == 0, "\(redacted.errors)")
    #expect(redacted.errors.contains("made before this, holds the text"), "\(redacted.errors)")
    let asked = try school.run(["restore", backup], at: morning)
    #expect(asked.errors.contains("it brings back 1 text that was taken out since"))
  }

  @Test func `what was changed in the file is a fault until it is accepted in words`() throws {
    let school = try taken()
    #expect(
      try school.refuse(["verify", "--accept", "all is well"], at: morning).contains(
        "there is nothing to accept"))
    let queue = try DatabaseQueue(path: school.folder + "/register.sqlite")
    try queue.write { db in
      try db.execute(sql: "UPDATE staff SET role = 'head' WHERE login = 'owen'")
    }
    try queue.close()
    try school.succeed(
      ["staff", "add", "new", "--name", "N. New", "--position", "Cook", "--role", "office"],
      at: morning)
    let found = try school.run(["verify"], at: morning)
    #expect(found.status == 1 && found.output.contains("had been changed in the file itself"))
    #expect(
      try school.refuse(["verify", "--accept", "x", "--as", "hall"], at: morning).contains(
        "may not"))
    let accepted = try school.succeed(
      ["verify", "--accept", "the county made Mr Owen head"], at: morning)
    #expect(accepted.output.contains("accepted that at"))
    #expect(accepted.output.contains(": the county made Mr Owen head"))
    try school.succeed(["verify"], at: morning)
  }

  @Test func `who may not restore is told who may`() throws {
    let school = try taken()
    let backup = try outside(school)
    #expect(
      try school.refuse(["backup", backup, "--as", "owen"], at: morning)
        .contains("a form tutor may not back up the register"))
    try school.succeed(["backup", backup], at: morning)
    let refusal = "a form tutor may not restore the register"
    #expect(
      try school.refuse(["restore", backup, "--yes", "--as", "owen"], at: morning)
        .contains(refusal))
    try FileManager.default.removeItem(atPath: school.folder + "/register.sqlite")
    #expect(
      try school.refuse(["restore", backup, "--yes", "--as", "owen"], at: morning)
        .contains(refusal), "also where only the backup can say so")
    #expect(!FileManager.default.fileExists(atPath: school.folder + "/register.sqlite"))
  }

  @Test func `what is in a backup's place stays there`() throws {
    let school = try taken()
    let there = try school.file("elsewhere/there", "mine")
    #expect(try school.refuse(["backup", there], at: morning).contains("is there already"))
    let link = try outside(school, "link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: there + "2")
    #expect(try school.refuse(["backup", link], at: morning).contains("is a symbolic link"))
    #expect(
      try school.refuse(["backup", school.folder + "/backups/x"], at: morning)
        .contains("in the school's own folder"))
    #expect(
      try school.refuse(["backup", there + "/no/x"], at: morning).contains("there is no folder"))
    #expect(try String(contentsOfFile: there, encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: there + "2"))
  }

  @Test func `a desk that is open is named, and the register is left to it`() throws {
    let school = try taken()
    let backup = try outside(school)
    try school.succeed(["backup", backup], at: morning)
    // A desk that waits for its next line has the register open.
    let held = try Program.shell(
      """
      mkfifo '\(backup).line'
      '\(Program.path)' take 8B --plain --as owen --data '\(school.folder)' <'\(backup).line' \
        >'\(backup).said' &
      exec 9>'\(backup).line'
      while ! [ -s '\(backup).said' ]; do sleep 0.05; done
      '\(Program.path)' restore '\(backup)' --yes --data '\(school.folder)'
      echo "status $?"
      exec 9>&-
      wait
      """, at: morning)
    #expect(held.lines.contains("status 1"), "\(held.output)")
    #expect(held.errors.contains("the register is open at another desk (root, process"))
  }

  @Test func `of two restores at once one is done and the other does no harm`() throws {
    let school = try taken()
    let backup = try outside(school)
    try school.succeed(["backup", backup], at: morning)
    let both = try Program.shell(
      """
      for n in 1 2; do
        '\(Program.path)' restore '\(backup)' --yes --data '\(school.folder)' & pids="$pids $!"
      done
      for pid in $pids; do wait $pid; echo $?; done
      """, at: morning)
    #expect(both.lines.contains("0"), "\(both.errors)")
    #expect(try school.run(["verify"], at: morning).status == 0)
  }

  @Test func `the day's copy is made once, and verify holds the register against it`() throws {
    let school = try taken()
    let old = try Data(contentsOf: URL(fileURLWithPath: school.folder + "/register.sqlite"))
    try school.succeed(
      ["take", "8B", "--plain", "--as", "hall"], typing: "2 I because mother rang\nsubmit\n",
      at: "2026-03-20T10:05")
    #expect(
      try school.succeed(["backup", "--daily"], at: morning).output == "the day's copy is made\n")
    #expect(
      try school.succeed(["backup", "--daily"], at: morning).output
        == "the day's copy is there already\n")
    // Whoever has the folder puts the register of before the amendment back.
    try old.write(to: URL(fileURLWithPath: school.folder + "/register.sqlite"))
    let verified = try school.run(["verify"], at: morning)
    #expect(verified.status == 1)
    #expect(
      verified.lines.first
        == "fault: the backup daily-2026-03-20.sqlite ends with submission 3 and the register with "
        + "2: its newest submissions were cut off")
  }

  @Test func `a program leaves no core file`() throws {
    let school = try taken()
    let line = try outside(school, "line")
    let limits = try Program.shell(
      """
      ulimit -c unlimited; mkfifo '\(line)'
      '\(Program.path)' take 8B --plain --as owen --data '\(school.folder)' <'\(line)' >'\(line).out' &
      exec 9>'\(line)'
      while ! [ -s '\(line).out' ]; do sleep 0.05; done
      grep 'core file' /proc/$!/limits
      exec 9>&-
      wait
      """, at: morning)
    #expect(
      limits.lines.first?.split(whereSeparator: \.isWhitespace).prefix(6).joined(separator: " ")
        == "Max core file size 0 0", "\(limits.output)")
  }
}
