/// A stretch of school time that a rule looks back over.
public enum Span: Hashable, Sendable {
  case day
  case week
  case halfTerm
  case term
  case schoolYear
  case schoolWeeks(Int)
  case anyTime
}

extension Span: LosslessStringConvertible {
  static let expected =
    "day, week, half term, term, school year, any time, or a number of school weeks like "
    + "'10 school weeks'"

  /// The span as files write it, or nil where the text is none.
  public init?(_ description: String) {
    switch description {
    case "day": self = .day
    case "week": self = .week
    case "half term": self = .halfTerm
    case "term": self = .term
    case "school year": self = .schoolYear
    case "any time": self = .anyTime
    default:
      let words = description.split(separator: " ")
      guard words.count == 3, words[1] == "school", words[2] == "weeks", let count = Int(words[0]),
        (1...60).contains(count)
      else { return nil }
      self = .schoolWeeks(count)
    }
  }

  /// The span as files write it.
  public var description: String {
    switch self {
    case .day: "day"
    case .week: "week"
    case .halfTerm: "half term"
    case .term: "term"
    case .schoolYear: "school year"
    case .schoolWeeks(let count): "\(count) school weeks"
    case .anyTime: "any time"
    }
  }
}
