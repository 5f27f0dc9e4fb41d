/// From where on a rule flags, exactly: whole numbers or tenths, never rounded.
public struct Limit: Hashable, Sendable {
  /// How the measure is compared.
  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    case atLeast = "at_least"
    case moreThan = "more_than"
    case below
    case atMost = "at_most"
  }

  /// How the measure is compared.
  public let comparison: Comparison
  /// What it is compared with, in tenths.
  public internal(set) var tenths: Int

  init(_ section: Section, share: Bool) {
    let expected = share ? "a percentage like 10 or 95.5" : "a number like 10 or 7.5"
    var found: [(Comparison, Int?, Setting)] = []
    for comparison in Comparison.allCases {
      guard let value = section.value(comparison.rawValue) else { continue }
      let tenths = section.parsed(comparison.rawValue, expected: expected) {
        share || !$0.hasSuffix("%") ? Percentage($0)?.tenths : nil
      }
      found.append((comparison, tenths, value))
    }
    comparison = found.first?.0 ?? .atLeast
    tenths = found.first?.1 ?? 0
    if found.isEmpty {
      section.complaints.fault(
        section.setting,
        "the limit is missing in \(section.name); add at_least, more_than, below or at_most")
    }
    if found.count > 1 {
      section.complaints.fault(
        found[1].2,
        "a rule has one limit; keep '\(found[0].0.rawValue)' or '\(found[1].0.rawValue)'")
    }
  }

  /// Whether a count, in tenths, passes the limit.
  public func holds(forTenths count: Int) -> Bool { holds(sign: (count - tenths).signum()) }

  /// Whether so many of a whole, as a percentage, pass the limit; compared in whole numbers.
  public func holds(for part: Int, of whole: Int) -> Bool {
    whole > 0 && holds(sign: (part * 1000 - tenths * whole).signum())
  }

  private func holds(sign: Int) -> Bool {
    switch comparison {
    case .atLeast: sign >= 0
    case .moreThan: sign > 0
    case .below: sign < 0
    case .atMost: sign <= 0
    }
  }

  /// The limit in words: `at least 10`.
  public var inWords: String {
    let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return comparison.rawValue.split(separator: "_").joined(separator: " ") + " " + number
  }
}
