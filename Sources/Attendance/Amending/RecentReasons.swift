/// The reasons given for amendments lately, to be chosen again by their number.
public struct RecentReasons: Hashable, Sendable {
  /// The reasons, the person's own and newest first.
  public let reasons: [String]

  /// As many as one digit can choose from, and a line can hold.
  public static let limit = 5

  /// The reasons of these acts, newest first; those the program wrote itself are left out.
  public init(own: [String], school: [String]) {
    var seen: Set<String> = []
    reasons = Array(
      (own + school).filter { reason in
        !reason.isEmpty && !Self.isWritten(reason) && seen.insert(reason.lowercased()).inserted
      }.prefix(Self.limit))
  }

  /// These reasons as they are.
  public init(_ reasons: [String] = []) { self.reasons = Array(reasons.prefix(Self.limit)) }

  private static func isWritten(_ reason: String) -> Bool {
    ["undo of ", "withdrawn: ", "moved from ", "planned ", "settled between ", "minutes or note"]
      .contains { reason.hasPrefix($0) }
  }

  /// The reason that was typed, or the one that was chosen by its number.
  public func reason(typed text: String) -> String {
    let words = text.split(separator: " ").joined(separator: " ")
    guard let number = Int(words), reasons.indices.contains(number - 1) else { return words }
    return reasons[number - 1]
  }

  /// The choices in words: `1 parent rang, 2 wrong key`; empty without any.
  public var inWords: String {
    reasons.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: ", ")
  }
}
