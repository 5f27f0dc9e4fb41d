public import Attendance

/// What falls due on cases, meetings, agreements, notices and holds.
public struct CaseDues: Sendable {
  /// How many days before its end a hold or a notice to improve is shown.
  public static let daysAhead = 7

  private let book: DueBook
  private let policy: Policy
  private let time: SchoolTime
  private let date: SchoolDate

  /// What falls due on the date, by what the day book says.
  public init(_ book: DueBook, under policy: Policy, over time: SchoolTime, on date: SchoolDate) {
    self.book = book
    self.policy = policy
    self.time = time
    self.date = date
  }

  /// Everything, whatever its day; `flags` are the rules that flag each pupil on the date.
  public func items(_ flags: [Pupil.ID: Set<String>]) -> [DueItem] {
    book.cases.compactMap { item(of: $0) } + closed(flags) + left(flags)
      + book.book.standing.compactMap(item)
  }

  /// The next step of an open case, or its return after it was left for later.
  private func item(of one: Case) -> DueItem? {
    guard let pupil = one.pupil, one.isOpen else { return nil }
    let ladder = policy.ladder(one.opening.ladder)
    let next = ladder.flatMap { LadderClimb($0, over: time).step(one.step + 1) }
    func item(_ kind: DueItem.Kind, due: SchoolDate, settled: String? = nil) -> DueItem {
      DueItem(
        kind, of: pupil, what: one.opening.ladder, name: ladder?.name ?? one.opening.ladder,
        since: one.stepTaken, due: due,
        value: one.stepName.map { "step \(one.step + 1), \($0)" } ?? "opened",
        next: next.map { "\($0.name): \($0.action)" } ?? "look at it again, or close it",
        owner: one.owner, line: one.id, settled: settled)
    }
    if let snooze = one.snoozed(on: date) {
      return item(.review, due: max(one.due ?? snooze.until, snooze.until))
    }
    if let until = one.lastSnooze, one.due.map({ $0 > until }) ?? true {
      return item(.snooze, due: until)
    }
    return one.due.map { item(.review, due: $0) }
  }

  /// The flags that still stand after their case was closed, once the day has come that was named.
  private func closed(_ flags: [Pupil.ID: Set<String>]) -> [DueItem] {
    book.cases.compactMap { one in
      guard let pupil = one.pupil, let closing = one.closing, let back = closing.closing.back,
        flags[pupil]?.contains(one.opening.flag) ?? false,
        // A later case is the one that speaks.
        !book.cases.contains(where: {
          $0.pupil == pupil && $0.opening.ladder == one.opening.ladder && $0.id > one.id
        }), !isLeft(one.opening.flag, of: pupil)
      else { return nil }
      let rule = policy.rule(one.opening.flag)
      return DueItem(
        .back, of: pupil, what: one.opening.flag, name: rule?.name ?? one.opening.flag,
        since: closing.line.date, due: back,
        value: "case closed, \(closing.closing.outcome.rawValue)",
        next: "the flag still stands: open a case again, or leave it for later",
        owner: one.owner, line: one.id)
    }
  }

  /// The flags without a case that were left until a day which has come, and still stand.
  private func left(_ flags: [Pupil.ID: Set<String>]) -> [DueItem] {
    var last: [Pupil.ID: (line: DayLine, snooze: Snooze)] = [:]
    for line in book.book.standing where line.about == nil {
      guard let pupil = line.pupil, case .casework(.snoozed(let snooze)) = line.matter else {
        continue
      }
      last[pupil] = (line, snooze)
    }
    return last.compactMap { pupil, left in
      let standing = left.snooze.flags.filter { flags[pupil]?.contains($0) ?? false }
      guard !standing.isEmpty,
        !book.cases.contains(where: { $0.pupil == pupil && $0.id > left.line.id })
      else { return nil }
      return DueItem(
        .snooze, of: pupil, what: standing.joined(separator: " "),
        name: standing.compactMap { policy.rule($0)?.name }.joined(separator: ", "),
        since: left.line.date, due: left.snooze.until, value: left.line.words,
        next: "look again: open a case, or leave it for later",
        owner: CaseOwner(role: "", login: left.line.by.login), line: left.line.id)
    }
  }

  private func isLeft(_ flag: String, of pupil: Pupil.ID) -> Bool {
    book.book.snoozedFlags(of: pupil, on: date)[flag] != nil
  }

  /// What a line by itself asks for: a meeting, an agreement, a notice to improve, a hold.
  private func item(_ line: DayLine) -> DueItem? {
    guard let pupil = line.pupil, case .casework(let work) = line.matter else { return nil }
    let outcomes = book.book.outcomes(of: line)
    func item(
      _ kind: DueItem.Kind, _ what: String, since: SchoolDate, due: SchoolDate, _ value: String,
      _ next: String
    ) -> DueItem {
      DueItem(
        kind, of: pupil, what: what, name: what.prefix(1).uppercased() + what.dropFirst(),
        since: since, due: due, value: value, next: next,
        owner: CaseOwner(role: "", login: line.by.login), line: line.id)
    }
    switch work {
    case .action(let action):
      guard action.isPlanned, outcomes.isEmpty else { return nil }
      let details = [action.what, action.time.map { "at \($0)" } ?? ""].filter { !$0.isEmpty }
      return item(
        .meeting, action.kind.rawValue, since: line.at.date, due: line.date,
        details.joined(separator: " "), "say what became of it, held in absence if so")
    case .agreement(let agreement):
      // That it was signed ends nothing.
      guard outcomes.allSatisfy({ $0 == .signed }) else { return nil }
      return item(
        .agreement, agreement.kind.rawValue, since: agreement.from, due: agreement.review,
        agreement.targets.joined(separator: "; "), "review it, and say what became of it")
    case .improve(let notice):
      guard outcomes.allSatisfy({ $0 == .signed }) else { return nil }
      return item(
        .notice, "notice to improve", since: notice.from, due: notice.until,
        "for \(notice.parent)", "its time is up: say whether it was met")
    case .held(let hold):
      guard hold.until >= date, book.holds(of: pupil).contains(where: { $0.line.id == line.id })
      else { return nil }
      return item(
        .hold, hold.reason.rawValue, since: hold.from, due: hold.until, line.words,
        "letters and ladders go on after it; give another hold if they must not")
    case .opened, .turned, .assigned, .snoozed, .closed, .penalty, .outcome, .considered,
      .returned:
      return nil
    }
  }
}

extension DueItem {
  /// Whether it is shown on the date among what asks for something.
  ///
  /// A hold and a notice to improve are shown some days before they end; the authority is told within
  /// days that already run; the rest once its day has come.
  public func isAsked(on date: SchoolDate) -> Bool {
    switch state(on: date) {
    case .settled: return false
    case .dueToday, .overdue, .held: return due <= date || kind == .localReturn
    case .coming: break
    }
    switch kind {
    case .hold, .notice: return due <= date.adding(days: CaseDues.daysAhead)
    case .localReturn: return true
    case .threshold, .missing, .lateness, .review, .meeting, .agreement, .back, .snooze:
      return false
    }
  }
}

extension Case {
  /// Until when it was left last, where nothing was decided since.
  fileprivate var lastSnooze: SchoolDate? {
    for line in lines.reversed() {
      switch line.matter {
      case .casework(.turned): return nil
      case .casework(.snoozed(let snooze)): return snooze.until
      default: continue
      }
    }
    return nil
  }
}
