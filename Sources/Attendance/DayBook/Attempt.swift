/// One try at reaching somebody about a pupil, and what came of it.
public struct Attempt: Hashable, Sendable {
  /// What came of it.
  public enum Outcome: String, CaseIterable, Sendable {
    /// A parent or carer was spoken to: never the pupil, never a sibling (U5).
    case spoke = "spoke to"
    case leftMessage = "left message"
    case noAnswer = "no answer"
    case wrongNumber = "wrong number"
    case textMade = "text made"
    case refused
  }

  /// Who was tried, by name.
  public var contact: String
  /// What the contact is to the pupil: `mother`.
  public var relationship: String
  /// How they were tried.
  public var channel: Message.Channel
  /// What came of it.
  public var outcome: Outcome
  /// When.
  public var time: TimeOfDay
  /// The id of the text or call script of the policy that was used, or empty.
  public var letter: String

  /// An attempt with these details.
  public init(
    contact: String, relationship: String = "", channel: Message.Channel = .telephone,
    outcome: Outcome, time: TimeOfDay, letter: String = ""
  ) {
    self.contact = contact
    self.relationship = relationship
    self.channel = channel
    self.outcome = outcome
    self.time = time
    self.letter = letter
  }
}
