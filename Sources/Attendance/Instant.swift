/// A moment, in whole seconds of universal time since 1 January 1970.
///
/// Only acts have one; a mark's date is never an instant. It is shown in the time of London, by the
/// rule itself and not by the machine's time zone: summer time runs from the last Sunday in March
/// to the last Sunday in October, changing at 01:00 universal time.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970, universal time.
  public let seconds: Int64

  /// The moment so many seconds after 1 January 1970.
  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The moment at which London's clocks show that time on that date.
  ///
  /// In the hour that autumn repeats, the earlier one is meant; the hour that spring skips counts
  /// on from the hour before it.
  public init(_ date: SchoolDate, _ time: TimeOfDay) {
    let clock = Int64(date.daysSince1970) * 86_400 + Int64(time.minutes) * 60
    let summer = Instant(seconds: clock - 3600)
    self = summer.isSummerTime ? summer : Instant(seconds: clock)
  }

  /// Whether London keeps summer time at this moment.
  public var isSummerTime: Bool {
    let year = SchoolDate(daysSince1970: Int32(clamping: Self.floorDays(seconds))).year
    return Self.change(in: year, month: 3) <= seconds && seconds < Self.change(in: year, month: 10)
  }

  /// The date that London's calendars show.
  public var date: SchoolDate {
    SchoolDate(daysSince1970: Int32(clamping: Self.floorDays(seconds + offset)))
  }

  /// The time that London's clocks show, to the minute.
  public var time: TimeOfDay {
    let clock = seconds + offset
    return TimeOfDay(minutes: Int((clock - Self.floorDays(clock) * 86_400) / 60))
  }

  /// The moment so many seconds later.
  public func adding(seconds more: Int64) -> Instant { Instant(seconds: seconds + more) }

  /// Whether the first comes earlier.
  public static func < (earlier: Instant, later: Instant) -> Bool {
    earlier.seconds < later.seconds
  }

  private var offset: Int64 { isSummerTime ? 3600 : 0 }

  private static func floorDays(_ seconds: Int64) -> Int64 {
    (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
  }

  private static func change(in year: Int, month: Int) -> Int64 {
    let last = SchoolDate(year: year, month: month, day: 31) ?? SchoolDate(daysSince1970: 0)
    let sunday = last.adding(days: -(last.weekday.rawValue % 7))
    return Int64(sunday.daysSince1970) * 86_400 + 3600
  }
}

extension Instant: LosslessStringConvertible {
  /// The moment written `2026-03-20T08:40:00+00:00`, or nil where the text is anything else.
  ///
  /// Seconds and offset may be left out; without an offset London's clocks are meant. `Z` stands
  /// for universal time.
  public init?(_ description: String) {
    let text = Substring(description)
    guard text.utf8.count >= 16, let date = SchoolDate(String(text.prefix(10))),
      text.dropFirst(10).first == "T", let time = TimeOfDay(String(text.dropFirst(11).prefix(5)))
    else { return nil }
    var rest = text.dropFirst(16)
    var seconds: Int64 = 0
    if rest.first == ":" {
      // Seconds look like the minutes of a clock, two digits from 00 to 59.
      guard let number = TimeOfDay("0:" + rest.dropFirst().prefix(2)) else { return nil }
      seconds = Int64(number.minutes)
      rest = rest.dropFirst(3)
    }
    let clock = Int64(date.daysSince1970) * 86_400 + Int64(time.minutes) * 60 + seconds
    if rest.isEmpty {
      self = Instant(date, time).adding(seconds: seconds)
    } else if rest == "Z" {
      self.init(seconds: clock)
    } else {
      guard let sign = rest.first, sign == "+" || sign == "-",
        let offset = TimeOfDay(String(rest.dropFirst()))
      else { return nil }
      self.init(seconds: clock - Int64(offset.minutes) * 60 * (sign == "+" ? 1 : -1))
    }
  }

  /// The moment as files write it: ISO 8601, in London's time with its offset.
  public var description: String {
    let rest = ((seconds % 60) + 60) % 60
    return "\(date)T\(time):" + (rest < 10 ? "0" : "") + "\(rest)"
      + (isSummerTime ? "+01:00" : "+00:00")
  }
}
