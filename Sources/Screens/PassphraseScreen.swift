import Attendance
import Policies
import Terminal

/// Signing in where the operating-system account is no member of staff: login and passphrase.
struct PassphraseScreen: Screen, Hashable {
  var message: Message
  private var login = Field(limit: 64)
  private var passphrase = Field(limit: 200)
  private var isOnPassphrase = false

  init(account: String) {
    message = Message(
      "The account '\(account)' is no member of staff. Sign in with your login and passphrase, or "
        + "ask the administrator.")
  }

  var place: Command.Place { .passphrase }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      if login.isEmpty || !isOnPassphrase && passphrase.isEmpty {
        isOnPassphrase = !login.isEmpty
        say(login.isEmpty ? "Type your login first." : "Type your passphrase; it is not shown.")
        return []
      }
      let typed = passphrase.text
      passphrase.clear()
      say("Signing in.")
      return [.perform(.signIn(login: login.text, passphrase: typed))]
    case .answer(.nextField):
      isOnPassphrase.toggle()
      return []
    case .common(.back):
      login.clear()
      passphrase.clear()
      isOnPassphrase = false
      say("Type your login. ^Q leaves.")
      return []
    case .common, .today, .register, .answer, .year, .office: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Move]? {
    (isOnPassphrase ? passphrase.handle(key) : login.handle(key)) ? [] : nil
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Move] {
    if isOnPassphrase { passphrase.insert(text) } else { login.insert(text) }
    return []
  }

  mutating func take(_ answer: Answer, at desk: Desk) -> [Move] {
    if case .notSignedIn(let why) = answer { return refuse(why) }
    if case .signedIn(let staff) = answer { return [.signIn(staff)] }
    return []
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size), headers: 0)
    TitleBar(
      ["SIGN IN  \(desk.policy.school.name)", "SIGN IN"], isPractice: desk.isPractice
    ).draw(on: &canvas)
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
    canvas.inside(frame.bodyArea) { body in
      let top = body.size.rows >= 6 ? 1 : 0
      let label = body.size.columns >= 30 ? 14 : 0
      if label > 0 { body.write("Login", row: top, column: 1) }
      if label > 0 { body.write("Passphrase", row: top + 1, column: 1) }
      let width = max(min(body.size.columns - label, 40), 1)
      // On a screen of one row only the field being typed is shown.
      let second = min(top + 1, max(body.size.rows - 1, 0))
      if !isOnPassphrase || second > top {
        login.draw(
          on: &body, row: top, column: label, width: width,
          style: isOnPassphrase ? .plain : .focus, focused: !isOnPassphrase)
      }
      if isOnPassphrase || second > top {
        let hidden = Field(String(repeating: "*", count: passphrase.text.count), limit: 200)
        hidden.draw(
          on: &body, row: second, column: label, width: width,
          style: isOnPassphrase ? .focus : .plain, focused: isOnPassphrase)
      }
    }
  }
}
