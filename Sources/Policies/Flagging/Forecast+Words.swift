import Attendance

extension Forecast.Line {
  /// The good side of the line in words: `above 90%`, `at 95% or above`.
  public var goodSide: String { holdsAtBound ? "at \(bound)% or above" : "above \(bound)%" }

  /// What may still be missed, or when attendance is back, or that it cannot be this year.
  public var inWords: String {
    if isKept {
      guard let mayMiss, mayMiss > 0 else {
        return "may miss no more sessions this year to stay \(goodSide)"
      }
      return "may miss \(Self.sessions(mayMiss)) this year and stay \(goodSide)"
    }
    guard let backOn, let mayMiss else {
      return "cannot be \(goodSide) again this year, even with full attendance"
    }
    let room =
      mayMiss > 0
      ? "may miss \(Self.sessions(mayMiss)) and still end the year there"
      : "may miss none of the sessions to come"
    return "back \(goodSide) after \(backOn.inWords) with full attendance; \(room)"
  }

  private static func sessions(_ count: Int) -> String {
    "\(count) more session\(count == 1 ? "" : "s")"
  }
}
