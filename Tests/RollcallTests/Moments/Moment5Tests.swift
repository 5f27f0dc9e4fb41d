import Foundation
import TerminalTesting
import Testing

/// Moment 5: the fire bell rings six minutes into registration, with half the registers unsent.
@Suite struct Moment5Tests {
  /// Those whose registers are sent; the sixth is half marked, and nobody has begun the others.
  private static let sent: Set<String> = ["F1", "F2", "F3", "F4", "F5"]
  private static let begun = "F6"
  /// How many rows of the sixth are marked when the bell rings.
  private static let drafted = 7

  /// What the list must say of everybody, worked out from what was done.
  private static func truth(_ world: MorningWorld) -> [String: String] {
    var truth: [String: String] = [:]
    let seats = Dictionary(grouping: world.children, by: \.form)
    for (form, children) in seats {
      // Those aboard a coach are in no row of their form.
      let rows = children.filter { ![.aboard, .inExam, .atBase].contains($0.fate) }
      for child in children {
        let row = rows.firstIndex { $0.upn == child.upn }
        let isSeen = sent.contains(form) || (form == begun && (row ?? .max) < drafted)
        switch child.fate {
        case .aboard: break
        case .toldBefore, .toldAndCame:
          if !sent.contains(form) {
            truth[child.upn] = "not yet marked, expected away (I)"
          }
        case .toldAfter, .late, .veryLate, .unexplained:
          if !isSeen { truth[child.upn] = "not yet marked" }
        case .inForm, .stayedBehind, .inExam, .atBase, .untaken, .lateUntaken:
          truth[child.upn] = isSeen && row != nil ? "seen" : "not yet marked"
        }
      }
    }
    return truth
  }

  /// A morning up to the bell.
  private func morning(_ school: MorningWorld.School) throws -> WholeMorning {
    let morning = try WholeMorning(school)
    try morning.hearMessages()
    try morning.makeLists()
    let away: Set<MorningWorld.Fate> = [.toldAfter, .late, .veryLate, .unexplained]
    for form in Self.sent.sorted() {
      let names = morning.world.children.filter { $0.form == form && away.contains($0.fate) }
      try morning.take(
        form, as: "tutor\(form.lowercased())", marking: Set(names.map(\.surname)))
    }
    let rows = morning.world.children.filter { $0.form == Self.begun && $0.fate != .aboard }
      .prefix(Self.drafted)
    let seen = rows.enumerated().filter { $0.element.fate == .inForm }
      .map { "\($0.offset + 1) /\n" }.joined()
    try morning.take(
      Self.begun, as: "tutor\(Self.begun.lowercased())",
      marking: Set(rows.filter { away.contains($0.fate) }.map(\.surname)), sending: seen)
    return morning
  }

  @Test(arguments: MorningWorld.School.five)
  func `moment 5: the fire bell rings with half the registers unsent, and the unmarked are listed`(
    school: MorningWorld.School
  ) throws {
    let morning = try morning(school)
    let bell = morning.time(school.opens, 6)
    let truth = Self.truth(morning.world)
    let rows = try morning.office(["onsite", "--format", "csv"], at: bell).lines.dropFirst()
    let listed = rows.map { row in
      let cells = row.split(separator: ",", maxSplits: 4).map(String.init)
      return (cells[3], cells[4].filter { $0 != "\"" })
    }
    #expect(Dictionary(listed, uniquingKeysWith: { $0 + " and " + $1 }) == truth)

    // On paper in less time than anybody needs to stand up, and everybody is on it.
    let began = Clock.seconds
    let paper = try morning.office(["onsite", "--print"], at: bell)
    #expect(Clock.seconds - began < 20)
    let surnames = Set(morning.world.children.filter { truth[$0.upn] != nil }.map(\.surname))
    #expect(Self.names(paper.lines) == surnames)
    #expect(paper.output.contains("\(truth.count) to be found."))
  }

  @Test
  func `moment 5: at the office's desk f shows the list, p prints it, and it was kept before`()
    throws
  {
    let school = MorningWorld.School.five[0]
    let morning = try morning(school)
    let bell = morning.time(school.opens, 6)
    let truth = Self.truth(morning.world)
    let surnames = Set(morning.world.children.filter { truth[$0.upn] != nil }.map(\.surname))
    let desk = try morning.open(at: bell)
    #expect(desk.wait { $0.contains("? help") && $0.contains("Not taken 7") }, "\(desk.text)")
    desk.type("f")
    #expect(desk.wait { $0.contains("FIRE LIST") && $0.contains("as known 08:4") }, "\(desk.text)")
    // A power cut at this moment still leaves the list: it was kept before the key was taken.
    let lists = morning.folder.folder + "/lists/"
    let kept = try String(contentsOfFile: lists + "fire-list.txt", encoding: .utf8)
    let printed = try morning.office(["onsite", "--print"], at: bell).output
    #expect(kept == printed)
    desk.resize(rows: 260, columns: 80)
    let all = desk.wait { Self.names($0.lines).isSuperset(of: surnames) }
    #expect(all, "\(surnames.subtracting(Self.names(desk.lines)))")
    #expect(Self.names(desk.lines) == surnames)
    desk.type("p")
    #expect(desk.wait { $0.contains("Written to") }, "\(desk.text)")
    let name = try #require(
      desk.lines.joined(separator: " ").split(separator: " ").first { $0.hasPrefix("lists/") })
    let sheet = try String(
      contentsOfFile: morning.folder.folder + "/" + name, encoding: .utf8)
    #expect(Self.names(sheet.split(separator: "\n").map(String.init)) == surnames)
    desk.type("\u{11}")
    #expect(desk.waitForEnd() == .exited(0))
  }

  /// The surnames in these lines, each before its `, Zed`.
  private static func names(_ lines: [String]) -> Set<String> {
    Set(
      lines.flatMap { line in
        line.components(separatedBy: ", Zed").dropLast().compactMap {
          $0.split(separator: " ").last.map(String.init)
        }
      })
  }
}
