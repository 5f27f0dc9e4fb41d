/// Checks a rule for a limit that no pupil can meet, or that every pupil meets.
struct RuleChecks {
  let section: Section
  let measure: Measure
  let over: Span
  let limit: Limit

  func run() {
    guard let value = Limit.Comparison.allCases.compactMap({ section.value($0.rawValue) }).first,
      // What could not be read has been told already.
      value.text.flatMap({ Percentage($0) }) != nil
    else { return }
    if measure.kind == .pattern, limit.comparison == .atLeast || limit.comparison == .moreThan {
      section.complaints.fault(
        value, "a pattern is flagged where chance is small; write at_most, like 'at_most: 0.1%'")
    } else if let most, isNever(most) {
      section.complaints.fault(
        value,
        "this rule never flags: \(over.description) has at most \(most / 10); lower the limit")
    } else if limit.comparison == .below, limit.tenths == 0 {
      section.complaints.fault(value, "this rule never flags: nothing is below 0; raise the limit")
    } else if isAlways {
      section.complaints.fault(value, "this rule flags every pupil; change its limit")
    }
  }

  /// The most that can be measured in the span, in tenths; nil where there is no telling.
  private var most: Int? {
    if measure.isShare { return 1000 }
    let days: Int? =
      switch over {
      case .day: 1
      case .week: 5
      case .schoolWeeks(let count): count * 5
      case .halfTerm, .term, .schoolYear, .anyTime: nil
      }
    return switch measure.kind {
    case .sessions: days.map { $0 * 20 }
    case .days, .partDays, .edgeDays, .run: days.map { $0 * 10 }
    // They look beyond the span, or count something else than what lies in it.
    case .attendance, .absence, .fall, .pattern, .expectedDays, .silence, .standing, .overdue,
      .times:
      nil
    }
  }

  private func isNever(_ most: Int) -> Bool {
    switch limit.comparison {
    case .atLeast: limit.tenths > most
    case .moreThan: limit.tenths >= most
    case .below, .atMost: false
    }
  }

  private var isAlways: Bool {
    switch limit.comparison {
    case .atLeast: limit.tenths == 0
    case .atMost: most.map { limit.tenths >= $0 } ?? false
    case .below: most.map { limit.tenths > $0 } ?? false
    case .moreThan: false
    }
  }
}
