/// A time on the school's wall clock, to the minute.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight, 0 to 1439.
  public let minutes: Int

  /// The time so many minutes after midnight, held within the day.
  public init(minutes: Int) {
    self.minutes = min(max(minutes, 0), 1439)
  }

  /// The time with this hour and minute, or nil where no clock shows it.
  public init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// The time so many minutes later, held within the day.
  public func adding(minutes more: Int) -> TimeOfDay { TimeOfDay(minutes: minutes + more) }

  /// Whether the first time comes earlier in the day.
  public static func < (earlier: TimeOfDay, later: TimeOfDay) -> Bool {
    earlier.minutes < later.minutes
  }
}

extension TimeOfDay: LosslessStringConvertible {
  /// The time written `08:45` (or `8:45`), or nil where the text is anything else.
  public init?(_ description: String) {
    let halves = description.utf8.split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard halves.count == 2, (1...2).contains(halves[0].count), halves[1].count == 2 else {
      return nil
    }
    var numbers: [Int] = []
    for half in halves {
      var value = 0
      for byte in half {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      numbers.append(value)
    }
    self.init(hour: numbers[0], minute: numbers[1])
  }

  /// The time as it stands in files: `08:45`.
  public var description: String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}

extension TimeOfDay: Codable {
  /// Reads the time from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let time = TimeOfDay(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no time; write it like 08:45")
    }
    self = time
  }

  /// Writes the time as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension TimeOfDay {
  /// The time as the name of a file holds it: `0905`.
  public var digits: String { description.filter { $0 != ":" } }
}
