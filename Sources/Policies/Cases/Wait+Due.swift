public import Attendance

extension Wait {
  /// The day on which the wait is over, counted from the date in the school's own time; nil where no
  /// calendar reaches it.
  ///
  /// School days and school weeks vanish in holidays: two weeks on is the same weekday of the second
  /// school week after, or the next day of that week on which the school meets, or its last. A half
  /// term or a term on is the school day with the same number in that half term or term, or its last.
  public func due(after date: SchoolDate, in time: SchoolTime) -> SchoolDate? {
    time.due(most, unit, after: date)
  }

  /// The first day on which the next step may be taken: the end of the least wait.
  public func earliest(after date: SchoolDate, in time: SchoolTime) -> SchoolDate? {
    time.due(least, unit, after: date)
  }
}

extension SchoolTime {
  fileprivate func due(_ count: Int, _ unit: Wait.Unit, after date: SchoolDate) -> SchoolDate? {
    switch unit {
    case .schoolDays: schoolDay(count, after: date)
    case .weeks: weeks(count, after: date)
    case .halfTerms: stretch(count, of: halfTerms, after: date)
    case .terms: stretch(count, of: terms, after: date)
    }
  }

  private func schoolDay(_ count: Int, after date: SchoolDate) -> SchoolDate? {
    let last = end(of: date) - 1
    let wanted = (last < 0 ? 0 : Int(days[last])) + count
    return first { Int(days[$0]) >= wanted && (last < 0 || $0 > last) }
  }

  private func weeks(_ count: Int, after date: SchoolDate) -> SchoolDate? {
    let last = end(of: date) - 1
    let wanted = (last < 0 ? 0 : Int(weeks[last])) + count
    // On a Saturday the wait began on the Friday.
    let weekday =
      last >= 0 && sessions[last].date.monday == date.monday
      ? sessions[last].date.weekday : date.weekday
    guard let monday = first(where: { Int(weeks[$0]) >= wanted })?.monday else { return nil }
    let ofWeek = sessions.indices.filter { sessions[$0].date.monday == monday }
    let onOrAfter = ofWeek.first { sessions[$0].date.weekday >= weekday }
    return (onOrAfter ?? ofWeek.last).map { sessions[$0].date }
  }

  private func stretch(
    _ count: Int, of stretches: [Range<Int>], after date: SchoolDate
  ) -> SchoolDate? {
    // In the holidays the wait begins with the next school day.
    guard
      let now = first(where: { sessions[$0].date >= date }).flatMap({ end(of: $0) - 1 as Int? }),
      let here = stretches.firstIndex(where: { $0.contains(now) }),
      stretches.indices.contains(here + count)
    else { return nil }
    let number = days[now] - days[stretches[here].lowerBound]
    let there = stretches[here + count]
    let wanted = days[there.lowerBound] + number
    let place = there.first { days[$0] >= wanted } ?? there.upperBound - 1
    return sessions[place].date
  }

  /// The date of the first position of which that is true.
  private func first(where holds: (Int) -> Bool) -> SchoolDate? {
    sessions.indices.first(where: holds).map { sessions[$0].date }
  }
}
