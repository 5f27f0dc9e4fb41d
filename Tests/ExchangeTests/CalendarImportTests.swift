import Attendance
import Exchange
import Testing

@Suite struct CalendarImportTests {
  private func plan(
    _ text: String,
    over context: ImportContext = ImportContext(today: TestSchool.date("2025-09-01"))
  ) throws(FaultList) -> ImportPlan<CalendarYear> {
    try CalendarImport.plan(IncomingFile(named: "calendar.yaml", text: text), over: context)
  }

  private static let good = """
    - year: "2025-26"
      terms:
        - name: Autumn
          starts: 2025-09-01
          ends: 2025-12-19
          half_term: {starts: 2025-10-27, ends: 2025-10-31}
        - name: Spring
          starts: 2026-01-05
          ends: 2026-03-31
      closed:
        - date: 2025-11-28
          reason: INSET day
        - date: 2026-02-03
          reason: boiler
          session: PM
          campus: East
          year_groups: [R, 1]
        - date: 2026-02-03
          reason: trip
          campus: East
          year_groups: [2]
        - date: 2025-12-25
          reason: Christmas Day

    """

  @Test func `a good calendar is read, closed days without school included`() throws {
    let plan = try plan(Self.good)
    #expect(
      plan.new == [
        CalendarYear(
          year: SchoolYear(startYear: 2025), terms: TestSchool.year.terms,
          closures: [
            Closure(date: TestSchool.date("2025-11-28"), reason: "INSET day"),
            Closure(
              date: TestSchool.date("2026-02-03"), reason: "boiler", half: .pm, campus: "East",
              yearGroups: [.reception, YearGroup(year: 1)].compactMap(\.self)),
            Closure(
              date: TestSchool.date("2026-02-03"), reason: "trip", campus: "East",
              yearGroups: [YearGroup(year: 2)].compactMap(\.self)),
            Closure(date: TestSchool.date("2025-12-25"), reason: "Christmas Day"),
          ])
      ])
    #expect(plan.summary == "1 school year: 1 new, 0 changed, 0 the same")
  }

  @Test func `the same calendar twice changes nothing, another one changes its year`() throws {
    let years = try plan(Self.good).new
    let context = ImportContext(
      today: TestSchool.date("2025-09-01"), calendar: SchoolCalendar(years))
    #expect(try plan(Self.good, over: context).isEmpty)
    let changed = try plan(
      Self.good.replacing("2025-12-19", with: "2025-12-18"), over: context)
    #expect(changed.changed.map(\.before) == years)
    #expect(changed.changed.map { $0.after.terms[0].ends } == [TestSchool.date("2025-12-18")])
  }

  /// `‸` stands just before the place the fault must point at.
  @Test(arguments: [
    ("‸", "the file is empty; list the school years, each with its terms"),
    ("‸year: 2025-26\n", "expected a list of school years here, each after a dash"),
    (
      "- year: ‸2025-27\n  terms: []\n",
      "'2025-27' is no school year; write it like 2025-26"
    ),
    ("- ‸terms: []\n", "'year' is missing here; add it"),
    ("- ‸year: 2025-26\n", "'terms' is missing here; add it"),
    ("- year: 2025-26\n  terms: ‸[]\n", "school year 2025-26 has no terms; list them"),
    (
      "- year: 2025-26\n  terms:\n  - ‸{name: A, starts: 2025-09-01}\n",
      "'ends' is missing here; add it"
    ),
    (
      "- year: 2025-26\n  terms:\n  - {name: A, starts: 2025-09-01, ends: ‸2025-08-31}\n",
      "A ends on 2025-08-31, before it starts on 2025-09-01; correct one of them"
    ),
    (
      "- year: 2025-26\n  terms:\n  - {name: A, starts: ‸1/9/2025, ends: 2025-12-19}\n",
      "'1/9/2025' is no date for starts; write 2025-09-01"
    ),
    (
      "- year: 2025-26\n  terms:\n  - {name: A, starts: ‸2025-07-31, ends: 2025-12-19}\n",
      "2025-07-31 lies outside 2025-26, which runs from 2025-08-01 to 2026-07-31; "
        + "correct the date or the year"
    ),
    (
      "- year: 2025-26\n  terms:\n  - {name: A, starts: 2025-09-01, ends: ‸2026-08-01}\n",
      "2026-08-01 lies outside 2025-26, which runs from 2025-08-01 to 2026-07-31; "
        + "correct the date or the year"
    ),
    (
      "- year: 2025-26\n  terms:\n  - {name: A, starts: 2025-09-01, ends: 2025-12-19}\n"
        + "  - ‸{name: B, starts: 2025-12-19, ends: 2026-03-31}\n",
      "B begins on 2025-12-19, before A ends on 2025-12-19; correct one of them"
    ),
    (
      "- year: 2025-26\n  terms:\n  - {name: A, starts: 2025-09-01, ends: 2025-12-19}\n"
        + "  - ‸{name: A, starts: 2026-01-05, ends: 2026-03-31}\n",
      "two terms are called A; give each its own name"
    ),
    (
      "- year: 2025-26\n  terms:\n  - name: A\n    starts: 2025-09-01\n    ends: 2025-12-19\n"
        + "    half_term: ‸{starts: 2025-12-15, ends: 2025-12-20}\n",
      "half term from 2025-12-15 to 2025-12-20 lies outside A, which runs from 2025-09-01 to "
        + "2025-12-19; correct the dates"
    ),
    (
      "- year: 2025-26\n  terms:\n  - name: A\n    starts: 2025-09-01\n    ends: 2025-12-19\n"
        + "    ‸halfterm: {starts: 2025-10-27, ends: 2025-10-31}\n",
      "unknown setting 'halfterm'; did you mean 'half_term'?"
    ),
    (
      "- year: 2025-26\n  ‸weather: fine\n  terms: [{name: A, starts: 2025-09-01, "
        + "ends: 2025-12-19}]\n",
      "unknown setting 'weather'; a school year has year, terms, closed"
    ),
    (
      "- year: 2025-26\n  terms: [{name: A, starts: 2025-09-01, ends: 2025-12-19}]\n"
        + "  closed:\n  - {date: ‸2026-09-01, reason: INSET}\n",
      "2026-09-01 lies outside 2025-26, which runs from 2025-08-01 to 2026-07-31; "
        + "put it into its own year"
    ),
    (
      "- year: 2025-26\n  terms: [{name: A, starts: 2025-09-01, ends: 2025-12-19}]\n"
        + "  closed:\n  - {date: 2025-09-01, reason: INSET}\n"
        + "  - ‸{date: 2025-09-01, reason: again, session: AM}\n",
      "2025-09-01 is closed twice; delete one"
    ),
    (
      "- year: 2025-26\n  terms: [{name: A, starts: 2025-09-01, ends: 2025-12-19}]\n"
        + "  closed:\n  - {date: 2025-09-01, reason: INSET, session: ‸noon}\n",
      "'noon' is no session; write AM or PM, or leave it out"
    ),
    (
      "- year: 2025-26\n  terms: [{name: A, starts: 2025-09-01, ends: 2025-12-19}]\n"
        + "  closed:\n  - {date: 2025-09-01, reason: INSET, year_groups: [7, ‸15]}\n",
      "'15' is no year group; use N1, N2, R or 1 to 14"
    ),
    (
      "- year: 2025-26\n  terms: [{name: A, starts: 2025-09-01, ends: 2025-12-19}]\n"
        + "  closed:\n  - {date: 2025-09-01, reason: ‸\"\"}\n",
      "nothing stands here; fill it in, or leave the setting out"
    ),
    (
      "- year: 2025-26\n  terms: [{name: A, starts: 2025-09-01, ends: 2025-12-19}]\n"
        + "- year: ‸2025-26\n  terms: [{name: A, starts: 2025-09-01, ends: 2025-12-19}]\n",
      "school year 2025-26 stands twice; put its terms together"
    ),
    (
      "- ‸year: 2025-26\n  year: 2026-27\n", "set twice: year; delete one"
    ),
  ])
  func `a fault points at its line and column and says what to do`(
    marked: String, sentence: String
  ) throws {
    let before = marked.prefix { $0 != "‸" }
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let found = faults { () throws(FaultList) in
      try plan(marked.replacing("‸", with: ""))
    }
    let place = before.isEmpty && sentence.hasPrefix("the file") ? "1" : "\(line):\(column)"
    #expect(found == ["calendar.yaml:\(place): \(sentence)"])
  }

  @Test func `a file that is no YAML, or no UTF-8, is told where it breaks`() {
    let open = faults { () throws(FaultList) in try plan("- year: \"2025-26\n  terms: []\n") }
    #expect(open.count == 1)
    #expect(open.first?.hasPrefix("calendar.yaml:3:1: a quote is opened and never closed") == true)
    let latin = faults { () throws(FaultList) in
      try CalendarImport.plan(
        IncomingFile(named: "calendar.yaml", bytes: Array("- year: x\n# ".utf8) + [0xE9]),
        over: TestSchool.context)
    }
    #expect(latin == ["calendar.yaml:2: this file is not UTF-8; save it as UTF-8"])
  }

  @Test(arguments: 0..<100)
  func `a damaged calendar is read or refused, and never traps`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(Self.good.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] =
        Array("- :{}[]\"'&*!|>%@`\n\tz9#".utf8).randomElement(using: &random) ?? 0
    }
    let file = IncomingFile(named: "calendar.yaml", bytes: bytes)
    do throws(FaultList) {
      let plan = try CalendarImport.plan(file, over: TestSchool.context)
      for year in plan.new + plan.changed.map(\.after) {
        #expect(year.terms.allSatisfy { year.year.contains($0.starts) && $0.starts <= $0.ends })
        #expect(year.closures.allSatisfy { year.year.contains($0.date) })
      }
    } catch {
      #expect(!error.kept.isEmpty)
    }
  }
}
