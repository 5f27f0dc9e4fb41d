/// A time during which a pupil is on roll: from the starting day to the leaving date.
public struct Enrolment: Hashable, Identifiable, Sendable {
  /// The number of an enrolment.
  public struct ID: Hashable, Comparable, Sendable {
    /// The number itself.
    public let number: Int64

    /// The identifier with this number.
    public init(_ number: Int64) {
      self.number = number
    }

    /// Whether the first was made earlier.
    public static func < (earlier: ID, later: ID) -> Bool { earlier.number < later.number }
  }

  /// How the pupil is registered here.
  public enum Kind: String, CaseIterable, Sendable {
    case main
    case dualMain = "dual_main"
    case dualSubsidiary = "dual_subsidiary"
    case guest

    /// Whether the pupil's sessions count in the school's figures; guests are marked, never counted.
    public var counts: Bool { self != .guest }
    /// Whether the pupil is registered at another school too.
    public var isDual: Bool { self == .dualMain || self == .dualSubsidiary }
  }

  /// The number of the enrolment.
  public let id: ID
  /// Whose it is.
  public let pupil: Pupil.ID
  /// How the pupil is registered.
  public var kind: Kind
  /// Whether the pupil boards; a boarder stands in the admission register only (regulation 10).
  public var isBoarder: Bool
  /// The starting day: the first day the pupil is expected.
  public var starts: SchoolDate
  /// The last day on roll, or nil while there is none.
  public var ends: SchoolDate?
  /// The ground on which the name is deleted after that day, or nil where none is on record.
  public var deletion: Deletion?

  /// An enrolment with these details.
  public init(
    id: ID, pupil: Pupil.ID, kind: Kind = .main, isBoarder: Bool = false, starts: SchoolDate,
    ends: SchoolDate? = nil, deletion: Deletion? = nil
  ) {
    self.id = id
    self.pupil = pupil
    self.kind = kind
    self.isBoarder = isBoarder
    self.starts = starts
    self.ends = ends
    self.deletion = deletion
  }

  /// Whether the pupil is on roll on the date.
  public func isOnRoll(on date: SchoolDate) -> Bool {
    starts <= date && (ends.map { date <= $0 } ?? true)
  }

  /// Whether the pupil stands in the attendance register at all.
  public var isMarked: Bool { !isBoarder }

  /// Whether the pupil's sessions count in figures.
  public var isCounted: Bool { kind.counts && !isBoarder }
}
