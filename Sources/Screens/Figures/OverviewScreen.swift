import Attendance
import Policies
import Terminal

/// The school at a glance, without any name: the first screen of head, governors and trust.
struct OverviewScreen: Screen, Hashable {
  var message = Message()
  private(set) var overview: Overview?
  private var list = ListView<Int>([], height: 10)

  /// Opens the screen and asks for the figures.
  static func opening() -> [Move] {
    [.open(.overview(OverviewScreen())), .perform(.ask(.figures(.overview)))]
  }

  var place: Command.Place { .overview }

  func questions(at desk: Desk) -> [Question] { [.figures(.overview)] }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    switch command {
    case .common(.open): overview == nil ? Bar("The figures are not there yet") : nil
    case .office(.leave): desk.denial(of: .planAbsence, [])
    case .office(.movers): desk.barToMovers
    case .office(.flags):
      desk.permissions.mayEver(.viewFlags) ? nil : desk.denial(of: .viewFlags, [])
    case .common, .today, .register, .answer, .year, .office: nil
    }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return open(at: desk)
    case .common(.move):
      let sheet = sheet(desk.size)
      list = fitted(sheet, desk.size)
      if let key { _ = list.handle(key) }
      return []
    case .common(.back), .office(.registers): return [.back]
    case .office(.leave): return LeaveScreen.opening()
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  /// Opens what the line speaks of: the registers of today, or the groups of the period.
  private func open(at desk: Desk) -> [Move] {
    let lines = sheet(desk.size)
    let line = lines.indices.contains(list.cursor) ? lines[list.cursor] : nil
    if line?.isToday == true { return [.back] }
    return GroupsScreen.opening(GroupsAsked(over: line?.period ?? .year))
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    guard case .figures(.overview(let overview)) = answer else { return [] }
    self.overview = overview
    return []
  }

  private func sheet(_ size: Size) -> [OverviewSheet.Line] {
    let frame = frame(size)
    return overview.map {
      OverviewSheet($0, width: size.columns - 2, height: frame.body.count).lines
    } ?? []
  }

  private func frame(_ size: Size) -> Frame {
    Frame(size, messageLines: Frame.lines(of: message, size))
  }

  private func fitted(_ sheet: [OverviewSheet.Line], _ size: Size) -> ListView<Int> {
    var list = list
    list.height = max(frame(size).body.count, 1)
    if list.rows.count != sheet.count { list.show(Array(sheet.indices)) }
    return list
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = frame(canvas.size)
    TitleBar(
      ["OVERVIEW  \(desk.policy.school.name)", "OVERVIEW"],
      state: canvas.size.columns < 56 ? [""] : [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header, let overview {
      let last = overview.last
      HeaderLine(
        left: [
          "Marks up to \(last.date.weekday.short) \(last.date.short) \(last.half.rawValue)",
          "To \(last.date.short) \(last.half.rawValue)",
        ], right: overview.benchmarks.header
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    let sheet = sheet(canvas.size)
    let list = fitted(sheet, canvas.size)
    canvas.inside(frame.bodyArea) { body in
      for (row, index) in list.visible.enumerated() where sheet.indices.contains(index) {
        let line = sheet[index]
        let isCurrent = index == list.cursor
        body.write(
          list.marker(at: index), row: row, column: 0, style: isCurrent ? .current : .plain)
        body.write(line.text, row: row, column: 2, style: line.style)
        if isCurrent { body.cursor = Position(row: row, column: 0) }
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }
}
