import Attendance

extension FactsText {
  /// Adds what a line about following up says.
  mutating func add(_ work: Casework) {
    switch work {
    case .opened(let opening):
      add("ladder", opening.ladder)
      add("flag", opening.flag)
      add("value", opening.value)
      add("due", opening.due?.description ?? "")
      add(opening.owner)
    case .turned(let turn):
      add("decided", turn.kind.rawValue)
      add("step", "\(turn.step)")
      add("name", turn.name)
      add("due", turn.due?.description ?? "")
      add(turn.owner)
      add(turn.progress)
    case .assigned(let owner): add(owner)
    case .snoozed(let snooze):
      add("until", snooze.until.description)
      add("flag", each: snooze.flags)
    case .closed(let closing):
      add("outcome", closing.outcome.rawValue)
      add("back", closing.back?.description ?? "")
      add(closing.progress)
    case .action(let action):
      add("action", action.kind.rawValue)
      add("what", action.what)
      add("time", action.time?.description ?? "")
      add("attending", each: action.attending)
      add("planned", action.isPlanned ? "yes" : "")
    case .agreement(let agreement): add(agreement)
    case .improve(let notice):
      add("parent", notice.parent)
      add("from", notice.from.description)
      add("until", notice.until.description)
      add("holds", each: notice.holds)
      add("early", notice.earlyGround)
    case .penalty(let notice):
      add("parent", notice.parent)
      add("issued", notice.issued.description)
      add("issuer", notice.issuer)
      add("level", notice.level.map { "\($0)" } ?? "")
      add("checked", notice.checked.description)
      add("from", notice.sessions.lowerBound)
      add("through", notice.sessions.upperBound)
      add("count", "\(notice.count)")
    case .outcome(let outcome):
      add("outcome", outcome.kind.rawValue)
      add("by", outcome.by)
    case .considered(let event):
      add("rule", event.rule)
      add("met", event.metOn.description)
    case .held(let hold):
      add("reason", hold.reason.rawValue)
      add("from", hold.from.description)
      add("until", hold.until.description)
    case .returned(let made):
      add("return", made.id)
      add("episode", made.episode.description)
      add("enrolment", made.enrolment.map { "\($0.number)" } ?? "")
      add("ground", made.ground?.rawValue ?? "")
    }
  }

  private mutating func add(_ agreement: Agreement) {
    add("kind", agreement.kind.rawValue)
    add("from", agreement.from.description)
    add("until", agreement.until?.description ?? "")
    add("review", agreement.review.description)
    add("target", each: agreement.targets)
    add("support", each: agreement.support)
    add("party", each: agreement.parties)
  }

  private mutating func add(_ owner: CaseOwner) {
    add("role", owner.role)
    add("owner", owner.login)
  }

  private mutating func add(_ progress: BeforeAndSince?) {
    guard let progress else { return }
    add("before", "\(progress.before.attended) \(progress.before.possible)")
    add("since", "\(progress.since.attended) \(progress.since.possible)")
  }

  private mutating func add(_ name: String, each values: [String]) {
    // An empty one would leave a gap at which reading ends.
    for (number, value) in values.filter({ !$0.isEmpty }).enumerated() {
      add(name + "\(number)", value)
    }
  }
}

extension Casework {
  /// The word for its kind in the file.
  var keptKind: String {
    switch self {
    case .opened: "case"
    case .turned: "turn"
    case .assigned: "assigned"
    case .snoozed: "snoozed"
    case .closed: "closed"
    case .action: "action"
    case .agreement: "agreement"
    case .improve: "improve"
    case .penalty: "penalty"
    case .outcome: "outcome"
    case .considered: "considered"
    case .held: "hold"
    case .returned: "return"
    }
  }

  /// Every word for a kind, in the order of the file's index.
  static let keptKinds = [
    "case", "turn", "assigned", "snoozed", "closed", "action", "agreement", "improve", "penalty",
    "outcome", "considered", "hold", "return",
  ]

  /// The last day it speaks of, where that is not its own.
  var until: SchoolDate? {
    switch self {
    case .held(let hold): hold.until
    case .opened, .turned, .assigned, .snoozed, .closed, .action, .agreement, .improve, .penalty,
      .outcome, .considered, .returned:
      nil
    }
  }
}
