import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Makes the evidence pack of a penalty notice.
struct PackCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Make the evidence pack for a penalty notice.",
    discussion: """
      The pupil and parents, the school weeks with the sessions that count, changes of those marks, \
      what was done, and what is weighed, with the register's head seal. It is written into the \
      school's folder of lists and noted. While an N is among the sessions it is refused: no notice \
      rests on a reason nobody has asked for. --preview prints what there is, and notes nothing.
      """)

  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String
  @Option(help: "This parent, by number or name; without it, all with parental responsibility.")
  var parent: [String] = []
  @Option(name: .customLong("as-of"), help: "On this date; without it, today.")
  var asOf: SchoolDate?
  @Option(help: "With the weeks up to this day, on which the line was met.")
  var met: SchoolDate?
  @Flag(help: "Print it, ready or not, and note nothing.")
  var preview = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let desk = try NoticeDesk(options.open(), about: pupil, on: asOf)
    let pack = try desk.pack(for: parent, metOn: met)
    if preview { return try Output.print(EvidencePackSheet(pack).text) }
    let made = try desk.make(pack)
    try Output.print(
      RowTable(
        ["line", "upn", "date", "parents", "sessions", "file", "seal"],
        rows: [
          [
            .number(orEmpty: made.line.map { Int($0.number) }), .code(desk.pupil.upn.text),
            .date(desk.date), .text(pack.considered.map(\.contact.name).joined(separator: "; ")),
            .number(pack.window.counted.count), .code(made.file), .code(pack.making.seal),
          ]
        ]), as: format)
  }
}

extension NoticeDesk {
  /// The id under which a pack is noted among the papers.
  static let packID = "evidence-pack"

  /// The evidence about these parents, or all; refuses whoever may not see all that is in it.
  func pack(for parents: [String] = [], metOn day: SchoolDate? = nil) throws -> EvidencePack {
    for right in [Right.viewHistory, .viewNotes, .viewContacts] {
      try require(right, to: "make an evidence pack")
    }
    let grounds = try grounds(metOn: day)
    let store = school.store
    return EvidencePack(
      EvidencePack.Making(
        school: policy.school.name, at: school.clock.now, by: person.person,
        seal: try store.headSeal()),
      of: pupil, member.particulars, grounds,
      for: try self.parents(named: parents).map {
        NoticeConsidered(to: $0, grounds, under: policy)
      },
      history: try store.history(of: pupil.id, at: nil))
  }

  /// Writes the pack into the folder of lists, and notes that it was made; refuses one that is not
  /// ready.
  func make(_ pack: EvidencePack) throws -> (file: String, line: DayLine.ID?) {
    guard pack.isReady else {
      let list = pack.toSettle.map(\.named).joined(separator: ", ")
      throw Refused(
        "rollcall: no pack rests on \(pack.window.unexplained): settle \(list) first; --preview shows "
          + "what there is")
    }
    let now = school.clock.now
    // It names a child and a home: not for every account of the school's group.
    let name = try FileBytes.writeNew(
      Array(EvidencePackSheet(pack).text.utf8), in: school.folder.lists,
      named: "\(Self.packID)-\(pupil.upn.text)-\(now.date)-\(now.time.digits)",
      ending: Handout.Form.sheet.rawValue, mode: 0o600)
    do {
      let made = ProposedLine(
        pupil: pupil.id, date: now.date, about: openCase.map { .kept($0) },
        matter: .paper(
          Paper(Self.packID, to: pack.considered.map(\.contact.name).joined(separator: ", "))),
        words: "lists/\(name), head seal \(pack.making.seal)")
      let receipt = try school.store.submit(act([made]))
      return ("lists/\(name)", receipt.lines.first)
    } catch {
      FileBytes.remove(school.folder.lists + "/" + name)
      throw error
    }
  }
}
