extension SchoolTime {
  /// The school day before the last one up to the date; nil where there is none.
  ///
  /// On a Sunday that is Thursday: what is new at the end of a week is what Friday brought. A day on
  /// which the school met for nobody is no school day.
  public func schoolDay(beforeThatOf date: SchoolDate) -> SchoolDate? {
    let end = end(of: date)
    guard end > 0, let earlier = days[..<end].lastIndex(where: { $0 < days[end - 1] }),
      days[earlier] > 0
    else { return nil }
    return days[...earlier].firstIndex(of: days[earlier]).map { sessions[$0].date }
  }
}
