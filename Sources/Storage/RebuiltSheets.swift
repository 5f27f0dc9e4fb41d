import Attendance

/// The year sheets as the entries make them, to be held against those in the file.
struct RebuiltSheets {
  /// Codes are numbered here as they come; the file's own bytes are known only at the end.
  private var codes = SheetAlphabet()
  private var desk = SheetDesk()
  private var seen: Set<SheetDesk.Key> = []
  /// The sheets once every entry is added, by their keys.
  private lazy var rebuilt = Dictionary(
    desk.changed.map { ($0.key, $0.cells) }, uniquingKeysWith: { $1 })

  /// Adds an entry that follows all those added before.
  mutating func add(_ entry: KeptEntry) {
    guard entry.beside == nil, (0...1).contains(entry.half),
      let byte = codes.byte(adding: entry.code),
      let place = try? desk.place(of: entry.pupil, date: entry.date, half: entry.half)
    else { return }
    desk.set(byte, at: place)
  }

  /// Where a sheet of the file disagrees with its entries, or nil where it does not.
  mutating func fault(
    of key: SheetDesk.Key, _ cells: [UInt8], _ alphabet: SheetAlphabet
  ) -> String? {
    seen.insert(key)
    guard (1...9998).contains(key.year) else {
      return "a sheet of pupil \(key.pupil) is of no school year"
    }
    let year = SchoolYear(startYear: key.year)
    let rebuilt = rebuilt[key] ?? YearSheet(year: year).cells
    guard cells.count == rebuilt.count else {
      return "the \(year) sheet of pupil \(key.pupil) has a wrong length"
    }
    let wrong = cells.indices.first { cell in
      // A byte that stands for no code is no blank either.
      Int(cells[cell]) >= alphabet.codes.count
        || alphabet.code(of: cells[cell]) != codes.code(of: rebuilt[cell])
    }
    return wrong.map { cell in
      "the \(year) sheet of pupil \(key.pupil) disagrees with the entries at "
        + "\(YearSheet.session(at: cell, in: year)): it says "
        + "'\(alphabet.code(of: cells[cell]))', they say '\(codes.code(of: rebuilt[cell]))'"
    }
  }

  /// The sheets that the entries make and nobody has shown.
  var missing: [String] {
    mutating get {
      rebuilt.keys.sorted().filter { !seen.contains($0) }.map { key in
        "the \(SchoolYear(startYear: key.year)) sheet of pupil \(key.pupil) is missing"
      }
    }
  }

  /// Which marks stand off roll or on closed days: kept, and not counted.
  func marksOffRoll(_ roll: Roll, _ calendar: SchoolCalendar) -> [String] {
    var notices: [String] = []
    for (key, cells) in desk.changed {
      let year = SchoolYear(startYear: key.year)
      let pupil = Pupil.ID(key.pupil)
      guard let name = roll.pupils[pupil]?.upn.text else { continue }
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
          "\(name): \(sessions.count) marks stand \(what) from \(first); they are kept and not "
            + "counted")
      }
    }
    return notices
  }
}
