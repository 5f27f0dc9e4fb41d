import Attendance
import Storage
import TerminalTesting

/// The champion's desk in a school of 2,000 pupils under PSA's rules: how soon the list is right after
/// another desk's mark, and what sorting, filtering and a pupil's page cost.
struct ChampionWork {
  private let school: BenchmarkSchool
  private let folder: String
  private let store: any Store
  private static let office = Person(
    login: "office", name: "J. Hall", position: "Attendance officer")

  init(_ school: BenchmarkSchool, in home: Folder) throws {
    self.school = school
    folder = home.path(of: "champion")
    try Folder.copy(school.folder, to: folder)
    try school.run(
      ["policy", "adopt", "config/policies/psa.yaml", "--from", "2025-08-01", "--yes"], in: folder)
    store = try SchoolFolder(folder).open()
  }

  func measure() throws -> [Line] {
    let desk = try openFlags()
    return try [launch(), refresh(desk), sort(desk), filter(desk), page(desk)]
  }

  /// From the start of the program to the last line of the footer, with everybody looked at.
  private func launch() throws -> Line {
    var times = Samples()
    for round in 0..<11 {
      let desk = try openFlags()
      if round > 0 { times.add(desk.heardAt - desk.startedAt) }
    }
    return line("launch to the flags, every rule", "100 ms", times, 0.1)
  }

  /// From another desk's commit to the paint with the new figure of the pupil under the cursor.
  private func refresh(_ desk: PseudoTerminal) throws -> Line {
    let flagged = try Self.pupil(on: desk, in: store)
    let days = SchoolDays(BenchmarkSchool.year).marked
    let session = Session(days[181], .am)
    var times = Samples()
    for round in 0..<30 {
      desk.listen(seconds: 0.4)
      let before = Self.figure(desk.text).map(String.init)
      let standing = try store.standing(of: [flagged], at: session, asAt: nil)[flagged]
      _ = try store.submit(
        Act(
          kind: .amended, by: Self.office,
          at: Instant(BenchmarkSchool.today, TimeOfDay(minutes: 530)),
          marks: [
            ProposedMark(
              pupil: flagged, session: session,
              code: standing?.entry.code == "O" ? "/" : "O", seen: standing?.entry.id,
              reason: "corrected")
          ]))
      let kept = Clock.seconds
      guard desk.wait(seconds: 5, until: { Self.figure($0.text).map(String.init) != before }) else {
        throw Child.Failure(description: "the champion does not see the mark:\n\(desk.text)")
      }
      if round > 0 { times.add(max(desk.heardAt - kept, 0)) }
    }
    return line("another desk's mark to its paint in the flags", "5 ms", times, 0.005)
  }

  private func sort(_ desk: PseudoTerminal) throws -> Line {
    var keys = Stroke()
    for _ in 0..<40 { keys.add(desk.press("o")) }
    return line("sorting the flags by another column", "2 ms", keys.seconds, 0.002)
  }

  private func filter(_ desk: PseudoTerminal) throws -> Line {
    var keys = Stroke()
    for words in ["y8 pers", "davies", "11b", "falling"] {
      desk.press("/")
      for letter in words { keys.add(desk.press(String(letter))) }
      desk.press("\u{1B}")
    }
    return line("a key of the filter", "2 ms", keys.seconds, 0.002)
  }

  private func page(_ desk: PseudoTerminal) throws -> Line {
    var keys = Stroke()
    for _ in 0..<20 {
      keys.add(desk.press("\r"))
      desk.press("\u{1B}")
      desk.press("\u{1B}[B")
    }
    return line("a pupil's page from the flags", "5 ms", keys.seconds, 0.005)
  }

  private func line(_ work: String, _ budget: String, _ times: Samples, _ most: Double) -> Line {
    Line(
      work: work, budget: budget,
      measured: "\(times.median.time), p95 \(times.percentile(95).time)", kept: times.median <= most
    )
  }

  private func openFlags() throws -> PseudoTerminal {
    let desk = try PseudoTerminal(
      school.program, ["--data", folder, "--as", "price"], environment: BenchmarkSchool.environment)
    guard desk.wait(until: { $0.contains("FLAGS") && $0.contains("sessions), ") }) else {
      throw Child.Failure(description: "the champion does not see the flags:\n\(desk.text)")
    }
    return desk
  }

  /// The figure in the panel: `(97 of 102 sessions)`.
  private static func figure(_ text: String) -> Substring? {
    guard let end = text.firstRange(of: " sessions)") else { return nil }
    let head = text[..<end.lowerBound]
    return head.lastIndex(of: "(").map { head[$0...] }
  }

  /// The pupil under the cursor.
  private static func pupil(on desk: PseudoTerminal, in store: any Store) throws -> Pupil.ID {
    let row = desk.lines.first { $0.hasPrefix(">") } ?? ""
    let found = try store.roll().members(on: BenchmarkSchool.today).filter { member in
      row.contains(member.pupil.name.onRegister)
        && row.contains(" \(member.particulars.group) ")
    }
    guard let only = found.first?.pupil, found.count == 1 else {
      throw Child.Failure(description: "nobody is under the cursor:\n\(desk.text)")
    }
    return only.id
  }
}
