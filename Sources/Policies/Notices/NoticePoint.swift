public import Attendance

/// One thing that is looked at before a penalty notice, and whether it stands in the way.
public struct NoticePoint: Hashable, Sendable {
  /// What it is about.
  public enum Kind: String, CaseIterable, Sendable {
    case contact
    case age
    case threshold
    case unexplained
    case blanks
    case spent
    case earlier
    case next
    case amount
    case issuer
    case authority
    case hold
    case improve
    case support
    case weigh
  }

  /// What it means for a notice.
  public enum Standing: String, CaseIterable, Sendable {
    /// No notice while it stands.
    case blocks
    /// Whoever issues should know.
    case warns
    /// A person weighs it; the program cannot.
    case weigh
    /// It is so, and does not stand in the way.
    case fine
  }

  /// What it is about.
  public let kind: Kind
  /// What it means.
  public let standing: Standing
  /// It in words, with what to do where it blocks.
  public let words: String
  /// The sessions that it speaks of, earliest first; empty where it speaks of none.
  public let sessions: [Session]

  /// A point with these words, about these sessions.
  public init(_ kind: Kind, _ standing: Standing, _ words: String, at sessions: [Session] = []) {
    self.kind = kind
    self.standing = standing
    self.words = words
    self.sessions = sessions
  }
}
