import ArgumentParser
import Attendance
import Policies
import Exchange
import Storage

/// Prints a child's day: plan, mark, arrival, calls, attempts and edits in one list.
struct TimelineCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Print a child's day: plan, mark, arrival, calls, attempts and edits.",
    discussion: """
      Changes to the pupil's name and details stand among the lines; those to contacts and to the \
      address only for those who may see contacts.
      """)

  @Argument(help: "The pupil, by UPN or name.")
  var pupil: String
  @Option(help: "The date; without it, today.")
  var date: SchoolDate?
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let desk = try OfficeDesk(school)
    let member = try desk.member(pupil)
    try school.require(
      .viewHistory, to: "see this pupil's day", group: member.particulars.group)
    if let date { try school.refuseRemoved(date) }
    let timeline = try desk.timeline(
      of: member.pupil.id, on: date ?? desk.now.date, for: school.actor)
    try Output.print(
      RowTable(
        ["typed_at", "happened", "kind", "what", "words", "by", "position", "state"],
        rows: timeline.lines.map { line in
          [
            .instant(line.at), .code(orEmpty: line.happened?.description), .code(line.kind),
            .text(line.what), .text(orEmpty: line.words.isEmpty ? nil : line.words),
            .text(line.by.name), .text(line.by.position),
            .code(line.isPast ? "replaced" : "stands"),
          ]
        }), as: format)
  }
}
