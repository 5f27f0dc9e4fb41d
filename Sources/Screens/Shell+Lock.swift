public import Attendance
import Policies
import Terminal

extension Shell {
  /// When the screen locks if nobody presses a key before; nil while nobody has signed in.
  public var locksAt: Instant? {
    guard locked == nil, desk.staff != nil else { return nil }
    return lastKey.adding(seconds: Int64(desk.policy.registers.lockAfter) * 60)
  }

  /// Whether the screen is covered until somebody unlocks it.
  public var isLocked: Bool { locked != nil }

  /// Covers everything; what lies under it goes on, and every draft stays.
  mutating func lock() -> [Effect] {
    guard locked == nil, let staff = desk.staff else { return [] }
    list = nil
    if picksNames {
      locked = .signIn(SignInScreen(lockedBy: staff))
      return [.ask(.staff)]
    }
    locked = .passphrase(
      PassphraseScreen(.locked(staff, at: desk.now.time, account: isAccount(of: staff))))
    return []
  }

  private func isAccount(of staff: Staff) -> Bool {
    if case .account(let own) = entrance { own.login == staff.login } else { false }
  }

  /// Takes a key while the screen is locked: it unlocks, or leaves, and nothing else.
  mutating func pressLocked(_ key: Key) -> [Effect] {
    guard var screen = locked?.screen else { return [] }
    let moves: [Move]
    switch Command.given(by: key, at: screen.place)?.id {
    case .common(.leave): return leaveLocked()
    case .common(.repaint): return [.repaint]
    case .some(let command):
      if let bar = screen.bar(to: command, at: desk) {
        moves = screen.refuse(bar.sentence)
      } else {
        moves = screen.perform(command, key: key, at: desk)
      }
    case nil:
      moves = screen.type(key, at: desk) ?? screen.refuse("The screen is locked; ^Q leaves.")
    }
    locked?.screen = screen
    return followLocked(moves)
  }

  mutating func pasteLocked(_ text: String) -> [Effect] {
    guard var screen = locked?.screen else { return [] }
    let moves = screen.paste(text, at: desk)
    locked?.screen = screen
    return followLocked(moves)
  }

  /// Hands the locked screen what it asked for; everything else goes on beneath it.
  mutating func takeLocked(_ answer: Answer) -> [Effect]? {
    guard var screen = locked?.screen, Self.isForTheDoor(answer) else { return nil }
    let moves = screen.take(answer, at: desk)
    locked?.screen = screen
    return followLocked(moves)
  }

  private static func isForTheDoor(_ answer: Answer) -> Bool {
    if case .staff = answer { return true }
    if case .signedIn = answer { return true }
    if case .notSignedIn = answer { return true }
    return false
  }

  private mutating func followLocked(_ moves: [Move]) -> [Effect] {
    moves.flatMap { move -> [Effect] in
      switch move {
      case .perform(let effect): [effect]
      case .signIn(let staff): unlock(staff)
      case .open, .replace, .back: []
      }
    }
  }

  /// Gives the screen back to whoever locked it, or the desk to somebody else.
  private mutating func unlock(_ staff: Staff) -> [Effect] {
    if staff == desk.staff {
      locked = nil
      lastKey = desk.now
      return top.questions(at: desk).map(Effect.ask) + askForReminders()
    }
    // Marks on a screen only would be lost; whoever typed them can still try to keep them.
    guard unsavedRoom == nil else {
      return refuseLocked(
        "Marks of \(desk.person.name) are not on disk yet; only they can unlock this screen.")
    }
    locked = nil
    forgetForms()
    return signIn(staff)
  }

  private mutating func leaveLocked() -> [Effect] {
    if unsavedRoom == nil { return [.leave] }
    return refuseLocked(
      "Marks of \(desk.person.name) are not on disk yet and would be lost; they unlock first.")
  }

  private mutating func refuseLocked(_ sentence: String) -> [Effect] {
    guard var screen = locked?.screen else { return [] }
    let moves = screen.refuse(sentence)
    locked?.screen = screen
    return moves.compactMap { if case .perform(let effect) = $0 { effect } else { nil } }
  }
}
