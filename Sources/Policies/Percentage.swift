/// A percentage kept exactly, in tenths of one per cent: 95 is 950 tenths, 95.5 is 955.
public struct Percentage: Hashable, Comparable, Sendable {
  /// Tenths of one per cent, 0 to 1000.
  public let tenths: Int

  /// That many tenths of one per cent, or nil outside 0 to 100 per cent.
  public init?(tenths: Int) {
    guard (0...1000).contains(tenths) else { return nil }
    self.tenths = tenths
  }

  /// All of it.
  public static let whole = Percentage(clamped: 1000)
  /// None of it.
  public static let none = Percentage(clamped: 0)

  private init(clamped tenths: Int) {
    self.tenths = tenths
  }

  /// How so many of a whole compare with it: negative below, zero exactly, positive above.
  ///
  /// Whole numbers only, so that 38 of 380 is 10 per cent and 37 of 380 is not.
  public func compare(_ part: Int, of whole: Int) -> Int {
    (part * 1000 - tenths * whole).signum()
  }

  /// Whether the first is less.
  public static func < (less: Percentage, more: Percentage) -> Bool { less.tenths < more.tenths }
}

extension Percentage: LosslessStringConvertible {
  /// The percentage written `95`, `95.5`, `95%`, or nil where the text is anything else.
  public init?(_ description: String) {
    let text = description.hasSuffix("%") ? description.dropLast() : description[...]
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...3).contains(parts[0].utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts.count == 1 || parts[1].utf8.count == 1,
      let whole = Int(parts[0]), let tenths = parts.count == 2 ? Int(parts[1]) : 0
    else { return nil }
    self.init(tenths: whole * 10 + tenths)
  }

  /// The percentage as it stands in files: `95` or `95.5`.
  public var description: String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
