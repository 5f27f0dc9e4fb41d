/// Which half of a school day: the morning or the afternoon session.
public enum HalfDay: String, CaseIterable, Comparable, Codable, Sendable {
  case am = "AM"
  case pm = "PM"

  /// The half as people say it: `Morning`.
  public var name: String {
    switch self {
    case .am: "Morning"
    case .pm: "Afternoon"
    }
  }

  /// 0 for the morning, 1 for the afternoon.
  public var index: Int { self == .am ? 0 : 1 }

  /// Whether the first half comes earlier in the day.
  public static func < (earlier: HalfDay, later: HalfDay) -> Bool { earlier.index < later.index }
}

/// The unit of the register: one half of one school day.
public struct Session: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// The civil date.
  public let date: SchoolDate
  /// Morning or afternoon.
  public let half: HalfDay

  /// The session on that date.
  public init(_ date: SchoolDate, _ half: HalfDay) {
    self.date = date
    self.half = half
  }

  /// Date and half as files write them: `2026-11-21 AM`.
  public var description: String { "\(date) \(half.rawValue)" }

  /// The session in words for a screen: `Tue 14 Oct 2025, morning`.
  public var inWords: String { "\(date.inWords), \(half.name.lowercased())" }

  /// The session in few words: `14 Oct AM`.
  public var inFewWords: String { "\(date.short) \(half.rawValue)" }

  /// Whether the first session comes earlier.
  public static func < (earlier: Session, later: Session) -> Bool {
    (earlier.date, earlier.half) < (later.date, later.half)
  }
}
