import Attendance
import Terminal

/// The rows of flagged pupils in columns: mark, name, form, attendance, and as many flags as fit.
struct FlagTable {
  private let width: Int
  private let name: Int
  private let form: Int
  /// The column at which the flags begin.
  private let start: Int

  /// The column at which the last contact, the day due and the owner begin; nil where nobody is
  /// followed up yet, or there is no room.
  private let tail: Int?
  private let date: SchoolDate?

  init(_ rows: [FlagBoard.Row], width: Int, on date: SchoolDate? = nil) {
    self.width = width
    self.date = date
    tail = width >= 76 && rows.contains { $0.work != FlagFollowUp() } ? width - 19 : nil
    form = max(rows.map(\.form.columns).max() ?? 0, width >= 56 ? 4 : 2)
    // Names have what they need, up to a third of a wide line and half of a narrow one.
    let most =
      width >= 56 ? max(width * (tail == nil ? 3 : 2) / 8, 12) : max(width - 4 - form - 8 - 8, 4)
    let longest = rows.map { Self.name(of: $0).whole.columns }.max() ?? 0
    name = min(max(longest, 6), most)
    start = 4 + name + 2 + form + 2 + 5 + 2
  }

  private static func name(of row: FlagBoard.Row) -> RollName {
    RollName(name: row.pupil.name, lookAlike: row.lookAlike)
  }

  func drawNames(on canvas: inout Canvas) {
    canvas.write("Pupil", row: 0, column: 4, style: .muted, width: name)
    if form >= 4 { canvas.write("Form", row: 0, column: 6 + name, style: .muted) }
    canvas.write("Att%", row: 0, column: start - 6, style: .muted)
    canvas.write("Flags", row: 0, column: start, style: .muted)
    if let tail { canvas.write("Spoken  Due     By", row: 0, column: tail, style: .muted) }
  }

  func draw(_ row: FlagBoard.Row, on canvas: inout Canvas, row line: Int, style: Style) {
    if row.isNew { canvas.write("!", row: line, column: 2, style: .notice) }
    canvas.write(
      Self.name(of: row).text(width: name), row: line, column: 4, style: style, width: name)
    canvas.write(row.form, row: line, column: 6 + name, style: style)
    let share = row.tally.attendance?.description ?? "-"
    canvas.write(share, row: line, before: start - 2, style: style)
    canvas.write(
      Self.flags(row.flags, in: (tail.map { $0 - 2 } ?? width) - start), row: line, column: start,
      style: style)
    guard let tail else { return }
    canvas.write(
      row.work.contact.map { $0 == date ? "today" : $0.short } ?? "none", row: line, column: tail,
      style: style)
    let due = row.work.left.map { "z \($0.short)" } ?? row.work.due?.short ?? "-"
    canvas.write(due, row: line, column: tail + 8, style: style, width: 8)
    canvas.write(row.work.initials.cut(to: 3), row: line, column: tail + 16, style: style)
  }

  /// As many flags as fit, and how many more there are: whole names, else their first words.
  static func flags(_ all: [FlagBoard.Flag], in room: Int) -> String {
    // What the mark before the name speaks of is not left out before what is old.
    let flags = all.filter(\.isNew) + all.filter { !$0.isNew }
    let marked = flags.map { flag in
      [flag.name, short(flag)].map { flag.isNew ? "!" + $0 : $0 }
    }
    for form in 0...1 {
      let whole = marked.map { $0[form] }.joined(separator: ", ")
      if whole.columns <= room { return whole }
    }
    for count in (1..<max(flags.count, 2)).reversed() where count < flags.count {
      let some = marked.prefix(count).map { $0[1] }.joined(separator: ", ")
      let whole = "\(some) +\(flags.count - count)"
      if whole.columns <= room { return whole }
    }
    let number = flags.count.of("flag")
    return number.columns <= room ? number : "\(flags.count)".cut(to: room)
  }

  /// A rule's name in few columns; where only its first word fits, its id says more if it is short:
  /// `Pattern` for absence on one weekday, but `Persistent` for persistent absence.
  static func short(_ flag: FlagBoard.Flag) -> String {
    let name = beginning(of: flag.name)
    guard name != flag.name, !name.contains(" "), flag.id.columns <= shortLimit else { return name }
    let words = flag.id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The columns that a short name has at most.
  private static let shortLimit = 16

  /// The first words of a rule's name, as far as they say something.
  private static func beginning(of name: String) -> String {
    var words: [Substring] = []
    for word in name.split(separator: " ") {
      if !words.isEmpty, (words + [word]).joined(separator: " ").columns > shortLimit { break }
      words.append(word)
    }
    // A word that leads on to the next says nothing at the end.
    while words.count > 1, let last = words.last, Self.leads.contains(last.lowercased()) {
      words.removeLast()
    }
    let text = words.joined(separator: " ")
    return text.last == "," ? String(text.dropLast()) : text
  }

  private static let leads: Set<String> = [
    "a", "an", "and", "at", "by", "for", "from", "in", "next", "of", "on", "one", "or", "the", "to",
    "with",
  ]
}
