/// A day as people say it at a desk, with the half of it where they say one.
///
/// `today`, `tomorrow`, `mon`, `+2`, `23 Mar`, `23/3` and `2026-03-23` are understood, each with `am`
/// or `pm` behind it or without. A day without a year, or with two digits of one, is the nearest.
public struct DayPhrase: Hashable, Sendable {
  /// The day.
  public let date: SchoolDate
  /// The half of it, or nil for the whole day.
  public let half: HalfDay?

  /// The day that the text says, or nil where it says none; `+2` and `mon` count from the start.
  ///
  /// Of what lies in the past, as a birth, two digits of a year mean the latest such year.
  public init?(
    _ text: String, from start: SchoolDate, today: SchoolDate, isPast: Bool = false
  ) {
    var words = text.lowercased().split { $0 == " " || $0 == "/" || $0 == "," }.map(String.init)
    half = words.last.flatMap { HalfDay(rawValue: $0.uppercased()) }
    if half != nil { words.removeLast() }
    if words.isEmpty, half != nil {
      date = start
    } else if let date = Self.date(words, from: start, today: today, isPast) {
      self.date = date
    } else {
      return nil
    }
  }

  /// The session meant where it is the first of a range.
  public var first: Session { Session(date, half ?? .am) }
  /// The session meant where it is the last of a range.
  public var last: Session { Session(date, half ?? .pm) }

  private static func date(
    _ words: [String], from start: SchoolDate, today: SchoolDate, _ isPast: Bool
  ) -> SchoolDate? {
    guard let word = words.first else { return nil }
    if words.count == 1 {
      if word == "today" { return today }
      if word == "tomorrow" { return today.adding(days: 1) }
      if word.first == "+", let days = Int(word.dropFirst()), (0...366).contains(days) {
        return weekday(days, after: start)
      }
      if let wanted = Weekday(name: word) {
        return (0..<7).map { start.adding(days: $0) }.first { $0.weekday == wanted }
      }
      return SchoolDate(word)
    }
    // A weekday before the date is said for the ear; the date itself decides.
    let rest = Weekday(name: word) == nil ? words : Array(words.dropFirst())
    guard (2...3).contains(rest.count), let day = Int(rest[0]), let month = month(rest[1]) else {
      return nil
    }
    if rest.count == 3 {
      guard let year = Int(rest[2]) else { return nil }
      let century = today.year - today.year % 100
      let years =
        rest[2].utf8.count == 2 ? [-100, 0, 100].map { century + $0 + year } : [year]
      return nearest(years, month, day, to: today, isPast)
    }
    return nearest(Array(today.year - 1...today.year + 1), month, day, to: today, isPast)
  }

  /// The day of that month in the year that brings it nearest to today, or latest before it.
  private static func nearest(
    _ years: [Int], _ month: Int, _ day: Int, to today: SchoolDate, _ isPast: Bool
  ) -> SchoolDate? {
    let dates = years.filter { $0 >= 1900 }.compactMap {
      SchoolDate(year: $0, month: month, day: day)
    }
    let past = dates.filter { $0 <= today }
    return (isPast && !past.isEmpty ? past : dates).min {
      abs($0.days(after: today)) < abs($1.days(after: today))
    }
  }

  /// The day so many days of the working week later: two days after a Friday is a Tuesday.
  private static func weekday(_ days: Int, after start: SchoolDate) -> SchoolDate {
    var date = start
    var left = days
    while left > 0 {
      date = date.adding(days: 1)
      if !date.weekday.isWeekend { left -= 1 }
    }
    return date
  }

  private static func month(_ word: String) -> Int? {
    if let number = Int(word) { return number }
    guard word.count >= 3 else { return nil }
    return SchoolDate.months.firstIndex { word.hasPrefix($0.lowercased()) }.map { $0 + 1 }
  }
}
