import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

extension ExportCommand {
  /// Every change of a mark since the last time.
  struct Marks: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "marks",
      abstract: "Every change of a mark since the last time, to carry over into another system.",
      discussion: """
        Without --since, the changes since the last such export; the first time, all there ever \
        were. --since and --since-act give a part of them again, and the next export goes on where \
        the last whole one ended. One that could not be written is no such one.
        """)

    @Option(help: "Since that time: 2026-03-20T08:40.")
    var since: Instant?
    @Option(name: .customLong("since-act"), help: "Since the act of that number.")
    var act: Int64?
    @OptionGroup var paper: PaperOptions

    /// How the change log names these exports, before the number of the last act they hold.
    static let head = "changed marks up to act "

    func perform() throws {
      let school = try paper.options.open()
      let desk = try PaperDesk(school, to: .exportData)
      let after = try act.map(Submission.ID.init) ?? lastTold(in: school)
      let lines = try school.store.together {
        try school.store.lines(after: after).filter { line in
          since.map { line.submission.at >= $0 } ?? true
        }
      }
      let changed = ChangedMarks(lines, roll: desk.roll, codes: desk.codes)
      let head = lines.last?.submission.id ?? after
      let what =
        since.map { "changed marks since \($0)" } ?? "changed marks since act \(after?.number ?? 0)"
      // A part must not pass for the whole, or what came before it would never be told; nor what was
      // tried for what was written.
      let isWhole = since == nil && act == nil
      try desk.give(
        changed.table, .exported, what, to: paper,
        whole: isWhole ? Self.head + "\(head?.number ?? 0)" : nil)
    }

    /// The last act that an earlier export held; nil where a time is given, or none was made.
    private func lastTold(in school: OpenSchool) throws -> Submission.ID? {
      if since != nil { return nil }
      let head = "\(PaperDesk.Deed.exported.rawValue) \(Self.head)"
      let line = try school.store.logged(beginning: head).last
      return line.flatMap { Int64($0.what.dropFirst(head.count)) }.map(Submission.ID.init)
    }
  }

  /// What the authority is told: new pupils, deletions, continuous absence, sickness.
  struct Returns: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "returns",
      abstract: "What the authority is told: new pupils, deletions, absence, sickness.",
      discussion: """
        Those that are due and not recorded as made, with what the authority asks for; --all gives \
        the made ones too. 'rollcall due made' records that one was made.
        """)

    @Argument(help: "The return, by its id in the policy; without it, every one.")
    var id: String?
    @Flag(help: "Those that were made too.")
    var all = false
    @OptionGroup var paper: PaperOptions

    func perform() throws {
      let school = try paper.options.open()
      try school.require(.makeReturns)
      let desk = try PaperDesk(school, to: .exportData)
      if let id, !school.policy.returns.contains(where: { $0.id == id }) {
        let ids = school.policy.returns.map(\.id).joined(separator: ", ")
        throw Refused("rollcall: the policy has no return '\(id)'; it has \(ids)")
      }
      let due = try DueDesk(CaseDesk(FlagDesk(school, on: school.clock.now.date)))
      let items = try due.items().filter { item in
        item.kind == .localReturn && (id == nil || item.what == id)
          && (all || item.settled == nil)
      }
      let rows = try ReturnRows(desk).table(items)
      try desk.give(rows, .exported, "returns, \(id ?? "every kind")", to: paper)
    }
  }
}
