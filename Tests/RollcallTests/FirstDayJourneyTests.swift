import Foundation
import Testing

/// First-day contact by plain commands: the next step, its texts, and the N past their day.
@Suite struct FirstDayJourneyTests {
  private static let aisha = "V820400120005"
  private static let ben = "N820400120001"
  private static let ola = "C820400120002"
  private static let day = "2026-03-20"

  /// The school under a policy that texts first, with Aisha, Ben and Ola marked N; Aisha and Ben are
  /// of one family, whose father is barred, and nobody of Ola's may be told.
  func school() throws -> TestSchool {
    let school = try TestSchool()
    let policy = try String(
      contentsOfFile: "\(Program.root)/config/policies/ibstock.yaml", encoding: .utf8
    )
    .replacingOccurrences(
      of: "  steps:\n    - day: 1\n      do: contact a parent",
      with: "  steps:\n    - day: 1\n      do: text the parent\n      way: text\n"
        + "      letter: first-text\n      owner: office\n    - day: 1\n      do: contact a parent"
    ).replacingOccurrences(
      of: "letters:\n", with: "letters:\n  - { id: first-text, name: First text, kind: text }\n")
    _ = try school.file(
      "new/letters/first-text.mustache", "{{school}}:\n{{pupils}} not in. Ring by {{deadline}}.\n")
    try school.succeed([
      "policy", "adopt", try school.file("new/ibstock.yaml", policy), "--from", "2025-08-01",
    ])
    try school.succeed([
      "import", "contacts",
      school.file(
        "contacts.csv",
        """
        upn,priority,name,relationship,phone,may_contact
        \(Self.aisha),1,Mr Ahmed,father,01530 000009,no
        \(Self.aisha),2,Mrs Ahmed,mother,+44 1530 000001,yes
        \(Self.ben),1,Mrs Ahmed,mother,01530 000001,yes
        \(Self.ola),1,Ms Grey,aunt,01530 000003,dsl

        """),
    ])
    try school.succeed(
      ["take", "8B", "--plain", "--as", "owen"], typing: "1,2,3 N\n=\nsubmit\n",
      at: "\(Self.day)T08:40")
    return school
  }

  private func office(
    _ school: TestSchool, _ arguments: String..., at time: String = "2026-03-20T09:20"
  ) throws -> Program.Outcome {
    try school.run(arguments + ["--as", "hall"], at: time)
  }

  private let text =
    "+441530000001,Mrs Ahmed,Ibstock School: Aisha and Ben not in. Ring by 10:20.,"
    + "\"Ahmed, Aisha 8B; Barnes, Ben 8B\""

  @Test func `a family has one text, the barred none, and the plus of its number is kept`() throws {
    let texts = try office(school(), "absent", "--texts")
    #expect(texts.lines == ["phone,name,text,pupils", text])
    #expect(texts.errors.contains("no text about Łukasz, Ola"))
    #expect(!texts.output.contains("000009") && !texts.output.contains("000003"))
  }

  @Test func `recorded texts are one act, and are not made twice that day`() throws {
    let school = try school()
    #expect(try office(school, "absent", "--texts", "--record").lines.last == text)
    #expect(try office(school, "absent", "--texts").lines.count == 1)
    let again = try office(school, "absent", "--texts", "--letter", "first-text")
    #expect(again.lines.count == 1)
    #expect(again.errors.contains("left out, since the family had this text today"))
    let trail = try office(school, "timeline", Self.ben, "--format", "csv").output
    #expect(trail.contains("text made: Mrs Ahmed (mother), text"))
    #expect(trail.contains("Aisha and Ben not in. Ring by 10:20."))
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `whoever has arrived as it is written has no text`() throws {
    let school = try school()
    _ = try office(school, "arrive", Self.aisha, "--time", "09:15")
    let texts = try office(school, "absent", "--texts").lines
    #expect(texts.count == 2)
    #expect(texts.last?.contains("Ibstock School: Ben not in.") == true)
  }

  @Test func `the list says the day, the next step, who takes it, and moves on`() throws {
    let school = try school()
    func next() throws -> String? {
      try office(school, "absent", "--format", "csv").lines.first { $0.contains(Self.ben) }.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).suffix(4).joined(separator: ",")
      }
    }
    #expect(try next() == "1,text the parent,member of the office,")
    _ = try office(school, "attempt", Self.ben, "--contact", "1", "--letter", "first-text")
    #expect(
      try next() == "1,contact a parent during the morning and ask for the reason,"
        + "member of the office,")
    _ = try office(school, "attempt", Self.ben, "--contact", "1", "--outcome", "no answer")
    #expect(
      try next() == "1,consider an unannounced visit to the home,attendance officer,")
    _ = try office(school, "attempt", Self.ben, "--did")
    #expect(try next() == "1,every step of today is done,,")
  }

  @Test func `a text is shown without being noted, and a letter nobody named is refused`() throws {
    let school = try school()
    let shown = try office(
      school, "attempt", Self.ben, "--contact", "1", "--letter", "first-text", "--show")
    #expect(shown.output == "Ibstock School: Ben not in. Ring by 10:20.\n")
    #expect(
      try office(school, "absent", "--format", "csv").lines.allSatisfy {
        !$0.contains("text made")
      })
    let wrong = try office(
      school, "attempt", Self.ben, "--contact", "1", "--letter", "first-txt")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("did you mean 'first-text'?"))
  }

  @Test func `N past its day is proposed as O, and becomes it only when told to`() throws {
    let school = try school()
    // Due on Friday 27 March, overdue from the first day after the holidays.
    let later = "2026-04-13T09:00"
    func proposed() throws -> [String] {
      try office(school, "absent", "--propose", "--format", "csv", at: later).lines.dropFirst().map
      {
        String($0.prefix(13)) + String($0.suffix(2))
      }
    }
    #expect(
      try office(school, "absent", "--propose", at: "2026-03-27T09:00").lines.count == 1)
    #expect(try proposed() == [Self.aisha, Self.ben, Self.ola].map { $0 + ",O" })
    let other = try office(school, "absent", "--settle", "--only", "X999400019078", at: later)
    #expect(other.status == 1)
    let one = try office(school, "absent", "--settle", "--only", Self.ben, at: later)
    #expect(one.output.contains("AM O"))
    #expect(one.output.contains("no reason given within 5 school days"))
    #expect(try proposed() == [Self.aisha, Self.ola].map { $0 + ",O" })
    #expect(try office(school, "absent", "--settle", at: later).status == 0)
    #expect(try proposed().isEmpty)
    let tutor = try school.run(["absent", "--settle", "--as", "owen"], at: later)
    #expect(tutor.status == 1)
    // A reason that comes late still replaces it.
    _ = try office(
      school, "call", Self.aisha, "--words", "she had flu", "--code", "I", "--from", Self.day,
      at: later)
    #expect(try school.succeed(["verify"]).output.contains("all sound"))
  }

  @Test func `an illness that is doubted is O with the reason, and the parent told`() throws {
    let school = try school()
    let silent = try office(school, "call", Self.ben, "--words", "ill again", "--code", "O")
    #expect(silent.status == 1)
    #expect(silent.errors.contains("say why it is doubted with --doubted"))
    let told = try office(
      school, "call", Self.ben, "--words", "ill again", "--code", "O", "--doubted",
      "seen in town", "--told", "--format", "csv")
    #expect(told.output.contains("AM O,illness doubted (seen in town); message: ill again"))
    #expect(told.output.contains("told the parent or carer that the illness is doubted"))
  }

  @Test func `evidence is asked for, and the next call says so`() throws {
    let school = try school()
    _ = try office(
      school, "evidence", Self.ben, "--state", "asked", "--what", "medical certificate")
    let call = try office(school, "call", Self.ben, "--words", "still ill", "--code", "I")
    #expect(call.errors.contains("Medical certificate asked 20 Mar, not here yet."))
    #expect(
      try office(school, "evidence", Self.ben, "--format", "csv").lines.count == 2)
  }

  @Test func `a sibling unaccounted for is named at a call`() throws {
    let call = try office(school(), "call", Self.ben, "--words", "no school today")
    #expect(call.errors.contains("Ahmed, Aisha 8B, of the same family as Barnes, Ben"))
  }

  @Test func `a broken letter is a complaint with its line, one that is missing a warning`() throws
  {
    let school = try school()
    let letter = school.folder + "/policy/letters/first-text.mustache"
    try "Dear {{pupl}}\n".write(toFile: letter, atomically: true, encoding: .utf8)
    let broken = try school.run(["policy", "check"])
    #expect(broken.status == 1)
    #expect(
      broken.errors.contains("first-text.mustache:1:6: no letter has a field 'pupl'; did you mean"))
    try FileManager.default.removeItem(atPath: letter)
    let missing = try school.run(["policy", "check"])
    #expect(missing.status == 0)
    #expect(
      missing.output.contains("warning: the text 'first-text' is named and its words are not"))
    let used = try office(
      school, "attempt", Self.ben, "--contact", "1", "--letter", "first-text")
    #expect(used.errors.contains("its words are not written yet"))
  }
}
