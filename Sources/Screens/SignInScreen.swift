import Attendance
import Policies
import Terminal

/// Signing in at a practice school: a name is picked from the list.
struct SignInScreen: Screen, Hashable {
  /// Who has locked the screen, or nil where nobody has signed in.
  let lockedBy: Staff?
  var message: Message
  private(set) var staff: [Staff] = []
  private var search = Field(limit: 40)
  private var list = ListView<String>([], height: 10)

  init(lockedBy staff: Staff? = nil) {
    lockedBy = staff
    message = Message(
      staff.map {
        "Locked by \($0.name). Pick a name to unlock it: type its beginning, then Enter."
      }
        ?? "Pick a name: type its beginning, then Enter.")
  }

  /// Who a practice school knows besides its staff: may do all that any role may.
  static let admin = Staff(
    login: "admin", name: "Practice administrator", position: "may do everything", role: "")

  var place: Command.Place { .signIn }

  func questions(at desk: Desk) -> [Question] { [.staff] }

  func bar(to command: Command.ID, at desk: Desk) -> Bar? {
    command == .common(.open) && list.current == nil ? Bar("Nobody is called so") : nil
  }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      guard let login = list.current, let chosen = staff.first(where: { $0.login == login }) else {
        return []
      }
      return [.signIn(chosen)]
    case .common(.move):
      list.height = rows(desk.size)
      if let key { _ = list.handle(key) }
      return []
    case .common(.back):
      search.clear()
      narrow()
      say("Pick a name: type its beginning, then Enter. ^Q leaves.")
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    guard search.handle(key) else { return nil }
    narrow()
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    search.insert(text)
    narrow()
    return []
  }

  private mutating func narrow() {
    let found = staff.filter {
      search.isEmpty || FoldedName.matches($0.name, search: search.text)
        || FoldedName.matches($0.login, search: search.text)
        || FoldedName.matches($0.group, search: search.text)
    }
    list.show(found.map(\.login))
    if !search.isEmpty, let first = found.first { list.move(to: first.login) }
    say(
      found.isEmpty
        ? "Nobody is called '\(search.text)'; Esc empties the line."
        : "Pick a name: type its beginning, then Enter.")
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    guard case .staff(let all) = answer else { return [] }
    let working = all.filter { $0.post(at: desk.now) == .current }
      .sorted { (FoldedName($0.name), $0.login) < (FoldedName($1.name), $1.login) }
    staff = (working.contains { $0.login == Self.admin.login } ? [] : [Self.admin]) + working
    list.show(staff.map(\.login))
    if let lockedBy { list.move(to: lockedBy.login) }
    return []
  }

  private func rows(_ size: Size) -> Int {
    max(Frame(size, messageLines: Frame.lines(of: message, size) + 1, headers: 0).body.count, 1)
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size) + 1, headers: 0)
    TitleBar(
      lockedBy == nil
        ? ["SIGN IN  \(desk.policy.school.name)", "SIGN IN"]
        : ["LOCKED  \(desk.policy.school.name)", "LOCKED"], isPractice: desk.isPractice
    ).draw(on: &canvas)
    canvas.inside(frame.bodyArea) { body in drawNames(on: &body) }
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, above: "Name:", search, on: &canvas)
  }

  /// Names, and beside them the position where there is room; a name is cut last.
  private func drawNames(on canvas: inout Canvas) {
    var list = list
    list.height = max(canvas.size.rows, 1)
    let width = canvas.size.columns - 2
    let hasPositions = canvas.size.columns >= 50
    let widest = staff.map(\.name.columns).max() ?? 0
    let room = hasPositions ? min(max(widest, 24), width - 20) : width
    for (line, index) in list.visible.enumerated() {
      guard let person = staff.first(where: { $0.login == list.rows[index] }) else { continue }
      let style: Style = index == list.cursor ? .current : .plain
      canvas.write(list.marker(at: index), row: line, column: 0, style: style)
      canvas.write(person.name.cut(to: room), row: line, column: 2, style: style)
      guard hasPositions else { continue }
      let group = person.group.isEmpty ? "" : ", \(person.group)"
      canvas.write(
        (person.position + group).cut(to: width - room - 2), row: line, column: room + 4,
        style: .muted)
    }
  }
}
