/// How far a share lies from a figure it is compared with, in points to one decimal.
///
/// Worked out from the exact counts and rounded once, a half away from nothing, so that it may differ
/// by a tenth from what the two rounded figures would give.
public struct Points: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Tenths of a point; negative below the figure.
  public let tenths: Int

  /// How far the part of the whole lies from so many hundredths of a per cent; nil where the whole is
  /// nothing.
  public init?(_ part: Int, of whole: Int, from hundredths: Int) {
    self.init(part, of: whole, since: hundredths, of: 10_000)
  }

  /// How far one part of a whole lies from another part of another whole; nil where one is nothing.
  public init?(_ part: Int, of whole: Int, since oldPart: Int, of oldWhole: Int) {
    guard whole > 0, oldWhole > 0 else { return nil }
    let difference = 1000 * (part * oldWhole - oldPart * whole)
    let size = (2 * Int(difference.magnitude) + whole * oldWhole) / (2 * whole * oldWhole)
    tenths = difference < 0 ? -size : size
  }

  /// The points with a sign and one decimal: `+0.4`, `-1.6`, `0.0`.
  public var description: String {
    let size = Int(tenths.magnitude)
    return (tenths > 0 ? "+" : tenths < 0 ? "-" : "") + "\(size / 10).\(size % 10)"
  }

  /// Whether the first lies lower.
  public static func < (lower: Points, higher: Points) -> Bool { lower.tenths < higher.tenths }
}
