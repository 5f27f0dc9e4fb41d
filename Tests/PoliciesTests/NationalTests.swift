import Attendance
import Testing

@testable import Policies

/// The file of national figures: as shipped, and everything it can be told.
@Suite struct NationalTests {
  private static let header = """
    year: 2025-26
    covers: September 2025 to July 2026
    source: somebody
    dated: 2026-07-31
    phases:

    """

  private static func all(_ lines: String) -> String {
    header + "  - phase: all\n" + lines.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  private static let plain = "attendance: 93.12\nabsence: 6.88\npersistent: 18.78\n"

  private func faults(_ text: String) -> [String] {
    NationalReading(name: "national.yaml", text: text).complaints.map {
      "\($0.place): \($0.sentence)"
    }
  }

  @Test(arguments: [
    (School.Phase.primary, "94.72 5.28 3.73 1.55 2.79 1.29 13.77"),
    (.secondary, "91.51 8.49 5.22 3.27 3.63 3.09 23.77"),
    (.special, "86.83 13.17 9.57 3.60 5.02 1.09 36.06"),
    (.allThrough, "93.12 6.88 4.52 2.36 3.21 2.09 18.78"),
    (.alternativeProvision, "93.12 6.88 4.52 2.36 3.21 2.09 18.78"),
  ])
  func `the shipped file has the published figures of the school's phase`(
    phase: School.Phase, figures: String
  ) throws {
    let reading = NationalReading(path: "config/national.yaml")
    #expect(reading.complaints.isEmpty)
    let national = try #require(reading.figures)
    #expect(national.year == SchoolYear(startYear: 2025))
    let row = try #require(national.row(for: phase))
    let shares = [
      row.attendance, row.absence, row.authorised, row.unauthorised, row.illness, row.late,
      row.persistent,
    ]
    #expect(shares.map { $0?.description ?? "-" }.joined(separator: " ") == figures)
  }

  @Test func `a school whose phase is listed is not compared with all`() throws {
    let text =
      Self.all(Self.plain)
      + "  - phase: alternative provision\n    attendance: 70\n    absence: 30\n    persistent: 80.5\n"
    let national = try #require(NationalReading(name: "national.yaml", text: text).figures)
    #expect(national.row(for: .alternativeProvision)?.attendance.description == "70.00")
    #expect(national.row(for: .alternativeProvision)?.persistent.description == "80.50")
  }

  @Test(arguments: [
    (
      "attendance: 93.123",
      "'attendance' must be a percentage with at most two decimals, like 94.72, not '93.123'"
    ),
    (
      "attendance: 101",
      "'attendance' must be a percentage with at most two decimals, like 94.72, not '101'"
    ),
    (
      "attendance: most",
      "'attendance' must be a percentage with at most two decimals, like 94.72, not 'most'"
    ),
  ])
  func `a figure that is none is pointed at`(line: String, fault: String) {
    let text =
      Self.header + "  - phase: all\n    " + line + "\n    absence: 6.88\n    persistent: 1\n"
    #expect(faults(text) == ["national.yaml:7:17: " + fault])
  }

  @Test func `figures that contradict each other are a fault, but for a last digit`() {
    #expect(
      faults(Self.all("attendance: 93.12\nabsence: 6.80\npersistent: 1\n")) == [
        "national.yaml:8:14: 'absence' must be 100 less attendance, which is 6.88; correct one of them"
      ])
    #expect(
      faults(
        Self.all(
          "attendance: 93.12\nabsence: 6.88\nauthorised: 4.00\nunauthorised: 2.00\npersistent: 1\n")
      ) == [
        "national.yaml:8:14: 'absence' must be authorised and unauthorised together, which is 6.00; "
          + "correct one of them"
      ])
    #expect(faults(Self.all("attendance: 93.12\nabsence: 6.90\npersistent: 1\n")).isEmpty)
  }

  @Test func `what is missing, unknown or given twice is named with its place`() {
    #expect(
      faults(Self.all("attendance: 93.12\nabsence: 6.88\npersistant: 18.78\n")) == [
        "national.yaml:6:5: 'persistent' is missing in this item of 'phases'; add it",
        "national.yaml:9:5: unknown setting 'persistant' in this item of 'phases'; did you mean "
          + "'persistent'?",
      ])
    #expect(
      faults(
        Self.all(Self.plain)
          + "  - phase: all\n    attendance: 93\n    absence: 7\n    persistent: 1\n")
        == ["national.yaml:10:12: the phase 'all' is given twice; keep one of them"])
    #expect(
      faults(Self.all(Self.plain).replacing("phase: all", with: "phase: primary")) == [
        "national.yaml:6:3: the phase 'all' is missing, with which a school of no other phase is "
          + "compared; add it"
      ])
    #expect(
      faults(Self.all(Self.plain).replacing("phase: all", with: "phase: prinary")) == [
        "national.yaml:6:12: 'phase' knows no 'prinary'; did you mean 'primary'?"
      ])
    #expect(
      faults(Self.all(Self.plain).replacing("2025-26\n", with: "2025\n")) == [
        "national.yaml:1:7: 'year' must be a school year like 2025-26, not '2025'"
      ])
  }

  @Test func `a file with a fault gives no figures`() {
    #expect(NationalReading(name: "national.yaml", text: "").figures == nil)
    #expect(NationalReading(name: "national.yaml", text: "phases: [").figures == nil)
    #expect(NationalReading(path: "config/nothing.yaml").figures == nil)
  }
}
