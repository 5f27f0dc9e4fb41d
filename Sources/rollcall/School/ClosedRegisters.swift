import Attendance
import Storage

/// The registers of a day that need not be taken, since a closure has marked everybody in them.
struct ClosedRegisters {
  /// The codes that a closure gives.
  static let codes: Set<String> = ["Y3", "Y4"]

  private let book: DayBook
  private let sheets: [Pupil.ID: YearSheet]
  private let alphabet: SheetAlphabet

  init(_ school: OpenSchool, on date: SchoolDate) throws {
    let book = try school.store.dayBook(.arrangements(on: date))
    self.book = book
    let isClosed = HalfDay.allCases.contains { !book.closures(at: Session(date, $0)).isEmpty }
    // On nearly every day there is nothing to look up.
    sheets = isClosed ? try school.store.sheets(of: SchoolYear(of: date), pupils: nil) : [:]
    alphabet = isClosed ? try school.store.alphabet() : SheetAlphabet()
  }

  /// Why the register need not be taken, or nil where it must.
  ///
  /// Everybody in it has a mark already, and somebody's is the closure's.
  func reason(of key: RegisterKey, _ members: [Roll.Member]) -> String? {
    guard let closure = book.closures(at: key.session).last else { return nil }
    let marks = members.map { member in
      sheets[member.pupil.id].map { alphabet.code(of: $0[key.session]) } ?? ""
    }
    guard !marks.contains(""), marks.contains(where: Self.codes.contains) else { return nil }
    return "closed: \(closure.line.words.isEmpty ? "no reason kept" : closure.line.words)"
  }
}
