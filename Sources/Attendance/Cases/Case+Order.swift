extension [Case] {
  /// What is due first stands first, then what waits without a day, what is left for later, and
  /// what is closed.
  public func inOrder(on date: SchoolDate) -> [Case] {
    func rank(_ one: Case) -> Int {
      switch one.state(on: date) {
      case .overdue, .due: 0
      case .waiting: one.due == nil ? 2 : 1
      case .snoozed: 3
      case .closed: 4
      }
    }
    return sorted { first, second in
      let (one, other) = (rank(first), rank(second))
      if one != other { return one < other }
      if let due = first.due, let later = second.due, due != later { return due < later }
      return first.id < second.id
    }
  }
}
