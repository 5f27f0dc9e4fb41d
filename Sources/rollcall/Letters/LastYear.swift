import Attendance
import Policies
import Storage

/// How the school year before went for a pupil: whole, and up to the same day.
struct LastYear {
  /// All of it; nil where no session of it counts here.
  let whole: Tally?
  /// Up to the day a year ago, so that like is compared with like.
  let upToDay: ParentPage.Year?

  /// The year before that of the desk's date; nil where the calendar has none.
  init?(_ desk: FlagDesk, of pupil: Pupil.ID) throws {
    let year = SchoolYear(startYear: SchoolYear(of: desk.date).startYear - 1)
    guard desk.calendar.years.contains(where: { $0.year == year }) else { return nil }
    let sheets = try desk.school.store.sheets(of: year, pupils: [pupil])
    let figures = Figures(
      roll: desk.roll, calendar: desk.calendar, codes: desk.school.policies.codes,
      alphabet: try desk.school.store.alphabet(), sheets: [year: sheets])
    let all = figures.tally(of: pupil, from: year.firstDay, through: Session(year.lastDay, .pm))
    whole = all.possible > 0 ? all : nil
    let (_, month, day) = desk.date.parts
    // A year before 29 February is the last of that month.
    let sameDay =
      SchoolDate(year: desk.date.year - 1, month: month, day: day) ?? desk.date.adding(days: -366)
    let part = figures.tally(of: pupil, from: year.firstDay, through: Session(sameDay, .pm))
    upToDay =
      part.possible > 0
      ? ParentPage.Year(part, from: year.firstDay, through: sameDay) : nil
  }
}
