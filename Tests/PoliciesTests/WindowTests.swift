import Attendance
import Policies
import Testing

@Suite struct WindowTests {
  /// A Friday.
  static let friday = "2026-03-20"
  static let thursday = "2026-03-19"

  static func times(_ window: RegisterWindow?) -> String {
    window.map { "\($0.opens) \($0.lateFrom) \($0.closes) \($0.ends)" } ?? "none"
  }

  static func look(
    _ policy: Policy, _ half: HalfDay, _ day: String, _ campus: String?, _ year: String,
    group: String = "A"
  ) throws -> String {
    times(
      policy.window(
        for: half, on: try Shipped.date(day), campus: campus, yearGroup: try Shipped.year(year),
        group: group))
  }

  @Test(arguments: [
    (HalfDay.am, "Abbey", "3", "08:30 08:45 09:15 12:00"),
    (.am, "Highfields", "6", "08:40 08:55 09:25 12:00"),
    (.pm, "Abbey", "N1", "12:00 12:00 12:10 15:00"),
    (.pm, "Abbey", "N2", "12:00 12:00 12:10 15:00"),
    (.pm, "Abbey", "R", "13:10 13:10 13:20 15:00"),
    (.pm, "Abbey", "1", "12:15 12:15 12:25 15:00"),
    (.pm, "Abbey", "2", "12:40 12:40 12:50 15:00"),
    (.pm, "Abbey", "3", "12:50 12:50 13:00 15:00"),
    (.pm, "Highfields", "4", "12:45 12:45 12:55 15:10"),
    (.pm, "Highfields", "1", "12:45 12:45 12:55 15:10"),
    (.pm, "Abbey", "6", "none"),
    (.am, "Elsewhere", "1", "none"),
  ])
  func `a class of Dunkirk has the window of its campus and year`(
    half: HalfDay, campus: String, year: String, expected: String
  ) throws {
    let policy = try Shipped.policy("dunkirk")
    #expect(try Self.look(policy, half, Self.thursday, campus, year) == expected)
  }

  static let overrides = """
        - session: PM
          campus: Abbey
          groups: [Puffins]
          opens: 12:20
          late_from: 12:20
          closes: 12:30
          ends: 15:00
        - session: PM
          weekdays: [Friday]
          opens: 11:45
          late_from: 11:45
          closes: 11:55
          ends: 12:45
        - session: PM
          dates: [2026-03-20, 2026-07-17]
          opens: 11:30
          late_from: 11:30
          closes: 11:40
          ends: 12:00

    """

  @Test(arguments: [
    ("a group over its year", thursday, "Abbey", "1", "Puffins", "12:20 12:20 12:30 15:00"),
    ("another group of the year", thursday, "Abbey", "1", "Owls", "12:15 12:15 12:25 15:00"),
    ("a Friday over a group", "2026-03-13", "Abbey", "1", "Puffins", "11:45 11:45 11:55 12:45"),
    ("a Friday over a campus", "2026-03-13", "Highfields", "5", "X", "11:45 11:45 11:55 12:45"),
    ("a date over a Friday", friday, "Abbey", "1", "Puffins", "11:30 11:30 11:40 12:00"),
    (
      "a campus nobody knows, on a Friday", "2026-03-13", "Mill", "1", "X",
      "11:45 11:45 11:55 12:45"
    ),
  ])
  func `the most specific window wins`(
    why: String, day: String, campus: String, year: String, group: String, expected: String
  ) throws {
    let text = try Marked("dunkirk", replacing: "  fill_blanks: yes", by: "‸  fill_blanks: yes")
    let policy = try #require(
      PolicyReading(
        name: "x.yaml",
        text: text.text.replacing(
          "  fill_blanks: yes", with: Self.overrides + "  fill_blanks: yes"),
        codeSets: Shipped.codes.sets
      ).policy)
    #expect(try Self.look(policy, .pm, day, campus, year, group: group) == expected, "\(why)")
    #expect(
      try Self.look(policy, .am, day, "Abbey", year, group: group) == "08:30 08:45 09:15 12:00")
  }

  @Test(arguments: Shipped.names)
  func `every year of every campus has both windows on a usual day`(name: String) throws {
    let policy = try Shipped.policy(name)
    let campuses: [(String?, [YearGroup])] =
      policy.campuses.isEmpty
      ? [(nil, policy.school.years)] : policy.campuses.map { ($0.name, $0.years) }
    for (campus, years) in campuses {
      for year in years {
        for half in HalfDay.allCases {
          let window = policy.window(
            for: half, on: try Shipped.date(Self.thursday), campus: campus, yearGroup: year,
            group: "any")
          #expect(window?.isInOrder == true, "\(name) \(half) \(year)")
        }
      }
    }
  }

  @Test func `a year without a window is a fault at the windows`() throws {
    let marked = try Marked(
      "dunkirk", replacing: "  windows:\n    - session: AM", by: "  windows:\n    ‸- session: AM")
    let text = marked.text.replacing(
      "      years: [3]\n", with: "      years: [2]\n", maxReplacements: 1
    )
    .replacing(
      "opens: 12:40\n      late_from: 12:40\n      closes: 12:50",
      with: "opens: 12:50\n      late_from: 12:50\n      closes: 13:00")
    let faults = PolicyReading(name: "x.yaml", text: text, codeSets: Shipped.codes.sets)
      .complaints.filter { $0.severity == .fault }
    #expect(
      faults.contains {
        $0.sentence == "no PM window holds for Year 3 at Abbey; add one to 'windows'"
          && $0.place == "x.yaml:\(marked.line):\(marked.column)"
      })
  }

  @Test func `a window that stays open long is a warning at its closing`() throws {
    let marked = try Marked("ibstock", replacing: "closes: 09:05", by: "closes: ‸09:06")
    let reading = PolicyReading(
      name: "x.yaml", text: marked.text, codeSets: Shipped.codes.sets)
    let warning = try #require(reading.complaints.first { $0.severity == .warning })
    #expect(
      warning.sentence
        == "the window stays open 31 minutes after lateness begins; the guidance asks for no more "
        + "than 30")
    #expect(warning.place == "x.yaml:\(marked.line):\(marked.column)")
    #expect(reading.policy != nil)
  }
}
