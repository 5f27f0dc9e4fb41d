import Attendance
import Foundation
import Storage
import TerminalTesting
import Testing

/// The office at the telephone, before the real program on a terminal.
@Suite struct CallJourneyTests {
  private static let aisha = "V820400120005"
  private static let ben = "N820400120001"
  private let save = "\u{13}"

  /// The school after 8B was taken with Aisha and Ben marked N, and Aisha's father barred.
  private func school() throws -> TestSchool {
    let school = try TestSchool()
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        """
        upn,priority,name,relationship,phone,may_contact
        \(Self.aisha),1,Mrs Ahmed,mother,01530 000001,yes
        \(Self.aisha),2,Mr Ahmed,father,01530 000002,no

        """),
    ])
    for (time, marks) in [
      ("2026-03-19T08:40", "1 N\n"), ("2026-03-19T12:30", "1 N\n"), ("2026-03-20T08:40", "1,2 N\n"),
    ] {
      let half = time.hasSuffix("12:30") ? "pm" : "am"
      try school.succeed(
        ["take", "8B", "--session", half, "--plain", "--as", "owen"],
        typing: marks + "=\nsubmit\n", at: time)
    }
    return school
  }

  private func open(_ school: TestSchool) throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall"], size: (24, 80),
      environment: ["ROLLCALL_NOW": "2026-03-20T09:20"])
    #expect(desk.wait { $0.contains("THIS MORNING") })
    return desk
  }

  private func office(_ school: TestSchool, _ arguments: String...) throws -> [String] {
    try school.succeed(
      arguments + ["--as", "hall", "--format", "csv"], at: "2026-03-20T09:25"
    ).lines
  }

  @Test func `a call amends the N, and history, lists and fire list agree with it`() throws {
    let school = try school()
    let desk = try open(school)
    // F2, as a terminal sends it.
    desk.type("\u{1B}OQ")
    #expect(desk.wait { $0.contains("New message") })
    desk.type("aisha")
    #expect(desk.wait { $0.contains("1 Ahmed, Aisha 8B") })
    desk.type("\r")
    #expect(desk.wait { $0.contains("1 Mrs Ahmed, mother") && $0.contains("1 N on record") })
    #expect(desk.text.contains("Absent 1 day running."))
    #expect(!desk.text.contains("Mr Ahmed"))
    desk.type("\rflu, back on Tuesday\rI")
    #expect(desk.wait { $0.contains("I Illness") })
    desk.type("\r\rmon")
    #expect(desk.wait { $0.contains("Away today to Mon 23 Mar.") })
    desk.type(save)
    #expect(
      desk.wait {
        $0.contains(", Ahmed, Aisha: 1 N amended to I; prefills today PM to Mon 23")
      })
    let history = try office(school, "history", Self.aisha).last ?? ""
    #expect(history.hasPrefix("\(Self.aisha),2026-03-20,AM,I,,,2026-03-20T09:2"), "\(history)")
    // The clock goes on from where it was set, so the seconds are left out.
    #expect(
      history.hasSuffix(
        "J. Hall,Attendance officer,amended,N,\"message from mother: flu, back on Tuesday\",,"),
      "\(history)")
    #expect(
      try office(school, "absent", "--session", "am").dropFirst().map { $0.prefix(13) }
        == [Substring(Self.ben)])
    #expect(try office(school, "onsite").allSatisfy { !$0.contains(Self.aisha) })
    #expect(
      try office(school, "plan", "--date", "2026-03-23").last
        == "2,\(Self.aisha),2026-03-20,AM,2026-03-23,PM,I,report,,J. Hall")
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
  }

  @Test func `a half-typed message survives a kill`() throws {
    let school = try school()
    let killed = try open(school)
    killed.type("naisha\r\rflu, back on")
    #expect(killed.wait { $0.contains("flu, back on") })
    killed.signal(SIGKILL)
    let desk = try open(school)
    #expect(
      desk.wait { $0.contains("A half-typed message is kept from before; n goes on with it.") })
    desk.type("n")
    #expect(desk.wait { $0.contains("flu, back on") && $0.contains("Mrs Ahmed, mother") })
    desk.type(" Tuesday" + save)
    #expect(desk.wait { $0.contains("Ahmed, Aisha") && $0.contains("Logged 09:20") })
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    let again = try open(school)
    again.type("n")
    #expect(again.wait { $0.contains("New message") })
    #expect(!again.text.contains("The draft is back"))
    let said = try office(school, "call")
    #expect(said.count == 2 && said[1].contains("flu, back on Tuesday"), "\(said)")
  }

  @Test func `killed right after the save a message is not offered again`() throws {
    let school = try school()
    let killed = try open(school)
    killed.type("naisha\r\rflu, back on Tuesday")
    #expect(killed.wait { $0.contains("flu, back on Tuesday") })
    // A second name of the file outlasts its removal, and has all that was written before it.
    let drafts = school.folder + "/drafts/"
    let file = try #require(
      FileManager.default.contentsOfDirectory(atPath: drafts).first { $0.hasSuffix(".form") })
    let kept = school.folder + "/as-killed"
    #expect(link(drafts + file, kept) == 0)
    killed.type(save)
    #expect(killed.wait { $0.contains("Ahmed, Aisha") && $0.contains("Logged 09:20") })
    killed.signal(SIGKILL)
    #expect(killed.waitForEnd() == .killed(signal: SIGKILL))
    #expect(rename(kept, drafts + file) == 0)

    let desk = try open(school)
    #expect(!desk.text.contains("half-typed"))
    desk.type("n")
    #expect(desk.wait { $0.contains("New message") && $0.contains("A new message. ^S saves") })
    #expect(try office(school, "call").count == 2)
    #expect(try !FileManager.default.contentsOfDirectory(atPath: drafts).contains(file))
  }

  @Test func `killed between pressing save and its keeping a message is offered again`() throws {
    let school = try school()
    let folder = SchoolFolder(school.folder)
    let form = FormDraft(
      "call", values: ["words": "flu", "pupils": ""],
      saving: Instant(try #require(SchoolDate("2026-03-20")), TimeOfDay(minutes: 560)))
    try FormFile(in: folder, of: "call", by: "hall").keep(form)
    let desk = try open(school)
    #expect(desk.wait { $0.contains("A half-typed message is kept from before") })
    desk.type("n")
    #expect(desk.wait { $0.contains("The draft is back") && $0.contains("flu") })
  }

  @Test func `another desk's message comes in while one is typed, and is linked`() throws {
    let school = try school()
    let desk = try open(school)
    desk.type("n")
    #expect(desk.wait { $0.contains("New message") })
    desk.type("ahm")
    #expect(desk.wait { $0.contains("1 Ahmed, Aisha 8B") })
    _ = try office(school, "call", "--words", "my lad is poorly", "--channel", "voicemail")
    #expect(desk.wait { $0.contains("Unlinked 1") && $0.contains("[ahm ") })
    desk.type("\u{1B}")
    #expect(desk.wait { $0.contains("The draft is kept") })
    desk.type("u")
    #expect(desk.wait { $0.contains("Whom is it about?") })
    desk.type("barnes")
    #expect(desk.wait { $0.contains("1 Barnes, Ben 8B") })
    desk.type("\ri" + save)
    #expect(desk.wait { $0.contains("Barnes, Ben: 1 N amended to I") && $0.contains("Unlinked 0") })
    #expect(try office(school, "absent", "--session", "am").count == 2)
    desk.type("n")
    #expect(desk.wait { $0.contains("The draft is back") && $0.contains("[ahm ") })
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }
}
