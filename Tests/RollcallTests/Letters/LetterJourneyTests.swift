import Attendance
import Foundation
import Testing

/// Letters of the policy by plain command: what they say, what they wait for, where they go.
@Suite struct LetterJourneyTests {
  @Test func `a letter says the figures of list, forecast and page, exactly`() throws {
    let made = try LetterSchool(under: "st-lukes")
    let letter = try made.letter("letter-2", LetterSchool.aisha, "--preview")
    let words = letter.output.replacing("\n", with: " ")
    #expect(letter.status == 0, "\(letter.errors)")
    #expect(words.contains("Dear Mrs Ahmed,"))
    #expect(
      words.contains(
        "in school for 54 of 66 sessions, which is attendance of 81.8%. A school day has two "
          + "sessions; Aisha has missed 12 of them, or 6 days of school."))
    let flags = try made.school.succeed(
      [
        "flags", "--pupil", LetterSchool.aisha, "--flag", "persistent-absence", "--format", "csv",
      ], at: LetterSchool.now)
    #expect(flags.lines.last == "\(LetterSchool.aisha),persistent-absence,12/66")
    let forecast = try made.school.succeed(
      ["forecast", "--pupil", LetterSchool.aisha, "--format", "csv"], at: LetterSchool.now)
    #expect(forecast.lines.dropFirst().allSatisfy { $0.contains(",54,66,81.8,") })
    let tally = try made.school.succeed(
      ["tally", "--by", "pupil", "--format", "csv"], at: LetterSchool.now)
    #expect(
      tally.lines.contains { $0.hasPrefix(LetterSchool.aisha) && $0.contains("81.8") },
      "\(tally.output)")
    let page = try made.school.succeed(
      ["parent-page", LetterSchool.aisha], at: LetterSchool.now)
    #expect(
      page.output.contains("missed 6 days of school out of 33 days. That is attendance of 81.8%."))
  }

  @Test func `absence is listed in words, and a session without a mark is none`() throws {
    let made = try LetterSchool(under: "st-lukes")
    // Monday has begun, and nobody has taken its registers.
    let letter = try made.letter(
      "letter-2", LetterSchool.aisha, "--preview", at: "2025-10-20T16:00")
    let lines = letter.lines.filter { $0.hasPrefix("- ") }.prefix(2)
    #expect(
      lines == [
        "- Mon 15 Sep 2025 to Fri 19 Sep 2025, 10 sessions: holiday without leave",
        "- Mon 29 Sep 2025, all day: illness",
      ])
    #expect(letter.output.contains("54 of 66 sessions"))
    #expect(!letter.output.contains("20 Oct 2025,"))
  }

  @Test func `a letter is written for its readers alone, and noted with its words`() throws {
    let made = try LetterSchool(under: "st-lukes")
    let letter = try made.letter("letter-2", LetterSchool.aisha)
    #expect(letter.status == 0, "\(letter.errors)")
    #expect(letter.output.contains("letter-2,Mrs Ahmed,lists/letter-2-"))
    let file = try #require(try made.files("letter-2").first)
    let path = made.school.folder + "/lists/" + file
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let words = try String(contentsOfFile: path, encoding: .utf8)
    #expect(words.contains("Dear Mrs Ahmed,") && words.hasSuffix("Attendance officer\n"))
    let day = try made.school.succeed(
      ["timeline", LetterSchool.aisha, "--format", "csv"], at: LetterSchool.now)
    #expect(day.output.contains("letter-2 made for Mrs Ahmed"), "\(day.output)")
    #expect(try made.school.run(["verify"]).status == 0)
  }

  @Test func `the same letter to the same person on one day is refused unless asked for again`()
    throws
  {
    let made = try LetterSchool(under: "st-lukes")
    #expect(try made.letter("letter-2", LetterSchool.aisha).status == 0)
    let second = try made.letter("letter-2", LetterSchool.aisha)
    #expect(
      second.errors
        == "rollcall: 'letter-2' was made today already for Mrs Ahmed; give --again to make another\n"
    )
    #expect(try made.letter("letter-2", LetterSchool.aisha, "--to", "4").status == 0)
    #expect(try made.letter("letter-2", LetterSchool.aisha, "--again").status == 0)
    #expect(try made.files("letter-2").count == 3)
    #expect(
      try made.letter("letter-2", LetterSchool.aisha, at: "2025-10-20T09:00").status == 0)
  }

  @Test func `what no register knows is asked for by name, and read before it is said`() throws {
    let made = try LetterSchool()
    let empty = try made.letter("contract-meeting", LetterSchool.aisha)
    #expect(
      empty.errors
        == "rollcall: 'contract-meeting' needs meeting_date (the day of the meeting), meeting_time "
        + "(the time of the meeting), meeting_place (where the meeting is); give each like --set "
        + "meeting_date='2026-01-12'\n")
    func refusal(_ gift: String) throws -> String {
      try made.letter("contract-meeting", LetterSchool.aisha, "--set", gift).errors
    }
    #expect(try refusal("meeting_date=6 Nov").contains("'6 Nov' is no day for meeting_date"))
    #expect(try refusal("meeting_date=2025-10-01").contains("Wed 1 Oct 2025 is past"))
    #expect(try refusal("meeting_tim=14").contains("did you mean 'meeting_time'?"))
    #expect(
      try refusal("attendance=99").contains("comes from the register, and nobody can give it"))
    let whole = try made.school.run(
      ["letter", "contract-meeting", LetterSchool.aisha, "--preview"] + LetterSchool.meeting,
      at: LetterSchool.now)
    #expect(
      whole.output.contains("The meeting is on Thu 6 Nov 2025 at 14:00, in the library."),
      "\(whole.errors)")
  }

  @Test func `a letter about attendance waits for 60 sessions, and a form does not (U26)`() throws {
    let made = try LetterSchool(under: "st-lukes", through: "2025-10-13")
    let early = try made.letter("letter-2", LetterSchool.aisha, at: "2025-10-13T16:00")
    #expect(
      early.errors
        == "rollcall: the policy sends no letter about attendance before 60 sessions count, and so "
        + "far 58 do; talk with the family instead\n")
    #expect(try made.files("letter-2").isEmpty)
    let form = try made.letter("leave-request", LetterSchool.aisha, at: "2025-10-13T16:00")
    #expect(form.status == 0, "\(form.errors)")
  }

  @Test func `a figure that rests on a part-time timetable sends no letter and says so (U26)`()
    throws
  {
    let made = try LetterSchool(under: "st-lukes")
    let letter = try made.letter("letter-2", LetterSchool.rhys)
    #expect(letter.status == 1 && letter.errors.contains("rests on 33 sessions of an agreed"))
    let page = try made.school.succeed(["parent-page", LetterSchool.rhys], at: LetterSchool.now)
    #expect(page.output.contains("16 and a half days of it are the agreed part-time timetable."))
  }

  @Test func `no notice rests on N, nor on fewer sessions than its line`() throws {
    let made = try LetterSchool()
    let gifts = [
      "--set", "support_given=a talk", "--set", "support=a check-in", "--set",
      "targets=no unauthorised absence", "--set", "period_from=2025-10-20", "--set",
      "period_to=2025-11-28",
    ]
    func notice(_ upn: String, _ gifts: [String]) throws -> Program.Outcome {
      try made.school.run(
        ["letter", "notice-to-improve", upn, "--preview"] + gifts, at: LetterSchool.now)
    }
    let waiting = try notice(LetterSchool.ola, gifts)
    #expect(
      waiting.errors
        == "rollcall: no notice rests on N: for 1 of these sessions the reason is not known (Fri 10 "
        + "Oct PM); settle them first\n")
    let few = try notice(LetterSchool.roisin, gifts)
    #expect(few.errors.contains("has no contact who may be written to"))
    let whole = try notice(LetterSchool.aisha, gifts)
    #expect(
      whole.output.contains("10 sessions of unauthorised absence within the last ten school weeks"),
      "\(whole.errors)")
    for words in [
      "- Mon 15 Sep 2025 to Fri 19 Sep 2025, 10 sessions: holiday without leave",
      "A first notice is £160, or £80 if it is paid within 21 days. A second one for the same child",
      "From Mon 20 Oct 2025 to Fri 28 Nov 2025", "- a talk", "- a check-in",
      "- no unauthorised absence", "section 444",
    ] {
      #expect(
        whole.output.lowercased().contains(words.lowercased()), "\(words): \(whole.output)")
    }
    let long = try notice(
      LetterSchool.aisha, gifts.map { $0.replacing("2025-11-28", with: "2026-01-30") })
    #expect(long.errors.contains("a notice to improve runs 3 to 6 weeks"))
  }

  @Test func `the line of a notice is looked at before anything is asked for`() throws {
    let made = try LetterSchool()
    let notice = try made.letter("notice-to-improve", LetterSchool.rhys, "--preview")
    #expect(
      notice.errors
        == "rollcall: Penalty notice threshold is not met: 0 sessions, and the line is at least 10\n"
    )
  }

  @Test func `a letter of a rule lists its sessions, once each of them has a reason`() throws {
    let made = try LetterSchool(under: "st-lukes")
    let warning = try made.letter("truancy-warning", LetterSchool.ola, "--preview")
    #expect(
      warning.output.contains(
        "- Wed 24 Sep 2025, afternoon: absent in other or unknown circumstances"),
      "\(warning.errors)")
    let waiting = try made.letter("truancy-warning", LetterSchool.ben, "--to", "1", "--preview")
    #expect(waiting.errors.contains("no notice rests on N"))
    let none = try made.letter("truancy-warning", LetterSchool.rhys, "--preview")
    #expect(
      none.errors
        == "rollcall: no rule that leads to 'truancy-warning' flags this pupil; 'rollcall flags "
        + "--why-not' says how far away each is\n")
  }

  @Test func `who may not be told, and whom a court order is about, has no letter by itself`()
    throws
  {
    let made = try LetterSchool(under: "st-lukes")
    let barred = try made.letter("letter-2", LetterSchool.aisha, "--to", "1")
    #expect(barred.status == 1 && barred.errors.contains("may not be told anything"))
    let led = try made.letter("letter-2", LetterSchool.aisha, "--to", "3")
    #expect(led.status == 1 && led.errors.contains("safeguarding lead"))
    let order = try made.letter("letter-1", LetterSchool.ben, "--preview")
    #expect(
      order.errors.contains("a court order is recorded for every contact of Barnes, Ben"))
    let named = try made.letter("letter-1", LetterSchool.ben, "--to", "1", "--preview")
    #expect(named.output.contains("Dear Mrs Barnes,"), "\(named.errors)")
    #expect(try made.letter("letter-2", LetterSchool.roisin).errors.contains("has no contact"))
    let tutor = try made.letter("letter-2", LetterSchool.aisha, as: "owen")
    #expect(tutor.status == 1 && tutor.errors.contains("may not send letters and texts"))
    #expect(tutor.output.isEmpty)
  }

  @Test func `letters of other moments name the command that makes them`() throws {
    let made = try LetterSchool(under: "dunkirk")
    #expect(
      try made.letter("leave-refusal", LetterSchool.aisha).errors
        .contains("'rollcall leave --letter NUMBER'"))
    #expect(try made.letter("late-slip", LetterSchool.aisha).errors.contains("late desk"))
    #expect(try made.letter("reach-out", LetterSchool.aisha).errors.contains("'rollcall attempt'"))
    #expect(
      try made.letter("leter-1", LetterSchool.aisha).errors.contains("did you mean 'letter-1'?"))
  }
}
