/// What is to be changed of a pupil's time on roll; what stays as it is, is nil.
public struct EnrolmentEdit: Hashable, Sendable {
  /// The agreed starting day.
  public var starts: SchoolDate?
  /// How the pupil is registered.
  public var kind: Enrolment.Kind?
  /// Whether the pupil boards.
  public var isBoarder: Bool?

  /// An edit of these.
  public init(
    starts: SchoolDate? = nil, kind: Enrolment.Kind? = nil, isBoarder: Bool? = nil
  ) {
    self.starts = starts
    self.kind = kind
    self.isBoarder = isBoarder
  }

  /// The pupil's times on roll as they are to be, earliest first.
  ///
  /// Another kind holds from the date on: the time before it stays what it was, and ends the day
  /// before with no deletion. Without a date it is a correction of the whole time that runs today. A
  /// starting day is that of the first of the times that follow each other without a gap.
  public func applied(
    to known: [Enrolment], from date: SchoolDate?, today: SchoolDate, next: Enrolment.ID
  ) throws(AdmissionRefusal) -> [Enrolment] {
    var times = known.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }
    guard let last = times.indices.last else { return [] }
    if let starts {
      var place = Self.place(in: times, on: today) ?? last
      while let before = times.firstIndex(where: { times[place].continues($0) }) { place = before }
      if let ends = times[place].ends, ends < starts { throw .leavesBeforeStart(starts) }
      times[place].starts = starts
      let other = times.first { $0.id != times[place].id && $0.overlaps(times[place]) }
      if let other { throw .overlaps(starts, from: other.starts, to: other.ends) }
    }
    guard let place = Self.place(in: times, on: date ?? today) ?? (date == nil ? last : nil) else {
      if kind == nil, isBoarder == nil { return times }
      throw .notOnRoll(date ?? today)
    }
    let old = times[place]
    var changed = old
    if let kind { changed.kind = kind }
    if let isBoarder { changed.isBoarder = isBoarder }
    guard changed != old else { return times }
    guard let date, date > old.starts else {
      times[place] = changed
      return times
    }
    times.replaceSubrange(place...place, with: old.divided(on: date, into: changed, id: next))
    return times
  }

  /// The time that runs on the date, else the first to come.
  private static func place(in times: [Enrolment], on date: SchoolDate) -> Int? {
    times.firstIndex { $0.ends.map { date <= $0 } ?? true }
  }
}

extension Enrolment {
  /// Whether it goes on from the other one without a day between: another kind, not another start.
  public func continues(_ other: Enrolment) -> Bool { other.ends == starts.adding(days: -1) }

  /// The time until the day before, which ends with no deletion, and the one of that number that holds
  /// from the date on: registered as the changed one is, and ending as this one did.
  public func divided(
    on date: SchoolDate, into changed: Enrolment, id: Enrolment.ID
  ) -> [Enrolment] {
    var before = self
    before.ends = date.adding(days: -1)
    before.deletion = nil
    return [
      before,
      Enrolment(
        id: id, pupil: pupil, kind: changed.kind, isBoarder: changed.isBoarder, starts: date,
        ends: ends, deletion: deletion),
    ]
  }

  /// Whether both hold some day.
  public func overlaps(_ other: Enrolment) -> Bool {
    (other.ends.map { starts <= $0 } ?? true) && (ends.map { other.starts <= $0 } ?? true)
  }
}

extension Roll {
  /// The day on which the pupil came for the time on roll, counted from before a change of its kind.
  public func startingDay(of enrolment: Enrolment) -> SchoolDate {
    let times = enrolments[enrolment.pupil] ?? []
    var first = enrolment
    while let before = times.first(where: { first.continues($0) }) { first = before }
    return first.starts
  }

  /// Whether the pupil goes on from it in another time on roll, and so is no leaver.
  public func goesOn(after enrolment: Enrolment) -> Bool {
    (enrolments[enrolment.pupil] ?? []).contains { $0.continues(enrolment) }
  }
}
