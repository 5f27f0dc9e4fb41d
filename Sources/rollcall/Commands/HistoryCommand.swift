import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Prints every entry ever made for a pupil, oldest first.
struct HistoryCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Print every entry ever made for a pupil, oldest first.")

  @Argument(help: "The pupil's UPN.")
  var upn: String
  @Option(help: "Only this date.")
  var date: SchoolDate?
  @Option(help: "Only this session: am or pm.")
  var session: HalfDay?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let pupil = try school.pupil(upn)
    let member = try school.store.roll().member(pupil.id, on: school.clock.now.date)
    try school.require(.viewHistory, group: member?.particulars.group)
    if let date {
      try school.refuseRemoved(date)
    } else if let removal = try school.lastRemoval(), try school.wasHere(pupil, before: removal.cut)
    {
      Output.refuse("rollcall: \(removal.inWords); what follows is what came after")
    }
    let every = try school.store.history(of: pupil.id, at: nil)
    let codes = Dictionary(
      every.map { ($0.entry.id, $0.entry.code) }, uniquingKeysWith: { $1 })
    let lines = every.filter {
      (date == nil || $0.entry.session.date == date)
        && (session == nil || $0.entry.session.half == session)
    }
    try Output.print(
      RowTable(
        [
          "upn", "date", "session", "code", "minutes", "note", "recorded_at", "recorded_by",
          "position", "kind", "replaces", "reason", "observed_at", "observed_by",
        ], rows: lines.map { Self.row($0, of: pupil, codes) }), as: format)
  }

  private static func row(
    _ line: HistoryLine, of pupil: Pupil, _ codes: [Entry.ID: String]
  ) -> [RowTable.Cell] {
    let (entry, act) = (line.entry, line.submission)
    // Else the last line would pass for the mark that stands.
    let beside = entry.beside.flatMap { codes[$0] }.map { "kept beside \($0)" }
    let reason = [entry.reason, beside ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
    return [
      .code(pupil.upn.text), .date(entry.session.date), .code(entry.session.half.rawValue),
      .code(orEmpty: entry.isBlank ? nil : entry.code), .number(orEmpty: entry.minutes),
      .text(orEmpty: entry.note.map { $0.isEmpty ? DayLine.removed : $0 }),
      .instant(act.at), .text(act.typist.name), .text(act.typist.position),
      .code(act.kind.rawValue), .code(orEmpty: line.replaced),
      .text(orEmpty: reason.isEmpty ? nil : reason), .instant(act.observer?.at),
      .text(orEmpty: act.observer?.by),
    ]
  }
}

extension OpenSchool {
  /// The pupil with that UPN, in capitals or not; refuses where there is none, or it is none.
  func pupil(_ written: String) throws -> Pupil {
    let text = written.uppercased()
    if let pupil = try store.pupil(text) { return pupil }
    do throws(UPN.Fault) {
      _ = try UPN(text)
    } catch {
      throw Refused("rollcall: UPN '\(written)': \(error)")
    }
    throw Refused("rollcall: no pupil has the UPN \(text); 'rollcall tally --by pupil' lists them")
  }
}
