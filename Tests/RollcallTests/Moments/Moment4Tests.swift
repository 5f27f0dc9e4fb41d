import TerminalTesting
import Testing

/// Moment 4: 9:06, a short, true list.
@Suite struct Moment4Tests {
  @Test(arguments: MorningWorld.School.five)
  func `moment 4: a minute after closing the list is short and true, on a morning with everything`(
    school: MorningWorld.School
  ) throws {
    let morning = try WholeMorning(school, dealing: MorningWorld.fewAway)
    // A trip of sixty with 57 aboard, an exam hall, the medical base and an untaken register.
    try morning.hearMessages()
    try morning.makeLists()
    try morning.takeRegisters()
    let world = morning.world
    try morning.atLateDesk(
      world.those(.late, .lateUntaken), at: morning.time(school.closes, -3))
    #expect(world.those(.aboard).count == 57 && world.those(.inExam, .atBase).count == 23)

    let desk = try morning.open(at: morning.time(school.closes, 1), rows: 60)
    try #require(
      desk.wait { $0.contains("Unexplained 4") && $0.contains("? help") }, "\(desk.text)")
    let shown = Self.rows(desk)
    // Nobody is missed and nobody is a false alarm: the four whom nobody can explain, and one line
    // for the register that nobody took, with its twenty-four pupils.
    #expect(
      shown.filter { $0.section == "Unexplained absences" }.map(\.name).sorted()
        == world.those(.unexplained).map { "\($0.surname), Zed \($0.form)" }.sorted())
    #expect(
      shown.filter { $0.section == "Registers not taken" }.map(\.name)
        == ["\(MorningWorld.untaken) AM"])
    #expect(desk.wait { $0.contains("24 pupils") })
    #expect(shown.count == world.those(.unexplained).count + 1, "\(desk.text)")
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
    #expect(
      try morning.listed(["absent", "--session", "am"]) == Set(world.those(.unexplained).map(\.upn))
    )
  }

  /// The rows of the morning as a person reads them: a section stands before its first row only.
  private static func rows(_ desk: PseudoTerminal) -> [(section: String, name: String)] {
    var section = ""
    var rows: [(String, String)] = []
    for line in desk.lines.dropFirst(2) {
      if line.isEmpty { break }
      let letters = Array(line)
      let heading = String(letters[2..<min(24, letters.count)]).trimmed
      if !heading.isEmpty { section = heading }
      // The words begin directly after the longest name, two columns further.
      let name = String(letters.dropFirst(24)).split(separator: "  ").first.map(String.init) ?? ""
      rows.append((section, Self.name(name)))
    }
    return rows
  }

  /// The name and form of a row, without the words that follow: `Bababa, Zed F1`, `F10 AM`.
  private static func name(_ text: String) -> String {
    let words = text.split(separator: " ")
    let count = words.first?.hasSuffix(",") ?? false ? 3 : 2
    return words.prefix(count).joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
