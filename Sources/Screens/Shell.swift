public import Attendance
public import Policies
public import Terminal

/// Everything on the terminal: the screens one above another, and who sits before them.
///
/// A value without disk, clock or curses: it is handed inputs and answers with effects, and draws
/// itself on a canvas of any size.
public struct Shell: Sendable {
  /// How somebody comes in.
  ///
  /// Whoever sits at the desk of an account may give it up to somebody with a passphrase, and comes
  /// back by their own, or where they have none by Enter: the account guards it then.
  public enum Entrance: Hashable, Sendable {
    /// A practice school: a name is picked from a list.
    case practice
    /// A real school: the operating-system account is this member of staff.
    case account(Staff)
    /// A real school, and the account is no member of staff: login and passphrase.
    case stranger(account: String)
  }

  /// Who sits at the desk, what they may do, and when.
  public internal(set) var desk: Desk
  /// The screens, the one that is seen last.
  var stack: [Room]
  /// The help or the palette, above all screens.
  var list: CommandList?
  /// What covers all of it while the desk is locked.
  var locked: Room?
  /// When a key was last pressed.
  var lastKey: Instant
  /// A register to open as soon as somebody has signed in.
  let opening: RegisterKey?
  /// Who saw the pupils of that register and when, where it is typed from paper.
  let observed: Observation?
  let entrance: Entrance
  /// The forms of messages that the person has left half typed.
  var calls = CallScreen.Kept()
  /// The person's own registers that the office waits for, with when it said so.
  var reminders: [RegisterKey: TimeOfDay] = [:]
  /// The request for leave that the person has left half typed.
  var leaveDraft: LeaveForm?
  /// That request as it lies on disk.
  var leaveOnDisk = LeaveForm().draft

  /// The practice school's built-in administrator, who may do all that any role may.
  public static let practiceAdministrator = SignInScreen.admin

  /// A shell before its first input; `opening` is the register that `rollcall take` names.
  ///
  /// A practice school says so on every screen, also where somebody was named and signed in at once.
  public init(
    policy: Policy, entrance: Entrance, isPractice: Bool = false, opening: RegisterKey? = nil,
    observed: Observation? = nil, size: Size, now: Instant
  ) {
    self.entrance = entrance
    self.opening = opening
    self.observed = observed
    lastKey = now
    desk = Desk(
      policy: policy, isPractice: isPractice || entrance == .practice, staff: nil,
      permissions: policy.permissions(of: []), now: now, size: size)
    stack = [Self.door(entrance)]
  }

  private static func door(_ entrance: Entrance) -> Room {
    switch entrance {
    case .practice: .signIn(SignInScreen())
    case .account(let staff): .passphrase(PassphraseScreen(.account(of: staff)))
    case .stranger(let account): .passphrase(PassphraseScreen(.stranger(account: account)))
    }
  }

  /// What is to be done before the first input.
  public mutating func begin() -> [Effect] {
    switch entrance {
    case .practice: [.ask(.staff)]
    case .account(let staff): signIn(staff)
    case .stranger: []
    }
  }

  /// The screen that is seen.
  var top: any Screen {
    get { stack[stack.count - 1].screen }
    set { stack[stack.count - 1].screen = newValue }
  }

  /// Takes an input at a moment, and answers with what is to be done.
  public mutating func handle(_ input: Input, now: Instant) -> [Effect] {
    let effects = respond(to: input, now: now)
    // The forms first: one that is being saved says so on disk before its act is kept.
    return formsToKeep().map { .keepForm($0) } + effects
  }

  /// The half-typed forms that have changed: what is typed is on disk before it is seen.
  private mutating func formsToKeep() -> [FormDraft] {
    let room = stack[stack.count - 1]
    if case .calls(var screen) = room {
      let forms = screen.draftsToKeep()
      if !forms.isEmpty { stack[stack.count - 1] = .calls(screen) }
      return forms
    }
    if let screen = room.screen as? any KeepsForm {
      guard let draft = screen.openDraft, draft.values != desk.forms[draft.name]?.values ?? [:]
      else { return [] }
      desk.forms[draft.name] = draft.isEmpty ? nil : draft
      return [draft]
    }
    guard case .leave(let screen) = room else { return [] }
    let form = (screen.form ?? screen.kept ?? LeaveForm()).draft
    guard form != leaveOnDisk else { return [] }
    leaveOnDisk = form
    return [form]
  }

  private mutating func respond(to input: Input, now: Instant) -> [Effect] {
    desk.now = now
    switch input {
    case .key(let key):
      lastKey = now
      return locked == nil ? press(key) : pressLocked(key)
    case .idle: return lock()
    case .pasted(let text):
      lastKey = now
      if locked != nil { return pasteLocked(text) }
      if list != nil {
        list?.paste(text)
        return []
      }
      return follow(top.paste(text, at: desk))
    case .resized(let size):
      desk.size = size
      return []
    case .answer(let answer): return take(answer)
    case .boundary, .changedElsewhere: return ask()
    case .retry: return retry()
    case .resumed: return [.repaint] + ask()
    }
  }

  /// Asks again for what is shown.
  func ask() -> [Effect] {
    top.questions(at: desk).map(Effect.ask) + askForReminders()
  }

  /// The picture of the screen that is seen.
  public func picture(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    var desk = desk
    desk.size = size
    if let locked {
      locked.screen.draw(on: &canvas, at: desk)
    } else if let list {
      list.draw(on: &canvas, isPractice: desk.isPractice)
    } else {
      reminded(top).draw(on: &canvas, at: desk)
    }
    return canvas
  }

  /// Does what screens ask for.
  mutating func follow(_ moves: [Move]) -> [Effect] {
    var effects: [Effect] = []
    for move in moves {
      switch move {
      case .perform(.leave): effects += leave()
      case .perform(let effect):
        // A form that was saved is none any more.
        if case .keepForm(let form) = effect { desk.forms[form.name] = nil }
        effects.append(effect)
      case .open(.calls(var screen)):
        screen.kept = calls
        stack.append(.calls(screen))
      case .open(.leave(var screen)):
        screen.kept = leaveDraft
        stack.append(.leave(screen))
      case .open(let room): stack.append(room)
      case .replace(let room): stack[stack.count - 1] = room
      case .back:
        guard stack.count > 1 else {
          effects += refuse("This is the first screen; ^Q leaves.")
          continue
        }
        let left = stack.removeLast()
        if case .calls(let screen) = left { calls = screen.kept }
        if case .leave(let screen) = left { leaveDraft = screen.kept }
        effects += ask()
      case .signIn(let staff): effects += signIn(staff)
      }
    }
    return effects
  }

  mutating func signIn(_ staff: Staff) -> [Effect] {
    let isAdmin = desk.isPractice && staff == SignInScreen.admin
    desk.staff = staff
    lastKey = desk.now
    desk.permissions =
      isAdmin ? desk.policy.permissionsOfEveryRole : desk.policy.permissions(of: staff.role)
    let opensOwn = opening == nil && !isAdmin && desk.opensOwnRegister
    stack = [.today(TodayScreen(opensOwn: opensOwn))]
    if desk.opensMorning {
      stack.append(.morning(MorningScreen()))
      return [.ask(.morning), .ask(.forms)] + (opening.map { [.ask(.register($0))] } ?? [])
    }
    if desk.opensFlags {
      return follow(FlagsScreen.opening()) + [.ask(.forms)]
        + (opening.map { [.ask(.register($0))] } ?? [])
    }
    if desk.opensOverview {
      return follow(OverviewScreen.opening()) + [.ask(.forms)]
        + (opening.map { [.ask(.register($0))] } ?? [])
    }
    // One's own register is asked for by itself: it is there before the day's list could be.
    return [.ask(opensOwn ? .ownRegister : .registers(on: nil))]
      + (opening.map { [.ask(.register($0))] } ?? []) + askForReminders()
      + [.ask(.forms)]
  }

  /// Whether somebody signs in by picking a name: in a practice school, unless it was asked to be as
  /// strict as a real one.
  var picksNames: Bool {
    if case .stranger = entrance { return false }
    return desk.isPractice
  }

  mutating func signOut() -> [Effect] {
    desk.staff = nil
    forgetForms()
    desk.permissions = desk.policy.permissions(of: [])
    stack = [picksNames ? .signIn(SignInScreen()) : Self.door(entrance)]
    // In a practice school also whoever was named on the command line may give up the desk.
    return picksNames ? [.ask(.staff)] : []
  }

  /// Forgets what belongs to whoever sat here; their half-typed forms stay on disk.
  mutating func forgetForms() {
    reminders = [:]
    calls = CallScreen.Kept()
    leaveDraft = nil
    leaveOnDisk = LeaveForm().draft
    desk.forms = [:]
  }

  /// Says on the screen that is seen why something is not done.
  mutating func refuse(_ sentence: String) -> [Effect] {
    let moves = top.refuse(sentence)
    return moves.compactMap { if case .perform(let effect) = $0 { effect } else { nil } }
  }
}
