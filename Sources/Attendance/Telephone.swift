/// A telephone number as a machine dials it: digits, and a plus where it is written with one.
///
/// Two numbers are the same where they reach the same telephone, however they are written:
/// `+44 1530 000001`, `0044 1530 000001` and `01530-000001`.
public struct Telephone: Sendable {
  /// The digits, with the plus they were written with.
  public let number: String
  /// The number as it is dialled within the country.
  private let national: String

  /// The number written so, or nil where no machine could dial it.
  public init?(_ written: String) {
    // The zero that `+44 (0)1530` shows is dialled only within the country.
    let plain = written.replacing("(0)", with: written.contains("+") ? "" : "0")
    guard plain.allSatisfy({ $0.isASCII && ($0.isWholeNumber || " +-./()".contains($0)) }) else {
      return nil
    }
    let digits = plain.filter(\.isWholeNumber)
    let isInternational = plain.drop { $0 == " " }.first == "+"
    let pluses = plain.count { $0 == "+" }
    guard (7...15).contains(digits.count), pluses == (isInternational ? 1 : 0) else { return nil }
    number = (isInternational ? "+" : "") + digits
    if isInternational, digits.hasPrefix("44") {
      national = "0" + digits.dropFirst(2)
    } else if digits.hasPrefix("0044") {
      national = "0" + digits.dropFirst(4)
    } else {
      national = number
    }
  }
}

extension Telephone: Hashable {
  /// Whether both reach the same telephone.
  public static func == (one: Telephone, other: Telephone) -> Bool {
    one.national == other.national
  }

  /// Feeds the number as it is dialled within the country.
  public func hash(into hasher: inout Hasher) { hasher.combine(national) }
}
