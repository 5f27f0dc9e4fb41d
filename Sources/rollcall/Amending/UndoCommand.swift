import ArgumentParser
import Attendance
import Exchange
import Storage

/// Takes an amendment back, as an act of its own.
struct UndoCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take an amendment back: each mark is again what it was, as a new act.",
    discussion: """
      Without a number it is your own last amendment. A mark that was changed again since is left \
      and named. A registration that was withdrawn is taken again.
      """)

  @Argument(help: "The number of the act, as 'amend' and 'withdraw' print it.")
  var act: Int64?
  @Flag(help: "Say what would change, and change nothing.")
  var preview = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let desk = try AmendDesk(school)
    let undoing = try desk.undoing(act.map { Submission.ID($0) })
    try desk.require(undoing)
    for line in undoing.left { Output.refuse("rollcall: \(try Self.changed(line, desk))") }
    if undoing.marks.isEmpty, !undoing.undone.isWithdrawal {
      throw Refused(
        "rollcall: no mark of act \(undoing.undone.id.number) stands any more; nothing was changed")
    }
    var table = RowTable(["upn", "date", "session", "code", "minutes", "reason", "act"])
    let receipt =
      preview
      ? nil : try desk.keep([undoing.act(by: school.actor.person, now: school.clock.now)]).first
    for mark in undoing.marks {
      table.append([
        .code(orEmpty: desk.roll.pupils[mark.pupil]?.upn.text), .date(mark.session.date),
        .code(mark.session.half.rawValue), .code(orEmpty: mark.code.isEmpty ? nil : mark.code),
        .number(orEmpty: mark.minutes), .text(mark.reason),
        .number(orEmpty: receipt.map { Int($0.submission.number) }),
      ])
    }
    try Output.print(table, as: format)
  }

  private static func changed(_ line: HistoryLine, _ desk: AmendDesk) throws -> String {
    let entry = line.entry
    let name = desk.roll.pupils[entry.pupil]?.name.onRegister ?? "a pupil"
    let now = try desk.school.store.standing(
      of: [entry.pupil], at: entry.session, asAt: nil)[entry.pupil]
    return "\(name), \(entry.session.inWords), has changed since and is left: "
      + (now.map { "\($0.entry.code) by \($0.by.name)" } ?? "blank")
  }
}
