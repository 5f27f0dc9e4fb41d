public import Attendance
public import Policies

/// A text or call script of the policy with the names put in, ready to be looked at and noted.
public struct MadeText: Hashable, Sendable {
  /// Whom it is about.
  public let brief: PupilBrief
  /// Whom it is for; one of those who may be told.
  public let contact: Contact
  /// The text or script.
  public let letter: Letter
  /// Its words.
  public let words: String

  /// That text for that contact.
  public init(brief: PupilBrief, contact: Contact, letter: Letter, words: String) {
    self.brief = brief
    self.contact = contact
    self.letter = letter
    self.words = words
  }

  /// The attempt that it comes to; a text is made, a script is read and something comes of it.
  func attempt(_ outcome: Attempt.Outcome = .textMade, at time: TimeOfDay) -> Attempt {
    Attempt(
      contact: contact.name, relationship: contact.relationship,
      channel: letter.kind == .text ? .text : .telephone, outcome: outcome, time: time,
      letter: letter.id)
  }
}
