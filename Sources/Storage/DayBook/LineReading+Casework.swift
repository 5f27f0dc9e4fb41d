import Attendance

extension LineReading {
  /// What a line about following up says, or nil where its kind is none of these.
  func casework(_ kind: String) -> Casework? {
    switch kind {
    case "case":
      .opened(
        CaseOpening(
          ladder: text("ladder"), flag: text("flag"), value: text("value"), due: date("due"),
          owner: owner))
    case "turn": turn.map { .turned($0) }
    case "assigned": .assigned(owner)
    case "snoozed": date("until").map { .snoozed(Snooze(until: $0, flags: numbered("flag"))) }
    case "closed":
      CaseClosing.Outcome(rawValue: text("outcome")).map {
        .closed(CaseClosing($0, back: date("back"), progress: progress))
      }
    case "action":
      CaseAction.Kind(rawValue: text("action")).map {
        .action(
          CaseAction(
            $0, what: text("what"), time: time("time"), attending: numbered("attending"),
            isPlanned: text("planned") == "yes"))
      }
    case "agreement": agreement.map { .agreement($0) }
    case "improve": improve.map { .improve($0) }
    case "penalty": penalty.map { .penalty($0) }
    case "outcome":
      CaseOutcome.Kind(rawValue: text("outcome")).map { .outcome(CaseOutcome($0, by: text("by"))) }
    case "considered":
      date("met").map { .considered(ConsideredEvent(rule: text("rule"), metOn: $0)) }
    case "hold":
      if let reason = Hold.Reason(rawValue: text("reason")), let from = date("from"),
        let until = date("until")
      {
        .held(Hold(reason, from: from, until: until))
      } else {
        nil
      }
    case "return":
      date("episode").map {
        .returned(
          ReturnMade(
            text("return"), episode: $0, enrolment: Int64(text("enrolment")).map(Enrolment.ID.init),
            ground: DeletionGround(rawValue: text("ground"))))
      }
    default: nil
    }
  }

  private var owner: CaseOwner { CaseOwner(role: text("role"), login: text("owner")) }

  private var turn: CaseTurn? {
    guard let kind = CaseTurn.Kind(rawValue: text("decided")), let step = Int(text("step"))
    else { return nil }
    return CaseTurn(
      kind, step: step, name: text("name"), due: date("due"), owner: owner, progress: progress)
  }

  private var progress: BeforeAndSince? {
    func part(_ name: Substring) -> BeforeAndSince.Part? {
      let numbers = text(name).split(separator: " ").compactMap { Int($0) }
      return numbers.count == 2 ? BeforeAndSince.Part(numbers[0], of: numbers[1]) : nil
    }
    guard let before = part("before"), let since = part("since") else { return nil }
    return BeforeAndSince(before: before, since: since)
  }

  private var agreement: Agreement? {
    guard let kind = Agreement.Kind(rawValue: text("kind")), let from = date("from"),
      let review = date("review")
    else { return nil }
    return Agreement(
      kind, from: from, until: date("until"), review: review, targets: numbered("target"),
      support: numbered("support"), parties: numbered("party"))
  }

  private var improve: NoticeToImprove? {
    guard let from = date("from"), let until = date("until") else { return nil }
    return NoticeToImprove(
      parent: text("parent"), from: from, until: until, holds: numbered("holds"),
      earlyGround: text("early"))
  }

  private var penalty: PenaltyNotice? {
    guard let issued = date("issued"), let checked = date("checked"), let from = session("from"),
      let through = session("through"), from <= through, let count = Int(text("count"))
    else { return nil }
    return PenaltyNotice(
      parent: text("parent"), issued: issued, issuer: text("issuer"), level: Int(text("level")),
      checked: checked, sessions: from...through, count: count)
  }
}
