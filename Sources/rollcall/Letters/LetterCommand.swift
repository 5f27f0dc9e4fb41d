import ArgumentParser
import Attendance
import Exchange
import Policies
import Screens
import Storage

/// Makes a letter of the policy about a pupil, shows its words, or lists the letters there are.
struct LetterCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Make a letter, text or form of the policy about a pupil, with exact figures.",
    discussion: """
      Its words come from the policy's letters, its figures from the register. It is written into the \
      school's folder of lists and noted with its words; --preview only shows it. What no register \
      knows is given: --set meeting_date=2026-12-03 --set meeting_place='the library'. --list names \
      the letters, and what each takes.
      """)

  @Argument(help: "The letter, by its id in the policy.")
  var letter: String?
  @Argument(help: "The pupil: UPN, or the name as written.")
  var pupil: String?
  @Option(help: "To this contact, by number or name; without it, the first who may be written to.")
  var to: String?
  @Option(help: "What a field says: meeting_date=2026-12-03; give it as often as needed.")
  var set: [String] = []
  @Flag(help: "Show the words and note nothing.")
  var preview = false
  @Flag(help: "Make it though it was made for the same person today.")
  var again = false
  @Flag(help: "List the policy's letters, whether their words are written, and what they take.")
  var list = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if list {
      if letter != nil || to != nil || !set.isEmpty || preview || again {
        throw ValidationError("--list stands alone")
      }
    } else if letter == nil || pupil == nil {
      throw ValidationError("name a letter and a pupil, or give --list")
    }
    for one in set where !one.contains("=") || one.first == "=" {
      throw ValidationError("'\(one)' gives no field; write --set meeting_date=2026-12-03")
    }
  }

  func perform() throws {
    let school = try options.open()
    if list { return try Output.print(letters(of: school), as: format) }
    guard let letter, let pupil else { return }
    let desk = try LetterDesk(school, for: school.actor)
    let member = try desk.office.member(pupil)
    let order = LetterOrder(
      letter, about: member.pupil.id, to: try to.map { try desk.office.contact($0, of: member) },
      given: given)
    let made = try desk.letter(order)
    guard let words = made.words else { throw Refused("rollcall: \(made.lacking)") }
    if preview { return try Output.print(words + "\n") }
    let written = try desk.make(made, again: again)
    try Output.print(
      RowTable(
        ["line", "upn", "date", "letter", "to", "file", "words"],
        rows: [
          [
            written.receipt.lines.first.map { .number(Int($0.number)) } ?? .empty,
            .code(member.pupil.upn.text), .date(desk.office.now.date), .code(letter),
            .text(orEmpty: made.order.contact?.name), .code(written.file), .text(words),
          ]
        ]), as: format)
  }

  private var given: [String: String] {
    Dictionary(
      set.map { one in
        let name = one.prefix { $0 != "=" }
        return (String(name), String(one.dropFirst(name.count + 1)))
      }, uniquingKeysWith: { $1 })
  }

  /// A row for each letter of the policy.
  private func letters(of school: OpenSchool) throws -> RowTable {
    let shelf = school.letters
    let rows = shelf.policy.letters.map { letter -> [RowTable.Cell] in
      let template = try? shelf.template(letter)
      let taken = template?.fields.filter(\.isGiven).map(\.rawValue) ?? []
      return [
        .code(letter.id), .text(letter.name), .code(letter.kind.rawValue),
        .code(template == nil ? "no" : "yes"),
        .code(orEmpty: taken.isEmpty ? nil : taken.joined(separator: " ")),
      ]
    }
    return RowTable(["letter", "name", "kind", "written", "takes"], rows: rows)
  }
}
