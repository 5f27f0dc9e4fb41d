import Attendance
import Policies
import Terminal

/// The next step of first-day contact: said at the question, made as a text, noted as taken.
extension MorningScreen {
  static let outcomes = Attempt.Outcome.allCases.enumerated().map {
    "\($0 + 1) \($1.rawValue)"
  }.joined(separator: "  ")

  static func words(of brief: PupilBrief) -> String {
    brief.contacts.prefix(8).enumerated().map { "\($0 + 1) \($1.label)" }.joined(separator: "  ")
  }

  /// The digits of those whom the panel above names: `1 to 3`.
  static func choices(of brief: PupilBrief) -> String {
    brief.contacts.count == 1 ? "1" : "1 to \(min(brief.contacts.count, 8))"
  }

  func barToText(at desk: Desk) -> Bar? {
    guard current?.section == .unexplained else {
      return Bar("Choose an unexplained absence first")
    }
    return desk.denial(of: .sendLetters, []) ?? desk.denial(of: .logCalls, [])
  }

  /// The next step as the question begins with it: `Next: day 1: call a parent. `.
  static func next(of brief: PupilBrief) -> String {
    brief.matters.contactPlan.map { "Next: \($0.inWords). " } ?? ""
  }

  /// The digits that note a step which is no call, and that somebody else was told.
  static func steps(of brief: PupilBrief) -> String {
    guard let plan = brief.matters.contactPlan else { return "" }
    let step = plan.next?.way == .other ? "  0 the step is taken" : ""
    return (plan.toTell.first.map { "  9 told \($0)" } ?? "") + step
  }

  mutating func chooseStep(_ number: Int, _ brief: PupilBrief, at desk: Desk) -> [Move]? {
    guard let plan = brief.matters.contactPlan else { return nil }
    if number == 9, let who = plan.toTell.first {
      asking = nil
      return keep(.told(who), of: brief.pupil.id, at: desk)
    }
    if number == 0, let step = plan.next, step.way == .other {
      asking = nil
      return keep(.step, of: brief.pupil.id, saying: step.action, at: desk)
    }
    return nil
  }

  mutating func show(_ made: MadeText) -> [Move] {
    asking = .text(made)
    let others = made.brief.contacts.prefix(8).enumerated().filter { $0.element != made.contact }
      .map { "\($0.offset + 1) \([$0.element.name, $0.element.relationship].joinedWords)" }
    say(
      (made.letter.kind == .text
        ? "Enter notes that it was made." : "Ring, then press Enter: what came of it?")
        + (others.isEmpty ? "" : " For another: \(others.joined(separator: "  "))."))
    return []
  }

  /// Shows the text for another contact of the same pupil.
  mutating func chooseContact(_ number: Int, for made: MadeText) -> [Move] {
    guard made.brief.contacts.indices.contains(number - 1) else {
      return refuse("There is no contact \(number); \(Self.words(of: made.brief))")
    }
    return [.perform(.ask(.madeText(made.brief.pupil.id, contact: number - 1)))]
  }

  /// Does what stands on the screen: notes the text, asks what came of the call, settles the N.
  mutating func acceptShown(at desk: Desk) -> [Move] {
    switch asking {
    case .text(let made):
      guard made.letter.kind == .text else {
        asking = .script(made)
        say("\(made.contact.label): \(Self.outcomes)")
        return []
      }
      asking = nil
      return keep(
        .attempt(made.attempt(at: desk.now.time)), of: made.brief.pupil.id, saying: made.words,
        at: desk)
    case .settling(let lapsed):
      asking = nil
      let followUp = desk.policy.followUp
      return [
        .perform(
          .keep(
            Unexplained.settling(
              lapsed, as: followUp.thenPropose, within: followUp.settleWithin, by: desk.person,
              now: desk.now)))
      ]
    case .contact, .outcome, .words, .script, nil: return []
    }
  }

  mutating func outcome(_ number: Int, of made: MadeText, at desk: Desk) -> [Move] {
    guard Attempt.Outcome.allCases.indices.contains(number - 1) else {
      return refuse(Self.outcomes)
    }
    asking = nil
    return keep(
      .attempt(made.attempt(Attempt.Outcome.allCases[number - 1], at: desk.now.time)),
      of: made.brief.pupil.id, saying: made.words, at: desk)
  }

  /// What a question takes, said to a key that answers nothing.
  static func wanted(by asking: Asking?) -> String {
    switch asking {
    case .text: "Press Enter, one of the digits, or Esc."
    case .settling: "Press Enter, or Esc."
    case .contact, .outcome, .words, .script, nil: "Press one of the digits, or Esc."
    }
  }
}

extension [String] {
  /// Those that say something, with commas between.
  fileprivate var joinedWords: String { filter { !$0.isEmpty }.joined(separator: ", ") }
}
