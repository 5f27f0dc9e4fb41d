import Attendance
import Storage

/// The marks on record whose code a policy to be adopted would not allow on their date.
struct MarksWithoutCode {
  /// How many marks there are of each such code.
  private(set) var counts: [String: Int] = [:]
  private let from: SchoolDate

  /// Counts the marks from that date up to the day before the next policy rules.
  init(in school: SchoolRecord, from: SchoolDate, under codes: CodeBook) throws {
    self.from = from
    let next = school.adopted.first { $0.from > from }?.from
    let alphabet = try school.store.alphabet()
    for year in try school.store.calendar().years.map(\.year) {
      let first = max(from, year.firstDay)
      let last = min(next?.adding(days: -1) ?? year.lastDay, year.lastDay)
      guard first <= last else { continue }
      let days = first.days(after: year.firstDay)...last.days(after: year.firstDay)
      for sheet in try school.store.sheets(of: year, pupils: nil).values {
        for cell in days.lowerBound * 2...days.upperBound * 2 + 1 where sheet.cells[cell] != 0 {
          let text = alphabet.code(of: sheet.cells[cell])
          if codes.code(text, on: YearSheet.session(at: cell, in: year).date) == nil {
            counts[text, default: 0] += 1
          }
        }
      }
    }
  }

  /// What to say of them, or nil where there are none.
  var sentence: String? {
    let total = counts.values.reduce(0, +)
    guard total > 0 else { return nil }
    let each = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return (total == 1 ? "1 mark" : "\(total) marks")
      + " from \(from) on \(total == 1 ? "has a code" : "have codes") that this policy does not "
      + "allow then (\(each.joined(separator: ", "))); they stay as they are"
  }
}
