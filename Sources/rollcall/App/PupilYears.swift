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
    let relations = person.relations(
      to: today.group, takenBy: try school.store.group(today.group).taker
    ).union(ofYear).union(try school.ownCases(of: person).contains(id) ? [.ownCases] : [])
    return PupilYear(
      pupil: pupil, group: particulars.group, year: year,
      codes: sheet.cells.map(alphabet.code(of:)),
      meets: meets ?? sheet.cells.map { _ in false },
      tally: figures.tally(
        of: id, from: year.firstDay, through: min(last, Session(year.lastDay, .pm))),
      hasEarlier: years.contains { $0 < year },
      hasLater: years.contains { $0 > year && $0 <= SchoolYear(of: last.date) },
      remarks: try remarks(id, year, roll, relations, for: person), relations: relations,
      reasons: try reasons(id, year, relations, for: person))
  }

  /// What was said of the pupil's absences of the year, for those who may read the history of marks.
  private func reasons(
    _ id: Pupil.ID, _ year: SchoolYear, _ relations: Set<Reach>, for person: Actor
  ) throws -> [PupilYear.Reason] {
    guard person.permissions(under: school.policy).may(.viewHistory, relations: relations) else {
      return []
    }
    let book = try school.store.dayBook(.about(id))
    return book.absences.compactMap { line, absence in
      guard line.pupil == id, year.contains(absence.from.date) else { return nil }
      // The words are those of the message, where one said it.
      let words = line.words.isEmpty ? line.about.flatMap(book.line)?.words ?? "" : line.words
      return words.isEmpty
        ? nil : PupilYear.Reason(from: absence.from, through: absence.through, words: words)
    }
  }

  /// What those who may see the pupil's flags are told beside the marks.
  private func remarks(
    _ id: Pupil.ID, _ year: SchoolYear, _ roll: Roll, _ relations: Set<Reach>, for person: Actor
  ) throws -> [String] {
    let permissions = person.permissions(under: school.policy)
    guard permissions.may(.viewFlags, relations: relations),
      let member = roll.member(id, on: school.clock.now.date)
    else { return [] }
    let earlier = SchoolYear(startYear: year.startYear - 1)
    let sheets = try school.store.sheets(of: earlier, pupils: [id])
    let before = Figures(
      roll: roll, calendar: calendar, codes: school.policies.codes,
      alphabet: try school.store.alphabet(), sheets: [earlier: sheets]
    ).tally(of: id, from: earlier.firstDay, through: Session(earlier.lastDay, .pm))
    return try PupilRemarks(
      school, roll, member, seesNotes: permissions.may(.viewNotes, relations: relations)
    ).lines(before: before)
  }
}
