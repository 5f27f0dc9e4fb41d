import Attendance
import Screens
import Storage
import Terminal

/// The loop between the terminal, the screens and the school's folder.
///
/// It waits for a key, another desk's change, or the next boundary of a window, or the moment to
/// lock; nothing polls, and
/// an idle desk writes nothing and wakes nobody.
struct RunLoop {
  private var shell: Shell
  private let display: any Display
  private let performer: Performer
  private let watch: FolderWatch
  private let clock: SchoolClock
  private var seenVersion: Int
  private var retryAt: Double?
  /// When what other desks do was last looked at, and when it is looked at again; while many mark,
  /// not at every mark of each.
  private var heardAt = -Double.infinity
  private var hearAgainAt: Double?
  private static let pause = 0.25
  private var isLeaving = false
  private var backups: DailyBackup

  init(
    _ shell: Shell, on display: any Display, _ performer: Performer, in school: OpenSchool
  ) throws {
    self.shell = shell
    self.display = display
    self.performer = performer
    watch = FolderWatch(school.folder)
    clock = school.clock
    backups = DailyBackup(school)
    seenVersion = try school.store.dataVersion()
  }

  /// Runs until somebody leaves, or the terminal is gone.
  mutating func run() throws {
    perform(shell.begin())
    while !isLeaving {
      if let warning = backups.warning(for: shell.desk.staff) { shell.tell(warning) }
      display.show(shell.picture(size: display.size))
      // After the paint, which need not wait for what only others see.
      performer.attend(shell.openRegisters, as: shell.desk.staff)
      performer.keepLists()
      backups.beginWhereDue()
      try take(display.nextEvent(watching: [watch.descriptor], until: deadline))
    }
  }

  private mutating func take(_ event: Event) throws {
    switch event {
    case .key(let key):
      // A machine that slept wakes with a key, and nobody knows whose hand is on it.
      if isIdle(at: clock.now) { hand(.idle) }
      hand(.key(key))
    case .paste(let text):
      if isIdle(at: clock.now) { hand(.idle) }
      hand(.pasted(text))
    case .resized(let size): hand(.resized(size))
    case .resumed: hand(.resumed)
    case .woken: try hear()
    case .deadline:
      let now = SchoolClock.machineSeconds
      if let retryAt, retryAt <= now {
        self.retryAt = nil
        hand(.retry)
      } else if isIdle(at: clock.now) {
        hand(.idle)
      } else if let hearAgainAt, hearAgainAt <= now {
        try listen()
      } else {
        hand(.boundary)
      }
    case .hangUp, .terminate: isLeaving = true
    }
  }

  /// Something in the folder has changed: looked at now, or a moment after the last time.
  private mutating func hear() throws {
    guard watch.drain() else { return }
    if SchoolClock.machineSeconds < heardAt + Self.pause {
      hearAgainAt = heardAt + Self.pause
    } else {
      try listen()
    }
  }

  /// Another desk has written something, or this desk has: only the first is told.
  private mutating func listen() throws {
    hearAgainAt = nil
    let version = try performer.school.store.dataVersion()
    guard version != seenVersion || performer.draftsChangedElsewhere() else { return }
    seenVersion = version
    hand(.changedElsewhere)
    heardAt = SchoolClock.machineSeconds
  }

  private func isIdle(at now: Instant) -> Bool { shell.locksAt.map { $0 <= now } ?? false }

  private mutating func hand(_ input: Input) { perform(shell.handle(input, now: clock.now)) }

  /// Performs the effects, and hands every answer back until there is nothing more to do.
  private mutating func perform(_ effects: [Effect]) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .bell: display.bell()
      case .repaint: display.repaint()
      case .suspend: display.suspend()
      case .leave: isLeaving = true
      case .keepDraft, .keepForm, .submit, .keep, .makeLetter, .close, .reopen, .away, .work,
        .letters, .leaveNote, .declareCover, .write, .keepContacts, .keepPreferredName, .signIn,
        .ask, .notice, .amend, .issuePass, .admission:
        guard let answer = performer.perform(effect, for: shell.desk.staff) else { continue }
        waiting.append(contentsOf: shell.handle(.answer(answer), now: clock.now))
      }
    }
    if let seconds = shell.retryAfter, retryAt == nil {
      retryAt = SchoolClock.machineSeconds + Double(seconds)
    }
  }

  /// The moment to be woken at: the next boundary of a window, the next try to save, or the next look
  /// at what others do.
  private var deadline: Double? {
    let boundary = shell.nextBoundary(after: clock.now).map(clock.machineTime(of:))
    let lock = shell.locksAt.map(clock.machineTime(of:))
    return [boundary, lock, retryAt, hearAgainAt].compactMap(\.self).min()
  }
}
