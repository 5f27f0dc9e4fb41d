import Attendance

extension CalendarYear {
  /// The year with its terms in the order in which they begin, as every store gives it back.
  var inOrder: CalendarYear {
    CalendarYear(year: year, terms: terms.sorted { $0.starts < $1.starts }, closures: closures)
  }

  /// Whether it says nothing at all.
  var isEmpty: Bool { terms.isEmpty && closures.isEmpty }

  /// Refuses terms that no calendar has.
  func check() throws(StoreFault) {
    if terms.contains(where: { $0.ends < $0.starts }) { throw StoreFault.rule(.endsEarly) }
    if Set(terms.map(\.starts)).count < terms.count { throw StoreFault.rule(.repeatedTerm) }
  }
}
