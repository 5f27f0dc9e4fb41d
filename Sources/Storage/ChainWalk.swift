import Attendance
import Foundation
import GRDB

/// A walk along the seals, submission by submission, that rebuilds the sheets on its way.
struct ChainWalk {
  /// The seal of the last submission walked, as the file holds it.
  private(set) var previous = Seal.none
  private(set) var submissions = 0
  private(set) var entries = 0
  private(set) var faults: [String] = []

  private var lastSubmission: Int64 = 0
  private var lastEntry: Int64 = 0
  private let lookedFor: String?
  private var isFound: Bool
  private var sheets = RebuiltSheets()

  init(lookedFor: String?) {
    self.lookedFor = lookedFor
    isFound = lookedFor == nil || lookedFor == Seal.none.hex
  }

  /// Walks some more submissions; false once there are none.
  mutating func next(_ db: Database, atMost limit: Int) throws -> Bool {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(SQLiteStore.submissionColumns), s.first_entry, s.entries, s.seal
        FROM submission s WHERE id > ? ORDER BY id LIMIT 500
        """, arguments: [lastSubmission])
    var walked = 0
    for row in rows {
      try walk(db, row)
      walked += row[13] as Int
      if walked >= limit { break }
    }
    return !rows.isEmpty
  }

  private mutating func walk(_ db: Database, _ row: Row) throws {
    let submission = try SQLiteStore.submission(row, from: 0)
    let place = Self.place(submission)
    let first: Int64 = row[12]
    let count: Int = row[13]
    if submission.id.number != lastSubmission + 1 {
      let missing =
        lastSubmission + 1 == submission.id.number - 1
        ? "submission \(lastSubmission + 1) is missing"
        : "submissions \(lastSubmission + 1) to \(submission.id.number - 1) are missing"
      faults.append(missing)
    }
    if first != lastEntry + 1 {
      faults.append("\(place): its entries do not follow those before it")
    }
    var sealer = Sealer(after: previous, submission, firstEntry: first, entries: count)
    let kept = try Self.entries(db, from: first, through: first + Int64(count) - 1)
    if kept.count != count {
      let present = Set(kept.map(\.id))
      let missing = (first..<first + Int64(count)).filter { !present.contains($0) }
      faults.append(
        "\(place): entry \(missing.prefix(3).map(String.init).joined(separator: ", ")) is missing")
    }
    for entry in kept {
      if entry.submission != submission.id.number {
        faults.append("\(place): entry \(entry.id) says it belongs to another submission")
      }
      sealer.add(entry)
      sheets.add(entry)
    }
    try checkNotes(db, kept, place)
    let held = Seal(bytes: Array(row[14] as Data))
    if sealer.seal() != held, kept.count == count {
      faults.append("\(place): its seal does not fit: the act, its author or an entry was changed")
    }
    // The chain goes on from the seal the file holds, so that each bad submission is named once.
    previous = held
    if held.hex == lookedFor { isFound = true }
    lastSubmission = submission.id.number
    lastEntry = max(lastEntry, first + Int64(count) - 1)
    submissions += 1
    entries += kept.count
  }

  /// Names the entries after the last seal, and a seal kept outside that is nowhere in the chain.
  mutating func finish(_ db: Database) throws {
    let loose = try Int64.fetchAll(
      db, sql: "SELECT id FROM entry WHERE id > ? OR id < 1 ORDER BY id LIMIT 20",
      arguments: [lastEntry])
    faults += loose.map { "entry \($0) belongs to no sealed submission" }
    if !isFound {
      faults.append(
        "the seal given is of no submission here: the newest ones were cut off, or the chain was "
          + "written anew")
    }
    sheets.alphabet = try SQLiteStore.alphabet(db)
  }

  /// Compares every sheet with its entries, and says how many there were.
  mutating func compareSheets(_ db: Database) throws -> Int {
    let (count, differences) = try sheets.compare(db)
    faults += differences
    return count
  }

  /// What the marks say that stand off roll or on closed days after dates were changed.
  func marksOffRoll(_ roll: Roll, _ calendar: SchoolCalendar) -> [String] {
    sheets.marksOffRoll(roll, calendar)
  }

  private mutating func checkNotes(
    _ db: Database, _ kept: [KeptEntry], _ place: String
  ) throws {
    let statement = try db.cachedStatement(sql: "SELECT salt, text FROM note WHERE entry = ?")
    for entry in kept {
      guard let hash = entry.noteHash else { continue }
      guard let row = try Row.fetchOne(statement, arguments: [entry.id]) else {
        faults.append("\(place): the note of entry \(entry.id) is missing")
        continue
      }
      guard let salt = row[0] as Data?, let text = row[1] as String? else { continue }
      if Seal.hash(note: text, salt: Array(salt)) != hash {
        faults.append("\(place): the note of entry \(entry.id) was changed")
      }
    }
  }

  static func place(_ submission: Submission) -> String {
    let what = submission.register.map { "\($0.group) on \($0.session)" } ?? submission.detail
    return "submission \(submission.id.number) (\(submission.kind.rawValue) "
      + "\(what.isEmpty ? "" : what + " ")by \(submission.typist.name), \(submission.at))"
  }

  private static func entries(
    _ db: Database, from first: Int64, through last: Int64
  ) throws -> [KeptEntry] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, submission, pupil, date, half, code, minutes, how, basis, replaces, beside,
          reason, note
        FROM entry WHERE id BETWEEN ? AND ? ORDER BY id
        """)
    let rows = try Row.fetchCursor(statement, arguments: [first, last])
    var entries: [KeptEntry] = []
    while let row = try rows.next() {
      entries.append(
        KeptEntry(
          id: row[0], submission: row[1], pupil: row[2], date: row[3], half: row[4],
          code: row[5], minutes: row[6], how: row[7], basis: row[8], replaces: row[9],
          beside: row[10], reason: row[11], noteHash: (row[12] as Data?).map { Array($0) }))
    }
    return entries
  }
}
