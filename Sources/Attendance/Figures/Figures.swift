/// Every figure of the school, from year sheets, the roll and the calendar.
///
/// A session counts where the pupil was on roll in an enrolment that counts and the school met for
/// them; its group, year and characteristics are those of its own date.
public struct Figures: Sendable {
  let roll: Roll
  let calendar: SchoolCalendar
  let alphabet: SheetAlphabet
  let classes: CodeClasses
  let schoolName: String
  private let sheets: [SchoolYear: [Pupil.ID: YearSheet]]

  /// Figures from these sheets.
  public init(
    roll: Roll, calendar: SchoolCalendar, codes: CodeBook, alphabet: SheetAlphabet,
    sheets: [SchoolYear: [Pupil.ID: YearSheet]], schoolName: String = ""
  ) {
    self.roll = roll
    self.calendar = calendar
    self.alphabet = alphabet
    self.sheets = sheets
    self.schoolName = schoolName
    classes = CodeClasses(codes, alphabet)
  }

  /// The rows by that key, sorted by it as bytes, of the sessions from the date on up to the last
  /// one that has begun.
  public func rows(
    by key: FigureKey, from first: SchoolDate, through last: Session
  ) -> [FigureRow] {
    rows(by: [key], from: first, through: last)
  }

  /// How often each code was marked, sorted by code as bytes.
  public func codes(from first: SchoolDate, through last: Session) -> [CodeCount] {
    var counts = [Int](repeating: 0, count: 256)
    var total = Tally()
    forEachPupil(from: first, through: last) { _, enrolments in
      for stretch in enrolments.joined() {
        total += count(stretch)
        stretch.forEachCell { cell in
          if let byte = stretch.sheet?.cells[cell] { counts[Int(byte)] += 1 }
        }
      }
    }
    return counts.indices.dropFirst().filter { counts[$0] > 0 }
      .map {
        CodeCount(
          code: alphabet.code(of: UInt8($0)), sessions: counts[$0], possible: total.possible)
      }
      .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }

  /// The counts of one pupil's sessions, over all their enrolments that count.
  public func tally(
    of pupil: Pupil.ID, from first: SchoolDate, through last: Session
  ) -> Tally {
    var calendars = MeetingTable(calendar)
    return stretches(of: pupil, from: first, through: last, &calendars)
      .reduce(into: Tally()) { total, enrolment in
        for stretch in enrolment { total += count(stretch) }
      }
  }

  /// The code that stands for the pupil at the session, empty where there is none.
  func code(of pupil: Pupil.ID, at session: Session) -> String {
    alphabet.code(of: sheets[SchoolYear(of: session.date)]?[pupil]?[session] ?? 0)
  }

  /// Calls the body with each pupil's counted enrolments, as stretches of sessions: of everybody, or
  /// of these pupils.
  func forEachPupil(
    from first: SchoolDate, through last: Session, of pupils: Set<Pupil.ID>? = nil,
    _ body: (Pupil.ID, [[Stretch]]) -> Void
  ) {
    var meetings = MeetingTable(calendar)
    for pupil in roll.pupils.keys where pupils?.contains(pupil) ?? true {
      body(pupil, stretches(of: pupil, from: first, through: last, &meetings))
    }
  }

  /// For each counted enrolment, the stretches of sessions over which everything stays the same.
  func stretches(
    of pupil: Pupil.ID, from first: SchoolDate, through last: Session,
    _ meetings: inout MeetingTable
  ) -> [[Stretch]] {
    let dated = roll.particulars[pupil] ?? []
    return (roll.enrolments[pupil] ?? []).filter(\.isCounted).map { enrolment in
      var stretches: [Stretch] = []
      for year in calendar.years.map(\.year) {
        let begins = max(enrolment.starts, first, year.firstDay)
        let ends = min(enrolment.ends ?? year.lastDay, last.date, year.lastDay)
        for (index, particulars) in dated.enumerated() {
          let from = index == 0 ? begins : max(begins, particulars.from)
          let through =
            index + 1 < dated.count ? min(ends, dated[index + 1].from.adding(days: -1)) : ends
          guard from <= through else { continue }
          let stretch = Stretch(
            pupil: pupil, year: year, particulars: particulars,
            cells: Stretch.cells(of: year, from: from, through: through, last: last),
            meets: meetings.cells(year, particulars), sheet: sheets[year]?[pupil])
          // A form left in the holidays has no row in the new year.
          if stretch.holdsSessions { stretches.append(stretch) }
        }
      }
      return stretches
    }
  }

  /// What the pupil is by that key over the stretch.
  func name(of stretch: Stretch, by key: FigureKey) -> String {
    switch key {
    case .pupil: roll.pupils[stretch.pupil]?.upn.text ?? ""
    case .group: stretch.particulars.group
    case .year: stretch.particulars.yearGroup.description
    case .campus: stretch.particulars.campus
    case .sex: roll.pupils[stretch.pupil]?.sex ?? ""
    case .school: schoolName
    case .fsm, .pupilPremium, .sen, .eal, .ethnicity, .lookedAfter, .socialWorker, .youngCarer:
      key.characteristic.flatMap { stretch.particulars.characteristics[$0] } ?? ""
    case .code, .weekday, .session, .week, .halfTerm, .term, .schoolYear: ""
    }
  }
}
