import ArgumentParser
import Attendance
import Exchange
import Policies
import Storage

extension NoticeCommand {
  /// Lists the notices there are.
  struct List: PlainCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List penalty notices and notices to improve, and how each stands.")

    @Option(help: "Only this pupil: UPN, or the name as written.")
    var pupil: String?
    @Flag(help: "Only those that wait: for the authority, for payment, for an outcome.")
    var open = false
    @Option(help: "table, csv or json.")
    var format: RowTable.Format?
    @OptionGroup var options: SchoolOptions

    func perform() throws {
      let rows = try NoticeRows(options.open())
      try Output.print(rows.list(of: pupil, onlyOpen: open), as: format)
    }
  }
}

/// The rows that notices and agreements are printed as.
struct NoticeRows {
  private let school: OpenSchool
  private let flags: FlagDesk
  private let book: DayBook

  init(_ school: OpenSchool) throws {
    self.school = school
    flags = try FlagDesk(school, on: school.clock.now.date)
    book = try school.store.dayBook(.casework)
  }

  private static let columns = [
    "line", "upn", "surname", "forename", "kind", "parent", "level", "from", "until", "issuer",
    "checked", "sessions", "first_session", "last_session", "state", "state_on", "counts_until",
    "missed", "possible", "words",
  ]

  /// A row for each notice, oldest first: of the pupil, or of everybody the person may see.
  func list(of written: String?, onlyOpen: Bool) throws -> RowTable {
    let pupils = try seen(written)
    var rows: [(DayLine.ID, [RowTable.Cell])] = []
    for pupil in pupils {
      for record in book.penalties(of: pupil)
      where !onlyOpen || [.asked, .issued, .unpaid].contains(record.state) {
        rows.append((record.id, row(record, pupil)))
      }
      for record in book.improvements(of: pupil)
      where !onlyOpen || !record.possibleOutcomes(on: flags.date).isEmpty {
        rows.append((record.id, try row(record, pupil)))
      }
    }
    return RowTable(Self.columns, rows: rows.sorted { $0.0 < $1.0 }.map(\.1))
  }

  /// A row for each agreement, oldest first.
  func agreements(of written: String?, onlyDue: Bool) throws -> RowTable {
    let today = flags.date
    let found = try seen(written).flatMap { pupil in
      book.agreements(of: pupil).filter { one in
        !onlyDue || one.state(on: today) == .due || one.state(on: today) == .overdue
      }.map { (pupil, $0) }
    }
    return RowTable(
      [
        "line", "upn", "surname", "forename", "kind", "from", "until", "review", "state",
        "targets", "support", "signed", "unsigned", "words",
      ],
      rows: found.sorted { $0.1.id < $1.1.id }.map { pupil, one in
        let agreement = one.agreement
        return [.number(Int(one.id.number))] + who(pupil) + [
          .code(agreement.kind.rawValue), .date(agreement.from), .date(agreement.until),
          .date(agreement.review), .code(one.state(on: today).inWords),
          text(agreement.targets), text(agreement.support), text(one.signed),
          text(one.unsigned), .text(one.line.words),
        ]
      })
  }

  private func row(_ record: PenaltyRecord, _ pupil: Pupil.ID) -> [RowTable.Cell] {
    let notice = record.notice
    let last = record.outcomes.last
    return [.number(Int(record.id.number))] + who(pupil) + [
      .code(notice.level == nil ? "excluded pupil" : "penalty notice"), .text(notice.parent),
      .number(orEmpty: notice.level), .date(notice.issued), .empty, .text(notice.issuer),
      .date(notice.checked), .number(notice.count), .code(notice.sessions.lowerBound.description),
      .code(notice.sessions.upperBound.description), .code(record.state.rawValue),
      .date(last?.date), .date(record.countsBefore?.adding(days: -1)), .empty, .empty,
      .text(record.line.words),
    ]
  }

  private func row(_ record: ImproveRecord, _ pupil: Pupil.ID) throws -> [RowTable.Cell] {
    let notice = record.notice
    let tally = try tally(of: pupil, from: notice.from, through: notice.until)
    return [.number(Int(record.id.number))] + who(pupil) + [
      .code("notice to improve"), .text(notice.parent), .empty, .date(notice.from),
      .date(notice.until), .empty, .empty, .empty, .empty, .empty,
      .code(record.state(on: flags.date).rawValue), .date(record.outcomes.last?.date), .empty,
      .number(tally.possible - tally.attended), .number(tally.possible), .text(record.line.words),
    ]
  }

  /// The pupil's sessions of these days so far.
  private func tally(
    of pupil: Pupil.ID, from first: SchoolDate, through last: SchoolDate
  ) throws -> Tally {
    let years = flags.calendar.years.map(\.year).filter {
      $0.firstDay <= last && first <= $0.lastDay
    }
    let sheets = try years.map { ($0, try school.store.sheets(of: $0, pupils: [pupil])) }
    let figures = Figures(
      roll: flags.roll, calendar: flags.calendar, codes: school.policies.codes,
      alphabet: try school.store.alphabet(), sheets: Dictionary(uniqueKeysWithValues: sheets))
    return figures.tally(
      of: pupil, from: first, through: min(Session(last, .pm), school.lastSessionBegun))
  }

  /// The pupil of that name, or all who have casework and whom the person may see.
  private func seen(_ written: String?) throws -> [Pupil.ID] {
    if let written {
      return [try NoticeDesk(school, about: written).pupil.id]
    }
    let permissions = school.permissions
    guard permissions.mayEver(.workCases) else {
      try school.require(.workCases, to: "see notices and agreements")
      return []
    }
    let pupils = Set(book.standing.compactMap(\.pupil)).sorted { $0.number < $1.number }
    if permissions.may(.workCases) { return pupils }
    return try pupils.filter { pupil in
      guard let member = flags.roll.member(pupil, on: flags.date) else { return false }
      return permissions.may(
        .workCases,
        relations: try school.relations(
          of: school.actor, to: member, among: flags.members))
    }
  }

  private func who(_ pupil: Pupil.ID) -> [RowTable.Cell] {
    let known = flags.roll.pupils[pupil]
    return [
      .code(known?.upn.text ?? ""), .text(known?.name.surname ?? ""),
      .text(known?.name.knownAs ?? ""),
    ]
  }

  private func text(_ words: [String]) -> RowTable.Cell {
    .text(orEmpty: words.isEmpty ? nil : words.joined(separator: "; "))
  }
}
