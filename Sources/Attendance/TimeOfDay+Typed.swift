extension TimeOfDay {
  /// The time as it is typed in a hurry: `12:15`, `12.15`, `1215`, `905` or `12`; nil for no time.
  public static func typed(_ text: String) -> TimeOfDay? {
    let text = text.filter { $0 != " " }
    let parts = text.split(
      separator: text.contains(".") ? "." : ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    guard numbers.count == parts.count else { return nil }
    switch (parts.count, text.count) {
    case (2, _):
      return parts[1].count == 2 ? TimeOfDay(hour: numbers[0], minute: numbers[1]) : nil
    case (1, 1...2): return TimeOfDay(hour: numbers[0], minute: 0)
    case (1, 3...4): return TimeOfDay(hour: numbers[0] / 100, minute: numbers[0] % 100)
    default: return nil
    }
  }
}

extension String {
  /// Whether it is a time and nothing else, as it is typed where a reason is asked: `8:52`, `0852`.
  ///
  /// One or two digits could be anything and are none.
  public var looksLikeTime: Bool { count >= 3 && TimeOfDay.typed(self) != nil }
}
