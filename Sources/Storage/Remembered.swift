import Attendance
import GRDB

/// What a desk has read once and need not read again: the roll, the staff, the calendar, the sheets.
///
/// Each is kept with the number of the last line that could have changed it. Every change to the
/// roll, the staff and the calendar ends in a line of the change log, and every mark is an entry, so
/// that asking for that number is asking whether anything is new.
struct Remembered {
  var roll = Dated<Roll>()
  var staff = Dated<[Staff]>()
  var calendar = Dated<SchoolCalendar>()
  var sheets: RememberedSheets?
  var standings = RememberedStandings()
  private var contacts: (change: Int64, known: [Pupil.ID: [Contact]]) = (0, [:])
  private var books: [DayBookQuery: (line: Int64, change: Int64, book: DayBook)] = [:]

  /// What the day book says to a question, read again only where a new line may add to it, or where
  /// words were taken out of it, which the change log says.
  mutating func book(
    _ which: DayBookQuery, _ line: Int64, _ change: Int64,
    newSince: (Int64) throws -> [KeptLine], _ read: () throws -> DayBook
  ) throws -> DayBook {
    if let known = books[which], known.change == change, known.line <= line {
      if known.line == line { return known.book }
      if try !newSince(known.line).contains(where: { which.may(hear: $0, beside: known.book) }) {
        books[which] = (line, change, known.book)
        return known.book
      }
    }
    let book = try read()
    // One look at the morning asks a handful of questions.
    if books.count >= 12 { books = [:] }
    // A pupil's own lines are asked for once.
    if case .about = which { return book }
    books[which] = (line, change, book)
    return book
  }

  /// The contacts of a pupil, read again only where the change log has a new line.
  mutating func contacts(
    of pupil: Pupil.ID, _ change: Int64, _ read: () throws -> [Contact]
  ) throws -> [Contact] {
    if contacts.change != change { contacts = (change, [:]) }
    if let known = contacts.known[pupil] { return known }
    let read = try read()
    contacts.known[pupil] = read
    return read
  }

  /// A value as of the last line known.
  struct Dated<Value> {
    private var known: (line: Int64, value: Value)?

    /// The value, read again only where the last line is another one.
    mutating func value(as line: Int64, _ read: () throws -> Value) throws -> Value {
      if let known, known.line == line { return known.value }
      let value = try read()
      known = (line, value)
      return value
    }
  }
}

/// The sheets of one year, as of the last entry known.
struct RememberedSheets {
  let year: SchoolYear
  var entry: Int64
  var sheets: [Pupil.ID: YearSheet]
}

/// What stood for pupils at a few sessions, as of the last entry known.
struct RememberedStandings {
  var entry: Int64 = 0
  var change: Int64 = 0
  var known: [Session: [Pupil.ID: RegisterRow.Standing?]] = [:]
}

extension SQLiteStore {
  /// The number of the last entry, or 0.
  static func lastEntry(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM entry")) ?? 0
  }

  /// The number of the last line of the day book, or 0.
  static func lastLine(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM line")) ?? 0
  }

  /// The pupils with entries after that one.
  private static func marked(_ db: Database, since entry: Int64) throws -> [Pupil.ID] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT pupil FROM entry WHERE id > ?"), arguments: [entry]
    ).map(Pupil.ID.init)
  }

  /// What stands for the pupil at the session; read again only where there is a new entry.
  func rememberedStanding(
    _ db: Database, of pupils: [Pupil.ID], at session: Session
  ) throws -> [Pupil.ID: RegisterRow.Standing] {
    var memory = remembered.standings
    remembered.standings = RememberedStandings()
    let (entry, change) = (try Self.lastEntry(db), try Self.lastChange(db))
    if memory.change != change || memory.entry > entry || memory.known.count > 4 {
      memory.known = [:]
    } else if memory.entry < entry, !memory.known.isEmpty {
      for pupil in try Self.marked(db, since: memory.entry) {
        for place in memory.known.keys { memory.known[place]?.removeValue(forKey: pupil) }
      }
    }
    (memory.entry, memory.change) = (entry, change)
    var places = memory.known.removeValue(forKey: session) ?? [:]
    var standing: [Pupil.ID: RegisterRow.Standing] = [:]
    for pupil in pupils {
      if let known = places[pupil] {
        standing[pupil] = known
      } else {
        let read = try Self.standing(db, of: pupil, at: session, asAt: nil)
        places.updateValue(read, forKey: pupil)
        standing[pupil] = read
      }
    }
    memory.known[session] = places
    remembered.standings = memory
    return standing
  }

  /// The number of the last line of the change log, or 0.
  static func lastChange(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM change")) ?? 0
  }

  /// The sheets of everybody; those known are read again only where their pupils have new entries.
  func everySheet(_ db: Database, of year: SchoolYear) throws -> [Pupil.ID: YearSheet] {
    let last = try Self.lastEntry(db)
    guard var known = remembered.sheets, known.year == year, known.entry <= last else {
      let sheets = try Self.sheets(db, of: year, pupils: nil)
      remembered.sheets = RememberedSheets(year: year, entry: last, sheets: sheets)
      return sheets
    }
    guard known.entry < last else { return known.sheets }
    let marked = try Self.marked(db, since: known.entry)
    // Given up while it is changed, so that it is changed in place.
    remembered.sheets = nil
    known.sheets.merge(
      try Self.sheets(db, of: year, pupils: marked)
    ) { $1 }
    known.entry = last
    remembered.sheets = known
    return known.sheets
  }
}
