import ArgumentParser
import Attendance
import Exchange
import Glibc
import Policies
import Storage

/// Amends marks on record: one, a run of days, a column of a group.
struct AmendCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Amend marks on record, with a reason; many at once as one act.",
    discussion: """
      One mark: rollcall amend UPN --date 2026-03-20 --session am --code I --reason 'mother rang'. \
      The original mark stays in the history beside the new one, with both persons, both times and \
      the reason.

      Many: a run of days with --from and --to, a whole group with --group. Only blanks are \
      touched, unless --replace names the code that gives way, or --every is said. --preview shows \
      what would change, --yes does it without a question. 'rollcall undo' takes an amendment back, \
      as an act of its own.
      """)

  @Argument(help: "The pupil's UPN; leave it out with --group.")
  var upn: String?
  @Option(help: "Everybody due in this group instead: 8B.")
  var group: String?
  @Option(help: "The date.")
  var date: SchoolDate?
  @Option(help: "The first date of many.")
  var from: SchoolDate?
  @Option(help: "The last date of many.")
  var to: SchoolDate?
  @Option(help: "am or pm; for many without it, both.")
  var session: HalfDay?
  @Option(help: "The code that is right.")
  var code: String
  @Option(help: "Why; it stands in the register.")
  var reason: String
  @Option(help: "Minutes late, beside L or U.")
  var minutes: Int?
  @Option(help: "A note beside the mark.")
  var note: String?
  @Flag(help: "Of many, only blanks; so it is unless another is said.")
  var blanks = false
  @Option(help: "Of many, only marks with this code.")
  var replace: String?
  @Flag(help: "Of many, every mark, whatever it is.")
  var every = false
  @Flag(help: "Say what would change, and change nothing.")
  var preview = false
  @Flag(help: "Do it without asking.")
  var yes = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func validate() throws {
    if (upn == nil) == (group == nil) { throw ValidationError("a pupil's UPN, or --group") }
    if date != nil, from != nil || to != nil {
      throw ValidationError("--date is one day, --from and --to are many: one of both")
    }
    if date == nil, from == nil {
      throw ValidationError("say which day: --date, or --from and --to")
    }
    if from == nil, to != nil { throw ValidationError("--to goes with --from") }
    if upn != nil, date != nil, session == nil {
      throw ValidationError("say which session: --session am or --session pm")
    }
    if [blanks, replace != nil, every].count(where: \.self) > 1 {
      throw ValidationError("--blanks, --replace or --every: one at a time")
    }
  }

  /// Whether it is about one mark, which is amended whatever it is.
  private var isOne: Bool { upn != nil && date != nil }

  private var which: AmendmentWish.Which {
    if blanks { return .blanks }
    if let replace { return .having(replace) }
    return isOne || every ? .every : .blanks
  }

  func perform() throws {
    let school = try options.open()
    let desk = try AmendDesk(school)
    let wish = AmendmentWish(
      code: code, minutes: minutes, note: note, reason: reason, which: which)
    let amending: Amending
    do {
      amending = try desk.amending(wish, at: places(desk))
    } catch let refusal as Refusal {
      throw Refused("rollcall: \(refusal)")
    }
    if amending.changes.isEmpty { throw Refused("rollcall: \(nothing(amending))") }
    if preview {
      if !isOne { Output.refuse("would set \(amending.inWords)") }
      return try Output.print(Self.table(amending, act: nil), as: format)
    }
    try confirm(amending)
    let receipt = try desk.keep([amending.act(by: school.actor.person, now: school.clock.now)])
    try Output.print(Self.table(amending, act: receipt.first?.submission), as: format)
  }

  private func places(_ desk: AmendDesk) throws -> [MarkPlace] {
    let first = date ?? from ?? desk.school.clock.now.date
    let last = date ?? to ?? desk.school.clock.now.date
    if last < first { throw Refused("rollcall: \(Refusal.endsBeforeItStarts)") }
    // Many days end with the session that has begun; one that is named is refused by itself.
    let sessions =
      isOne
      ? [Session(first, session ?? .am)]
      : desk.sessions(from: first, through: last, session).filter {
        $0 <= desk.school.lastSessionBegun
      }
    if sessions.isEmpty {
      throw Refused(
        "rollcall: no session from \(first) to \(last) has begun and met; check the dates")
    }
    if let upn { return try desk.places(of: try desk.school.pupil(upn), at: sessions) }
    let named = try desk.school.group(named: group ?? "", at: sessions[0])
    return try desk.places(of: named, at: sessions)
  }

  /// Why nothing changes: of one mark the reason itself, of many what is left and why.
  private func nothing(_ amending: Amending) -> String {
    guard let first = amending.left.first else { return "nobody is due there; check the dates" }
    if amending.left.count == 1 {
      switch first.why {
      case .refused, .denied: return first.why.description
      case .marked, .sameAlready:
        return "\(first.place.pupil.name.onRegister), \(first.place.session.inWords), is "
          + "\(first.why); nothing was changed"
      }
    }
    for left in amending.left {
      if case .denied(let sentence) = left.why { return sentence }
    }
    if amending.left.allSatisfy({ if case .refused = $0.why { true } else { false } }) {
      return first.why.description
    }
    return "nothing would change (\(amending.inWords)); --replace CODE or --every touches marks"
  }

  private func confirm(_ amending: Amending) throws {
    if yes || isOne { return }
    guard isatty(STDIN_FILENO) == 1 else {
      throw Refused(
        "rollcall: nothing was done; this would set \(amending.inWords): --preview lists them, and "
          + "--yes does it")
    }
    Output.ask("Set \(amending.inWords)? yes or no")
    if readLine()?.lowercased().hasPrefix("y") == true { return }
    throw Refused("rollcall: nothing was done")
  }

  private static func table(_ amending: Amending, act: Submission.ID?) -> RowTable {
    var table = RowTable([
      "upn", "surname", "forename", "group", "date", "session", "was", "was_by", "was_position",
      "was_at", "code", "minutes", "reason", "fate", "act",
    ])
    func head(_ place: MarkPlace) -> [RowTable.Cell] {
      let was = place.standing
      return [
        .code(place.pupil.upn.text), .text(place.pupil.name.surname),
        .text(place.pupil.name.knownAs), .text(place.group), .date(place.session.date),
        .code(place.session.half.rawValue), .code(orEmpty: was?.entry.code),
        .text(orEmpty: was?.by.name), .text(orEmpty: was?.by.position), .instant(was?.at),
      ]
    }
    for change in amending.changes {
      table.append(
        head(change.place) + [
          .code(change.mark.code), .number(orEmpty: change.mark.minutes),
          .text(change.mark.reason), .text(act == nil ? "would be amended" : "amended"),
          .number(orEmpty: act.map { Int($0.number) }),
        ])
    }
    for left in amending.left {
      table.append(
        head(left.place) + [.empty, .empty, .empty, .text("left: \(left.why)"), .empty])
    }
    return table
  }
}
