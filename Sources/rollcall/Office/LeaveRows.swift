import Attendance
import Exchange
import Policies
import Screens
import Storage

/// What the command prints about leave.
struct LeaveRows {
  private let desk: OfficeDesk

  init(_ desk: OfficeDesk) { self.desk = desk }

  private static let columns = ["line", "upn", "date", "kind", "what", "words", "rule"]

  /// Prints a request with what the policy says about it.
  func print(_ leave: LeaveCase, as format: RowTable.Format?) throws {
    var table = RowTable(Self.columns)
    append(leave.line, to: &table)
    if let decided = leave.decided { append(decided, to: &table) }
    for letter in leave.letters { append(letter, to: &table) }
    let weighing = try LeaveDesk(
      desk, try desk.arrangements(), pupils: [leave.pupil].compactMap(\.self))
    let row = weighing.row(leave)
    for point in row?.points ?? [] {
      table.append([
        .number(Int(leave.id.number)), .empty, .empty, .code(point.kind.rawValue),
        .text(point.words), .empty, .code(orEmpty: point.place.map(\.description)),
      ])
    }
    if let planned = row?.plannedInWords, !planned.isEmpty {
      table.append([
        .number(Int(leave.id.number)), .empty, .empty, .code("planned"), .text(planned), .empty,
        .empty,
      ])
    }
    try Output.print(table, as: format)
  }

  /// Keeps a decision, and prints it with the letter of the policy that belongs to it.
  func print(_ act: Act, deciding leave: LeaveCase, as format: RowTable.Format?) throws {
    let receipt = try desk.school.store.submit(act)
    var table = RowTable(Self.columns)
    for (id, line) in zip(receipt.lines, act.lines) {
      table.append([
        .number(Int(id.number)), upn(line.pupil), .date(line.date), .code(line.matter.kind),
        .text(line.matter.inWords), .text(orEmpty: line.words.isEmpty ? nil : line.words), .empty,
      ])
    }
    if case .decision(let decision) = act.lines.first?.matter,
      let letter = desk.school.policy.letter(for: decision.outcome, isLunch: leave.isLunch)
    {
      table.append([
        .empty, upn(leave.pupil), .date(desk.now.date), .code("letter"), .code(letter.id),
        .text(letter.name), .empty,
      ])
    }
    try Output.print(table, as: format)
  }

  /// The requests that wait, or all of the last twelve months.
  func list(isAll: Bool) throws -> RowTable {
    let book = try desk.arrangements()
    let cases = book.leave.filter { isAll || $0.state == .waiting }
    return RowTable(
      [
        "line", "upn", "surname", "forename", "group", "from", "from_session", "through",
        "through_session", "purpose", "asker", "received", "state", "code", "expected_back",
        "days_waiting", "overdue", "words",
      ],
      rows: cases.map { leave in
        let isWaiting = leave.state == .waiting
        return [.number(Int(leave.id.number))] + who(leave) + dates(leave.request) + [
          .text(leave.request.purpose), .text(leave.request.asker),
          .date(leave.request.received), .code(leave.state.rawValue),
          .code(orEmpty: leave.decision?.code), .date(leave.decision?.expectedBack),
          isWaiting ? .number(leave.daysWaiting(on: desk.now.date)) : .empty,
          .code(leave.isOverdue(on: desk.now.date) ? "yes" : "no"), .text(leave.line.words),
        ]
      })
  }

  /// The refused dates of the last two weeks and the next month, with what is marked there.
  func watched() throws -> RowTable {
    let today = desk.now.date
    let near = try desk.arrangements().leave.filter {
      $0.state == .refused && $0.request.through.date >= today.adding(days: -14)
        && $0.request.from.date <= today.adding(days: 30)
    }
    let alphabet = try desk.school.store.alphabet()
    let sheets = try desk.school.store.sheets(
      of: SchoolYear(of: today), pupils: near.compactMap(\.pupil))
    return RowTable(
      [
        "line", "upn", "surname", "forename", "group", "from", "from_session", "through",
        "through_session", "purpose", "marks", "refused_by", "words",
      ],
      rows: near.map { leave in
        let sheet = leave.pupil.flatMap { sheets[$0] }
        let marks = desk.calendar.sessions(
          from: leave.request.from.date, through: leave.request.through.date
        ).filter {
          leave.request.covers($0) && SchoolYear(of: $0.date) == SchoolYear(of: today)
        }.compactMap { session in
          sheet.map { alphabet.code(of: $0[session]) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        return [.number(Int(leave.id.number))] + who(leave) + dates(leave.request) + [
          .text(leave.request.purpose), .code(marks.joined(separator: " ")),
          .text(leave.decided?.by.name ?? ""), .text(leave.decided?.words ?? ""),
        ]
      })
  }

  /// Those who have not come back, with the days on which the clocks of 10 and 20 run out.
  func notBack() throws -> RowTable {
    RowTable(
      [
        "line", "upn", "surname", "forename", "group", "expected", "school_days", "tenth",
        "twentieth", "known", "what",
      ],
      rows: try desk.notBack(try desk.arrangements()).map { late in
        [.number(Int(late.leave.id.number))] + who(late.leave) + [
          .date(late.expected), .number(late.days), .date(late.tenth), .date(late.twentieth),
          .code(late.known), .text(late.inWords),
        ]
      })
  }

  private func append(_ line: DayLine, to table: inout RowTable) {
    table.append([
      .number(Int(line.id.number)), upn(line.pupil), .date(line.date), .code(line.matter.kind),
      .text(line.matter.inWords), .text(orEmpty: line.words.isEmpty ? nil : line.words), .empty,
    ])
  }

  private func upn(_ pupil: Pupil.ID?) -> RowTable.Cell {
    .code(orEmpty: pupil.flatMap { desk.roll.pupils[$0] }?.upn.text)
  }

  private func who(_ leave: LeaveCase) -> [RowTable.Cell] {
    let pupil = leave.pupil.flatMap { desk.roll.pupils[$0] }
    let group = leave.pupil.flatMap { desk.roll.member($0, on: desk.now.date) }?.particulars.group
    return [
      upn(leave.pupil), .text(pupil?.name.surname ?? ""), .text(pupil?.name.knownAs ?? ""),
      .text(group ?? ""),
    ]
  }

  private func dates(_ request: LeaveRequest) -> [RowTable.Cell] {
    [
      .date(request.from.date), .code(request.from.half.rawValue), .date(request.through.date),
      .code(request.through.half.rawValue),
    ]
  }
}
