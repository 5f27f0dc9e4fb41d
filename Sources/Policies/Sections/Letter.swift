/// A letter, text or form the policy names; it may be named before its text is written.
public struct Letter: Hashable, Sendable {
  /// What kind of paper it is.
  public enum Kind: String, Choice, Hashable, Sendable {
    case letter
    case text
    case script = "call script"
    case form
    case certificate
    case slip
    case card
  }

  /// Its id, as steps name it and as its file is called.
  public let id: String
  /// Its name, as screens give it.
  public let name: String
  /// What kind of paper it is.
  public let kind: Kind

  init(_ section: Section) {
    id = section.text("id")
    name = section.text("name")
    kind = section.optionalChoice("kind") ?? .letter
    section.finish()
  }
}
