import TerminalTesting
import Testing

/// A form of thirty, its tutor and two desks of the office, each at the real program on a terminal.
struct FormOfThirty {
  let school: TestSchool
  private static let day = "2026-03-20"

  /// The UPN and surname of the pupil in that row of the register.
  static func pupil(_ row: Int) -> (upn: String, surname: String) {
    (MorningWorld.upn(row), MorningWorld.surname(row))
  }

  init() throws {
    school = try TestSchool(under: "ibstock")
    let staff = TestSchool.staff + "dale,D. Dale,Administrative assistant,office,\n"
    try school.succeed(["import", "staff", school.file("staff.csv", staff)])
    let rows = (1...30).map { row in
      "\(Self.pupil(row).upn),\(Self.pupil(row).surname),Zed,2012-11-02,8,8B,2025-09-03\n"
    }
    try school.succeed([
      "import", "pupils",
      school.file(
        "pupils.csv",
        "upn,surname,forename,date_of_birth,year_group,registration_group,start_date\n"
          + rows.joined()), "--from", "2025-09-01",
    ])
  }

  /// Somebody's desk, once it shows what they begin with.
  func open(
    as login: String, at time: String, rows: Int = 24, until shown: String
  ) throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", school.folder, "--as", login], size: (rows, 80),
      environment: ["ROLLCALL_NOW": "\(Self.day)T\(time)"])
    try #require(desk.wait { $0.contains(shown) && $0.contains("? help") }, "\(desk.text)")
    return desk
  }

  /// What a command of the office prints.
  func office(_ arguments: String..., at time: String = "09:30") throws -> [String] {
    try school.succeed(
      arguments + ["--as", "hall", "--format", "csv"], at: "\(Self.day)T\(time)"
    ).lines
  }

  /// The code and minutes of every row of the register of the morning.
  func marks() throws -> [(code: String, minutes: Int?)] {
    try office("register", "8B", "--session", "am").dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return (String(cells[3]), Int(cells[4]))
    }
  }

  /// Whether every seal and sheet is as it was made.
  func isSound() throws -> Bool { try school.succeed(["verify"]).output.contains("all sound") }
}

extension PseudoTerminal {
  /// Whether the cursor stands on that row of the register.
  func isOn(row: Int) -> Bool {
    let line = lines[cursor.row]
    let name = MorningWorld.surname(row)
    // Two columns of fifteen: the sign of the current row stands before its number.
    return line.contains("> \(row) \(name)") || line.contains(">  \(row) \(name)")
  }
}
