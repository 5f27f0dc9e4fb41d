extension Casework {
  /// The kind of work in one word or two, as it stands in lists.
  public var kind: String {
    switch self {
    case .opened: "case opened"
    case .turned(let turn): turn.kind == .took ? "step taken" : "case reviewed"
    case .assigned: "case assigned"
    case .snoozed: "left for later"
    case .closed: "case closed"
    case .action(let action): action.kind.rawValue
    case .agreement(let agreement): agreement.kind.rawValue
    case .improve: "notice to improve"
    case .penalty: "penalty notice"
    case .outcome: "outcome"
    case .considered: "considered"
    case .held: "hold"
    case .returned: "return made"
    }
  }

  /// What it says, in words without an end.
  public var inWords: String {
    switch self {
    case .opened(let opening): opening.inWords
    case .turned(let turn): turn.inWords
    case .assigned(let owner):
      owner.login.isEmpty ? "now with the \(owner.role.asWords)" : "now with \(owner.login)"
    case .snoozed(let snooze): "left until \(snooze.until)"
    case .closed(let closing): closing.inWords
    case .action(let action): action.inWords
    case .agreement(let agreement): agreement.inWords
    case .improve(let notice):
      "notice to improve for \(notice.parent), \(notice.from) to \(notice.until)"
    case .penalty(let notice): notice.inWords
    case .outcome(let outcome):
      outcome.kind.rawValue + (outcome.by.isEmpty ? "" : " by \(outcome.by)")
    case .considered(let event): "\(event.rule), met on \(event.metOn), considered"
    case .held(let hold):
      "letters and ladders wait: \(hold.reason.rawValue), \(hold.from) to \(hold.until)"
    case .returned(let made):
      "\(made.id) return made, for the episode from \(made.episode)"
        + (made.ground.map { ", on the ground of \($0.reference)" } ?? "")
    }
  }
}

extension CaseOpening {
  /// On which ladder, and for what: `opened on absence, for persistent-absence 12/100`.
  var inWords: String {
    "opened on \(ladder)" + (flag.isEmpty ? "" : ", for \(flag)")
      + (value.isEmpty ? "" : " \(value)") + dueInWords(due)
  }
}

extension CaseTurn {
  /// What was decided: `step 2, Letter; 88.1% before, 91.0% since; next due 2026-12-04`.
  var inWords: String {
    let what =
      switch kind {
      case .took: "step \(step + 1), \(name)"
      case .stayed: "stays at " + (step < 0 ? "its opening" : "step \(step + 1), \(name)")
      }
    return what + (progress.map { "; \($0.inWords)" } ?? "") + dueInWords(due)
  }
}

extension CaseClosing {
  var inWords: String {
    "closed, \(outcome.rawValue)" + (progress.map { "; \($0.inWords)" } ?? "")
  }
}

extension BeforeAndSince {
  /// Both parts in percent, with their counts: `88.1% before (48 of 54), 91.0% since (20 of 22)`.
  public var inWords: String {
    func words(_ part: Part, _ when: String) -> String {
      guard let share = part.share else { return "nothing possible \(when)" }
      return "\(share)% \(when) (\(part.attended) of \(part.possible))"
    }
    return words(before, "before") + ", " + words(since, "since")
  }
}

extension CaseAction {
  var inWords: String {
    (isPlanned ? "arranged: " : "") + kind.rawValue + (what.isEmpty ? "" : ", \(what)")
      + (time.map { " at \($0)" } ?? "")
      + (attending.isEmpty ? "" : ", with \(attending.joined(separator: ", "))")
  }
}

extension Agreement {
  var inWords: String {
    "\(kind.rawValue) from \(from)" + (until.map { " to \($0)" } ?? "") + ", review \(review)"
      + (targets.isEmpty ? "" : ": \(targets.joined(separator: "; "))")
  }
}

extension PenaltyNotice {
  var inWords: String {
    let which = level.map { "penalty notice \($0)" } ?? "penalty notice for an excluded pupil"
    return
      "\(which) for \(parent), \(issued), \(issuer); \(count) \(count == 1 ? "session" : "sessions") "
      + "from \(sessions.lowerBound) to \(sessions.upperBound)"
  }
}

private func dueInWords(_ due: SchoolDate?) -> String { due.map { "; next due \($0)" } ?? "" }

extension String {
  /// An id of the policy as words: `attendance_officer` as `attendance officer`.
  var asWords: String { split(separator: "_").joined(separator: " ") }
}
