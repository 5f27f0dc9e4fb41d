import Attendance
import Policies
import Terminal

/// Signing in with login and passphrase: at the door of a desk, or at a screen that is locked.
struct PassphraseScreen: Screen, Hashable {
  /// Before what it stands.
  enum Purpose: Hashable {
    /// The operating-system account is no member of staff.
    case stranger(account: String)
    /// The account is this member of staff's, who has given up the desk.
    case account(of: Staff)
    /// The person has locked the screen, or left it; `account` where the account is theirs.
    case locked(Staff, at: TimeOfDay, account: Bool)
  }

  let purpose: Purpose
  var message: Message
  private var login = Field(limit: 64)
  private var passphrase = SecretField()
  private var isOnPassphrase = false

  init(_ purpose: Purpose) {
    self.purpose = purpose
    switch purpose {
    case .stranger(let account):
      message = Message(
        "The account '\(account)' is no member of staff. Sign in with your login and passphrase, "
          + "or ask the administrator.")
    case .account(let staff):
      message = Message(
        "Sign in with login and passphrase. \(staff.name): your passphrase, or Enter if you have "
          + "none.")
      fill(in: staff)
    case .locked(let staff, _, let isAccount):
      message = Message(
        "Type your passphrase, \(staff.name)" + (isAccount ? ", or Enter if you have none." : ".")
          + " Esc: somebody else takes over.")
      fill(in: staff)
    }
  }

  private mutating func fill(in staff: Staff) {
    login.insert(staff.login)
    isOnPassphrase = true
  }

  /// Whether Enter alone may do for the login: its account guards it where it has no passphrase.
  private var needsNoPassphrase: Bool {
    switch purpose {
    case .stranger: false
    case .account(let staff): login.text == staff.login
    case .locked(let staff, _, let isAccount): isAccount && login.text == staff.login
    }
  }

  var place: Command.Place { .passphrase }

  mutating func perform(_ command: Command.ID, key: Key?, at desk: Desk) -> [Move] {
    switch command {
    case .common(.open):
      if login.isEmpty || passphrase.isEmpty && !(isOnPassphrase && needsNoPassphrase) {
        isOnPassphrase = !login.isEmpty
        say(login.isEmpty ? "Type your login first." : "Type your passphrase; it is not shown.")
        return []
      }
      let typed = passphrase.secret
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
    if case .notSignedIn(let why) = answer {
      isOnPassphrase = !login.isEmpty
      return refuse(why)
    }
    if case .signedIn(let staff) = answer { return [.signIn(staff)] }
    return []
  }

  /// What the screen is, longest first.
  private func title(at desk: Desk) -> [String] {
    switch purpose {
    case .stranger, .account: ["SIGN IN  \(desk.policy.school.name)", "SIGN IN"]
    case .locked: ["LOCKED  \(desk.policy.school.name)", "LOCKED"]
    }
  }

  /// Who may unlock it, above the fields.
  private var notice: String? {
    guard case .locked(let staff, let time, _) = purpose else { return nil }
    return "Locked since \(time) by \(staff.name). Whoever may sign in can take over the desk."
  }

  func draw(on canvas: inout Canvas, at desk: Desk) {
    let frame = Frame(
      canvas.size, messageLines: Frame.lines(of: message, canvas.size), headers: 0)
    TitleBar(title(at: desk), isPractice: desk.isPractice).draw(on: &canvas)
    footer(at: desk, rows: frame.footer).draw(on: &canvas)
    frame.draw(message, on: &canvas)
    canvas.inside(frame.bodyArea) { body in
      var top = body.size.rows >= 6 ? 1 : 0
      if let notice {
        let lines = notice.wrapped(to: max(body.size.columns - 2, 1), lines: 3)
        if top + lines.count + 2 < body.size.rows {
          for line in lines {
            body.write(line, row: top, column: 1)
            top += 1
          }
          top += 1
        }
      }
      drawFields(on: &body, from: top)
    }
  }

  private func drawFields(on body: inout Canvas, from top: Int) {
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
      passphrase.draw(
        on: &body, row: second, column: label, width: width,
        style: isOnPassphrase ? .focus : .plain, focused: isOnPassphrase)
    }
  }
}
