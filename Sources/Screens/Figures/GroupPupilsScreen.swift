import Attendance
import Policies
import Terminal

/// The pupils of a group, each with the figures that the group's are the sum of.
struct GroupPupilsScreen: Screen, Hashable {
  var message = Message()
  private(set) var members: GroupMembers
  private var list: ListView<Pupil.ID>

  init(_ members: GroupMembers) {
    self.members = members
    list = ListView(members.rows.map(\.pupil.id), height: 10)
    sayRow()
  }

  var place: Command.Place { .groupPupils }

  func questions(at desk: Desk) -> [Question] {
    [.figures(.members(members.asked, of: members.names))]
  }

  private var current: GroupMembers.Row? {
    members.rows.indices.contains(list.cursor) ? members.rows[list.cursor] : nil
  }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    command == .common(.open) && current == nil ? Bar("There is no pupil to open") : nil
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return current.map { [.perform(.ask(.year($0.pupil.id, nil)))] } ?? []
    case .common(.move):
      list.height = max(Frame(desk.size, messageLines: 1).body.count, 1)
      if let key { _ = list.handle(key) }
      sayRow()
      return []
    case .common(.back): return [.back]
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    guard case .figures(.members(let fresh)) = answer, fresh.asked == members.asked,
      fresh.names == members.names
    else { return [] }
    members = fresh
    list.show(fresh.rows.map(\.pupil.id))
    sayRow()
    return []
  }

  private mutating func sayRow() {
    guard let current else { return say("Nobody is in this group") }
    let tally = current.tally
    let blank = tally.missing > 0 ? ", \(tally.missing) without a mark" : ""
    say(
      "\(current.pupil.name.onRegister): \(tally.attendanceWords), \(tally.authorised) authorised, "
        + "\(tally.unauthorised) unauthorised, \(tally.late) late\(blank)")
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(canvas.size, messageLines: Frame.lines(of: message, canvas.size))
    let name = members.asked.name(of: members.names)
    TitleBar(
      ["PUPILS OF  \(name)", name], state: ["[READ ONLY] view only", "[READ ONLY]", ""],
      isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      let sum = members.tally
      let count = members.rows.count.of("pupil")
      HeaderLine(
        left: ["\(count) together: \(sum.attendanceWords)", count],
        right: ["\(members.period.name), lowest first", "lowest first", ""]
      ).draw(on: &canvas, row: row)
    }
    canvas.cursor = Position(row: frame.body.lowerBound, column: 0)
    canvas.inside(frame.bodyArea) { drawRows(on: &$0) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }

  private func drawRows(on canvas: inout Canvas) {
    let width = canvas.size.columns
    var list = list
    list.height = max(canvas.size.rows, 1)
    let form = members.rows.map(\.form.columns).max() ?? 0
    let figures = width >= 56 ? 6 + 11 : 6
    let name = max(min(width / 3, width - 4 - form - figures), 6)
    let most = members.rows.map(\.tally.absent).max() ?? 0
    for (line, index) in list.visible.enumerated() where members.rows.indices.contains(index) {
      let row = members.rows[index]
      let isCurrent = index == list.cursor
      let style: Style = isCurrent ? .current : .plain
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      canvas.write(
        RollName(name: row.pupil.name, lookAlike: row.lookAlike).text(width: name), row: line,
        column: 2, style: style, width: name)
      canvas.write(row.form, row: line, column: 3 + name, style: style)
      var end = 3 + name + form + 7
      canvas.write(row.tally.attendance?.description ?? "-", row: line, before: end, style: style)
      if width >= 56 {
        end += 11
        canvas.write(
          "\(row.tally.absent) of \(row.tally.possible)", row: line, before: end, style: style)
      }
      let room = width - end - 2
      if room >= 4 {
        canvas.write(
          AbsenceBar.cells(row.tally.absent, of: most, width: room), row: line, column: end + 2,
          style: style)
      }
      if isCurrent { canvas.cursor = Position(row: line, column: 0) }
    }
  }
}
