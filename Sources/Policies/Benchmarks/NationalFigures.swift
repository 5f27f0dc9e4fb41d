public import Attendance

/// The national figures with which a school compares its own, as its file gives them.
public struct NationalFigures: Hashable, Sendable {
  /// The schools that a row is about.
  public enum Phase: String, Choice, Hashable, Sendable {
    case primary
    case secondary
    case allThrough = "all-through"
    case special
    case alternativeProvision = "alternative provision"
    case all

    /// The phase of such a school.
    public init(_ phase: School.Phase) {
      switch phase {
      case .primary: self = .primary
      case .secondary: self = .secondary
      case .allThrough: self = .allThrough
      case .special: self = .special
      case .alternativeProvision: self = .alternativeProvision
      }
    }

    /// The schools in words: `secondary schools`.
    public var inWords: String {
      switch self {
      case .alternativeProvision: rawValue
      case .primary, .secondary, .allThrough, .special, .all: "\(rawValue) schools"
      }
    }
  }

  /// The figures of the schools of one phase.
  public struct Row: Hashable, Sendable {
    /// Which schools.
    public let phase: Phase
    /// The share of possible sessions attended.
    public let attendance: PublishedShare
    /// The share missed.
    public let absence: PublishedShare
    /// The share missed with leave.
    public let authorised: PublishedShare?
    /// The share missed without.
    public let unauthorised: PublishedShare?
    /// The share missed through illness.
    public let illness: PublishedShare?
    /// The share of sessions with an arrival after the register closed.
    public let lateAfterClosing: PublishedShare?
    /// The share of sessions with an arrival before it closed.
    public let lateBeforeClosing: PublishedShare?
    /// The share of pupils who missed a tenth or more.
    public let persistent: PublishedShare
    /// The share of pupils who missed half or more.
    public let severe: PublishedShare?
    /// Where it is written.
    public let place: Place

    /// The share of late sessions, before and after closing, as the register counts them.
    public var late: PublishedShare? {
      guard let lateAfterClosing, let lateBeforeClosing else { return nil }
      return PublishedShare(
        hundredths: lateAfterClosing.hundredths + lateBeforeClosing.hundredths)
    }
  }

  /// The school year they are of.
  public let year: SchoolYear
  /// The time they cover, in words.
  public let covers: String
  /// Who published them, and where.
  public let source: String
  /// The date to which they run.
  public let dated: SchoolDate
  /// The rows, in the order of the file.
  public let rows: [Row]

  /// The row with which a school of that phase is compared: its own, or that of all schools.
  public func row(for phase: School.Phase) -> Row? {
    rows.first { $0.phase == Phase(phase) } ?? rows.first { $0.phase == .all }
  }
}

/// A percentage as it was published, in hundredths of one per cent: 94.72 is 9472 hundredths.
public struct PublishedShare: Hashable, Sendable, LosslessStringConvertible {
  /// Hundredths of one per cent, 0 to 10000.
  public let hundredths: Int

  /// So many hundredths of one per cent, or nil outside 0 to 100 per cent.
  public init?(hundredths: Int) {
    guard (0...10_000).contains(hundredths) else { return nil }
    self.hundredths = hundredths
  }

  /// The percentage written `94.72`, `94.7` or `94`, or nil where the text is anything else.
  public init?(_ description: String) {
    let text = description.hasSuffix("%") ? description.dropLast() : description[...]
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...3).contains(parts[0].utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts.count == 1 || (1...2).contains(parts[1].utf8.count), let whole = Int(parts[0]),
      let rest = parts.count == 1
        ? 0 : Int(parts[1]).map({ parts[1].utf8.count == 1 ? $0 * 10 : $0 })
    else { return nil }
    self.init(hundredths: whole * 100 + rest)
  }

  /// The percentage with two decimals: `94.72`.
  public var description: String {
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
