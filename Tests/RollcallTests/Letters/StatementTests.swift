import Foundation
import Testing

/// The line about attendance for school reports.
@Suite struct StatementTests {
  private func statement(_ arguments: String..., as login: String = "price") throws
    -> Program.Outcome
  {
    try LetterSchool().school.run(
      ["statement"] + arguments + ["--as", login, "--format", "csv"], at: LetterSchool.now)
  }

  @Test func `a form has a line for each pupil, exact and in plain words`() throws {
    let form = try statement("8b")
    #expect(
      form.lines == [
        "upn,name,group,attendance_percent,possible,attended,authorised,unauthorised,late,"
          + "days_missed,statement",
        "V820400120005,\"Ahmed, Aisha\",8B,81.8,66,54,2,10,0,6,"
          + "Attendance 81.8%: Aisha missed 6 days of school.",
        "N820400120001,\"Barnes, Ben\",8B,98.5,66,65,0,1,2,0.5,"
          + "\"Attendance 98.5%: Ben missed half a day of school, and was late 2 times.\"",
        "C820400120002,\"Łukasz, Ola\",8B,83.3,66,55,0,11,0,5.5,"
          + "Attendance 83.3%: Ola missed 5 and a half days of school.",
        "R820400120003,\"O'Connor, Róisín\",8B,100.0,66,66,0,0,0,0,"
          + "Attendance 100.0%: Róisín missed no school.",
        "F820400120004,\"Rees, Rhys\",8B,50.0,66,33,33,0,0,16.5,"
          + "Attendance 50.0%: Rhys missed 16 and a half days of school.",
      ])
  }

  @Test func `a pupil, a half term and the right to see figures`() throws {
    let one = try statement("Ahmed", "--from", "2025-09-15", "--to", "2025-09-19")
    #expect(one.lines.count == 2 && one.lines[1].contains(",0.0,10,0,0,10,0,5,"))
    #expect(try statement("8B", as: "owen").status == 0)
    let office = try statement("8B", as: "hall")
    #expect(office.status == 1 && office.errors.contains("may not see these figures"))
    let turned = try statement("8B", "--from", "2025-10-01", "--to", "2025-09-01")
    #expect(turned.errors.contains("turn them round"))
  }
}
