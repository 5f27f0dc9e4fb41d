/// A number of sessions as parents count them: two are a day.
public struct HalfDays: Hashable, Sendable {
  /// How many sessions.
  public let sessions: Int

  /// So many sessions.
  public init(_ sessions: Int) {
    self.sessions = sessions
  }

  /// The days in words: `no days`, `half a day`, `1 day`, `7 and a half days`.
  public var inWords: String {
    switch sessions {
    case 0: "no days"
    case 1: "half a day"
    case 2: "1 day"
    default: sessions % 2 == 0 ? "\(sessions / 2) days" : "\(sessions / 2) and a half days"
    }
  }
}
