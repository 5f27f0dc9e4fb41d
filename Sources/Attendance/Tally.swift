/// Counts of sessions, from which every figure is made.
///
/// Exact integers until the last moment; thresholds compare integers, and a percentage is rounded
/// once, when it is shown. The classes and formulae are those of the DfE's published statistics.
public struct Tally: Hashable, Sendable {
  /// Sessions attended, here or at an approved activity.
  public var attended = 0
  /// Sessions of authorised absence.
  public var authorised = 0
  /// Sessions of unauthorised absence.
  public var unauthorised = 0
  /// Late sessions: L and U.
  public var late = 0
  /// Sessions at which the pupil was due and no mark was made.
  public var missing = 0

  /// A tally of nothing.
  public init() {}

  /// A tally with these counts.
  public init(
    attended: Int, authorised: Int, unauthorised: Int, late: Int = 0, missing: Int = 0
  ) {
    self.attended = attended
    self.authorised = authorised
    self.unauthorised = unauthorised
    self.late = late
    self.missing = missing
  }

  /// Sessions of absence, with leave or without.
  public var absent: Int { authorised + unauthorised }
  /// Sessions that could have been attended.
  public var possible: Int { attended + absent }
  /// Whether a tenth or more of the possible sessions was missed.
  public var isPersistent: Bool { possible > 0 && 10 * absent >= possible }
  /// Whether half or more of the possible sessions was missed.
  public var isSevere: Bool { possible > 0 && 2 * absent >= possible }

  /// Attendance, rounded half up to a tenth of a percent; nil where nothing was possible.
  public var attendance: Share? { Share(attended, of: possible) }
  /// Absence, rounded half up to a tenth of a percent; nil where nothing was possible.
  public var absence: Share? { Share(absent, of: possible) }

  /// Counts one session with this code.
  public mutating func count(_ code: AttendanceCode) { count(CodeClasses.weight(of: code)) }

  /// Counts one marked session of this weight.
  @inlinable
  public mutating func count(_ weight: CodeClasses.Weight) {
    let bits = Int(weight.rawValue)
    attended += bits & 1
    authorised += (bits >> 1) & 1
    unauthorised += (bits >> 2) & 1
    late += (bits >> 3) & 1
  }

  /// Both tallies together.
  public static func + (one: Tally, other: Tally) -> Tally {
    Tally(
      attended: one.attended + other.attended, authorised: one.authorised + other.authorised,
      unauthorised: one.unauthorised + other.unauthorised, late: one.late + other.late,
      missing: one.missing + other.missing)
  }

  /// Adds the other tally to this one.
  public static func += (one: inout Tally, other: Tally) { one = one + other }
}

/// A share of a whole, in tenths of a percent, rounded half up.
public struct Share: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Tenths of a percent.
  public let tenths: Int

  /// The share that the part has of the whole; nil where the whole is nothing.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0 else { return nil }
    // Half up in integers: floor(1000 part / whole + 1/2).
    tenths = (2000 * part + whole) / (2 * whole)
  }

  /// The percentage with one decimal: `94.1`.
  public var description: String { "\(tenths / 10).\(tenths % 10)" }

  /// Whether the first is the smaller share.
  public static func < (smaller: Share, larger: Share) -> Bool {
    smaller.tenths < larger.tenths
  }
}
