import Attendance
import Foundation
import GRDB

/// The year sheets as the entries make them, to be held against those in the file.
struct RebuiltSheets {
  /// The first day of which there are sheets; those of years removed past retention are gone.
  private let first: SchoolDate?
  /// The bytes that stand for codes.
  var alphabet = SheetAlphabet()

  private struct Key: Hashable, Comparable {
    let year: Int
    let pupil: Int64

    static func < (one: Key, other: Key) -> Bool {
      (one.year, one.pupil) < (other.year, other.pupil)
    }
  }

  /// Codes are numbered here as they come; the file's own bytes are known only at the end.
  private var codes = SheetAlphabet()
  private var sheets: [Key: [UInt8]] = [:]

  init(from first: SchoolDate? = nil) {
    self.first = first
  }

  /// Adds an entry that follows all those added before.
  mutating func add(_ entry: KeptEntry) {
    guard entry.beside == nil, let byte = codes.byte(adding: entry.code) else { return }
    let session = entry.session
    if let first, session.date < first { return }
    let year = SchoolYear(of: session.date)
    guard let cell = YearSheet.cell(of: session, in: year) else { return }
    sheets[
      Key(year: year.startYear, pupil: entry.pupil),
      default: [UInt8](repeating: 0, count: year.days * 2)
    ][cell] = byte
  }

  /// How many sheets the file holds, and where they disagree with their entries.
  func compare(_ db: Database, _ roll: Roll) throws -> (count: Int, faults: [String]) {
    // People know a pupil by the UPN; the number is only said of one the roll does not have.
    func name(_ pupil: Int64) -> String {
      roll.pupils[Pupil.ID(pupil)]?.upn.text ?? "pupil \(pupil), who is not on the books,"
    }
    var faults: [String] = []
    var seen: Set<Key> = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT year, pupil, cells FROM sheet ORDER BY year, pupil")
    while let row = try rows.next() {
      let key = Key(year: try row.value(0), pupil: try row.value(1))
      guard (1..<9999).contains(key.year) else {
        faults.append("a sheet of \(name(key.pupil)) is of an impossible year")
        continue
      }
      seen.insert(key)
      let year = SchoolYear(startYear: key.year)
      let cells = try row.withUnsafeData(atIndex: 2) { Array($0 ?? Data()) }
      let rebuilt = sheets[key] ?? YearSheet(year: year).cells
      guard cells.count == rebuilt.count else {
        faults.append("the \(year) sheet of \(name(key.pupil)) has a wrong length")
        continue
      }
      for cell in cells.indices
      // A byte that stands for no code is no blank either.
      where Int(cells[cell]) >= alphabet.codes.count
        || alphabet.code(of: cells[cell]) != codes.code(of: rebuilt[cell])
      {
        let session = YearSheet.session(at: cell, in: year)
        faults.append(
          "the \(year) sheet of \(name(key.pupil)) disagrees with the entries at \(session): "
            + "it says '\(alphabet.code(of: cells[cell]))', they say "
            + "'\(codes.code(of: rebuilt[cell]))'")
        break
      }
    }
    for key in sheets.keys.sorted() where !seen.contains(key) {
      faults.append(
        "the \(SchoolYear(startYear: key.year)) sheet of \(name(key.pupil)) is missing")
    }
    return (seen.count, faults)
  }

  /// Which marks stand off roll or on closed days: kept, and not counted.
  func marksOffRoll(_ roll: Roll, _ calendar: SchoolCalendar) -> [String] {
    var notices: [String] = []
    for key in sheets.keys.sorted() {
      let year = SchoolYear(startYear: key.year)
      let pupil = Pupil.ID(key.pupil)
      guard let cells = sheets[key], let name = roll.pupils[pupil]?.upn.text else { continue }
      let marked = cells.indices.filter { cells[$0] != 0 }
        .map { YearSheet.session(at: $0, in: year) }
      let offRoll = marked.filter { roll.enrolment(of: pupil, on: $0.date) == nil }
      let closed = marked.filter { session in
        let particulars = roll.particulars(of: pupil, on: session.date)
        return !calendar.meets(
          at: session, campus: particulars?.campus, yearGroup: particulars?.yearGroup)
      }
      for (sessions, what) in [(offRoll, "off roll"), (closed, "on closed days")] {
        guard let first = sessions.first else { continue }
        notices.append(
          sessions.count == 1
            ? "\(name): 1 mark stands \(what), on \(first); it is kept and not counted"
            : "\(name): \(sessions.count) marks stand \(what) from \(first); they are kept and not "
              + "counted")
      }
    }
    return notices
  }
}
