import ArgumentParser
import Attendance
import Exchange
import Glibc
import Policies
import Storage

/// The desk at which the register is put on paper and handed over; everything that leaves is recorded.
struct PaperDesk {
  let school: OpenSchool
  let roll: Roll
  let calendar: SchoolCalendar
  let alphabet: SheetAlphabet
  /// The last session that has begun.
  let last: Session

  /// The desk for whoever acts; refuses who has not the right.
  init(_ school: OpenSchool, to right: Right) throws {
    try school.require(right)
    self.school = school
    roll = try school.store.roll()
    calendar = try school.store.calendar()
    alphabet = try school.store.alphabet()
    last = school.lastSessionBegun
  }

  var codes: CodeBook { school.policies.codes }

  /// The days asked for; without them, from the day given through today.
  ///
  /// Refuses days that are turned round, or for which no calendar is known.
  func days(
    from first: SchoolDate?, to end: SchoolDate?, else start: SchoolDate
  ) throws -> ClosedRange<SchoolDate> {
    let end = end ?? last.date
    let days = try ClosedRange(asked: first ?? min(start, end), to: end)
    try school.refuseRemoved(days.lowerBound)
    guard
      calendar.years.contains(where: {
        $0.year.lastDay >= days.lowerBound && $0.year.firstDay <= days.upperBound
      })
    else {
      throw Refused(
        "rollcall: no calendar covers \(days.lowerBound) to \(days.upperBound); import it with "
          + "'rollcall import calendar'")
    }
    return days
  }

  /// The first day of the term that holds the last session, or of its school year.
  var termBegins: SchoolDate {
    calendar.term(of: last.date)?.term.starts ?? SchoolYear(of: last.date).firstDay
  }

  /// The year sheets of these days: of these pupils, or of everybody.
  func sheets(
    of days: ClosedRange<SchoolDate>, pupils: [Pupil.ID]? = nil
  ) throws -> [SchoolYear: [Pupil.ID: YearSheet]] {
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    for year in calendar.years.map(\.year)
    where year.lastDay >= days.lowerBound && year.firstDay <= days.upperBound {
      sheets[year] = try school.store.sheets(of: year, pupils: pupils)
    }
    return sheets
  }

  /// The figures of these days: the ones that `tally` gives.
  func figures(of days: ClosedRange<SchoolDate>, pupils: [Pupil.ID]? = nil) throws -> Figures {
    Figures(
      roll: roll, calendar: calendar, codes: codes, alphabet: alphabet,
      sheets: try sheets(of: days, pupils: pupils), schoolName: school.identity.name)
  }

  /// Where official prints of these days have their lines from.
  func source(
    of days: ClosedRange<SchoolDate>, pupils: [Pupil.ID]
  ) throws -> OfficialRegister.Source {
    OfficialRegister.Source(
      roll: roll, calendar: calendar, codes: codes, alphabet: alphabet,
      sheets: try sheets(of: days, pupils: pupils))
  }

  /// What stands at the head and foot of a print.
  func making(of group: String, _ days: ClosedRange<SchoolDate>) throws -> OfficialRegister.Making {
    OfficialRegister.Making(
      school: school.identity.name, group: group, days: days, at: school.clock.now,
      by: school.actor.person, seal: try school.store.headSeal())
  }

  /// Hands a text over, into a file or to standard output, having recorded what it is about.
  ///
  /// It is recorded first: what could not be recorded is not handed over. Where a later giving goes on
  /// from this one, `whole` is recorded too, and only once every byte is out of our hands: what was
  /// never written is told again.
  func give(
    _ text: String, _ deed: Deed, _ what: String, to paper: PaperOptions, whole: String? = nil
  ) throws {
    if let file = paper.file { try Self.refuseTaken(file) }
    try record(deed, what)
    if let file = paper.file {
      try FileBytes.write(Array(text.utf8), to: file, mode: 0o600)
    } else {
      try Output.hand(text)
    }
    if let whole { try record(deed, whole) }
    if let file = paper.file {
      try Output.print("\(deed.rawValue) \(whole ?? what): \(file)\n")
    }
  }

  /// Hands rows over; into a file as CSV unless another format is asked for.
  func give(
    _ table: RowTable, _ deed: Deed, _ what: String, to paper: PaperOptions, whole: String? = nil
  ) throws {
    let format = paper.format ?? (paper.file == nil && isatty(STDOUT_FILENO) == 1 ? .table : .csv)
    try give(table.written(as: format), deed, what, to: paper, whole: whole)
  }

  private func record(_ deed: Deed, _ what: String) throws {
    try school.store.record(
      "\(deed.rawValue) \(what)", by: school.actor.person, at: school.clock.now)
  }

  /// What is done with what leaves the register, as the change log says it.
  enum Deed: String, CaseIterable {
    case printed
    case exported
  }

  private static func refuseTaken(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    throw Refused("rollcall: \(path) is there already; name another file, or take it away first")
  }
}

/// Where what is handed over goes.
struct PaperOptions: ParsableArguments {
  @Option(help: "Into this new file, which only you can read; without it, standard output.")
  var file: String?
  @Option(help: "table, csv or json, where it prints rows.")
  var format: RowTable.Format?
  @OptionGroup var options: SchoolOptions
}
