import Attendance
import Foundation
import TerminalTesting
import Testing

/// The people of a school living through its morning, by keys and by commands.
struct WholeMorning {
  let world: MorningWorld
  let school: MorningWorld.School
  let folder: TestSchool
  private static let day = "2026-03-20"

  init(
    _ school: MorningWorld.School,
    dealing fates: [(MorningWorld.Fate, Int)] = MorningWorld.manyAway
  ) throws {
    self.school = school
    world = MorningWorld(school, dealing: fates)
    folder = try TestSchool(under: school.policy)
    for (what, text) in [
      ("staff", MorningWorld.staffFile), ("pupils", world.pupilsFile(school)),
      ("contacts", world.contactsFile),
    ] {
      var words = ["import", what, try folder.file("\(what).csv", text)]
      if what == "pupils" { words += ["--from", "2025-09-01"] }
      try folder.succeed(words)
    }
  }

  func time(_ start: TimeOfDay, _ minutes: Int) -> String {
    "\(Self.day)T\(start.adding(minutes: minutes))"
  }

  /// Runs a command as the office, twenty minutes after closing unless told otherwise.
  @discardableResult
  func office(_ words: [String], at moment: String? = nil) throws -> Program.Outcome {
    let outcome = try folder.run(
      words + ["--as", "hall"], at: moment ?? time(school.closes, 20))
    try #require(outcome.status == 0, "\(words.joined(separator: " ")): \(outcome.errors)")
    return outcome
  }

  /// Thirty parents ring before registration.
  func hearMessages() throws {
    for child in world.those(.toldBefore, .toldAndCame) {
      try office(
        [
          "call", child.upn, "--caller", "Ms \(child.surname)", "--relationship", "mother",
          "--words", "a cold", "--code", "I",
        ], at: time(school.opens, -25))
    }
  }

  /// A trip of sixty, three of whom stay behind, an exam of twenty, and three at the medical base.
  func makeLists() throws {
    let trip = world.those(.aboard, .stayedBehind).map(\.upn)
    let before = time(school.opens, -20)
    try office(
      [
        "list", "Museum", "--pupils", trip.joined(separator: ","), "--leader", "lead", "--from",
        Self.day, "--through", Self.day, "--code", "V", "--nature",
        "museum visit",
      ], at: before)
    try office(
      [
        "list", "Exam hall", "--pupils",
        world.those(.inExam).map(\.upn).joined(separator: ","), "--leader", "invigilator", "--from",
        "\(Self.day):am",
      ], at: before)
    try office(
      [
        "list", "Medical base", "--pupils", world.those(.atBase).map(\.upn).joined(separator: ","),
        "--leader", "nurse", "--from", "\(Self.day):am",
      ], at: before)
    try office(
      ["list", "Museum", "--aboard", "--not-aboard"] + world.those(.stayedBehind).map(\.upn),
      at: time(school.opens, 1))
  }

  /// Nine tutors and the invigilator take their registers; one tutor does not.
  func takeRegisters() throws {
    for form in MorningWorld.forms where form != MorningWorld.untaken {
      let away: Set<MorningWorld.Fate> = [.toldAfter, .late, .veryLate, .unexplained]
      let names = Set(
        world.children.filter { $0.form == form && away.contains($0.fate) }.map(\.surname))
      try take(form, as: "tutor\(form.lowercased())", marking: names)
    }
    try take("Exam hall", as: "invigilator", marking: [])
    try take("Medical base", as: "nurse", marking: [])
  }

  /// Takes a register line by line: N for those, and the rest is filled.
  func take(
    _ group: String, as login: String, marking absent: Set<String>, sending: String = "=\nsubmit\n"
  ) throws {
    let moment = time(school.opens, 5)
    let rows = try office(["register", group, "--format", "csv"], at: moment).lines.dropFirst()
    let numbers = rows.enumerated().filter { _, row in
      absent.contains(row.split(separator: ",").map(String.init)[1])
    }.map { "\($0.offset + 1)" }
    let keys = (numbers.isEmpty ? "" : numbers.joined(separator: ",") + " N\n") + sending
    let outcome = try folder.run(
      ["take", group, "--session", "am", "--plain", "--as", login], typing: keys, at: moment)
    try #require(outcome.status == 0, "\(group): \(outcome.output) \(outcome.errors)")
  }

  /// Twenty-five come late: five keys and a name each, at the late desk.
  func letLatecomersIn() throws {
    try atLateDesk(world.those(.late, .lateUntaken), at: time(school.closes, -3))
    try atLateDesk(world.those(.veryLate, .toldAndCame), at: time(school.closes, 6))
  }

  func atLateDesk(_ children: [MorningWorld.Child], at moment: String) throws {
    let desk = try open(at: moment)
    desk.type("l")
    try #require(desk.wait { $0.contains("LATE DESK") })
    for child in children {
      desk.type(child.surname)
      try #require(desk.wait { $0.contains("\(child.surname), Zed \(child.form)") })
      desk.type("\r")
      try #require(desk.wait { $0.contains("Why late?") }, "\(desk.text)")
      desk.type("bus\r")
      try #require(desk.wait { $0.contains("\(child.surname), Zed: arrived") }, "\(desk.text)")
    }
    desk.type("\u{11}")
    try #require(desk.waitForEnd() == .exited(0))
  }

  /// Ten parents ring after registration, and are logged by keys.
  func hearMessagesAfterwards() throws {
    let desk = try open(at: time(school.closes, 10))
    for child in world.those(.toldAfter) {
      desk.type("n")
      try #require(desk.wait { $0.contains("New message") }, "\(desk.text)")
      desk.type(child.surname)
      try #require(desk.wait { $0.contains("1 \(child.surname), Zed") }, "\(desk.text)")
      desk.type("\r")
      try #require(desk.wait { $0.contains("1 Ms \(child.surname), mother") }, "\(desk.text)")
      desk.type("\rhas a cold\rI\r\u{13}")
      try #require(
        desk.wait { $0.contains("\(child.surname), Zed: 1 N amended to I") }, "\(desk.text)")
    }
    desk.type("\u{11}")
    try #require(desk.waitForEnd() == .exited(0))
  }

  func open(at moment: String, rows: Int = 24) throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      "rollcall", ["--data", folder.folder, "--as", "hall"], size: (rows, 80),
      environment: ["ROLLCALL_NOW": moment])
    try #require(desk.wait { $0.contains("THIS MORNING") })
    return desk
  }

  /// What the register says of itself.
  func verified() throws -> String { try folder.succeed(["verify"]).output }

  /// The pupils of a command's rows.
  func listed(_ words: [String]) throws -> Set<String> {
    let known = Set(world.children.map(\.upn))
    return Set(
      try office(words + ["--format", "csv"]).lines.flatMap { $0.split(separator: ",") }
        .map(String.init).filter(known.contains))
  }

  /// The mark of everybody as the registers have it.
  func marks() throws -> [String: String] {
    var marks: [String: String] = [:]
    for group in MorningWorld.forms + ["Exam hall", "Medical base", "Museum"] {
      for row in try office(["register", group, "--session", "am", "--format", "csv"]).lines
        .dropFirst()
      {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        marks[cells[0]] = cells[3]
      }
    }
    return marks
  }

  var expectedMarks: [String: String] {
    Dictionary(uniqueKeysWithValues: world.children.map { ($0.upn, $0.fate.code) })
  }

  /// The registers that the office's morning still asks for.
  func untaken() throws -> String {
    let desk = try open(at: time(school.closes, 20))
    defer { desk.type("\u{11}") }
    try #require(desk.wait { $0.contains("Registers not taken") || $0.contains("untaken") })
    return desk.text
  }
}
