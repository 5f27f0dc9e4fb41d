import Foundation
import Glibc
import TerminalTesting
import Testing

/// The half-typed form of a new child in the real program, killed and opened again.
@Suite struct AdmissionFormJourneyTests {
  private let save = "\u{13}"

  private func open(_ school: TestSchool) throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", "hall"],
      environment: ["ROLLCALL_NOW": "2026-03-20T09:20"])
    try #require(desk.wait { $0.contains("THIS MORNING") && $0.contains("? help") })
    return desk
  }

  private func form(_ school: TestSchool) throws -> String? {
    try FileManager.default.contentsOfDirectory(atPath: school.folder + "/drafts")
      .first { $0.hasSuffix(".form") }
  }

  private func fay(_ school: TestSchool) throws -> Int {
    try school.succeed(["register", "8B", "--format", "csv"], at: "2026-03-20T09:30").lines
      .count { $0.contains(",Fox,Fay,") }
  }

  @Test func `a child half typed survives kill -9, and is gone once it is kept`() throws {
    let school = try TestSchool()
    let killed = try open(school)
    killed.type("+")
    #expect(killed.wait { $0.contains("ADD A CHILD") })
    killed.type("Fox\rFay\r5 5 2013")
    #expect(killed.wait { $0.contains("5 5 2013") })
    killed.signal(SIGKILL)
    #expect(killed.waitForEnd() == .killed(signal: SIGKILL))
    let desk = try open(school)
    #expect(
      desk.wait { $0.contains("Half typed and kept from before: add a child, Fox") },
      "\(desk.text)")
    desk.type("+")
    #expect(desk.wait { $0.contains("What was typed is back") && $0.contains("5 5 2013") })
    desk.type("\rF\r8B" + save)
    #expect(desk.wait { $0.contains("Fox, Fay 8B is on the books") }, "\(desk.text)")
    #expect(try form(school) == nil)
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    let again = try open(school)
    #expect(!again.text.contains("Half typed"))
    #expect(try fay(school) == 1)
  }

  @Test func `killed right after it was kept a child is not offered again`() throws {
    let school = try TestSchool()
    let killed = try open(school)
    killed.type("+")
    #expect(killed.wait { $0.contains("ADD A CHILD") })
    killed.type("Fox\rFay\r5 5 2013\rF\r8B")
    #expect(killed.wait { $0.contains("[8B") })
    // A second name of the file outlasts its removal, and has all that was written before it.
    let file = try #require(try form(school))
    let kept = school.folder + "/as-killed"
    #expect(link(school.folder + "/drafts/" + file, kept) == 0)
    killed.type(save)
    #expect(killed.wait { $0.contains("is on the books") }, "\(killed.text)")
    killed.signal(SIGKILL)
    #expect(killed.waitForEnd() == .killed(signal: SIGKILL))
    #expect(rename(kept, school.folder + "/drafts/" + file) == 0)
    let desk = try open(school)
    #expect(!desk.text.contains("Half typed"))
    desk.type("+")
    #expect(desk.wait { $0.contains("ADD A CHILD") && !$0.contains("Fay") })
    #expect(try form(school) == nil)
    #expect(try fay(school) == 1)
  }
}
