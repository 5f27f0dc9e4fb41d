import Policies
import Testing

@Suite struct AllAtOnceTests {
  @Test func `every fault of a file is told at once, in the order of its lines`() throws {
    let edits = [
      ("phase: secondary", "phase: secondry"),
      ("      closes: 09:05", "      closes: 9.05"),
      ("  by: 08:15", "  by: 08:15\n  by: 08:20"),
      ("  each_day: yes", "  each_day: yes\n  echo: yes"),
      ("  then_propose: O", "  then_propose: Ö"),
      ("      at_least: 50%", "      at_least: 150%"),
      ("letter: notice-to-improve", "letter: notice"),
      ("  years: 6", "  years: 3"),
      ("own groups: [take register,", "own groups: [take the register,"),
    ]
    var text = try Shipped.text("ibstock")
    for (passage, replacement) in edits {
      let range = try #require(text.firstRange(of: passage), "\(passage)")
      text.replaceSubrange(range, with: replacement)
    }
    let before = try #require(text.firstRange(of: "by: 08:15")).lowerBound
    let line = text[..<before].count { $0 == "\n" } + 1
    let faults = PolicyReading(name: "x.yaml", text: text, codeSets: Shipped.codes.sets)
      .complaints.filter { $0.severity == .fault }
    #expect(
      faults.map { $0.sentence.split(separator: ";")[0] } == [
        "'phase' knows no 'secondry'",
        "'closes' must be a time like 08:45, not '9.05'",
        "'by' is set twice, first in line \(line)",
        "unknown setting 'echo' in 'reporting'",
        "there is no code 'Ö' in the code sets",
        "'at_least' must be a percentage like 10 or 95.5, not '150%'",
        "there is no letter 'notice' in this policy",
        "entries must be kept for 6 years (2024 Regulations)",
        "there is no right 'take the register'",
      ])
    #expect(faults.allSatisfy { $0.sentence.contains("; ") || $0.sentence.contains("must be") })
  }

  @Test func `a setting written three times is told of twice`() throws {
    let marked = try Marked(
      "ibstock", replacing: "  by: 08:15\n", by: "  ‸by: 08:15\n  by: 08:20\n  by: 08:25\n")
    let faults = PolicyReading(name: "x.yaml", text: marked.text, codeSets: Shipped.codes.sets)
      .complaints.filter { $0.severity == .fault }
    let sentence = "'by' is set twice, first in line \(marked.line); keep one of them"
    #expect(faults.map(\.sentence) == [sentence, sentence])
    #expect(faults.map(\.line) == [marked.line + 1, marked.line + 2])
  }

  @Test func `the complaints of all files of a folder come together`() throws {
    let folder = TestFolder()
    for name in ["codes", "policies"] { _ = folder.makeFolder(name) }
    for set in ["before-2024-08-19", "from-2024-08-19"] {
      let text = try #require(TestFolder.read("\(Shipped.config)/codes/\(set).yaml"))
      _ = folder.write(
        Array(text.replacing("category: present", with: "category: here", maxReplacements: 1).utf8),
        to: "codes/\(set).yaml")
    }
    _ = folder.write(Array("school: yes\n".utf8), to: "policies/a.yaml")
    _ = folder.write([0], to: "policies/b.yaml")
    let read = PolicyFolder(path: folder.path)
    #expect(read.hasFaults)
    let files = Set(read.complaints.map { $0.file.dropFirst(folder.path.count + 1) })
    #expect(
      files == [
        "codes/before-2024-08-19.yaml", "codes/from-2024-08-19.yaml", "policies/a.yaml",
        "policies/b.yaml",
      ])
    #expect(read.policies.isEmpty)
  }

  @Test func `a complaint is a place, a sentence, the line and a caret`() throws {
    let marked = try Marked("ibstock", replacing: "closes: 09:05", by: "closes: ‸9.05")
    let reading = PolicyReading(
      name: "config/x.yaml", text: marked.text, codeSets: Shipped.codes.sets)
    let fault = try #require(reading.complaints.first { $0.severity == .fault })
    #expect(
      fault.description == """
        config/x.yaml:\(marked.line):15: 'closes' must be a time like 08:45, not '9.05'
                closes: 9.05
                        ^
        """)
    let assumption = try #require(reading.complaints.first { $0.severity == .assumption })
    #expect(assumption.description.contains(": assumption: The policy does not list"))
  }

  @Test func `severities are ordered by weight`() {
    #expect(Complaint.Severity.allCases.shuffled().sorted() == [.assumption, .warning, .fault])
  }
}
