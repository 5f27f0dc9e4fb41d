import ArgumentParser
import Attendance
import Exchange
import Glibc
import Policies
import Storage

/// Takes a registration back, or moves it to the register it was meant for.
struct WithdrawCommand: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Withdraw a registration: wrong class or wrong session; or move it to the right one.",
    discussion: """
      The register is not taken again. Every entry stays in the history with the reason; what the \
      late desk or the office entered stands. The calls and texts made since about those marked \
      absent are listed, for somebody to put right.

      With --to or --to-session the marks of the pupils both registers share go over in the same \
      act, and the others are named. The right register is taken by it where nobody is left blank.
      """)

  @Argument(help: "The group whose register was taken: 8B.")
  var group: String
  @Option(help: "The date; without it, today.")
  var date: SchoolDate?
  @Option(help: "am or pm; without it, the session that has begun last.")
  var session: HalfDay?
  @Option(help: "Why; it stands in the register.")
  var reason: String
  @Option(help: "Move it to this group's register.")
  var to: String?
  @Option(help: "Move it to this session of the same day: am or pm.")
  var toSession: HalfDay?
  @Flag(help: "Say what would change, and change nothing.")
  var preview = false
  @Option(help: "table, csv or json.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions

  func perform() throws {
    let school = try options.open()
    let desk = try AmendDesk(school)
    let at = try school.session(date, session)
    let key = RegisterKey(try school.group(named: group, at: at), at: at)
    do {
      let withdrawal = try desk.withdrawal(of: key, because: reason)
      try perform(withdrawal, desk)
    } catch let refusal as Refusal {
      throw Refused("rollcall: \(refusal)")
    }
  }

  private func perform(_ withdrawal: Withdrawal, _ desk: AmendDesk) throws {
    let moving = try target(withdrawal.key, desk).map { try desk.moving(withdrawal, to: $0) }
    let consequences = try desk.consequences(of: withdrawal)
    let by = desk.school.actor.person
    let now = desk.school.clock.now
    let acts = moving?.acts(by: by, now: now) ?? [withdrawal.act(by: by, now: now)]
    let receipts = preview ? [] : try desk.keep(acts)
    try Output.print(table(withdrawal, moving, consequences, receipts, desk.roll), as: format)
  }

  private func target(_ key: RegisterKey, _ desk: AmendDesk) throws -> RegisterKey? {
    guard to != nil || toSession != nil else { return nil }
    let at = Session(key.session.date, toSession ?? key.session.half)
    return RegisterKey(try desk.school.group(named: to ?? key.group, at: at), at: at)
  }

  private func table(
    _ withdrawal: Withdrawal, _ moving: Moving?, _ consequences: [DayLine],
    _ receipts: [Receipt], _ roll: Roll
  ) -> RowTable {
    var table = RowTable(["upn", "group", "date", "session", "code", "fate", "by", "at", "act"])
    func add(
      _ pupil: Pupil.ID?, _ key: RegisterKey, _ code: String?, _ fate: String,
      by: Person? = nil, at: Instant? = nil, act: Receipt? = nil
    ) {
      table.append([
        .code(orEmpty: pupil.flatMap { roll.pupils[$0] }?.upn.text), .text(key.group),
        .date(key.session.date), .code(key.session.half.rawValue), .code(orEmpty: code),
        .text(fate), .text(orEmpty: by?.name), .instant(at),
        .number(orEmpty: act.map { Int($0.submission.number) }),
      ])
    }
    let key = withdrawal.key
    add(
      nil, key, nil, preview ? "would not be taken" : "not taken", by: withdrawal.taken.typist,
      at: withdrawal.taken.at, act: receipts.first)
    for mark in withdrawal.marks {
      add(
        mark.entry.pupil, key, mark.entry.code, preview ? "would be withdrawn" : "withdrawn",
        by: mark.by, at: mark.at, act: receipts.first)
    }
    for mark in withdrawal.kept {
      add(mark.entry.pupil, key, mark.entry.code, "stays", by: mark.by, at: mark.at)
    }
    if let moving {
      for mark in moving.marks {
        add(mark.pupil, moving.key, mark.code, "moved", act: receipts.last)
      }
      for left in moving.unmapped { add(left.pupil, moving.key, nil, "not moved: \(left.why)") }
      for pupil in moving.stillBlank { add(pupil.id, moving.key, nil, "still blank") }
      if moving.stillBlank.isEmpty { add(nil, moving.key, nil, "taken", act: receipts.last) }
    }
    for line in consequences {
      add(line.pupil, key, nil, "caused: \(line.matter.inWords)", by: line.by, at: line.at)
    }
    return table
  }
}
