import Attendance
import Policies
import Terminal

extension MorningScreen {
  func draw(on canvas: inout Canvas, at desk: Desk) {
    let isTyping = place == .officeWords
    let lines = Frame.lines(of: message, canvas.size) + (isTyping ? 1 : 0)
    let frame = Frame(canvas.size, messageLines: lines)
    TitleBar(
      ["THIS MORNING", "MORNING"], state: [desk.person.name, ""], isPractice: desk.isPractice
    ).draw(on: &canvas)
    if let row = frame.header {
      HeaderLine(
        left: [(morning?.date ?? desk.now.date).inWords, (morning?.date ?? desk.now.date).short],
        right: counts
      ).draw(on: &canvas, row: row)
    }
    canvas.inside(frame.bodyArea) { body in
      if let made = shownText {
        TextSheet(
          heading: "\(made.letter.name) to \(made.contact.label)", words: made.words
        ).draw(on: &body)
      } else if let brief = calledAbout {
        ContactPanel(brief: brief, atLeast: desk.policy.reporting.contactsAtLeast)
          .draw(on: &body)
      } else {
        drawRows(on: &body)
      }
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    if case .words(let need, _, let field) = asking {
      frame.draw(message, above: need == .handOn ? "To:" : "By:", field, on: &canvas)
    } else {
      frame.draw(message, on: &canvas)
    }
  }

  /// The text or script that is being looked at, or nil.
  private var shownText: MadeText? {
    switch asking {
    case .text(let made), .script(let made): made
    case .contact, .outcome, .words, .settling, nil: nil
    }
  }

  /// The pupil about whom somebody is to be rung, or nil.
  private var calledAbout: PupilBrief? {
    switch asking {
    case .contact(let brief), .outcome(let brief, _): brief
    case .text, .script, .words, .settling, nil: nil
    }
  }

  private var counts: [String] {
    guard let morning else { return [""] }
    let registers = morning.count(.registers)
    let unexplained = morning.count(.unexplained)
    let messages = morning.count(.messages)
    return [
      "Not taken \(registers)  Unexplained \(unexplained)  Messages \(messages)",
      "\(registers) untaken \(unexplained) N \(messages) msg", "\(morning.rows.count) wait",
    ]
  }

  /// The rows, each under the name of its section; a section stands in the first column of its
  /// first row, so that no line is lost to a heading.
  private func drawRows(on canvas: inout Canvas) {
    guard let morning else { return }
    if morning.rows.isEmpty {
      canvas.write(" Nothing waits.", row: 0, column: 0)
      canvas.cursor = Position(row: 0, column: 0)
      return
    }
    var list = list
    list.height = max(canvas.size.rows, 1)
    let width = canvas.size.columns
    let section = width >= 76 ? 22 : width >= 56 ? 13 : 0
    // The words begin directly after the longest name. A register's name is short: one long surname
    // below it takes nothing from its room and taker.
    let most = width >= 56 ? 30 : max(width * 3 / 5, 1)
    func nameWidth(isRegister: Bool) -> Int {
      let rows = morning.rows.filter { ($0.section == .registers) == isRegister }
      return min((rows.map { $0.name.columns + $0.group.columns + 2 }.max() ?? 0) + 1, most)
    }
    let names = (registers: nameWidth(isRegister: true), others: nameWidth(isRegister: false))
    var above: Morning.Section?
    for (line, index) in list.visible.enumerated() {
      guard let row = morning.rows.first(where: { $0.id == list.rows[index] }) else { continue }
      let style: Style = index == list.cursor ? .current : .plain
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      if section > 0, row.section != above {
        canvas.write(
          section < 22 ? row.section.brief : row.section.rawValue, row: line, column: 2,
          style: .heading)
      }
      above = row.section
      let name = row.section == .registers ? names.registers : names.others
      let group = row.group.isEmpty ? "" : " \(row.group)"
      let room = name - 1 - group.columns
      // A register or a place has no group beside it, and is no person.
      let known = (group.isEmpty ? row.name.cut(to: room) : row.name.cutName(to: room)) + group
      canvas.write(known, row: line, column: 2 + section, style: style)
      let start = 2 + section + name
      canvas.write(row.words(in: width - start), row: line, column: start, style: style)
      if index == list.cursor { canvas.cursor = Position(row: line, column: 0) }
    }
  }
}

extension Morning.Row {
  /// What is known, in at most so many columns; a shorter form goes before anything is cut.
  fileprivate func words(in columns: Int) -> String {
    ([words] + shorter).first { $0.columns <= columns } ?? (shorter.last ?? words).cut(to: columns)
  }
}
