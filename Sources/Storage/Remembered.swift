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
  /// The day before which everything was removed past retention, where anything was.
  var cut = Dated<SchoolDate?>()
  var sheets: RememberedSheets?
  var standings = RememberedStandings()
  var books = RememberedBooks()
  /// The bytes of codes, which are only ever added to.
  var alphabet = SheetAlphabet()
  private var contacts: (change: Int64, known: [Pupil.ID: [Contact]]) = (0, [:])
  private var rolls: (change: Int64, known: [String: Roll]) = (0, [:])
  private var covers: (change: Int64, known: [SchoolDate: [Cover]]) = (0, [:])
  private var taken: [SchoolDate: (submission: Int64, known: [RegisterKey: Submission])] = [:]

  /// The roll of those who were ever in a group, read again only where the change log has a new line.
  mutating func roll(
    of group: String, _ change: Int64, _ read: () throws -> Roll
  ) throws -> Roll {
    // A desk opens one register, and asks for its pupils again and again.
    if rolls.change != change || rolls.known.count >= 2 { rolls = (change, [:]) }
    if let known = rolls.known[group] { return known }
    let read = try read()
    rolls.known[group] = read
    return read
  }

  /// The covers declared for a date, read again only where the change log has a new line.
  mutating func covers(
    on date: SchoolDate, _ change: Int64, _ read: () throws -> [Cover]
  ) throws -> [Cover] {
    if covers.change != change { covers = (change, [:]) }
    if let known = covers.known[date] { return known }
    let read = try read()
    covers.known[date] = read
    return read
  }

  /// The registers taken on a date; only those after the last submission known are read.
  mutating func taken(
    on date: SchoolDate, _ last: Int64, _ read: (_ after: Int64) throws -> [Submission]
  ) throws -> [RegisterKey: Submission] {
    var (submission, known) = taken.removeValue(forKey: date) ?? (0, [:])
    if submission > last { (submission, known) = (0, [:]) }
    if submission < last { known = Submission.taken(after: try read(submission), before: known) }
    // A desk looks at today and its neighbours.
    if taken.count >= 4 { taken = [:] }
    taken[date] = (last, known)
    return known
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

/// What stood for pupils at a few sessions, as of the last entry known.
struct RememberedStandings {
  var entry: Int64 = 0
  var change: Int64 = 0
  var known: [Session: [Pupil.ID: RegisterRow.Standing?]] = [:]
}

extension SQLiteStore {
  /// What stands for the pupil at the session; read again only where there is a new entry.
  func rememberedStanding(
    _ db: Database, of pupils: [Pupil.ID], at session: Session
  ) throws -> [Pupil.ID: RegisterRow.Standing] {
    var memory = remembered.standings
    remembered.standings = RememberedStandings()
    let ends = try ends(db)
    let (entry, change) = (ends.entry, ends.change)
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
}
