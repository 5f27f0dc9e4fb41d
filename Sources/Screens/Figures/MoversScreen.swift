import Attendance
import Policies
import Terminal

/// Who has improved or fallen by a band since the last review, and who has earned a certificate.
struct MoversScreen: Screen, Hashable {
  var message = Message()
  private(set) var board: MoversBoard?
  /// Which of the board's certificates are shown.
  private(set) var shown = 0
  private var list = ListView<Row>([], height: 10)

  /// One line of the screen.
  enum Row: Hashable, Sendable {
    case mover(Pupil.ID)
    case earner(SchoolPeriod.Kind, Pupil.ID)

    var pupil: Pupil.ID {
      switch self {
      case .mover(let pupil), .earner(_, let pupil): pupil
      }
    }
  }

  /// Opens the screen and asks who has moved.
  static func opening() -> [Move] {
    [.open(.movers(MoversScreen())), .perform(.ask(.figures(.movers)))]
  }

  var place: Command.Place { .movers }

  func questions(at desk: Desk) -> [Question] { [.figures(.movers)] }

  private var earned: MoversBoard.Earned? {
    board.flatMap { $0.earned.indices.contains(shown) ? $0.earned[shown] : nil }
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open):
      list.current == nil ? Bar("Nobody has moved, and nobody was there all of the time") : nil
    case .office(.period):
      (board?.earned.count ?? 0) < 2 ? Bar("No other period is over yet") : nil
    case .common, .today, .register, .answer, .year, .office: nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return list.current.map { [.perform(.ask(.year($0.pupil, nil)))] } ?? []
    case .common(.move):
      list.height = max(Frame(desk.size, messageLines: 2).body.count, 1)
      if let key { _ = list.handle(key) }
      sayRow()
      return []
    case .common(.back): return [.back]
    case .office(.period):
      shown = (shown + 1) % max(board?.earned.count ?? 1, 1)
      list.show(rows)
      if let earned {
        say("Certificates of the last \(earned.period.kind.rawValue): \(earned.period.inWords).")
      }
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private var rows: [Row] {
    (board?.movers ?? []).map { .mover($0.pupil.id) }
      + (earned.map { earned in
        earned.earners.map { .earner(earned.period.kind, $0.pupil.id) }
      } ?? [])
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    guard case .figures(.movers(let board)) = answer else { return [] }
    self.board = board
    if !board.earned.indices.contains(shown) { shown = 0 }
    list.show(rows)
    sayRow()
    return []
  }

  private mutating func sayRow() {
    guard let board, let current = list.current else { return say("") }
    switch current {
    case .mover(let id):
      guard let mover = board.movers.first(where: { $0.pupil.id == id }) else { return }
      say(
        "\(mover.pupil.name.onRegister): \(mover.before.attendanceWords), then "
          + "\(mover.after.attendanceWords).")
    case .earner(_, let id):
      guard let earner = earned?.earners.first(where: { $0.pupil.id == id }) else { return }
      let words =
        switch earner.certificate {
        case .full: "\(earner.tally.possible) of \(earner.tally.possible) sessions"
        case .exempt:
          "missed \(earner.absences), of \(earner.tally.possible) sessions; a person decides"
        case .unmarked:
          "nothing missed; \(earner.tally.missing.of("session")) without a mark"
        }
      say("\(earner.pupil.name.onRegister): \(words).")
    }
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    TitleBar(
      titles, state: canvas.size.columns < 56 ? [""] : [desk.person.name, ""],
      isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header, let board {
      HeaderLine(
        left: [
          "\(board.after), against \(board.before)", "against \(board.before)", board.before,
        ], right: board.hasOwnBands ? ["the policy's bands", ""] : ["usual bands", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { body in
      if list.rows.isEmpty {
        drawNobody(on: &body)
      } else {
        SectionedRows(rows: sections(width: body.size.columns)).draw(list, on: &body)
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  private var titles: [String] {
    guard let board else { return ["MOVERS"] }
    let moved = "\(board.count(.improved)) improved, \(board.count(.fallen)) fallen"
    let full = earned.map { earned in
      let count = earned.earners.count { $0.certificate == .full }
      return "\(count) at 100% (\(earned.period.kind.rawValue))"
    }
    return [
      "MOVERS  " + [moved, full].compactMap(\.self).joined(separator: ", "), "MOVERS  \(moved)",
      "MOVERS",
    ]
  }

  private func sections(width: Int) -> [SectionedRows.Row] {
    // What tells two of one name apart is never cut.
    let room = width >= 76 ? 24 : width >= 56 ? 20 : 16
    let movers = (board?.movers ?? []).map { mover in
      SectionedRows.Row(
        heading: mover.change.direction == .improved ? "Improved" : "Fallen",
        cells: [
          RollName(name: mover.pupil.name, lookAlike: mover.lookAlike).text(width: room),
          mover.form, mover.points?.description ?? "",
          "\(mover.change.before.name) > \(mover.change.after.name)",
        ])
    }
    let earners = (earned?.earners ?? []).map { earner in
      SectionedRows.Row(
        heading: earner.certificate.heading,
        cells: [
          RollName(name: earner.pupil.name, lookAlike: earner.lookAlike).text(width: room),
          earner.form, "", earner.absences,
        ])
    }
    return movers + earners
  }

  private func drawNobody(on canvas: inout Canvas) {
    guard let board else { return }
    let words =
      "Nobody has moved from one band to another: \(board.compared.of("pupil")) compared"
      + (board.uncompared > 0
        ? ", \(board.uncompared) without a possible session in one of the two." : ".")
    for (row, line) in words.wrapped(to: canvas.size.columns - 2).enumerated() {
      canvas.write(line, row: row, column: 1)
    }
  }
}

extension Certificate {
  /// The list as a heading beside its first row.
  fileprivate var heading: String {
    switch self {
    case .full: "100%"
    case .exempt: "Exempt?"
    case .unmarked: "Unmarked"
    }
  }
}
