import ArgumentParser
import Attendance
import Exchange
import Glibc
import Policies
import Storage

/// Takes the text of a note out of the register for good.
struct RedactCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Take the text of a note out of the register for good, and leave a tombstone.",
    discussion: """
      Without --entry or --line it lists what the pupil's notes say, with their numbers. The mark \
      or line itself stays, and so do the seals, which cover a hash only; who took the text out, \
      when and why stays too.
      """)

  @Argument(help: "The pupil's UPN.")
  var upn: String
  @Option(help: "The number of the mark whose note is taken out.")
  var entry: Int64?
  @Option(help: "The number of the day book's line whose words are taken out.")
  var line: Int64?
  @Option(help: "Why.")
  var reason: String?
  @Flag(help: "Do it without asking.")
  var yes = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if entry != nil, line != nil { throw ValidationError("--entry or --line, one at a time") }
    let isOne = entry != nil || line != nil
    if isOne != (reason != nil) { throw ValidationError("--reason goes with --entry or --line") }
    if reason?.isBlank ?? false { throw ValidationError("say why in words: --reason WORDS") }
  }

  func perform() throws {
    let school = try options.open()
    let pupil = try school.pupil(upn)
    let member = try school.store.roll().member(pupil.id, on: school.clock.now.date)
    try school.require(.redactNotes, group: member?.particulars.group)
    let notes = try school.notes(of: pupil.id)
    guard let reason, entry != nil || line != nil else {
      return try Output.print(Self.table(notes, of: pupil), as: format)
    }
    guard
      let note = notes.first(where: { $0.entry?.number == entry && $0.line?.number == line })
    else {
      throw Refused(
        "rollcall: \(pupil.upn.text) has no note of that number; 'rollcall redact \(pupil.upn.text)' "
          + "lists them")
    }
    if note.isRemoved {
      throw Refused("rollcall: that text was taken out already; nothing was changed")
    }
    try confirm(note)
    try school.redact(note, because: reason, by: school.actor)
    try Output.print(Self.table([note.removed], of: pupil), as: format)
    Output.refuse(
      "rollcall: \(school.folder.backupsHold("the text", madeBefore: "this"))")
  }

  private func confirm(_ note: PupilNote) throws {
    if yes { return }
    let text = "\(note.date.inWords), \(note.what), by \(note.by.name): \"\(note.text)\""
    guard isatty(STDIN_FILENO) == 1 else {
      throw Refused("rollcall: nothing was done; this would take out \(text); --yes does it")
    }
    Output.refuse(text)
    Output.ask("Take this text out for good? yes or no")
    if readLine()?.lowercased().hasPrefix("y") == true { return }
    throw Refused("rollcall: nothing was done")
  }

  private static func table(_ notes: [PupilNote], of pupil: Pupil) -> RowTable {
    RowTable(
      ["upn", "entry", "line", "date", "what", "words", "typed_at", "by", "position"],
      rows: notes.map { note in
        [
          .code(pupil.upn.text), .number(orEmpty: note.entry.map { Int($0.number) }),
          .number(orEmpty: note.line.map { Int($0.number) }), .date(note.date), .text(note.what),
          .text(note.text), .instant(note.at), .text(note.by.name), .text(note.by.position),
        ]
      })
  }
}
