import Exchange
import Testing

@Suite struct CSVReaderTests {
  private func rows(_ text: String) throws -> [[String]] {
    try CSVReader.rows(of: IncomingFile(named: "f.csv", text: text))
  }

  private func faults(_ bytes: [UInt8]) -> [String] {
    ExchangeTests.faults { () throws(FaultList) in
      try CSVReader.rows(of: IncomingFile(named: "f.csv", bytes: bytes))
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n,\n", [["a", "b"], ["", ""]]),
    ("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n", [["a", "b"], ["1,5", "say \"hi\""]]),
    ("a,b\n\"one\ntwo\",\"\"\n3,4\n", [["a", "b"], ["one\ntwo", ""], ["3", "4"]]),
    ("a,b\n1,2\n\n\r\n\n", [["a", "b"], ["1", "2"]]),
    ("a\n\"\"\nb\n", [["a"], [""], ["b"]]),
    ("a,b\n", [["a", "b"]]),
    ("név,b\nŁ,日本\n", [["név", "b"], ["Ł", "日本"]]),
  ])
  func `a file as RFC 4180 has it is read as it stands`(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test(arguments: [
    ("", "f.csv:1: the file is empty; its first line must name the columns"),
    ("\u{FEFF}", "f.csv:1: the file is empty; its first line must name the columns"),
    ("\na,b\n", "f.csv:1: the first line is empty; it must name the columns"),
    ("a;b\n1;2\n", "f.csv:1: the columns are separated by semicolons; save the file with commas"),
    ("a\tb\n1\t2\n", "f.csv:1: the columns are separated by tabs; save the file with commas"),
    (
      "a,b\n1,2\n3\n",
      "f.csv:3: this row has 1 field, the header names 2; look for a comma too many or too few"
    ),
    (
      "a,b\n1,2,3\n",
      "f.csv:2: this row has 3 fields, the header names 2; look for a comma too many or too few"
    ),
    ("a,b\n1,2\n\n3,4\n", "f.csv:3: this line is empty; delete it"),
    ("a,b\n1,2\n3,\"4\n", "f.csv:3: the quote opened here is never closed; close it, or delete it"),
    (
      "a,b\n\"1\"x,2\n3,4\n",
      "f.csv:2: text stands after a closing quote; double each quote that belongs to the text"
    ),
    (
      "a,b\n1,2\"\n3,4\n",
      "f.csv:2: a quote stands inside a field that does not begin with one; "
        + "put the whole field in quotes and double the quote"
    ),
    ("a,b\n1,\0\n", "f.csv:2: here stands NUL; delete it"),
    ("a,b\n1,\t2\n", "f.csv:2: here stands a tab; delete it"),
    ("a,b\n\"1\n\u{1B}[31m\",2\n", "f.csv:3: here stands control character 27; delete it"),
    ("a,b\n1,\u{7F}\n", "f.csv:2: here stands control character 127; delete it"),
    ("a,b\n1,\u{85}\n", "f.csv:2: here stands a control character (U+0085); delete it"),
    (
      "a,b\r1,2\r",
      "f.csv:1: a carriage return stands alone; save the file with ordinary line ends"
    ),
  ])
  func `a damaged file is refused with its line and the remedy`(text: String, fault: String) {
    #expect(faults(Array(text.utf8)) == [fault])
  }

  @Test func `a file that is not UTF-8 is recognised and told how to be saved`() {
    let remedy = "save it as 'CSV UTF-8 (comma delimited)' and import that"
    #expect(
      faults(Array("a,b\n1,Ren".utf8) + [0xE9, 0x65, 0x0A]) == [
        "f.csv:2: this file is Windows-1252, not UTF-8 (here stands 'é'); \(remedy)"
      ])
    #expect(
      faults(Array("a,b\n1,O".utf8) + [0x92, 0x0A]) == [
        "f.csv:2: this file is Windows-1252, not UTF-8 (here stands '’'); \(remedy)"
      ])
    #expect(
      faults(Array("a,é\n1,".utf8) + [0xE9, 0x0A]) == [
        "f.csv:2: this file is not UTF-8 (here stands byte E9); \(remedy)"
      ])
    #expect(
      faults(Array("a,b\n1,".utf8) + [0x81, 0x0A]) == [
        "f.csv:2: this file is not UTF-8 (here stands byte 81); \(remedy)"
      ])
    let utf16 = "a,b\n1,2\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [utf16, [0xFF, 0xFE] + utf16] {
      #expect(faults(bytes) == ["f.csv:1: this file is UTF-16, not UTF-8; \(remedy)"])
    }
    #expect(
      faults([0x50, 0x4B, 0x03, 0x04, 0x14]) == [
        "f.csv:1: this is a spreadsheet's own file, not CSV; \(remedy)"
      ])
  }

  /// Lead bytes and what may follow them, around every edge of the definition of UTF-8.
  @Test(arguments: [0x41, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5])
  func `what counts as UTF-8 here is what counts as UTF-8 everywhere`(lead: Int) {
    let followers: [UInt8] = [0x41, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2]
    for second in followers {
      for third in followers {
        for fourth in followers {
          let bytes = Array("a\n".utf8) + [UInt8(lead), second, third, fourth]
          let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
          let found = faults(bytes)
          let isTaken = found.isEmpty || found[0].contains("here stands a control character")
          #expect(isTaken == isUTF8, "\(bytes)")
        }
      }
    }
  }

  @Test func `reading goes on after a damaged row, so that every fault is told at once`() {
    let text = "a,b\n1\n\"x\"y,2\n3,4\n5,\"6\"\"\n"
    #expect(
      faults(Array(text.utf8)) == [
        "f.csv:2: this row has 1 field, the header names 2; look for a comma too many or too few",
        "f.csv:3: text stands after a closing quote; double each quote that belongs to the text",
        "f.csv:5: the quote opened here is never closed; close it, or delete it",
      ])
  }

  @Test(arguments: [49, 50, 51, 1234])
  func `fifty faults are printed and the rest are counted`(count: Int) {
    let lines = faults(Array(("a,b\n" + String(repeating: "1\n", count: count)).utf8))
    let printed = min(count, 50)
    #expect(lines.count == printed + (count > 50 ? 1 : 0))
    #expect(lines[printed - 1].hasPrefix("f.csv:\(printed + 1): "))
    if count > 50 { #expect(lines.last == "and \(count - 50) more") }
  }

  @Test func `one long line, whatever it is made of, is one fault`() {
    let many = 3_000_000
    for (unit, line) in [("x", 2), ("\"\"", 2), ("\"", 2)] {
      let text = "a,b\n" + String(repeating: unit, count: many)
      let found = faults(Array(text.utf8))
      #expect(found.count == 1)
      #expect(found.first?.hasPrefix("f.csv:\(line): ") == true)
    }
    let commas = String(repeating: ",", count: many)
    #expect(
      faults(Array(commas.utf8)) == [
        "f.csv:1: the first line names \(many + 1) columns; no import has so many"
      ])
    #expect(
      faults(Array("a,b\n\(commas)".utf8)) == [
        "f.csv:2: this row has \(many + 1) fields, the header names 2; "
          + "look for a comma too many or too few"
      ])
  }

  @Test func `a quote that swallows the file is told where it was opened`() {
    let text = "a,b\n1,2\n3,\"4\n" + String(repeating: "5,6\n", count: 5000)
    #expect(
      faults(Array(text.utf8)) == [
        "f.csv:3: the quote opened here is not closed within 10000 bytes; close it, or delete it"
      ])
  }

  @Test(arguments: 0..<200)
  func `random bytes are read or refused, and never trap`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let letters: [UInt8] = Array("ab,\"\n\r\0;\t/\u{E9}1".utf8) + [0xFF, 0xC2, 0x92, 0xEF, 0xBB]
    let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      letters.randomElement(using: &random) ?? 0
    }
    let file = IncomingFile(named: "f.csv", bytes: bytes)
    do throws(FaultList) {
      let rows = try CSVReader.rows(of: file)
      #expect(Set(rows.map(\.count)).count == 1)
    } catch {
      #expect(error.count > 0)
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      #expect(error.kept.allSatisfy { (1...lines).contains($0.line) })
    }
  }
}
