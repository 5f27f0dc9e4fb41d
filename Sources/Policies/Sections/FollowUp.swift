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
  public let tells: [Telling]

  init(_ section: Section) {
    code = section.text("code")
    settleWithin = section.number("settle_within", in: 1...20)
    thenPropose = section.text("then_propose")
    steps = section.sections("steps").map(FollowUpStep.init)
    tells = section.sections("tells", required: false).map(Telling.init)
    section.finish()
  }
}

/// One thing done about an unexplained absence.
public struct FollowUpStep: Hashable, Sendable {
  /// How a step is done, and so by what it is seen to be done.
  public enum Way: String, Choice, Hashable, Sendable {
    /// A text of the policy is made.
    case text
    /// Somebody who may be told is telephoned.
    case call
    /// Everybody who may be told is telephoned.
    case callAll = "call all"
    /// Anything else; whoever has done it says so.
    case other
  }

  /// For whom a step is meant.
  public enum Audience: String, Choice, Hashable, Sendable {
    case everybody
    /// Those with a social worker, looked after, or with a youth offending worker.
    case vulnerable
    /// Those whose absence was reported by email alone.
    case byEmail = "reported by email"
  }

  /// On which school day of the absence, counted from 1.
  public let day: Int
  /// What is done.
  public let action: String
  /// How it is done.
  public let way: Way
  /// Whether it is done again on every further day.
  public let repeats: Bool
  /// For whom it is meant.
  public let audience: Audience
  /// How many minutes after the step before, or nil; never waited for a vulnerable pupil.
  public let afterMinutes: Int?
  /// The letter or text it sends, by its id in the policy's letters.
  public let letter: String?
  /// Who does it, by role.
  public let owner: String?

  init(_ section: Section) {
    day = section.number("day", in: 1...60)
    action = section.text("do")
    way = section.optionalChoice("way") ?? .other
    repeats = section.flag("repeats", orElse: false)
    audience = section.optionalChoice("only_for") ?? .everybody
    afterMinutes = section.optionalNumber("after_minutes", in: 1...240)
    letter = section.optionalText("letter")
    owner = section.optionalText("owner")
    if way == .text, letter == nil, let value = section.value("way") {
      section.complaints.fault(value, "a step by text needs its 'letter'; name the text it sends")
    }
    section.finish()
  }
}

/// Somebody who is told of an unexplained absence besides the parents.
public struct Telling: Hashable, Sendable {
  /// Of whom they are told.
  public enum Whom: String, Choice, Hashable, Sendable {
    case everybody
    case socialWorker = "social worker"
    case lookedAfter = "looked after"
    case youthOffending = "youth offending team"
    /// Those registered at another school too, or here as guests.
    case elsewhere = "registered elsewhere"
  }

  /// Who is told.
  public let who: String
  /// Of whom.
  public let whom: Whom

  init(_ section: Section) {
    who = section.text("who")
    whom = section.optionalChoice("of") ?? .everybody
    section.finish()
  }
}
