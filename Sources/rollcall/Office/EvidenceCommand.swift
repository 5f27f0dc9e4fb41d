import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Notes evidence of a reason that was asked for, came, or was refused; or lists what was.
struct EvidenceCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Note that evidence of a reason was asked for or came, or list what was noted.",
    discussion: "Without --state it lists the pupil's evidence of this school year.")

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "asked, received or refused.")
  var state: EvidenceStep.State?
  @Option(help: "What it is: 'medical certificate'.")
  var what = ""
  @Option(help: "Words beside it.")
  var words = ""
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    try school.require(.logCalls, to: state == nil ? "see the evidence" : "note evidence")
    let desk = try OfficeDesk(school)
    let member = try desk.member(pupil)
    if let state {
      let line = ProposedLine(
        pupil: member.pupil.id, date: desk.now.date,
        matter: .evidence(EvidenceStep(state, what: what)), words: words)
      try OfficeAct(
        school: school,
        act: Act(kind: .logged, by: school.actor.person, at: desk.now, lines: [line])
      ).perform(as: format)
      return
    }
    var table = RowTable(["line", "upn", "date", "state", "what", "words", "by"])
    let first = SchoolYear(of: desk.now.date).firstDay
    for line in try school.store.dayBook(.about(member.pupil.id)).standing {
      guard line.pupil == member.pupil.id, line.date >= first,
        case .evidence(let step) = line.matter
      else { continue }
      table.append([
        .number(Int(line.id.number)), .code(member.pupil.upn.text), .date(line.date),
        .code(step.state.rawValue), .text(orEmpty: step.what.isEmpty ? nil : step.what),
        .text(orEmpty: line.words.isEmpty ? nil : line.words), .text(line.by.name),
      ])
    }
    try Output.print(table, as: format)
  }
}
