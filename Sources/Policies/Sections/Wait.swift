/// A wait before a step: `2 weeks`, `15 school days`, `4 to 5 weeks`, `1 half term`.
public struct Wait: Hashable, Sendable {
  /// What a wait is counted in.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case schoolDays = "school days"
    case weeks
    case halfTerms = "half terms"
    case terms
  }

  /// The least wait.
  public let least: Int
  /// The longest wait, which is when the step falls due.
  public let most: Int
  /// What it is counted in.
  public let unit: Unit
}

extension Wait: LosslessStringConvertible {
  static let expected = "a wait like '2 weeks', '15 school days', '1 half term' or '4 to 5 weeks'"

  /// The wait as files write it, or nil where the text is none.
  public init?(_ description: String) {
    let words = description.split(separator: " ").map(String.init)
    guard let first = words.first.flatMap(Int.init), (1...100).contains(first) else { return nil }
    var rest = words.dropFirst()
    var last = first
    if rest.first == "to" {
      guard let second = rest.dropFirst().first.flatMap(Int.init), (first...100).contains(second)
      else { return nil }
      last = second
      rest = rest.dropFirst(2)
    }
    let name = rest.joined(separator: " ")
    let unit = Unit.allCases.first { $0.rawValue == name || $0.rawValue == name + "s" }
    guard let unit else { return nil }
    (least, most, self.unit) = (first, last, unit)
  }

  /// The wait as files write it.
  public var description: String {
    let name = most == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue
    return (least == most ? "\(most)" : "\(least) to \(most)") + " " + name
  }
}
