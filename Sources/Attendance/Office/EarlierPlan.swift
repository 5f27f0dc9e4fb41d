/// An absence planned already for days of which something new speaks.
public struct EarlierPlan: Hashable, Sendable {
  /// What is to become of it.
  public enum Fate: String, CaseIterable, Hashable, Sendable {
    /// It stays as it is, beside what is new.
    case beside
    /// What is new stands in its place on the days that overlap; what else it covers stays planned.
    case instead
  }

  /// The line that planned it.
  public let line: DayLine
  /// The absence itself.
  public let absence: KnownAbsence

  /// The absence that the line planned.
  public init(_ line: DayLine, _ absence: KnownAbsence) {
    self.line = line
    self.absence = absence
  }

  /// Whether it speaks of a session from the first to the last.
  public func overlaps(_ first: Session, _ last: Session) -> Bool {
    absence.from <= last && first <= absence.through
  }

  /// What remains of it before and after the sessions that another takes: none, one part or two.
  ///
  /// A part that would begin or end at a weekend begins or ends with the week.
  public func remains(beside first: Session, _ last: Session) -> [KnownAbsence] {
    var before = absence
    before.through = min(absence.through, first.step(-1))
    var after = absence
    after.from = max(absence.from, last.step(1))
    return [before, after].compactMap { part in
      var part = part
      while part.from <= part.through, part.from.date.weekday.isWeekend {
        part.from = part.from.step(1)
      }
      while part.from <= part.through, part.through.date.weekday.isWeekend {
        part.through = part.through.step(-1)
      }
      return part.from <= part.through ? part : nil
    }
  }

  /// The lines that take it back and plan again what remains of it, in the same words and about the
  /// same message or grant.
  func lines(beside new: [KnownAbsence], on today: SchoolDate) -> [ProposedLine] {
    var parts = [absence]
    for taken in new {
      parts = parts.flatMap { part in
        let plan = EarlierPlan(line, part)
        return plan.overlaps(taken.from, taken.through)
          ? plan.remains(beside: taken.from, taken.through) : [part]
      }
    }
    let withdrawn = ProposedLine(
      pupil: line.pupil, date: today, about: .kept(line.id), matter: .withdrawn,
      words: parts.isEmpty
        ? "another plan stands in its place"
        : "another plan stands in its place on some of its days")
    return [withdrawn]
      + parts.map {
        ProposedLine(
          pupil: line.pupil, date: $0.from.date, about: line.about.map { .kept($0) },
          matter: .absence($0), words: line.words)
      }
  }
}

extension DayBook {
  /// The absences planned for the pupil that speak of a session from the first to the last.
  public func planned(
    for pupil: Pupil.ID, from first: Session, through last: Session
  ) -> [EarlierPlan] {
    absences.filter { $0.line.pupil == pupil }.map { EarlierPlan($0.line, $0.absence) }
      .filter { $0.overlaps(first, last) }
  }
}

extension Act {
  /// The absences that it plans, each with whose it is.
  public var plans: [(pupil: Pupil.ID, absence: KnownAbsence)] {
    lines.compactMap { line in
      guard let pupil = line.pupil, case .absence(let absence) = line.matter else { return nil }
      return (pupil, absence)
    }
  }

  /// Lets what it plans stand in the place of earlier plans, on the days that overlap and no others.
  public mutating func stand(inPlaceOf earlier: [EarlierPlan]) {
    let new = plans
    lines += earlier.flatMap { plan in
      plan.lines(
        beside: new.filter { $0.pupil == plan.line.pupil }.map(\.absence), on: at.date)
    }
  }
}

extension Session {
  /// The session so many half days later, or earlier where the number is negative.
  fileprivate func step(_ halves: Int) -> Session {
    let place = half.index + halves
    let days = place >= 0 ? place / 2 : (place - 1) / 2
    return Session(date.adding(days: days), HalfDay.allCases[place - days * 2])
  }
}
