import Attendance
import Policies
import Screens
import Storage

/// A pupil's year, put together from sheet, roll and calendar.
struct PupilYears {
  private let school: OpenSchool
  private let calendar: SchoolCalendar

  init(_ school: OpenSchool, _ calendar: SchoolCalendar) {
    self.school = school
    self.calendar = calendar
  }

  /// The year asked for, or the one that runs, for the person who asks.
  func year(of id: Pupil.ID, _ asked: SchoolYear?, for person: Actor) throws -> PupilYear {
    let roll = try school.store.roll()
    let last = school.lastSessionBegun
    let years = calendar.years.map(\.year)
    let year = asked ?? SchoolYear(of: last.date)
    guard let pupil = roll.pupils[id],
      let particulars = roll.particulars(of: id, on: min(last.date, year.lastDay))
    else { throw StoreFault.unknownPupil }
    let sheet = try school.store.sheets(of: year, pupils: [id])[id] ?? YearSheet(year: year)
    let alphabet = try school.store.alphabet()
    let figures = Figures(
      roll: roll, calendar: calendar, codes: school.policies.codes, alphabet: alphabet,
      sheets: [year: [id: sheet]])
    let meets = calendar.years.first { $0.year == year }?
      .meetings(campus: particulars.campus, yearGroup: particulars.yearGroup)
    // Whoever has the pupil in their group or year today may read the years before it too.
    let today = roll.particulars(of: id, on: last.date) ?? particulars
    let ofYear: Set<Reach> =
      person.ownYears(among: roll.members(on: last.date)).contains(today.yearGroup)
      ? [.ownYears] : []
    return PupilYear(
      pupil: pupil, group: particulars.group, year: year,
      codes: sheet.cells.map(alphabet.code(of:)),
      meets: meets ?? sheet.cells.map { _ in false },
      tally: figures.tally(
        of: id, from: year.firstDay, through: min(last, Session(year.lastDay, .pm))),
      hasEarlier: years.contains { $0 < year },
      hasLater: years.contains { $0 > year && $0 <= SchoolYear(of: last.date) },
      relations: person.relations(
        to: today.group, takenBy: try school.store.group(today.group).taker
      ).union(ofYear))
  }
}
