import Attendance

/// The year sheets that one act or one walk reads and changes, fetched as they are asked for.
struct SheetDesk {
  /// Which sheet: of what year, of which pupil.
  struct Key: Hashable, Comparable {
    let year: Int
    let pupil: Int64

    static func < (one: Key, other: Key) -> Bool {
      (one.year, one.pupil) < (other.year, other.pupil)
    }
  }

  /// A cell of a sheet that lies on the desk.
  struct Place {
    fileprivate let sheet: Int
    fileprivate let cell: Int
  }

  private struct Sheet {
    let key: Key
    var cells: [UInt8]
    var isChanged = false
  }

  /// The cells of a sheet as they are kept, or nil where there is no such sheet.
  typealias Fetch = (Key) throws -> [UInt8]?

  private let fetch: Fetch
  private var sheets: [Sheet] = []
  private var indices: [Key: Int] = [:]
  // Marks come in runs of one year, and most often of one pupil: the last of each is remembered.
  private var year = SchoolYear(startYear: 0)
  private var first: Int32 = 0
  private var days: Int32 = 0
  private var last = (key: Key(year: 0, pupil: 0), index: -1)

  /// A desk that fetches its sheets so.
  init(fetch: @escaping Fetch = { _ in nil }) {
    self.fetch = fetch
  }

  /// Where the session's mark stands; nil where no year holds the date.
  mutating func place(of pupil: Int64, date: Int32, half: Int) throws -> Place? {
    if date < first || date - first >= days {
      let date = SchoolDate(daysSince1970: date)
      // Far-off dates, which only a damaged file holds, would not fit the arithmetic of years.
      guard (1...9999).contains(date.year), SchoolYear(of: date).contains(date) else { return nil }
      year = SchoolYear(of: date)
      first = year.firstDay.daysSince1970
      days = Int32(year.days)
    }
    let key = Key(year: year.startYear, pupil: pupil)
    if last.index < 0 || last.key != key { last = (key, try index(of: key)) }
    return Place(sheet: last.index, cell: Int(date - first) * 2 + half)
  }

  /// The byte in the place; 0 for a blank.
  func byte(at place: Place) -> UInt8 { sheets[place.sheet].cells[place.cell] }

  /// Puts the byte into the place.
  mutating func set(_ byte: UInt8, at place: Place) {
    sheets[place.sheet].cells[place.cell] = byte
    sheets[place.sheet].isChanged = true
  }

  /// The sheets that were changed, by year and pupil.
  var changed: [(key: Key, cells: [UInt8])] {
    sheets.filter(\.isChanged).sorted { $0.key < $1.key }.map { ($0.key, $0.cells) }
  }

  private mutating func index(of key: Key) throws -> Int {
    if let known = indices[key] { return known }
    let cells = try fetch(key) ?? YearSheet(year: year).cells
    guard cells.count == Int(days) * 2 else {
      throw StoreFault.damaged("a \(year) sheet has a wrong length")
    }
    sheets.append(Sheet(key: key, cells: cells))
    indices[key] = sheets.count - 1
    return sheets.count - 1
  }
}
