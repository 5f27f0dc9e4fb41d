import Glibc
import Policies
import Testing

/// Files that are no policy, each told so in one clear sentence.
@Suite struct PolicyFileTests {
  let folder = TestFolder()

  func told(_ path: String) -> [String] {
    PolicyReading(path: path, codeSets: Shipped.codes.sets).complaints.map(\.description)
  }

  func told(text: String) -> [String] {
    PolicyReading(name: "x.yaml", text: text, codeSets: Shipped.codes.sets)
      .complaints.map(\.description)
  }

  @Test func `a file that is not there`() {
    let path = folder.path + "/none.yaml"
    #expect(told(path) == ["\(path): the file does not exist; check its name and folder"])
  }

  @Test func `a folder`() {
    let path = folder.makeFolder("policies")
    #expect(told(path) == ["\(path): the file is a folder; name a file in it"])
  }

  @Test func `a path through a file`() {
    let path = folder.write([], to: "a.yaml") + "/b.yaml"
    #expect(
      told(path) == [
        "\(path): the file does not exist, since part of its path is a file; check its folder"
      ])
  }

  @Test func `an empty file, and one with nothing but a comment`() {
    let sentence = "the file is empty; write settings in it, or copy a shipped policy"
    for bytes in [[], Array("# to do\n".utf8), Array("\n\n  \n".utf8)] as [[UInt8]] {
      let path = folder.write(bytes, to: "empty.yaml")
      #expect(told(path) == ["\(path): \(sentence)"])
    }
  }

  @Test func `a binary file`() {
    let path = folder.write([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3], to: "program.yaml")
    #expect(
      told(path) == [
        "\(path): the file is no text file; write it in a text editor and save it as UTF-8"
      ])
  }

  @Test func `a file in Windows-1252`() {
    let path = folder.write(Array("school:\n  name: Caf".utf8) + [0xE9, 0x0A], to: "cafe.yaml")
    #expect(
      told(path) == [
        "\(path): the file is not in UTF-8; open it in a text editor and save it as UTF-8"
      ])
  }

  @Test func `a file of 50 MB`() {
    let path = folder.write([], to: "big.yaml")
    #expect(truncate(path, 50_000_000) == 0)
    #expect(
      told(path) == [
        "\(path): the file is 50000 kB long, too long for a settings file; name the right file"
      ])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read every file"))
  func `a file without permission`() {
    let path = folder.write(Array("a: b\n".utf8), to: "secret.yaml", mode: 0)
    #expect(
      told(path) == [
        "\(path): the file may not be read by this account; ask for permission to read it"
      ])
  }

  @Test func `a named pipe does not hold the reader up`() {
    let path = folder.write([], to: "pipe.yaml")
    unlink(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(told(path) == ["\(path): the file is no ordinary file; name a file of text"])
  }

  @Test(arguments: [
    "[", "{", "{a: ", "- ", "? ",
  ])
  func `settings nested without end are one fault`(opening: String) {
    let told = told(text: String(repeating: opening, count: 100_000))
    #expect(
      told == [
        "x.yaml:1: settings stand more than 40 deep in one another here; indent them less\n  "
          + String(repeating: opening, count: 100_000).prefix(120) + "..."
      ])
  }

  @Test func `settings indented without end are one fault`() {
    let lines = (0..<2000).map { String(repeating: " ", count: $0) + "a:" }
    let told = PolicyReading(
      name: "x.yaml", text: lines.joined(separator: "\n"), codeSets: Shipped.codes.sets
    ).complaints
    #expect(told.map(\.line) == [242])
  }

  @Test func `names that stand for names do not unfold`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for step in 1...9 {
      text +=
        "a\(step): &a\(step) ["
        + Array(repeating: "*a\(step - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    let faults = PolicyReading(name: "x.yaml", text: text, codeSets: Shipped.codes.sets)
      .complaints.filter { $0.sentence.hasPrefix("names with & and * are not read here") }
    #expect(faults.map(\.line) == (1...10).map { $0 })
  }

  @Test(arguments: [
    ("a", 180), ("settings:\n", 20), ("- session: AM\n", 1),
  ])
  func `a file of noise is told of in bounds`(noise: String, least: Int) {
    let lines: [String] =
      switch noise {
      case "a": (0..<20_000).map { "setting\($0): x" }
      case "settings:\n": (0..<2000).map { _ in "setting: x" }
      default: ["registers:", "  windows:"] + (0..<5000).map { _ in "    - session: AM" }
      }
    let told = PolicyReading(
      name: "x.yaml", text: lines.joined(separator: "\n"), codeSets: Shipped.codes.sets
    ).complaints
    #expect(told.count <= 200)
    let own = told.filter { !$0.sentence.contains("is missing in the policy") }
    #expect(own.count >= least)
  }

  @Test(arguments: ["just text\n", "- a\n- b\n"])
  func `settings that are no group`(text: String) throws {
    let first = try #require(told(text: text).first)
    #expect(first.hasPrefix("x.yaml:1:1: the policy must be a group of settings, not "))
  }

  @Test func `a second document`() {
    let told = told(text: "a: b\n---\nc: d\n")
    #expect(told.first?.hasPrefix("x.yaml:2:1: a line of --- begins a second document") == true)
  }

  @Test func `CRLF and a byte order mark are read`() throws {
    let text = try Shipped.text("ibstock").replacing("\n", with: "\r\n")
    let path = folder.write([0xEF, 0xBB, 0xBF] + Array(text.utf8), to: "windows.yaml")
    let reading = PolicyReading(path: path, codeSets: Shipped.codes.sets)
    #expect(reading.complaints.filter { $0.severity == .fault }.map(\.description) == [])
    #expect(reading.policy?.school.name == "Ibstock School")
    #expect(reading.complaints.allSatisfy { $0.excerpt?.contains("\r") == false })
  }

  @Test func `a policy whose code sets are nowhere says so`() throws {
    let path = folder.write(Array(try Shipped.text("ibstock").utf8), to: "ibstock.yaml")
    let reading = PolicyReading(path: path)
    #expect(reading.policy == nil)
    #expect(
      reading.complaints.first?.sentence
        == "there are no code sets in this folder; put the shipped ones in it")
  }

  @Test func `letters, times and words stay the text that was typed`() throws {
    let marked = try Marked(
      "ibstock", replacing: "codes: [present, L, N]", by: "codes: [present, L, N, ‸Y]")
    let policy = PolicyReading(name: "x.yaml", text: marked.text, codeSets: Shipped.codes.sets)
      .policy
    #expect(policy?.role("tutor")?.codes == ["/", "\\", "L", "N", "Y"])
    #expect(policy?.rule("unexplained-overdue")?.measure.codes == ["N"])
  }
}
