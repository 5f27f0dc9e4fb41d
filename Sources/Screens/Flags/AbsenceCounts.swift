public import Attendance
import Terminal

extension PupilFlags {
  /// How often a code of absence stands.
  public struct CodeCount: Hashable, Sendable {
    /// The code.
    public let code: String
    /// At how many sessions.
    public let count: Int

    /// So many sessions of that code.
    public init(_ code: String, _ count: Int) {
      self.code = code
      self.count = count
    }
  }

  /// How much was missed on one weekday.
  public struct WeekdayCount: Hashable, Sendable {
    /// The weekday.
    public let weekday: Weekday
    /// How many of its sessions were missed.
    public let absent: Int
    /// How many there were.
    public let possible: Int

    /// So many sessions missed of so many.
    public init(_ weekday: Weekday, absent: Int, possible: Int) {
      self.weekday = weekday
      self.absent = absent
      self.possible = possible
    }
  }
}

/// A bar in cells, with its figure beside it: the figure is exact, the bar for the eye.
enum AbsenceBar {
  /// The cells of so much where the most of the bars beside it is so much; never none for something.
  static func cells(_ value: Int, of most: Int, width: Int) -> String {
    guard value > 0, most > 0, width > 0 else {
      return String(repeating: " ", count: max(width, 0))
    }
    let length = max(1, (2 * value * width + most) / (2 * most))
    return String(repeating: "#", count: min(length, width)).padded(to: width)
  }
}
