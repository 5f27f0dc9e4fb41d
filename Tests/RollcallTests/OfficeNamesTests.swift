import Foundation
import Testing

/// The name by which a pupil is known, in everything the office reads (U17).
@Suite struct OfficeNamesTests {
  private static let known = ["F820400120004": "Riz", "N820400120001": "Benji"]

  private func school() throws -> TestSchool {
    let school = try TestSchool()
    let rows = [("Rees", "Rhys", "F820400120004"), ("Barnes", "Ben", "N820400120001")].map {
      surname, forename, upn in
      let born = upn.hasPrefix("F") ? "2013-05-14" : "2013-02-11"
      return "\(upn),\(surname),\(forename),\(Self.known[upn] ?? ""),\(born),8,8B,2025-09-03"
    }
    try school.succeed([
      "import", "pupils",
      school.file(
        "known.csv",
        "upn,surname,forename,preferred_name,date_of_birth,year_group,registration_group,start_date\n"
          + rows.joined(separator: "\n") + "\n"), "--from", "2025-09-01",
    ])
    try school.succeed(
      ["take", "8B", "--session", "am", "--plain", "--as", "owen"], typing: "5 N\n=\nsubmit\n",
      at: "2026-03-20T08:40")
    return school
  }

  private func office(_ school: TestSchool, _ arguments: [String]) throws -> [String] {
    try school.succeed(
      arguments + ["--as", "hall", "--format", "csv"], at: "2026-03-20T09:20"
    ).lines
  }

  /// The forenames in the rows of those who are known by another name, each once.
  private func names(_ lines: [String]) -> Set<String> {
    let head = (lines.first ?? "").split(separator: ",").map(String.init)
    guard let upn = head.firstIndex(of: "upn"), let name = head.firstIndex(of: "forename") else {
      return []
    }
    return Set(
      lines.dropFirst().compactMap { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return Self.known[cells[upn]].map { _ in cells[name] }
      })
  }

  @Test func `every list of the office has the name by which a pupil is known`() throws {
    let school = try school()
    _ = try office(
      school,
      [
        "list", "Museum", "--pupils", "Rees,Barnes", "--from", "2026-03-20:pm", "--code", "V",
        "--nature", "History",
      ])
    _ = try office(
      school,
      ["leave", "Rees", "--from", "2026-04-20", "--purpose", "bereavement", "--words", "a funeral"])
    _ = try office(
      school, ["depart", "Barnes", "--purpose", "appointment", "--expected", "11:00"])
    let both: Set = ["Riz", "Benji"]
    for (arguments, expected) in [
      (["absent"], ["Riz"]), (["depart"], ["Benji"]), (["leave", "--all"], ["Riz"]),
      (["list", "Museum"], both), (["list", "--ring-round", "--session", "pm"], both),
    ] as [([String], Set<String>)] {
      #expect(try names(office(school, arguments)) == expected, "\(arguments)")
    }
    _ = try office(school, ["depart", "Barnes", "--back"])
    #expect(try names(office(school, ["onsite"])) == ["Benji"])
    let bulletin = try office(school, ["handout", "absence-bulletin"])
    #expect(bulletin.contains { $0.contains("Riz") } && !bulletin.contains { $0.contains("Rhys") })
    // What the school sends away in its own name has the legal one.
    #expect(try names(office(school, ["register", "8B"])) == ["Rhys", "Ben"])
  }
}
