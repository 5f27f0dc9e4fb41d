/// What the school does about lateness.
public struct Lateness: Hashable, Sendable {
  /// When a detention follows an arrival after closing.
  public enum Detention: String, Choice, Hashable, Sendable {
    /// At lunch time: of the same day after a morning's, of the next school day after an afternoon's.
    case nextLunch = "next lunch time"
  }

  /// The code of an arrival before the register closes.
  public let beforeClosing: String
  /// The code of an arrival after it, where no other code applies.
  public let afterClosing: String
  /// The steps, mildest first.
  public let steps: [LatenessStep]
  /// When a detention follows an arrival after closing, or nil where none does.
  public let detention: Detention?

  init(_ section: Section) {
    beforeClosing = section.text("before_closing")
    afterClosing = section.text("after_closing")
    steps = section.sections("steps", required: false).map(LatenessStep.init)
    detention = section.optionalChoice("detention")
    section.finish()
  }
}

/// One step about lateness, led to by a rule of the policy.
public struct LatenessStep: Hashable, Sendable {
  /// The rule whose flag leads to it, by id.
  public let flag: String
  /// How soon after the step before the flag must come again; nil where the time does not matter.
  public let againWithin: Wait?
  /// What is done.
  public let action: String
  /// The letter or text it sends, by its id in the policy's letters.
  public let letter: String?
  /// Who does it, by role.
  public let owner: String?

  init(_ section: Section) {
    flag = section.text("flag")
    againWithin = section.parsed(
      "again_within", required: false, expected: Wait.expected, Wait.init)
    action = section.text("do")
    letter = section.optionalText("letter")
    owner = section.optionalText("owner")
    section.finish()
  }
}
