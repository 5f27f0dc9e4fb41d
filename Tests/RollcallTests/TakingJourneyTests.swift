import Foundation
import Testing

/// From a pupil list to a sealed, verified register, by plain commands.
@Suite struct TakingJourneyTests {
  private let morning = "2026-03-20T08:40"

  @Test func `a register is marked, submitted, printed, counted and verified`() throws {
    let school = try TestSchool()
    let taking = try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "2 N\n4 L\n1 /, 3 /, 5 /\nsubmit\n",
      at: morning)
    #expect(
      taking.lines == [
        "Register 8B, Fri 20 Mar 2026, morning. 5 pupils, 5 blank. Type help for commands.",
        "2 Barnes, Ben: N, reason not yet established.",
        "4 O'Connor, Róisín: L, late, before the register closed, 5 minutes.",
        "1 Ahmed, Aisha: /, present in the morning. 3 Łukasz, Ola: /, present in the morning. "
          + "5 Rees, Rhys: /, present in the morning.",
        "Submitted 08:40. 3 present, 1 late, 1 absent. 1 to be called: Barnes, Ben.",
      ])

    let register = try school.succeed(["register", "8B", "--format", "csv"], at: morning)
    #expect(
      register.lines == [
        "upn,surname,forename,code,minutes,note,recorded_at,recorded_by,position,how",
        "V820400120005,Ahmed,Aisha,/,,,2026-03-20T08:40:00+00:00,G. Owen,Form tutor,marked",
        "N820400120001,Barnes,Ben,N,,,2026-03-20T08:40:00+00:00,G. Owen,Form tutor,marked",
        "C820400120002,Łukasz,Ola,/,,,2026-03-20T08:40:00+00:00,G. Owen,Form tutor,marked",
        "R820400120003,O'Connor,Róisín,L,5,,2026-03-20T08:40:00+00:00,G. Owen,Form tutor,marked",
        "F820400120004,Rees,Rhys,/,,,2026-03-20T08:40:00+00:00,G. Owen,Form tutor,marked",
      ])

    let tally = try school.succeed(
      ["tally", "--from", "2026-03-20", "--format", "csv"], at: morning)
    #expect(
      tally.lines.last
        == "Ibstock School,5,4,0,1,1,0,80.0,20.0,5,1,1")

    let verification = try school.succeed(["verify"], at: morning)
    #expect(verification.lines.first == "2 submissions, 5 entries, 5 sheets: all sound")
  }

  @Test func `a draft outlives the desk and both sides of a correction stay`() throws {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "1 N\n2 N\n", at: morning)
    let again = try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "=\nsubmit\n", at: morning)
    #expect(again.lines.first?.contains("5 pupils, 3 blank") == true)
    try school.succeed(
      ["take", "8B", "--plain", "--as", "hall"],
      typing: "1 I because mother rang\nsubmit\n", at: "2026-03-20T10:05")
    let history = try school.succeed(
      ["history", "V820400120005", "--date", "2026-03-20", "--format", "csv"], at: morning)
    #expect(
      history.lines == [
        "upn,date,session,code,minutes,note,recorded_at,recorded_by,position,kind,replaces,reason,"
          + "observed_at,observed_by",
        "V820400120005,2026-03-20,AM,N,,,2026-03-20T08:40:00+00:00,G. Owen,Form tutor,taken,,,,",
        "V820400120005,2026-03-20,AM,I,,,2026-03-20T10:05:00+00:00,J. Hall,Attendance officer,"
          + "amended,N,mother rang,,",
      ])
  }

  @Test func `a note after submitting is an amendment with its reason`() throws {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"],
      typing: "1 N\nsubmit as N\nnote 1 rang twice\nsubmit\n", at: morning)
    let history = try school.succeed(
      ["history", "V820400120005", "--format", "csv"], at: morning)
    #expect(history.lines.count == 3)
    #expect(
      history.lines.last?.hasSuffix("Form tutor,amended,N,minutes or note corrected,,") == true)
    #expect(history.lines.last?.contains(",N,,rang twice,") == true)
  }

  @Test func `line mode takes no register that is still to come, and amends none after closing`()
    throws
  {
    let school = try TestSchool()
    let early = try school.run(
      ["take", "8B", "--session", "pm", "--plain", "--as", "owen"],
      typing: "1 N\n=\nseen 08:30\nsubmit as N\n", at: morning)
    #expect(early.lines.count == 5)
    #expect(early.lines.dropFirst().allSatisfy { $0.hasPrefix("This register opens at 12:25;") })
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "submit as N\n", at: morning)
    let late = try school.run(
      ["take", "8B", "--plain", "--as", "owen"], typing: "1 / because slip\nsubmit\n",
      at: "2026-03-20T10:50")
    #expect(late.status == 1)
    #expect(
      late.lines.dropFirst(2).allSatisfy {
        $0.contains("may not amend a submitted register after it has closed")
      })
    #expect(late.errors.contains("nothing was submitted"))
    #expect(try school.succeed(["history", "V820400120005", "--format", "csv"]).lines.count == 2)
  }

  @Test func `a change made in time is sent after closing as of when it was made, or dropped`()
    throws
  {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "=\nsubmit\n1 N because left\n",
      at: "2026-03-20T09:03")
    let late = try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "submit\n", at: "2026-03-20T09:10")
    #expect(late.lines.last?.hasPrefix("Submitted 09:10.") == true)
    let history = try school.succeed(["history", "V820400120005", "--format", "csv"])
    #expect(
      history.lines.last?.hasSuffix(",amended,/,left,2026-03-20T09:03:00+00:00,G. Owen") == true)
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "2 N because gone\n",
      at: "2026-03-20T09:04")
    let dropped = try school.run(
      ["take", "8B", "--plain", "--as", "owen"], typing: "clear 2\n3 N because x\nlist\n",
      at: "2026-03-20T09:11")
    #expect(dropped.lines.contains("2 Barnes, Ben: /, present in the morning."))
    #expect(dropped.output.contains("may not amend a submitted register after it has closed"))
  }

  @Test func `an entry kept beside what outranks it says so in the history`() throws {
    let school = try TestSchool()
    try school.succeed(
      ["plan", "Rees", "--code", "C", "--source", "leave"], at: morning)
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "5 N\n=\nsubmit\n", at: morning)
    let history = try school.succeed(["history", "F820400120004", "--format", "csv"], at: morning)
    #expect(history.lines.count == 3)
    #expect(history.lines[1].contains(",AM,C,"))
    #expect(history.lines[2].contains(",AM,N,"))
    #expect(history.lines[2].contains("planned C stands; kept beside C"))
    let register = try school.succeed(["register", "8B", "--format", "csv"], at: morning)
    #expect(register.lines.last?.contains(",C,") == true)
  }

  @Test func `blanks are named and never submitted by themselves`() throws {
    let school = try TestSchool()
    let outcome = try school.run(
      ["take", "8B", "--plain", "--as", "owen"], typing: "1 /\nsubmit\nsubmit as N\n",
      at: morning)
    #expect(outcome.lines[2].hasPrefix("Still blank: 2, 3, 4, 5;"))
    #expect(outcome.lines[3].hasPrefix("Submitted 08:40. 1 present, 0 late, 4 absent."))
  }

  @Test func `filling leaves out whoever was away the session before, and names them`() throws {
    let school = try TestSchool()
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "2 N\n1 /,3 /,4 /,5 /\nsubmit\n",
      at: morning)
    let afternoon = try school.run(
      ["take", "8B", "--plain", "--as", "owen"], typing: "fill\nblank\n", at: "2026-03-20T12:30")
    #expect(
      afternoon.lines[1]
        == "4 blanks set to present. Type undo to reverse. Look at 2 Barnes, Ben: absent the "
        + "session before (N). 1 blank.")
    #expect(afternoon.lines[2] == "1 blank: 2.")
  }

  @Test func `a tutor's codes are the tutor's, and the refusal says what to do`() throws {
    let school = try TestSchool()
    let outcome = try school.run(
      ["take", "8B", "--plain", "--as", "owen"], typing: "1 I\nblank\n", at: morning)
    #expect(outcome.lines[1].contains("mark N and note what was said"))
    #expect(outcome.lines[2] == "5 blank: 1, 2, 3, 4, 5.")
  }

  @Test func `a practice command leaves a real school's clock and name alone`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/real-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let made = try Program.run([
      "init", "--policy", "psa", "--name", "H. Head", "--position", "Headteacher", "--data",
      folder,
    ])
    #expect(made.status == 0, "\(made.errors)")
    let clock = try Program.run(["verify", "--data", folder], at: "2026-03-20T08:40")
    #expect(clock.status == 1)
    #expect(clock.errors.contains("ROLLCALL_NOW is for practice schools"))
    let name = try Program.run(["verify", "--data", folder, "--as", "owen"])
    #expect(name.status == 1)
    #expect(name.errors.contains("--as is for practice schools"))
    #expect(try Program.run(["verify", "--data", folder]).status == 0)
  }
}
