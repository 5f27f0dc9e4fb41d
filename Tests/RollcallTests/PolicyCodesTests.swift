import Foundation
import Testing

/// Where the code sets of a policy are sought that lies outside a folder of shipped ones.
@Suite struct PolicyCodesTests {
  private func policy(_ school: TestSchool) throws -> String {
    try school.file(
      "elsewhere/mine.yaml",
      String(contentsOfFile: Program.root + "/config/policies/ibstock.yaml", encoding: .utf8))
  }

  @Test func `a policy by itself is read with the shipped code sets`() throws {
    let school = try TestSchool(pupils: false)
    let path = try policy(school)
    let check = try Program.run(["policy", "check", path])
    #expect(check.status == 0)
    #expect(check.lines.last == "1 policy is well")
    let folder = school.folder + "-new"
    let made = try Program.run(["init", "--policy", path, "--practice", "--data", folder])
    #expect(made.status == 0, "\(made.errors)")
    #expect(try Program.run(["tally", "--data", folder]).status == 0)
  }

  @Test func `the folder named by --config is taken where nothing lies beside the policy`() throws {
    let school = try TestSchool(pupils: false)
    let path = try policy(school)
    let away = (path as NSString).deletingLastPathComponent
    let config = Program.root + "/config"
    let check = try Program.run(["policy", "check", path, "--config", config], folder: away)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func `without any code sets there is one fault, with a command that mends it`() throws {
    let school = try TestSchool(pupils: false)
    let path = try policy(school)
    let away = (path as NSString).deletingLastPathComponent
    for command in [
      ["policy", "check", path], ["init", "--policy", path, "--data", away + "/new", "--practice"],
    ] {
      let outcome = try Program.run(command, folder: away)
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains("there are no code sets"))
      #expect(outcome.errors.contains("'rollcall policy check \(path) --config DIR'"))
    }
    #expect(!FileManager.default.fileExists(atPath: away + "/new"))
  }

  @Test func `policies are listed as rows in every format`() throws {
    let csv = try Program.run(["policy", "list", "--format", "csv"])
    #expect(csv.lines.first == "policy,school,phase,faults,file")
    #expect(csv.lines.contains("psa,PSA,secondary,0,config/policies/psa.yaml"))
    let json = try Program.run(["policy", "list", "--format", "json"])
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(rows?.compactMap { $0["policy"] as? String }.contains("psa") == true)
  }
}
