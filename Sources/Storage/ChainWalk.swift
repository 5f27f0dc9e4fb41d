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
  private var sheets: RebuiltSheets
  private var lines = LineWalk()
  private var window = EntryWindow()
  /// The heads of earlier backups, which the walk is to meet.
  private(set) var backups: BackupWalk
  /// The acts that were emptied past retention, which the walk is to meet without their entries.
  private var emptied: EmptiedActs
  private(set) var notices: [String] = []

  init(
    lookedFor: String?, backups: BackupWalk = BackupWalk(), emptied: EmptiedActs = EmptiedActs()
  ) {
    self.lookedFor = lookedFor
    isFound = lookedFor == nil
    self.backups = backups
    self.emptied = emptied
    sheets = RebuiltSheets(from: emptied.cut)
  }

  /// Walks some more submissions; false once there are none.
  mutating func next(_ db: Database, atMost limit: Int) throws -> Bool {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(SQLiteStore.submissionColumns), s.first_entry, s.entries, s.seal,
          s.first_line, s.lines
        FROM submission s WHERE id > ? ORDER BY id LIMIT 500
        """, arguments: [lastSubmission])
    let before = lastSubmission
    var walked = 0
    while walked < limit, let row = try rows.next() { walked += try walk(db, row) }
    return lastSubmission != before
  }

  /// Walks one submission, and says how many entries it has.
  private mutating func walk(_ db: Database, _ row: Row) throws -> Int {
    let submission = try SQLiteStore.submission(row, from: 0)
    // Written out for a hundred thousand sound ones, it would cost more than to look at them.
    func place() -> String { Self.place(submission) }
    let first: Int64 = try row.value(12)
    let count: Int32 = try row.value(13)
    let number = submission.id.number
    // Numbers no register reaches would overflow the sums below.
    guard (1..<1 << 48).contains(number), (1..<1 << 48).contains(first), count >= 0 else {
      throw StoreFault.damaged("\(place()): its numbers are impossible")
    }
    if number != lastSubmission + 1 {
      faults.append(
        lastSubmission + 2 == number
          ? "submission \(lastSubmission + 1) is missing"
          : "submissions \(lastSubmission + 1) to \(number - 1) are missing")
    }
    if first != lastEntry + 1 {
      faults.append("\(place()): its entries do not follow those before it")
    }
    let range = first..<first + Int64(count)
    let isEmptied = emptied.holds(number)
    let said = try lines.next(db, row, number, isEmptied: isEmptied, place())
    var sealer = Sealer(
      after: previous, submission, firstEntry: first, entries: Int(count), firstLine: said.first,
      lines: said.count)
    let (kept, notes) = try window.read(db, range)
    if isEmptied {
      // What is left of it is under the digest of the record; its own seal cannot be made again.
      faults += kept.prefix(3).map {
        "\(place()): entry \($0.id) stands in it, though it was emptied past retention"
      }
    } else if kept.count != Int(count) {
      let present = Set(kept.map(\.id))
      let missing = range.lazy.filter { !present.contains($0) }.prefix(3).map { "\($0)" }
      faults.append("\(place()): entry \(missing.joined(separator: ", ")) is missing")
    }
    for entry in kept {
      if entry.submission != number {
        faults.append("\(place()): entry \(entry.id) says it belongs to another submission")
      }
      sealer.add(entry)
      sheets.add(entry)
    }
    for line in said.lines { sealer.add(line) }
    faults += said.faults
    try checkNotes(db, kept, notes, place())
    let held = Seal(bytes: Array(try row.value(14) as Data))
    let own = sealer.seal()
    if isEmptied {
      emptied.meet(submission, own, held, entries: Int(count), lines: said.count)
    } else if own != held, kept.count == Int(count), said.lines.count == said.count {
      faults.append(
        "\(place()): its seal does not fit: the act, its author or an entry was changed")
    }
    // The chain goes on from the seal the file holds, so that each bad submission is named once.
    previous = held
    if lookedFor != nil, held.hex == lookedFor { isFound = true }
    backups.meet(number, held)
    lastSubmission = number
    lastEntry = max(lastEntry, range.upperBound - 1)
    submissions += 1
    entries += kept.count
    return kept.count
  }

  /// Names what stands outside the chain, and a seal kept outside that is nowhere in it.
  mutating func finish(_ db: Database) throws {
    let outside = try Int64.fetchAll(
      db, sql: "SELECT id FROM submission WHERE id < 1 ORDER BY id LIMIT 20")
    faults += outside.map { "submission \($0) stands outside the chain" }
    let loose = try Int64.fetchAll(
      db, sql: "SELECT id FROM entry WHERE id > ? OR id < 1 ORDER BY id LIMIT 20",
      arguments: [lastEntry])
    faults += loose.map { "entry \($0) belongs to no sealed submission" }
    faults += try lines.loose(db)
    let ofRemovals = emptied.findings()
    faults += ofRemovals.faults
    notices += ofRemovals.notices
    // A register without a submission has no other seal to keep.
    if !isFound, submissions > 0 || lookedFor != Seal.none.hex {
      faults.append(Self.unknownSeal)
    }
    sheets.alphabet = try SQLiteStore.alphabet(db)
  }

  /// Compares every sheet with its entries, and says how many there were.
  mutating func compareSheets(_ db: Database, _ roll: Roll) throws -> Int {
    let (count, differences) = try sheets.compare(db, roll)
    faults += differences
    return count
  }

  /// What the marks say that stand off roll or on closed days after dates were changed.
  func marksOffRoll(_ roll: Roll, _ calendar: SchoolCalendar) -> [String] {
    sheets.marksOffRoll(roll, calendar)
  }

  private mutating func checkNotes(
    _ db: Database, _ kept: ArraySlice<KeptEntry>, _ found: [Int64: EntryWindow.Note],
    _ place: @autoclosure () -> String
  ) throws {
    var notes = found
    for entry in kept {
      guard let note = notes.removeValue(forKey: entry.id) else {
        if entry.noteHash != nil {
          faults.append("\(place()): the note of entry \(entry.id) is missing")
        }
        continue
      }
      guard let hash = entry.noteHash else {
        faults.append("\(place()): a note was added to entry \(entry.id)")
        continue
      }
      if let salt = note.salt, let text = note.text {
        if Seal.hash(note: text, salt: Array(salt)) != hash {
          faults.append("\(place()): the note of entry \(entry.id) was changed")
        }
      } else if try !Redaction.isLogged(db, entry.id) {
        faults.append("\(place()): the note of entry \(entry.id) was redacted by nobody knows whom")
      }
    }
  }

  static let unknownSeal =
    "no submission of this register has that seal: the newest ones were cut off, the chain was "
    + "written anew, or the seal is of another register"

  static func place(_ submission: Submission) -> String {
    let what = submission.register.map { "\($0.group) on \($0.session)" } ?? submission.detail
    return "submission \(submission.id.number) (\(submission.kind.rawValue) "
      + "\(what.isEmpty ? "" : what + " ")by \(submission.typist.name), \(submission.at))"
  }
}
