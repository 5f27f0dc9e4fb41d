import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

/// Penalty notices and notices to improve: weighed, kept, followed.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: "Penalty notices and notices to improve: weigh, keep, list, note what came of them.",
    discussion: """
      Nothing here decides: a school must consider each case, and a person does. 'consider' says what \
      counts for each parent, what stands in the way and which notice would be the next; 'issue' \
      refuses while anything stands in the way, and keeps the sessions it used, so that none is used \
      twice for one parent.
      """,
    subcommands: [List.self, Consider.self, Issue.self, Improve.self, Outcome.self],
    defaultSubcommand: List.self)

  /// Says what is to be weighed for each parent.
  struct Consider: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "consider",
      abstract: "What counts for each parent, what stands in the way, and which notice is next.")

    @Argument(help: "The pupil: UPN, or the name as written.")
    var pupil: String
    @Option(help: "This parent, by number or name; without it, all with parental responsibility.")
    var parent: [String] = []
    @Option(name: .customLong("as-of"), help: "On this date; without it, today.")
    var asOf: SchoolDate?
    @Option(help: "With the weeks up to this day, on which the line was met; without it, today's.")
    var met: SchoolDate?
    @Option(help: "Below the line: on this one of the school's own grounds.")
    var ground: String?
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let desk = try NoticeDesk(options.open(), about: pupil, on: asOf)
      let grounds = try desk.grounds(metOn: met)
      let ground = try desk.ownGround(ground)
      let rows = try desk.parents(named: parent).flatMap { contact in
        NoticeConsidered(to: contact, grounds, under: desk.policy, ground: ground).points.map {
          desk.row($0, contact)
        }
      }
      try Output.print(
        RowTable(["upn", "parent", "point", "standing", "words"], rows: rows), as: format)
    }
  }

  /// Keeps a notice, or the request to the authority to issue one.
  struct Issue: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "issue",
      abstract: "Keep a penalty notice to a parent, or its referral to the authority.")

    @Argument(help: "The pupil: UPN, or the name as written.")
    var pupil: String
    @Option(help: "The parent, by number or name; again for another parent.")
    var parent: [String] = []
    @Option(help: "The day on which the authority was asked whether anything stands against it.")
    var checked: SchoolDate
    @Option(help: "The ground, in words.")
    var words: String
    @Option(help: "With the weeks up to this day, on which the line was met; without it, today's.")
    var met: SchoolDate?
    @Option(help: "Below the line: on this one of the school's own grounds.")
    var ground: String?
    @Option(help: "For an excluded pupil in a public place on this day; outside the count.")
    var excluded: SchoolDate?
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func validate() throws {
      if parent.isEmpty { throw ValidationError("a notice is for one parent; add --parent") }
      if words.isBlank { throw ValidationError("a notice has its ground; give it with --words") }
    }

    func perform() throws {
      let desk = try NoticeDesk(options.open(), about: pupil)
      let notices = try desk.notices(
        to: parent, checked: checked, metOn: met, ground: desk.ownGround(ground),
        excluded: excluded)
      try desk.keep(notices.map { desk.act([desk.line(.penalty($0), saying: words)]) }, as: format)
    }
  }
}

extension NoticeDesk {
  /// A row for a point that is looked at.
  func row(_ point: NoticePoint, _ contact: Contact) -> [RowTable.Cell] {
    [
      .code(pupil.upn.text), .text(contact.name), .code(point.kind.rawValue),
      .code(point.standing.rawValue), .text(point.words),
    ]
  }

  /// The one of the school's own grounds that begins so; refuses what is none of them.
  func ownGround(_ typed: String?) throws -> String? {
    guard let typed else { return nil }
    let grounds = policy.penaltyNotices.ownGrounds
    if let ground = grounds.first(where: { FoldedName.matches($0, search: typed) }) {
      return ground
    }
    throw Refused(
      "rollcall: '\(typed)' is none of the school's own grounds; "
        + (grounds.isEmpty ? "the policy has none" : "they are " + grounds.joined(separator: ", ")))
  }

  /// The notices to these parents; refuses all of them where one cannot be.
  func notices(
    to parents: [String], checked: SchoolDate, metOn day: SchoolDate? = nil,
    ground: String? = nil, excluded: SchoolDate? = nil
  ) throws -> [PenaltyNotice] {
    try require(
      .considerPenalty,
      to: policy.penaltyNotices.isReferral ? "refer a penalty notice" : "issue a penalty notice")
    guard checked <= date else {
      throw Refused(
        "rollcall: the authority cannot have been asked on \(checked), which is still to come; ask "
          + "first, and give the day with --checked")
    }
    let grounds = try grounds(metOn: day)
    let issuer = try issuer()
    var refusals: [String] = []
    let contacts = try self.parents(named: parents)
    guard Set(contacts.map(\.priority)).count == contacts.count else {
      throw Refused("rollcall: one parent is named twice; a notice is for each parent once")
    }
    let notices = contacts.compactMap { contact -> PenaltyNotice? in
      do throws(NoticeRefusal) {
        guard let excluded else {
          return try NoticeConsidered(to: contact, grounds, under: policy, ground: ground).notice(
            checked: checked, issuer: issuer)
        }
        return try ExcludedNotice(
          to: contact, on: excluded, grounds, under: policy, over: flags.rules.time,
          excluded: { reader.code(of: pupil.id, at: $0) == "E" }
        ).notice(checked: checked, issuer: issuer)
      } catch {
        refusals.append("rollcall: \(error)")
        return nil
      }
    }
    guard refusals.isEmpty else { throw Refused(lines: refusals) }
    return notices
  }

  /// Keeps the acts, all or none, and prints a row for each line.
  func keep(_ acts: [Act], as format: RowTable.Format?) throws {
    let receipts = try school.store.submit(acts)
    let rows = zip(receipts, acts).flatMap { receipt, act in
      zip(receipt.lines, act.lines).map { id, line -> [RowTable.Cell] in
        [
          .number(Int(id.number)), .code(pupil.upn.text), .date(line.date),
          .code(line.matter.kind), .text(line.matter.inWords),
          .text(orEmpty: line.words.isEmpty ? nil : line.words),
        ]
      }
    }
    try Output.print(
      RowTable(["line", "upn", "date", "kind", "what", "words"], rows: rows), as: format)
  }
}
