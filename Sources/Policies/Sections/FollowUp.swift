/// What the school does about an absence nobody has explained.
public struct FollowUp: Hashable, Sendable {
  /// The code of an absence without a reason at closing.
  public let code: String
  /// How many school days after its own a reason must be found.
  public let settleWithin: Int
  /// The code proposed from the day after; a person confirms it.
  public let thenPropose: String
  /// What is done, day by day.
  public let steps: [FollowUpStep]
  /// Who else is told of an unexplained absence, and of whom.
  public let tells: [String]

  init(_ section: Section) {
    code = section.text("code")
    settleWithin = section.number("settle_within", in: 1...20)
    thenPropose = section.text("then_propose")
    steps = section.sections("steps").map(FollowUpStep.init)
    tells = section.texts("tells")
    section.finish()
  }
}

/// One thing done about an unexplained absence.
public struct FollowUpStep: Hashable, Sendable {
  /// On which school day of the absence, counted from 1.
  public let day: Int
  /// What is done.
  public let action: String
  /// The letter or text it sends, by its id in the policy's letters.
  public let letter: String?
  /// Who does it, by role.
  public let owner: String?

  init(_ section: Section) {
    day = section.number("day", in: 1...60)
    action = section.text("do")
    letter = section.optionalText("letter")
    owner = section.optionalText("owner")
    section.finish()
  }
}
