/// What somebody told the school: who, how, and whether they wait for a call.
///
/// The words themselves stand beside it, as they were said.
public struct Message: Hashable, Sendable {
  /// How a message came, or how somebody was tried.
  public enum Channel: String, CaseIterable, Sendable {
    case telephone
    case voicemail
    case email
    case text
    case inPerson = "in person"
    case note
  }

  /// Who told it, by name, or empty where nobody knows.
  public var caller: String
  /// What the caller is to the pupil: `mother`.
  public var relationship: String
  /// How it came.
  public var channel: Channel
  /// The number to ring back, or empty.
  public var telephone: String
  /// Whether the caller waits for a call.
  public var wantsCall: Bool
  /// When it was heard, by whoever took it.
  public var heard: TimeOfDay

  /// A message with these details.
  public init(
    caller: String, relationship: String = "", channel: Channel = .telephone,
    telephone: String = "", wantsCall: Bool = false, heard: TimeOfDay
  ) {
    self.caller = caller
    self.relationship = relationship
    self.channel = channel
    self.telephone = telephone
    self.wantsCall = wantsCall
    self.heard = heard
  }
}
