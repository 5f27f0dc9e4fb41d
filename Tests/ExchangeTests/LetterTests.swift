import Attendance
import Exchange
import Foundation
import Testing

/// Letters and texts: names are put in, and nothing is ever left out in silence.
@Suite struct LetterTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/config/letters"

  private func template(_ text: String) throws(FaultList) -> LetterTemplate {
    try LetterTemplate(IncomingFile(named: "note.mustache", text: text))
  }

  private var fields: LetterFields {
    var fields = LetterFields()
    fields[.school] = "Dunkirk Primary School"
    fields[.deadline] = "10:20"
    fields.name(["Ada"])
    return fields
  }

  @Test func `names are put in as they are written, and a text is one line`() throws {
    var fields = fields
    fields.name(["D'Arcy & <Zoë>"])
    let template = try template("{{school}}:\n{{pupil}} is not here.\n\nSoon.\n")
    #expect(
      try template.text(fields) == "Dunkirk Primary School:\nD'Arcy & <Zoë> is not here.\n\nSoon.")
    #expect(
      try template.oneLine(fields) == "Dunkirk Primary School: D'Arcy & <Zoë> is not here. Soon.")
  }

  @Test func `several children of one family are named in one sentence`() throws {
    let text = "{{pupils}} {{#several}}are{{/several}}{{^several}}is{{/several}} away"
    var fields = fields
    #expect(try template(text).text(fields) == "Ada is away")
    fields.name(["Ada", "Ben", "Cy"])
    #expect(try template(text).text(fields) == "Ada, Ben and Cy are away")
  }

  @Test func `what is not known is refused, and left out only where the letter says so`() throws {
    let missing = try #require(throws: MissingField.self) {
      try template("Ring\n{{school_phone}}").text(fields)
    }
    #expect(
      missing.description
        == "note.mustache:2: 'school_phone' is not known here; give it, or put the words about it "
        + "between {{#school_phone}} and {{/school_phone}}")
    #expect(
      try template("Ring us{{#school_phone}} on {{school_phone}}{{/school_phone}}.").text(fields)
        == "Ring us.")
  }

  @Test(arguments: [
    ("Dear {{pupl}}", 1, 6, "no letter has a field 'pupl'; did you mean 'pupil'?"),
    ("a\n {{pupil", 2, 2, "these braces are not closed on their line; write }}"),
    (
      "{{#reason}}x", 1, 1, "this part has no end; write {{/reason}} where it ends"
    ),
    ("x{{/reason}}", 1, 2, "no part of 'reason' has begun; take this end out"),
    (
      "{{#reason}}{{#date}}x{{/reason}}{{/date}}", 1, 22,
      "the part of 'date', begun in line 1, must end first"
    ),
    ("{{several}}", 1, 1, "'several' is yes or no; write {{#several}} words {{/several}}"),
    (" \n", 1, nil, "the letter is empty; write its words, or copy a shipped one"),
  ])
  func `a broken letter is told at its place`(
    text: String, line: Int, column: Int?, sentence: String
  ) throws {
    let place = column.map { "note.mustache:\(line):\($0): " } ?? "note.mustache:\(line): "
    #expect(faults { () throws(FaultList) in try template(text) }.first == place + sentence)
  }

  @Test func `every shipped letter can be made from what its moment knows`() throws {
    var fields = fields
    for field in LetterField.allCases where !field.isFlag && fields[field] == nil {
      fields[field] = "(\(field.rawValue))"
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(names.count >= 11)
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + name)))
      let text = try LetterTemplate(IncomingFile(named: name, bytes: bytes)).text(fields)
      #expect(!text.contains("{{") && !text.contains("  "), "\(name): \(text)")
    }
  }
}
