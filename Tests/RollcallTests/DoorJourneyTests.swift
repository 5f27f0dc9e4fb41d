import Attendance
import Foundation
import GRDB
@testable import Storage
import TerminalTesting
import Testing

@testable import rollcall

/// The door of a real school: who comes in by account, who by passphrase, and who not.
@Suite struct DoorJourneyTests {
  private static let words = "kettle moss grain lamp"

  /// A real school whose first administrator has that login and, if told so, a passphrase.
  private final class RealSchool {
    let folder: String
    private let home: String

    init(administrator login: String, passphrase: String? = words) throws {
      home = FileManager.default.temporaryDirectory.path + "/rollcall-door-\(UUID().uuidString)"
      folder = home + "/school"
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      let member = Staff(
        login: login, name: "Ada Head", position: "Head", role: Actor.administrator)
      let school = try NewSchool(
        in: SchoolFolder(folder),
        policy: PolicySource(
          path: Program.root + "/config/policies/ibstock.yaml",
          codes: Program.root + "/config/codes"), isPractice: false, administrator: member)
      if let passphrase {
        try school.store.keep(
          PassphraseHash(
            of: Secret(passphrase.utf8), cost: PassphraseHash.Cost(rounds: 16, block: 8, lanes: 1)),
          of: login, by: Person(member), at: SchoolClock.machine)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    func terminal(_ arguments: String...) throws -> PseudoTerminal {
      try PseudoTerminal(
        "rollcall", arguments + ["--data", folder],
        environment: ["USER": "head", "LOGNAME": "head", "SUDO_USER": "head"])
    }

    func log() throws -> [String] {
      let store = try #require(try SchoolFolder(folder).open() as? SQLiteStore)
      return try store.reading { db in
        try String.fetchAll(db, sql: "SELECT what FROM change ORDER BY id")
      }.filter { !$0.hasPrefix("seal") }
    }
  }

  @Test func `a command asks a stranger's account for login and passphrase, and shows neither`()
    throws
  {
    let school = try RealSchool(administrator: "head")
    let desk = try school.terminal("staff", "list", "--format", "csv")
    #expect(desk.wait { $0.contains("Login:") }, "\(desk.text)")
    desk.type("head\n")
    #expect(desk.wait { $0.contains("Passphrase:") }, "\(desk.text)")
    desk.type(Self.words + "\n")
    #expect(desk.wait { $0.contains("head,Ada Head,Head,administrator") }, "\(desk.text)")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(!desk.contains("kettle"))
    #expect(desk.isCooked)
    #expect(try school.log().last == "signed in: head")
  }

  @Test func `a wrong passphrase and ^C end the command with nothing shown`() throws {
    let school = try RealSchool(administrator: "head")
    for (typed, sentence) in [
      ("kettle moss\n", "login or passphrase is wrong"), ("\u{3}", "nothing was changed"),
    ] {
      let desk = try school.terminal("staff", "list")
      #expect(desk.wait { $0.contains("Login:") }, "\(desk.text)")
      desk.type("head\n")
      #expect(desk.wait { $0.contains("Passphrase:") }, "\(desk.text)")
      desk.type(typed)
      #expect(desk.wait { $0.contains(sentence) }, "\(desk.text)")
      #expect(desk.waitForEnd() == .exited(1))
      #expect(!desk.contains("Ada Head"))
      #expect(desk.isCooked)
    }
  }

  @Test func `without a terminal nobody is asked, and no other input says who acts`() throws {
    let school = try RealSchool(administrator: "head")
    for arguments in [["staff", "list"], ["tally"], ["verify"], ["take", "8B", "--plain"]] {
      let run = try Program.run(
        arguments + ["--data", school.folder], typing: "head\n\(Self.words)\n",
        environment: ["USER": "head", "LOGNAME": "head"])
      #expect(run.status == 1 && run.output.isEmpty, "\(arguments) \(run.output)")
      #expect(run.errors.contains("belongs to no member of staff; run the command on a terminal"))
    }
    let named = try Program.run(["staff", "list", "--as", "head", "--data", school.folder])
    #expect(named.errors.contains("--as is for practice schools"))
  }

  @Test func `the app signs a stranger in, locks, and opens again by the passphrase`() throws {
    let school = try RealSchool(administrator: "head")
    let desk = try school.terminal()
    #expect(desk.wait { $0.contains("SIGN IN") && $0.contains("Passphrase") }, "\(desk.text)")
    desk.type("head\r\(Self.words)\r")
    #expect(desk.wait { $0.contains("REGISTERS") }, "\(desk.text)")
    desk.type("\u{18}")
    #expect(desk.wait { $0.contains("LOCKED") && !$0.contains("REGISTERS") }, "\(desk.text)")
    desk.type("\r")
    #expect(desk.wait { $0.contains("Type your passphrase") }, "\(desk.text)")
    desk.type("wrong\r")
    #expect(desk.wait { $0.contains("passphrase is wrong") }, "\(desk.text)")
    desk.type(Self.words + "\r")
    #expect(desk.wait { $0.contains("REGISTERS") && !$0.contains("LOCKED") }, "\(desk.text)")
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(
      try school.log().suffix(3) == [
        "signed in: head", "wrong passphrase: head", "signed in: head",
      ])
  }

  @Test func `an account's own desk opens by Enter only while its person has no passphrase`() throws
  {
    for passphrase in [nil, Self.words] {
      let school = try RealSchool(administrator: Actor.account, passphrase: passphrase)
      let desk = try school.terminal()
      #expect(desk.wait { $0.contains("REGISTERS") }, "\(desk.text)")
      desk.type("\u{18}")
      #expect(desk.wait { $0.contains("LOCKED") }, "\(desk.text)")
      desk.type("\r")
      if passphrase == nil {
        #expect(desk.wait { $0.contains("REGISTERS") && !$0.contains("LOCKED") }, "\(desk.text)")
      } else {
        #expect(desk.wait { $0.contains("Type your passphrase") }, "\(desk.text)")
        #expect(desk.contains("LOCKED"))
      }
      desk.type("\u{11}")
      #expect(desk.waitForEnd() == .exited(0))
    }
  }

  @Test func `a passphrase is set twice, held against the rules, and asked for by its owner`()
    throws
  {
    let school = try TestSchool()
    func set(_ login: String, as actor: String, _ lines: String...) throws -> Program.Outcome {
      try school.run(
        ["staff", "passphrase", login, "--as", actor],
        typing: lines.map { $0 + "\n" }.joined(), at: "2026-03-20T08:40")
    }
    #expect(try set("owen", as: "owen", "short", "short").errors.contains("at least 12 letters"))
    #expect(
      try set("owen", as: "owen", "G. Owen is me here", "").errors.contains("login or your name"))
    #expect(
      try set("owen", as: "owen", Self.words, Self.words + "!").errors.contains("not the same"))
    #expect(
      try set("owen", as: "owen", Self.words, Self.words).output
        == "G. Owen signs in as owen with the new passphrase\n")
    let another = "the heron left at noon"
    #expect(
      try set("owen", as: "owen", "not the old one", another, another).errors
        .contains("login or passphrase is wrong"))
    #expect(try set("owen", as: "owen", Self.words, another, another).status == 0)
    #expect(
      try set("owen", as: "hall", another, another).errors.contains(
        "may not set somebody else's passphrase"))
    #expect(try set("owen", as: "admin", Self.words, Self.words).status == 0)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `a post begins and ends by date, and each mark keeps the position of its day`() throws
  {
    let school = try TestSchool()
    func add(_ position: String, _ dates: String...) throws {
      try school.succeed(
        [
          "staff", "add", "owen", "--name", "G. Owen", "--position", position, "--role", "tutor",
          "--group", "8B",
        ] + dates, at: "2026-03-01T09:00")
    }
    try add("Form tutor", "--from", "2026-03-19", "--until", "2026-03-20")
    let take = ["take", "8B", "--plain", "--as", "owen"]
    #expect(
      try school.refuse(take, at: "2026-03-18T08:40").contains(
        "G. Owen may sign in from 2026-03-19; whoever manages staff"))
    try school.succeed(take, typing: "=\nsubmit\n", at: "2026-03-19T08:40")
    #expect(
      try school.refuse(take, at: "2026-03-23T08:40").contains(
        "G. Owen could sign in until 2026-03-20; whoever manages staff can renew it"))
    try add("Head of year")
    try school.succeed(take, typing: "=\nsubmit\n", at: "2026-03-20T08:40")
    let history = try school.succeed(["history", "V820400120005", "--format", "csv"])
    #expect(history.lines[1].contains(",G. Owen,Form tutor,taken,"))
    #expect(history.lines[2].contains(",G. Owen,Head of year,taken,"))
    #expect(
      try school.refuse([
        "staff", "add", "x", "--name", "X", "--position", "Y", "--role", "tutor", "--from",
        "2026-03-20", "--until", "2026-03-19",
      ]).contains("before it begins"))
  }

  @Test func `the roles are listed in eighty columns, right by right`() throws {
    let school = try TestSchool()
    let table = try school.succeed(["staff", "roles", "--format", "table"])
    #expect(table.lines.allSatisfy { $0.count <= 80 })
    let tutor = try school.succeed(["staff", "roles", "tutor", "--format", "csv"])
    #expect(
      tutor.lines == [
        "role,reach,may", "tutor,is,form tutor", "tutor,own groups,take register",
        "tutor,own groups,view register", "tutor,own groups,amend before closing",
        "tutor,own groups,view pupil", "tutor,own groups,view figures",
        "tutor,own groups,view flags", "tutor,own groups,add notes",
        "tutor,school,declare cover", "tutor,school,report not here",
        "tutor,codes,mark present L N", "tutor,led off site,mark B P V W",
      ])
    #expect(
      try school.refuse(["staff", "roles", "tutr"]).contains(
        "the policy has no role 'tutr'; it has"))
  }
}
