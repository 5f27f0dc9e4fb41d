public import Attendance

/// A window and the registers it holds for; what it does not name, it holds for all of.
public struct WindowRule: Hashable, Sendable {
  /// Morning or afternoon.
  public let half: HalfDay
  /// The campus, or nil for every one.
  public let campus: String?
  /// The year groups; none for every one.
  public let years: [YearGroup]
  /// The registration groups; none for every one.
  public let groups: [String]
  /// The weekdays; none for every one.
  public let weekdays: [Weekday]
  /// The dates; none for every one.
  public let dates: [SchoolDate]
  /// Its times.
  public let window: RegisterWindow
  /// Where it is written.
  public let place: Place

  init(_ section: Section) {
    half = section.parsed("session", expected: "AM or PM") { HalfDay(rawValue: $0) } ?? .am
    campus = section.optionalText("campus")
    years = section.years("years")
    groups = section.texts("groups")
    weekdays = section.parsedList("weekdays", expected: "a day of the week", Weekday.init(name:))
    dates = section.parsedList("dates", expected: "a date like 2026-11-21") { SchoolDate($0) }
    window = RegisterWindow(
      opens: section.time("opens"), lateFrom: section.time("late_from"),
      closes: section.time("closes"), ends: section.time("ends"))
    place = section.place
    check(section)
    section.finish()
  }

  /// How specific it is: a time of its own beats a place of its own.
  ///
  /// An early finish on a Friday must move the staggered afternoons of every class, so a date
  /// weighs more than a weekday, and either more than group, year and campus.
  public var weight: Int {
    (dates.isEmpty ? 0 : 16) + (weekdays.isEmpty ? 0 : 8) + (groups.isEmpty ? 0 : 4)
      + (years.isEmpty ? 0 : 2) + (campus == nil ? 0 : 1)
  }

  /// Whether the window holds for this register.
  public func fits(
    _ half: HalfDay, on date: SchoolDate, campus: String?, yearGroup: YearGroup, group: String
  ) -> Bool {
    half == self.half && (self.campus == nil || self.campus == campus)
      && (years.isEmpty || years.contains(yearGroup))
      && (groups.isEmpty || groups.contains(group))
      && (weekdays.isEmpty || weekdays.contains(date.weekday))
      && (dates.isEmpty || dates.contains(date))
  }

  /// The registers it holds for, in words: `AM, Abbey, Year 1, on Fridays`.
  public var holdsFor: String {
    var parts = [half.rawValue]
    if let campus { parts.append(campus) }
    parts += years.map(\.name) + groups
    if !weekdays.isEmpty { parts.append("on " + weekdays.map(\.name).joined(separator: ", ")) }
    if !dates.isEmpty { parts.append("on " + dates.map(\.inWords).joined(separator: ", ")) }
    return parts.joined(separator: ", ")
  }

  private func check(_ section: Section) {
    let times = ["opens", "late_from", "closes", "ends"].map { ($0, section.value($0)) }
    let read = times.compactMap { key, value in
      value.flatMap { setting in setting.text.flatMap(TimeOfDay.init).map { (key, setting, $0) } }
    }
    guard read.count == times.count else { return }
    for (before, after) in zip(read, read.dropFirst()) where after.2 < before.2 {
      section.complaints.fault(
        after.1, "'\(after.0)' \(after.2) comes before '\(before.0)' \(before.2); put them in order"
      )
      return
    }
    let closes = read[2].1
    if window.opens == window.closes {
      section.complaints.fault(closes, "the window closes as it opens; set a later 'closes'")
    }
    if window.isLong {
      let minutes = window.closes.minutes - window.lateFrom.minutes
      section.complaints.warn(
        closes,
        "the window stays open \(minutes) minutes after lateness begins; the guidance asks for no "
          + "more than 30")
    }
  }
}
