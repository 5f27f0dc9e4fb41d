extension Timetable {
  /// The code of a session at which the pupil is due at another school.
  public static let sharedCode = "D"
  /// The code of a session that a part-time timetable leaves out, of compulsory school age.
  public static let leftOutCode = "C2"

  /// The code that the timetable gives the session, or nil where the pupil is simply due here.
  ///
  /// Left out by a part-time timetable, X before compulsory school age begins and C2 after; never
  /// past its end (U28). A slot that begins later than the session misses registration.
  public func code(at session: Session) -> String? {
    guard from <= session.date, session.date <= until else { return nil }
    let slot = slot(at: session)
    switch kind {
    case .shared: return slot == nil ? nil : Self.sharedCode
    case .partTime:
      if let slot, slot.from == nil { return nil }
      return compulsoryFrom.map { session.date < $0 } ?? false ? "X" : Self.leftOutCode
    }
  }

  /// The codes it can give, in the order in which they come.
  public var codes: [String] {
    switch kind {
    case .shared: return [Self.sharedCode]
    case .partTime:
      guard let compulsoryFrom else { return [Self.leftOutCode] }
      return compulsoryFrom > until
        ? ["X"] : compulsoryFrom <= from ? [Self.leftOutCode] : ["X", Self.leftOutCode]
    }
  }

  /// The first day on which a child born then is of compulsory school age, as a timetable of these
  /// days keeps it: nil where that day was past, and after the end where it is past for good.
  public static func compulsoryFrom(
    born: SchoolDate, from: SchoolDate, until: SchoolDate
  ) -> SchoolDate? {
    let age = CompulsorySchoolAge(born: born)
    if from > age.ends { return until.adding(days: 1) }
    return age.begins > from ? age.begins : nil
  }
}

extension Timetable.Slot {
  /// When the pupil was due, where that time has come and the end has not.
  public func start(by now: Instant) -> TimeOfDay? {
    guard let from, from <= now.time, until.map({ now.time < $0 }) ?? true else { return nil }
    return from
  }

  /// The sessions of a week as people write them, `mon am, tue am 10:30-12:00`; nil where a part of
  /// the text says none, or one is said twice.
  public static func list(_ text: String) -> [Timetable.Slot]? {
    var slots: [Timetable.Slot] = []
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ").map { $0.lowercased() }
      guard let day = words.first, let weekday = Weekday(name: day), !weekday.isWeekend else {
        return nil
      }
      var rest = words.dropFirst()
      let half = rest.first.flatMap { HalfDay(rawValue: $0.uppercased()) }
      if half != nil { rest = rest.dropFirst() }
      guard rest.count <= 1, rest.isEmpty || half != nil,
        let times = rest.first.map(Self.times) ?? (nil, nil)
      else { return nil }
      for half in half.map({ [$0] }) ?? HalfDay.allCases {
        slots.append(Timetable.Slot(weekday, half, from: times.0, until: times.1))
      }
    }
    let places = Set(slots.map { [$0.weekday.rawValue, $0.half.index] })
    return slots.isEmpty || places.count < slots.count ? nil : slots
  }

  /// Both times of `10:30-12:00`, or the first of `10:30`.
  private static func times(_ text: String) -> (TimeOfDay?, TimeOfDay?)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), let first = TimeOfDay(parts[0]) else { return nil }
    if parts.count == 1 { return (first, nil) }
    guard let last = TimeOfDay(parts[1]), last > first else { return nil }
    return (first, last)
  }
}
