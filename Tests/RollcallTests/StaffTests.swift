import Foundation
import Testing

/// Who may sign in, and that somebody always can.
@Suite struct StaffTests {
  private func realSchool() throws -> (TestSchool, String) {
    let school = try TestSchool()
    let folder = school.folder + "-real"
    let made = try Program.run([
      "init", "--policy", "ibstock", "--name", "Ms Head", "--position", "Headteacher", "--data",
      folder,
    ])
    #expect(made.status == 0, "\(made.errors)")
    return (school, folder)
  }

  @Test func `the last who may manage staff stays, by whatever command`() throws {
    let (school, folder) = try realSchool()
    let list = try Program.run(["staff", "list", "--format", "csv", "--data", folder])
    let login = String(list.lines[1].split(separator: ",")[0])
    let file = try school.file(
      "staff.csv", "login,name,position,role\n\(login),Ms Head,Head,tutor\n")
    for arguments in [
      ["staff", "end", login], ["import", "staff", file],
      ["staff", "add", login, "--name", "Ms Head", "--position", "Head", "--role", "tutor"],
    ] {
      let refused = try Program.run(arguments + ["--data", folder])
      #expect(refused.status == 1)
      #expect(refused.errors.contains("nobody would be left who may manage staff"))
    }
    #expect(
      try Program.run(["staff", "list", "--format", "csv", "--data", folder]).output == list.output)
  }

  @Test(arguments: [("", "Tutor"), ("Mr X", " ")])
  func `nobody signs in without a name and a position`(name: String, position: String) throws {
    let (school, folder) = try realSchool()
    defer { withExtendedLifetime(school) {} }
    let refused = try Program.run([
      "staff", "add", "bob", "--name", name, "--position", position, "--role", "tutor", "--data",
      folder,
    ])
    #expect(refused.status == 1 && refused.errors.contains("needs a login, a name and a position"))
    let fresh = try Program.run([
      "init", "--policy", "ibstock", "--name", name, "--position", position, "--data",
      folder + "2",
    ])
    #expect(fresh.status == 1 && !FileManager.default.fileExists(atPath: folder + "2"))
  }
}
