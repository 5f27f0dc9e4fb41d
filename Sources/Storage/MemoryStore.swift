public import Attendance

/// A school's register kept in memory, for tests and trials: gone with the program.
///
/// It keeps every promise a file keeps, and refuses what a file would refuse.
public final class MemoryStore: Store {
  var books: MemoryBooks

  /// An empty register of the school.
  public init(_ school: SchoolIdentity) {
    books = MemoryBooks(school: school)
  }

  /// Changes the books whole or not at all.
  func writing<Value>(
    _ body: (inout MemoryBooks) throws(StoreFault) -> Value
  ) throws(StoreFault) -> Value {
    var changed = books
    let value = try body(&changed)
    books = changed
    return value
  }

  /// What the school is called and how it runs.
  public func school() throws(StoreFault) -> SchoolIdentity { books.school }

  /// Keeps what the school is called and how it runs.
  public func keep(_ school: SchoolIdentity) throws(StoreFault) { books.school = school }

  /// Everybody who may sign in, or once could.
  public func staff() throws(StoreFault) -> [Staff] {
    books.staff.values.sorted { $0.login.utf8.lexicographicallyPrecedes($1.login.utf8) }
  }

  /// Keeps members of staff, new ones and changed ones by their login.
  public func keep(_ staff: [Staff], by person: Person, at: Instant) throws(StoreFault) {
    for member in staff { books.staff[member.login] = member }
  }

  /// When the school meets.
  public func calendar() throws(StoreFault) -> SchoolCalendar {
    SchoolCalendar(Array(books.years.values))
  }

  /// Keeps the calendars of these years in place of what was known of them.
  public func keep(_ years: [CalendarYear], by person: Person, at: Instant) throws(StoreFault) {
    try writing { books throws(StoreFault) in
      for year in years.map(\.inOrder) { try books.keep(year) }
    }
  }

  /// Notes in the log of changes what was done outside the roll: a declared cover.
  public func record(_ what: String, by person: Person, at: Instant) throws(StoreFault) {
    books.log.append((what, person, at))
  }

  /// Keeps a plan under a number of its own.
  public func plan(
    _ pupil: Pupil.ID, from: Session, through: Session, code: String, source: Plan.Source,
    by person: Person, at: Instant, note: String
  ) throws(StoreFault) -> Plan {
    guard from <= through else { throw .refused("a plan ends before it begins") }
    guard books.pupils[pupil] != nil else { throw .unknownPupil }
    let plan = Plan(
      id: Plan.ID(Int64(books.plans.count + 1)), pupil: pupil, from: from, through: through,
      code: code, source: source, by: person, at: at, note: note)
    books.plans.append(plan)
    return plan
  }

  /// The plans that speak of the session.
  public func plans(at session: Session) throws(StoreFault) -> [Plan] {
    books.plans.filter { $0.covers(session) }
  }

  /// The policies adopted so far, in the order of the dates from which they rule.
  public func policies() throws(StoreFault) -> [AdoptedPolicy] {
    AdoptedPolicy.inForce(
      books.chain.lazy.map(\.submission).filter { $0.kind == .adopted }.map(\.detail))
  }

  /// A number that never changes: no other process reaches this memory.
  public func dataVersion() throws(StoreFault) -> Int { 1 }

  /// Refuses: there is no file to copy.
  public func backUp(to path: String) throws(StoreFault) {
    throw .refused("a register in memory has no file to copy")
  }
}
