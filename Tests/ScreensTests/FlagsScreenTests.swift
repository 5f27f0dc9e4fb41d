import Attendance
import Terminal
import Testing

@testable import Screens

/// The champion's flags by keys.
@Suite struct FlagsScreenTests {
  private func champion(size: Size = Size(rows: 24, columns: 80)) -> Sitting {
    Sitting(TestSchool.price, at: "09:05", size: size, opens: false, showsMorning: true)
  }

  /// The surnames of the rows that are seen, in order.
  private func surnames(_ sitting: Sitting) -> [String] {
    let names = TestSchool.names.map { String($0.prefix { $0 != "," }) }
    return sitting.picture().lines[3..<11].compactMap { line in
      names.first { line.dropFirst(4).hasPrefix($0 + ",") }
    }
  }

  @Test func `who is flagged is counted in words, with what is new, shown and sorted`() {
    let lines = champion().picture().lines
    #expect(lines[0].hasPrefix(" FLAGS  5 pupils flagged, 2 new since Mon 13 Oct"))
    #expect(lines[1].hasPrefix(" Show: all   Sort: name"))
    #expect(lines[3].contains("> ! Davies, Dafydd"))
    #expect(lines[3].contains("77.4"))
  }

  @Test func `the panel says why the pupil under the cursor is flagged, and what comes next`() {
    var sitting = champion()
    sitting.press(.down)
    for words in [
      "Iwan, Ifan 10A", "88.7% (55 of 62 sessions), 7 missed: 7 O",
      "Persistent absence: 7 of 62 sessions; 2 of them provisional (N)",
      "absence over school year: at least 10% (ibstock.yaml:164)",
      "Next: talk with pupil and parents",
    ] {
      #expect(sitting.text.contains(words), "\(words)")
    }
  }

  @Test func `one key opens the first pupil's page, and Esc comes back to the row`() {
    var sitting = champion()
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL  Davies, Dafydd"))
    sitting.press(.escape)
    sitting.press(.down)
    sitting.press(.down)
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL  Obi, Olu"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[5].hasPrefix(">   Obi, Olu"))
  }

  @Test(arguments: [
    (1, ["Zeller", "Davies", "Obi", "Rees", "Iwan"]),
    (2, ["Davies", "Rees", "Iwan", "Zeller", "Obi"]),
    (3, ["Davies", "Rees", "Iwan", "Obi", "Zeller"]),
    (4, ["Davies", "Rees", "Iwan", "Obi", "Zeller"]),
    (5, ["Davies", "Iwan", "Obi", "Rees", "Zeller"]),
  ])
  func `o sorts by form, attendance, number of flags, new first, and by name again`(
    times: Int, names: [String]
  ) {
    var sitting = champion()
    for _ in 0..<times { sitting.type("o") }
    #expect(surnames(sitting) == names)
  }

  @Test(arguments: [
    ("rees", ["Rees"]), ("7a", ["Zeller"]), ("y10", ["Iwan"]), ("Year 8 pers", ["Davies", "Rees"]),
    ("y1", []), ("rees year", ["Rees"]), ("unexplained-overdue", ["Davies"]),
    ("looked after", ["Iwan"]), ("sen", ["Iwan"]),
    ("fsm penalty", ["Davies"]), ("obi, olu", ["Obi"]),
  ])
  func `a filter finds by name, form, year, rule and need`(words: String, names: [String]) {
    var sitting = champion()
    sitting.type("/" + words)
    sitting.press(.enter)
    #expect(surnames(sitting) == names)
  }

  @Test func `a filter that leaves the pupil under the cursor out begins at its first`() {
    var sitting = champion()
    sitting.press(.down)
    sitting.type("/8b")
    #expect(sitting.picture().lines[3].hasPrefix("> ! Davies"))
  }

  @Test func `Esc clears the filter first, with the cursor still on its pupil, and then goes back`()
  {
    var sitting = champion()
    sitting.type("/rees")
    sitting.press(.enter)
    #expect(sitting.picture().lines[1].contains("Show: 'rees', 1 of 5"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[1].contains("Show: all"))
    #expect(sitting.picture().lines[6].hasPrefix("> ! Rees, Rhys"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("TODAY'S REGISTERS"))
  }

  @Test func `another desk's act is shown, and the cursor stays on its pupil`() {
    var sitting = champion()
    sitting.press(.down)
    sitting.office.flagged.removeFirst()
    sitting.office.flagged.append(TestOffice.Flagged(place: 29, rules: ["!pattern"]))
    sitting.type(.changedElsewhere)
    #expect(surnames(sitting) == ["Iwan", "Obi", "Rees", "Zeller", "Zola"])
    #expect(sitting.picture().lines[3].hasPrefix(">   Iwan, Ifan"))
    #expect(sitting.text.contains("5 pupils flagged, 2 new"))
  }

  @Test func `evidence lists every session that counts with its code`() {
    var sitting = champion()
    sitting.type("e")
    #expect(sitting.picture().lines[0].contains("EVIDENCE  Davies, Dafydd  8B"))
    for words in ["Tue 7 Oct AM  I", "Mon 13 Oct PM N", "Because: the national definition"] {
      var found = sitting.text.contains(words)
      for _ in 0..<6 where !found {
        sitting.press(.pageDown)
        found = sitting.text.contains(words)
      }
      #expect(found, "\(words)")
      sitting.press(.home)
    }
    sitting.press(.escape)
    #expect(sitting.picture().lines[3].hasPrefix("> ! Davies"))
  }

  @Test func `why not is asked about the pupil under the cursor, or about anybody by name`() {
    var sitting = champion()
    sitting.type("w")
    #expect(sitting.text.contains("Type a name, or Enter for Davies, Dafydd 8B."))
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("WHY NOT  Davies, Dafydd"))
    #expect(sitting.text.contains("Severe absence: 4 sessions, 6 more would flag"))
    sitting.press(.escape)
    sitting.type("wahm")
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("WHY NOT  Ahmed, Aisha"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[3].hasPrefix("> ! Davies"))
  }

  @Test func `the forecast says in words what may be missed, and when attendance is back`() {
    var sitting = champion()
    sitting.type("f")
    #expect(
      sitting.text.contains(
        "Persistent absence: back above 90% after Fri 28 Nov 2025 with full attendance; may"))
    #expect(
      sitting.text.contains("Severe absence: may miss 7 more sessions this year and stay above 50%")
    )
  }

  @Test func `the pupil's page has the flags, the forecast and the absence in bars, by one key`() {
    var sitting = champion()
    sitting.press(.enter)
    sitting.type("f")
    let lines = sitting.picture().lines
    #expect(lines[0].contains("FLAGS OF  Davies, Dafydd  8B"))
    #expect(lines.contains { $0.contains("> Persistent absence: 14 of 62 sessions") })
    #expect(lines.contains("  Mon  ########################  7 of 12"))
    #expect(lines.contains("  Tue  ##########                3 of 12"))
    sitting.press(.end)
    #expect(
      sitting.picture().lines.contains {
        $0.hasPrefix("> N    ########                  2  Reason")
      })
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("PUPIL  Davies, Dafydd"))
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("FLAGS  5 pupils flagged"))
  }

  @Test func `an empty list says what was looked at, and w still answers`() {
    var sitting = champion()
    sitting.office.flagged = []
    sitting.type(.changedElsewhere)
    #expect(
      sitting.text.contains(
        "Nobody is flagged by the 12 rules of ibstock.yaml up to Tue 14 Oct 2025; 30 pupils were"))
    sitting.type("e")
    #expect(sitting.text.contains("Nobody is flagged; w says how near anybody is."))
    sitting.type("wahm")
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("WHY NOT  Ahmed, Aisha"))
  }

  @Test func `on a small terminal Enter opens the evidence, and Enter again the pupil`() {
    var sitting = champion(size: Size(rows: 14, columns: 40))
    #expect(sitting.text.contains("Enter evidence"))
    sitting.press(.enter)
    #expect(sitting.picture().lines[0].contains("EVIDENCE"))
    sitting.press(.enter)
    #expect(sitting.text.contains("Enter history"))
    sitting.press(.escape)
    sitting.press(.escape)
    #expect(sitting.picture().lines[0].contains("FLAGS  5 flagged, 2 new"))
  }

  @Test func `whoever may see no flags is told who may`() {
    var sitting = Sitting(TestSchool.hall, at: "09:05", opens: false)
    sitting.type("f")
    #expect(sitting.text.contains("A member of the office may not see these flags"))
  }

  @Test(arguments: [
    ("pattern", "Absence on one weekday", "Pattern"), ("falling", "Falling attendance", "Falling"),
    ("next-to-holidays", "Absence next to holidays", "Next to holidays"),
    ("persistent-absence", "Persistent absence", "Persistent"),
    ("penalty-notice-threshold", "Penalty notice threshold", "Penalty notice"),
    ("severe-absence", "Severe absence", "Severe absence"),
  ])
  func `a short name still says which rule it is`(id: String, name: String, short: String) {
    #expect(FlagTable.short(FlagBoard.Flag(id: id, name: name)) == short)
  }

  @Test(arguments: [
    (["Persistent absence"], 40, "Persistent absence"),
    (["Persistent absence", "Penalty notice threshold"], 27, "Persistent, Penalty notice"),
    (["Persistent absence", "Penalty notice threshold"], 20, "Persistent +1"),
    (["Persistent absence", "!Falling attendance"], 25, "!Falling, Persistent"),
    (["Persistent absence", "Penalty notice threshold", "!Falling attendance"], 14, "!Falling +2"),
    (["Persistent absence", "Falling attendance"], 8, "2 flags"),
    (["Persistent absence", "Falling attendance"], 4, "2"),
  ])
  func `as many flags as fit are named, and the others counted`(
    names: [String], room: Int, shown: String
  ) {
    let flags = names.map { name in
      FlagBoard.Flag(
        id: name, name: String(name.drop { $0 == "!" }), isNew: name.hasPrefix("!"))
    }
    #expect(FlagTable.flags(flags, in: room) == shown)
  }
}
