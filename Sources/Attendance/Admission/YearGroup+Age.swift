extension YearGroup {
  /// What to say of a birth that does not fit the year group by more than two years, or nil.
  public func misfit(born: SchoolDate, on date: SchoolDate) -> String? {
    let year = SchoolYear(of: date)
    guard let eve = SchoolDate(year: year.startYear, month: 8, day: 31) else { return nil }
    let turning = year.startYear - born.year
    let age = born.birthday(turning) <= eve ? turning : turning - 1
    guard abs(age - ageAtStart) > 2 else { return nil }
    return
      "born \(born), a child is \(age) as \(year) begins, and \(name) is for \(ageAtStart); check "
      + "date of birth and year group"
  }
}
