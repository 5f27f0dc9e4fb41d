import Attendance
import Foundation
import Testing

/// Our arithmetic against the Department for Education's own, on its published counts.
@Suite struct PublishedFiguresTests {
  struct Row: Sendable, CustomStringConvertible {
    let place: String
    let phase: String
    let fields: [String: String]

    var description: String { "\(place) \(phase)" }
    func count(_ name: String) -> Int { fields[name].flatMap { Int($0) } ?? -1 }
    func tenths(_ name: String) -> Int {
      Int(((fields[name].flatMap(Double.init) ?? -1) * 10 + 0.5).rounded(.down))
    }
  }

  static let codes = [
    "/", "\\", "L", "I", "M", "R", "S", "T", "H", "E", "C", "C1", "J1", "C2", "B", "J", "P", "V",
    "W", "K", "G", "U", "O", "N",
  ]

  static let rows: [Row] = {
    guard
      let url = Bundle.module.url(
        forResource: "dfe_2025_26", withExtension: "csv", subdirectory: "Fixtures"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { preconditionFailure("the published figures are missing") }
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { line in
      Row(
        place: line[0], phase: line[1],
        fields: Dictionary(uniqueKeysWithValues: zip(lines[0], line)))
    }
  }()

  /// The tally of a count by code; H and J are leavings of the earlier set.
  static func tally(_ row: Row, of codes: [String] = codes) -> Tally {
    codes.reduce(into: Tally()) { total, text in
      let date = ["H", "J"].contains(text) ? day("2024-07-01") : TestSchool.wednesday
      var power = Tally()
      power.count(TestCodes.code(text, on: date))
      var left = row.count(text)
      while left > 0 {
        if left % 2 == 1 { total += power }
        power += power
        left /= 2
      }
    }
  }

  @Test(arguments: rows.prefix(100))
  func `the published totals come out of the published counts`(row: Row) {
    let tally = Self.tally(row)
    let here = Self.tally(row, of: ["/", "\\", "L"])
    let elsewhere = Self.tally(row, of: ["B", "P", "V", "W", "K", "J"])
    #expect(here.attended == row.count("present_sessions"))
    #expect(elsewhere.attended == row.count("approved_educational_activity"))
    #expect(tally.attended == here.attended + elsewhere.attended)
    #expect(tally.authorised == row.count("authorised_absence"))
    #expect(tally.unauthorised == row.count("unauthorised_absence"))
    #expect(tally.late == row.count("late_sessions"))
    #expect(tally.possible == row.count("possible_sessions"))
    #expect(tally.attendance?.tenths == row.tenths("attendance_perc"))
    #expect(tally.absence?.tenths == row.tenths("overall_absence_perc"))
    #expect(
      Share(tally.authorised, of: tally.possible)?.tenths == row.tenths("authorised_absence_perc"))
    #expect(
      Share(tally.unauthorised, of: tally.possible)?.tenths
        == row.tenths("unauthorised_absence_perc"))
  }

  @Test func `a hundred rows are compared, each of a place and phase of its own`() {
    #expect(Self.rows.count == 101)
    #expect(Set(Self.rows.map(\.description)).count == 101)
  }

  @Test func `tower hamlets primary is the row the domain facts print`() {
    let row = Self.rows.first { $0.description == "Tower Hamlets Primary" }
    #expect(
      row.map { Self.tally($0) }
        == Tally(attended: 6_039_959, authorised: 276_323, unauthorised: 103_972, late: 126_669))
  }

  /// The file leaves code F out of its columns but not out of its totals, so that authorised absence
  /// falls short in 51 of its 643 rows; for England as a whole by 106 sessions.
  @Test func `england falls short by its sessions of F alone`() {
    let row = Self.rows[100]
    var tally = Self.tally(row)
    #expect(row.description == "England Total")
    #expect(row.count("authorised_absence") - tally.authorised == 106)
    for _ in 0..<106 { tally.count(TestCodes.code("F", on: day("2013-01-08"))) }
    #expect(
      tally
        == Tally(
          attended: row.count("present_sessions") + row.count("approved_educational_activity"),
          authorised: row.count("authorised_absence"),
          unauthorised: row.count("unauthorised_absence"), late: row.count("late_sessions")))
    #expect(tally.possible == row.count("possible_sessions"))
  }
}
