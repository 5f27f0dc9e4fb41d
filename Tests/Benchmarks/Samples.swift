/// What was measured many times.
struct Samples {
  private var values: [Double] = []

  /// Adds one measurement.
  mutating func add(_ value: Double) { values.append(value) }

  /// How many there are.
  var count: Int { values.count }

  /// The value that half of them do not exceed.
  var median: Double { percentile(50) }

  /// The highest of them.
  var highest: Double { values.max() ?? .nan }

  /// The value that so many of a hundred do not exceed.
  func percentile(_ percent: Int) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    return sorted[max((sorted.count * percent + 99) / 100, 1) - 1]
  }
}
