import Foundation
import TerminalTesting
import Testing

/// What everybody on the machine can see of a running program.
@Suite struct TypedArgumentsTests {
  @Test func `only the names of program and command are in sight while it runs`() throws {
    let school = try TestSchool()
    let desk = try PseudoTerminal(
      "rollcall", ["take", "8B", "--data", school.folder, "--as", "owen"],
      environment: ["ROLLCALL_NOW": "2025-09-12T08:40"])
    #expect(desk.wait { $0.text.contains("Ahmed, Aisha") }, "\(desk.text)")
    let seen = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(desk.process)/cmdline"))
    let words = String(decoding: seen, as: UTF8.self).split(separator: "\0").map(String.init)
    #expect(words.dropFirst() == ["take"])
    #expect(words.first?.hasSuffix("rollcall") ?? false)
  }
}
