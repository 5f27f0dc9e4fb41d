/// A stretch of school time after which figures are looked at: a week, a half term, a term.
public struct SchoolPeriod: Hashable, Sendable {
  /// How long such a stretch is.
  public enum Kind: String, CaseIterable, Sendable {
    case week
    case fortnight
    case halfTerm = "half term"
    case term
    case year
  }

  /// How long it is.
  public let kind: Kind
  /// Its name: `Autumn 1`, `week of 9 Nov`.
  public let name: String
  /// Its first school day.
  public let starts: SchoolDate
  /// Its last school day.
  public let ends: SchoolDate

  /// A period of that name between these school days.
  public init(kind: Kind, name: String, starts: SchoolDate, ends: SchoolDate) {
    self.kind = kind
    self.name = name
    self.starts = starts
    self.ends = ends
  }

  /// The name and the days: `Autumn 1, 2 Sep to 23 Oct`.
  public var inWords: String { "\(name), \(starts.short) to \(ends.short)" }
}

extension SchoolCalendar {
  /// Every period of that kind, earliest first; those without a school day are none.
  ///
  /// A week is one with a school day; fortnights are counted in such weeks from the beginning of the
  /// year, so that a holiday between does not shorten them.
  public func periods(_ kind: SchoolPeriod.Kind) -> [SchoolPeriod] {
    years.flatMap { year -> [SchoolPeriod] in
      switch kind {
      case .week, .fortnight: return weeks(of: year, by: kind == .week ? 1 : 2, kind)
      case .halfTerm:
        return year.terms.flatMap { term -> [SchoolPeriod] in
          guard let halfTerm = term.halfTerm else {
            return [period(kind, "\(term.name) 1", term.starts, term.ends)].compactMap(\.self)
          }
          return [
            period(kind, "\(term.name) 1", term.starts, halfTerm.lowerBound.adding(days: -1)),
            period(kind, "\(term.name) 2", halfTerm.upperBound.adding(days: 1), term.ends),
          ].compactMap(\.self)
        }
      case .term:
        return year.terms.compactMap { period(kind, $0.name, $0.starts, $0.ends) }
      case .year:
        guard let first = year.terms.first, let last = year.terms.last else { return [] }
        return [period(kind, "\(year.year)", first.starts, last.ends)].compactMap(\.self)
      }
    }
  }

  /// The last period of that kind that has begun by the date; nil where none has.
  public func period(_ kind: SchoolPeriod.Kind, begunBy date: SchoolDate) -> SchoolPeriod? {
    periods(kind).last { $0.starts <= date }
  }

  /// The last period of that kind that was over before the date; nil where none was.
  public func period(_ kind: SchoolPeriod.Kind, overBefore date: SchoolDate) -> SchoolPeriod? {
    periods(kind).last { $0.ends < date }
  }

  private func period(
    _ kind: SchoolPeriod.Kind, _ name: String, _ first: SchoolDate, _ last: SchoolDate
  ) -> SchoolPeriod? {
    let days = schoolDays(first, last)
    guard let starts = days.first, let ends = days.last else { return nil }
    return SchoolPeriod(kind: kind, name: name, starts: starts, ends: ends)
  }

  private func weeks(
    of year: CalendarYear, by count: Int, _ kind: SchoolPeriod.Kind
  ) -> [SchoolPeriod] {
    let days = year.terms.flatMap { schoolDays($0.starts, $0.ends) }
    let mondays = Set(days.map(\.monday)).sorted()
    return stride(from: 0, to: mondays.count, by: count).compactMap { index in
      let wanted = mondays[index..<min(index + count, mondays.count)]
      let held = days.filter { wanted.contains($0.monday) }
      guard let starts = held.first, let ends = held.last, let monday = wanted.first else {
        return nil
      }
      let name = count == 1 ? "week of \(monday.short)" : "fortnight from \(monday.short)"
      return SchoolPeriod(kind: kind, name: name, starts: starts, ends: ends)
    }
  }

  private func schoolDays(_ first: SchoolDate, _ last: SchoolDate) -> [SchoolDate] {
    guard first <= last else { return [] }
    return (0...last.days(after: first)).map { first.adding(days: $0) }.filter(isSchoolDay)
  }
}
