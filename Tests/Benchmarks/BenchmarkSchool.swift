import Attendance
import Foundation
import TerminalTesting

/// A practice school of 2,000 pupils, made by plain commands from generated files.
struct BenchmarkSchool {
  /// The school's folder.
  let folder: String
  /// The school as it was before its last year's marks came in.
  let before: String
  /// The marks of the last year: for the import, and for plain tools.
  let csv: String
  let tsv: String
  /// The program.
  let program: String
  /// The last school year, at the end of which the clock stands.
  static let year = SchoolYear(startYear: 2025)
  /// The day of the clock.
  static let today = SchoolDays(year).today
  /// The day before it that was marked last.
  static let lastMarked = SchoolDays(year).marked[184]

  init(in home: Folder, named name: String, years: Int, program: String) throws {
    self.program = program
    folder = home.path(of: name)
    before = home.path(of: name + "-before")
    csv = home.path(of: name + ".csv")
    tsv = home.path(of: name + ".tsv")
    let first = Self.year.startYear - years + 1
    let all = (first...Self.year.startYear).map(SchoolYear.init(startYear:))
    let start = SchoolDays(all[0]).days[0]
    try run(["init", "--policy", "ibstock", "--practice"])
    let calendar = all.map { SchoolDays($0).calendar }.joined(separator: "\n")
    try run(["import", "calendar", home.write("calendar.yaml", calendar)])
    try run(["import", "staff", home.write("staff.csv", SchoolFiles.staff)])
    for year in all {
      let pupils = try home.write("pupils.csv", SchoolFiles.pupils(in: year, since: start))
      try run(["import", "pupils", pupils, "--from", "\(SchoolDays(year).days[0])"])
      let marks = SchoolFiles.marks(of: year)
      try Data(marks.csv).write(to: URL(fileURLWithPath: csv))
      try Data(marks.tsv).write(to: URL(fileURLWithPath: tsv))
      if year == Self.year { try Folder.copy(folder, to: before) }
      try run(["import", "marks", csv])
    }
  }

  /// The clock, as the environment sets it: on the morning of the first day without marks.
  static let environment = ["ROLLCALL_NOW": "\(today)T08:40"]

  /// Runs a command of the program on the school, and gives the seconds it took.
  @discardableResult
  func run(
    _ arguments: [String], in folder: String? = nil, output: String = "/dev/null"
  ) throws -> Double {
    try Child.run(
      program, arguments + ["--data", folder ?? self.folder], output: output,
      environment: Self.environment)
  }

  /// Opens the app as the person of that login.
  func desk(as login: String?) throws -> PseudoTerminal {
    try PseudoTerminal(
      program, ["--data", folder] + (login.map { ["--as", $0] } ?? []),
      environment: Self.environment)
  }

  /// Opens the app as the tutor of a form, on the open register.
  func tutor(of form: String) throws -> PseudoTerminal {
    let desk = try desk(as: SchoolFiles.tutor(of: form))
    guard desk.wait(until: LaunchWork.isOpenRegister) else {
      throw Child.Failure(description: "no open register of \(form):\n\(desk.text)")
    }
    return desk
  }
}
