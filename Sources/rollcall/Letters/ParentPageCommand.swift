import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// A page for the parent meeting, in plain words.
struct ParentPageCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "parent-page",
    abstract: "A page for the parent meeting: days missed, what it means, days left.",
    discussion: """
      The figures of list, page and forecast in plain words: no codes, and no other child. It is \
      shown; --write writes it into the school's folder of lists, and notes that it was made.
      """)

  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String
  @Option(name: .customLong("as-of"), help: "Sessions up to this date; without it, today.")
  var asOf: SchoolDate?
  @Option(help: "What was agreed, one sentence; give it as often as there are sentences.")
  var agreed: [String] = []
  @Flag(help: "Write it into the folder of lists for the printer, and note that it was made.")
  var write = false
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if write, asOf != nil { throw ValidationError("--write is of today; leave --as-of out") }
  }

  func perform() throws {
    let school = try options.open()
    let pages = try ParentPages(school, on: asOf, for: school.actor)
    let member = try OfficeDesk(school).member(pupil, on: pages.desk.date)
    let page = try pages.page(of: member.pupil.id, agreed: agreed)
    try Output.print(page.text + "\n")
    if write { Output.refuse("The page is written: \(try pages.write(page))") }
  }
}
