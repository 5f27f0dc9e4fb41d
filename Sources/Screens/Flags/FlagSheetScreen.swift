import Attendance
import Policies
import Terminal

/// What the rules say of one pupil, in lines: the evidence, why others do not flag, what may be missed.
struct FlagSheetScreen: Screen, Hashable {
  var message = Message()
  private(set) var page: PupilFlags
  private(set) var part: Part
  private var list = ListView<Int>([], height: 10)

  /// Which part is read.
  enum Part: Hashable, Sendable {
    /// The flags, the forecast and when absence falls, at a glance.
    case overview
    case evidence
    case whyNot
    case forecast

    /// The part as the title names it.
    var title: String {
      switch self {
      case .overview: "FLAGS OF"
      case .evidence: "EVIDENCE"
      case .whyNot: "WHY NOT"
      case .forecast: "FORECAST"
      }
    }
  }

  init(_ page: PupilFlags, _ part: Part) {
    self.page = page
    self.part = part
  }

  var place: Command.Place { .flagSheet }

  func questions(at desk: Desk) -> [Question] { [.flags(.pupil(page.pupil.id))] }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .office(.evidence): part == .evidence ? Bar("This is the evidence") : nil
    case .office(.whyNot): part == .whyNot ? Bar("This is why not") : nil
    case .office(.forecast): part == .forecast ? Bar("This is the forecast") : nil
    case .office(.letters): desk.barToLetters
    case .office(.notices): desk.barToNotices
    case .register(.history):
      session(at: desk) == nil
        ? Bar("Choose the line of a mark first; e shows the evidence")
        : desk.permissions.mayEver(.viewHistory) ? nil : desk.denial(of: .viewHistory, [])
    case .common, .today, .register, .answer, .year, .office: nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return [.perform(.ask(.year(page.pupil.id, nil)))]
    case .common(.move):
      let frame = Frame(desk.size, messageLines: 1)
      fit(FlagSheet(page, part, desk.policy.codes, width: desk.size.columns), frame.body.count)
      if let key { _ = list.handle(key) }
      return []
    case .common(.back): return [.back]
    case .office(.evidence): turn(to: .evidence)
    case .office(.whyNot): turn(to: .whyNot)
    case .office(.forecast): turn(to: .forecast)
    case .office(.letters): return [.perform(.ask(.letters(.board(page.pupil.id))))]
    case .office(.parentPage): return [.perform(.ask(.letters(.page(page.pupil.id))))]
    case .office(.notices): return [.perform(.ask(.notices(page.pupil.id)))]
    case .register(.history):
      return session(at: desk).map { [.perform(.ask(.history(page.pupil.id, $0)))] } ?? []
    case .common, .today, .register, .answer, .year, .office: return []
    }
    return []
  }

  /// The session whose mark the line under the cursor shows, or nil.
  private func session(at desk: Desk) -> Session? {
    let lines = FlagSheet(page, part, desk.policy.codes, width: desk.size.columns).lines
    guard let index = list.current, lines.indices.contains(index) else { return nil }
    return lines[index].session
  }

  private mutating func turn(to part: Part) {
    self.part = part
    list = ListView([], height: 10)
  }

  private mutating func fit(_ sheet: FlagSheet, _ height: Int) {
    list.height = max(height, 1)
    if list.rows.count != sheet.lines.count { list.show(Array(sheet.lines.indices)) }
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    if case .flags(.pupil(let fresh)) = answer, fresh.pupil.id == page.pupil.id { page = fresh }
    return []
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let spoken = message.text.isEmpty ? Message(summary) : message
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: spoken, canvas.size))
    let name = page.pupil.name.onRegister
    TitleBar(
      ["\(part.title)  \(name)  \(page.form)", "\(part.title)  \(name)"],
      state: ["[READ ONLY] view only", "[READ ONLY]", ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let day = "\(page.date.weekday.short) \(page.date.short)"
      let share = page.tally.attendance.map { "\($0)%" } ?? ""
      HeaderLine(left: [page.summary, share], right: ["to \(day)", ""]).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { body in
      let sheet = FlagSheet(page, part, desk.policy.codes, width: body.size.columns)
      var copy = self
      copy.fit(sheet, body.size.rows)
      for (row, index) in copy.list.visible.enumerated() {
        let line = sheet.lines[index]
        let isCurrent = index == copy.list.cursor
        body.write(
          copy.list.marker(at: index), row: row, column: 0, style: isCurrent ? .current : .plain)
        body.write(line.text, row: row, column: 2, style: line.style)
        if isCurrent { body.cursor = Position(row: row, column: 0) }
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(spoken, on: &canvas)
  }

  /// What the part comes to.
  private var summary: String {
    switch part {
    case .overview, .evidence:
      page.flags.isEmpty
        ? "No rule flags this pupil; w says how far away each is"
        : "\(page.flags.count.of("rule")) \(page.flags.count == 1 ? "flags" : "flag") this pupil"
    case .whyNot:
      "\(page.others.count.of("rule")) \(page.others.count == 1 ? "does" : "do") not flag"
    case .forecast: "\(page.ahead.of("session")) of this year are still to come"
    }
  }
}
