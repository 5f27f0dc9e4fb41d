import Foundation
import Testing

/// A small practice school in a folder of its own, gone when the test is.
final class TestSchool {
  /// The school's folder.
  let folder: String
  private let home: String

  /// The pupils of form 8B, by UPN, in register order.
  static let pupils = [
    ("V820400120005", "Ahmed", "Aisha"), ("N820400120001", "Barnes", "Ben"),
    ("C820400120002", "Łukasz", "Ola"), ("R820400120003", "O'Connor", "Róisín"),
    ("F820400120004", "Rees", "Rhys"),
  ]

  /// A school under Ibstock's policy with calendar, staff and form 8B.
  convenience init(pupils: Bool = true) throws {
    try self.init(under: "ibstock")
    guard pupils else { return }
    try succeed(["import", "staff", file("staff.csv", Self.staff)])
    try succeed(["import", "pupils", file("pupils.csv", Self.pupilsFile), "--from", "2025-09-01"])
  }

  /// A school under that policy with a calendar and nobody in it.
  init(under policy: String) throws {
    home = FileManager.default.temporaryDirectory.path + "/rollcall-\(UUID().uuidString)"
    folder = home + "/school"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try succeed(["init", "--policy", policy, "--practice"])
    try succeed(["import", "calendar", "config/calendars/2025-26.yaml"])
  }

  deinit {
    try? FileManager.default.removeItem(atPath: home)
  }

  /// Staff of each desk.
  static let staff = """
    login,name,position,role,registration_group
    owen,G. Owen,Form tutor,tutor,8B
    hall,J. Hall,Attendance officer,office,

    """

  /// The file of form 8B.
  static let pupilsFile =
    "upn,surname,forename,date_of_birth,year_group,registration_group,start_date,sex,fsm\n"
    + pupils.enumerated().map { index, pupil in
      "\(pupil.0),\(pupil.1),\(pupil.2),2013-0\(index + 1)-1\(index),8,8B,2025-09-03,F,"
        + (index < 2 ? "yes" : "no")
    }.joined(separator: "\n") + "\n"

  /// Writes a file beside the school and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = home + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The policy files of the school's own folder, by name.
  func policies() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/policy/policies").sorted()
  }

  /// Changes a file of the school's folder behind the program's back; nil takes it away.
  func change(_ file: String, _ change: ((String) -> String)?) throws {
    let path = folder + "/" + file
    guard let change else { return try FileManager.default.removeItem(atPath: path) }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(change(text).utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Runs a command on the school.
  func run(
    _ arguments: [String], typing input: String = "", at now: String? = nil,
    writingTo file: String? = nil
  ) throws -> Program.Outcome {
    try Program.run(arguments + ["--data", folder], typing: input, at: now, writingTo: file)
  }

  /// Runs a command that must be done without a word of complaint.
  @discardableResult
  func succeed(
    _ arguments: [String], typing input: String = "", at now: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program.Outcome {
    let outcome = try run(arguments, typing: input, at: now)
    #expect(
      outcome.status == 0 && outcome.errors.isEmpty,
      "\(arguments.joined(separator: " ")): \(outcome.errors)", sourceLocation: sourceLocation)
    return outcome
  }

  /// Runs a command that must be refused in one sentence, and gives the sentence.
  func refuse(
    _ arguments: [String], at now: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try run(arguments, at: now)
    #expect(
      outcome.status == 1 && outcome.output.isEmpty,
      "\(arguments.joined(separator: " ")): \(outcome.output)", sourceLocation: sourceLocation)
    return outcome.errors
  }
}
