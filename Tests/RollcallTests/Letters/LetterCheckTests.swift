import Foundation
import Testing

/// A letter with a fault is told by `policy check`, with its file and line, before it goes out.
@Suite struct LetterCheckTests {
  @Test func `a field that no letter has is refused in the shipped folder`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/rollcall-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: Program.root + "/config", toPath: folder)
    let well = try Program.run(["policy", "check", "--config", folder])
    #expect(
      well.status == 0 && !well.output.contains("not written"), "\(well.output)\(well.errors)")
    let path = folder + "/letters/red.mustache"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("{{absences}}", with: "{{abscences}}").write(
      toFile: path, atomically: true, encoding: .utf8)
    let broken = try Program.run(["policy", "check", "--config", folder])
    #expect(broken.status == 1)
    let line = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
        $0.contains("{{absences}}")
      })
    #expect(
      broken.errors.contains("letters/red.mustache:\(line + 1):")
        && broken.errors.contains(
          "no letter has a field 'abscences'; did you mean 'absences'?"),
      "\(broken.errors)")
  }

  @Test func `the same is refused in a school's own folder, and no school adopts it`() throws {
    let school = try TestSchool()
    let path = school.folder + "/policy/letters/contract-meeting.mustache"
    try "Dear {{contact}},\nsee {{metting_date}}\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    let broken = try school.run(["policy", "check"])
    #expect(
      broken.status == 1
        && broken.errors.contains("contract-meeting.mustache:2:5: no letter has a field"),
      "\(broken.errors)")
    let made = try school.run(
      ["letter", "contract-meeting", "Ahmed", "--preview"], at: LetterSchool.now)
    #expect(made.status == 1 && made.errors.contains("contract-meeting.mustache:2:5"))
  }

  @Test func `what a letter takes is listed, and a letter without words says where they go`() throws
  {
    let school = try TestSchool()
    try FileManager.default.removeItem(
      atPath: school.folder + "/policy/letters/certificate.mustache")
    let list = try school.succeed(["letter", "--list", "--format", "csv"])
    #expect(
      list.lines.contains(
        "contract-meeting,Attendance contract meeting,letter,yes,meeting_date meeting_time "
          + "meeting_place meeting_with"))
    #expect(list.lines.contains("certificate,Attendance certificate,certificate,no,"))
    let made = try school.run(["letter", "certificate", "Ahmed"], at: LetterSchool.now)
    #expect(made.errors.contains("its words are not written yet; write them to"))
  }
}
