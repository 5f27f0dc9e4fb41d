import Attendance
import Policies
import Storage

/// Where figures are made: from the marks, for whoever asks, in the form they may see.
///
/// Every figure comes from `Figures`, as those of `tally` do; nothing is counted here a second time.
struct FigureDesk {
  let school: OpenSchool
  let calendar: SchoolCalendar
  let roll: Roll
  let today: SchoolDate
  /// The last session that has begun.
  let last: Session
  /// The pupils whose figures the person may see, or nil for the whole school.
  let reach: Set<Pupil.ID>?
  /// Whether small groups are hidden, as from whoever may see figures and no pupil.
  let isForGovernors: Bool
  let benchmarks: Benchmarks
  private let codes: CodeBook
  private let alphabet: SheetAlphabet

  /// The desk of whoever acts, or of somebody who has signed in; refuses who may see no figures.
  init(_ school: OpenSchool, for person: Actor? = nil, forGovernors: Bool = false) throws {
    self.school = school
    calendar = try school.store.calendar()
    roll = try school.store.roll()
    today = school.clock.now.date
    last = school.lastSessionBegun
    codes = school.policies.codes
    alphabet = try school.store.alphabet()
    let reach = PupilReach(.viewFigures, in: school, for: person)
    if reach.permissions.may(.viewFigures) {
      self.reach = nil
    } else {
      let members = roll.members(on: today).filter(\.enrolment.isCounted)
      self.reach = Set(try reach.reached(of: members, among: members).map(\.pupil.id))
    }
    isForGovernors = forGovernors || !reach.permissions.mayEver(.viewPupil)
    benchmarks = Benchmarks(school.policy, try NationalFile(in: school.folder).figures())
  }

  /// The first day of the school year that now runs.
  var yearBegins: SchoolDate { SchoolYear(of: last.date).firstDay }

  /// The last session up to that date that has begun.
  func last(upTo date: SchoolDate?) -> Session {
    date.map { min(Session($0, .pm), last) } ?? last
  }

  /// The figures of the marks from one date through the other.
  func figures(from first: SchoolDate, through last: SchoolDate) throws -> Figures {
    try school.refuseRemoved(first)
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    for year in calendar.years.map(\.year) where year.lastDay >= first && year.firstDay <= last {
      sheets[year] = try school.store.sheets(of: year, pupils: reach.map(Array.init))
    }
    return Figures(
      roll: roll, calendar: calendar, codes: codes, alphabet: alphabet, sheets: sheets,
      schoolName: school.identity.name)
  }

  /// The rows by these keys, in the order in which people look for them and in the form that the
  /// person may see.
  func rows(
    by keys: [FigureKey], from first: SchoolDate, through last: Session
  ) throws -> [ShownRow] {
    try refuse(keys)
    let rows = try figures(from: first, through: last.date).rows(
      by: keys, from: first, through: last, of: reach)
    let sorted = FigureOrder(keys, calendar).sorted(rows)
    guard isForGovernors else { return sorted.map(ShownRow.figures) }
    try refuseParts(of: first, last.date)
    let hidden = try groupsHidden(by: keys, from: first, through: last)
    return SmallGroups.shown(sorted) { row in
      hidden.contains(zip(keys, row.keys).filter { !$0.0.isTime }.map(\.1))
    }
  }

  /// Refuses keys whose rows would tell of single pupils, and a key that is given twice.
  func refuse(_ keys: [FigureKey]) throws {
    for key in keys where keys.count(where: { $0 == key }) > 1 {
      throw Refused("rollcall: the figures are by '\(key.rawValue)' twice; name another key")
    }
    guard isForGovernors else { return }
    switch keys.first(where: { $0 == .pupil || $0 == .code }) {
    case .pupil:
      throw Refused(
        "rollcall: the governors' form shows groups and no pupil; name another key than 'pupil'")
    case .code:
      throw Refused(
        "rollcall: the governors' form shows no codes, since one can tell of a single pupil; name "
          + "another key than 'code'")
    default: return
    }
  }
}
