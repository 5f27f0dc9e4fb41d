import Attendance
import Policies
import Terminal

/// The lists that the office hands out, one key each.
struct HandoutsScreen: Screen, Hashable {
  var message = Message("A letter opens its list; there it is printed or written as CSV.")
  private var list = ListView(Handout.Kind.allCases, height: 20)

  var place: Command.Place { .handouts }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    guard command == .common(.open), let kind = list.current else { return nil }
    return Self.bar(to: kind, at: desk)
  }

  /// Why the person may not have the list, or the school keeps none.
  static func bar(to kind: Handout.Kind, at desk: Desk) -> Bar? {
    if kind == .detentions, desk.policy.lateness.detention == nil {
      return Bar("This school's policy knows no detention for lateness")
    }
    return kind.denial(under: desk.permissions).map { Bar($0) }
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open): return list.current.map { open($0, at: desk) } ?? []
    case .common(.move):
      list.height = max(Frame(desk.size, messageLines: 2, headers: 0).body.count, 1)
      if let key { _ = list.handle(key) }
      return []
    case .common(.back): return [.back]
    case .office(.choose):
      guard case .character(let letter) = key,
        let kind = Handout.Kind.allCases.first(where: { $0.key == Character(letter.lowercased()) })
      else { return refuse("No list has this key.") }
      list.move(to: kind)
      return open(kind, at: desk)
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  private mutating func open(_ kind: Handout.Kind, at desk: Desk) -> [Move] {
    if let bar = Self.bar(to: kind, at: desk) { return refuse(bar.sentence) }
    return HandoutScreen.opening(kind)
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    refuse("A paste does nothing here.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    if case .unavailable(let why) = answer { return refuse(why) }
    return []
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size), headers: 0)
    TitleBar(["HANDOUTS"], state: ["\(desk.now.date.short)"], isPractice: desk.isPractice)
      .draw(on: &canvas)
    canvas.inside(frame.bodyArea) { body in
      var list = list
      list.height = max(body.size.rows, 1)
      let rows = Handout.Kind.allCases.map { kind in
        SectionedRows.Row(heading: "", cells: [String(kind.key), kind.title, kind.help])
      }
      SectionedRows(rows: rows).draw(list, on: &body)
    }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
  }
}
