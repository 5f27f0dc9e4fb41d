/// The dates between which a child is of compulsory school age.
///
/// It begins on the fifth birthday where that is 31 March, 31 August or 31 December, else on the
/// next of those days; it ends with the last Friday in June of the school year in which the child
/// turns 16 (Education Act 1996, section 8).
public struct CompulsorySchoolAge: Hashable, Sendable {
  /// The first day.
  public let begins: SchoolDate
  /// The last day, to its end.
  public let ends: SchoolDate

  /// The dates for a child born on that day.
  public init(born: SchoolDate) {
    let fifth = born.birthday(5)
    let prescribed = [fifth.year, fifth.year + 1].flatMap { year in
      [(3, 31), (8, 31), (12, 31)].compactMap { SchoolDate(year: year, month: $0, day: $1) }
    }
    begins = prescribed.first { $0 >= fifth } ?? fifth
    // For this rule a school year ends on 31 August: born on 31 August 2010, out in June 2026.
    let sixteenth = born.birthday(16)
    let june = SchoolDate(
      year: sixteenth.month >= 9 ? sixteenth.year + 1 : sixteenth.year, month: 6, day: 30)
    let lastOfJune = june ?? sixteenth
    let daysPastFriday = (lastOfJune.weekday.rawValue - Weekday.friday.rawValue + 7) % 7
    ends = lastOfJune.adding(days: -daysPastFriday)
  }

  /// Whether a child is of compulsory school age on the date.
  public func contains(_ date: SchoolDate) -> Bool { begins <= date && date <= ends }
}
