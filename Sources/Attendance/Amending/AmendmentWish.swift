/// What somebody wants marks to become, and why.
public struct AmendmentWish: Hashable, Sendable {
  /// Which of the marks chosen are meant.
  public enum Which: Hashable, Sendable {
    /// Those without a mark: what many marks at once touch unless more is asked for.
    case blanks
    /// Those that have this code.
    case having(String)
    /// All of them.
    case every
  }

  /// The code, as it was typed.
  public var code: String
  /// Minutes late, where given.
  public var minutes: Int?
  /// The note, or nil to leave the one that stands.
  public var note: String?
  /// Why, in the person's own words.
  public var reason: String
  /// Which marks are meant.
  public var which: Which

  /// A wish with these details.
  public init(
    code: String, minutes: Int? = nil, note: String? = nil, reason: String,
    which: Which = .every
  ) {
    self.code = code
    self.minutes = minutes
    self.note = note
    self.reason = reason
    self.which = which
  }

  /// The reason without blanks around it.
  var trimmedReason: String { reason.split(separator: " ").joined(separator: " ") }
}
