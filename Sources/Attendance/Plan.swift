/// An absence known beforehand; it prefills a register and is no mark by itself.
public struct Plan: Hashable, Identifiable, Sendable {
  /// The number of a plan.
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

  /// Where the knowledge comes from.
  public enum Source: String, CaseIterable, Sendable {
    /// A parent's or carer's message.
    case report
    /// Leave that was granted.
    case leave
    /// A part-time timetable that was agreed.
    case timetable
    /// A visit or another activity off site.
    case visit
    /// A list away from the form: expected, until its leader or the other place says.
    case list
    /// A suspension, or a permanent exclusion until the pupil leaves the roll.
    case suspension
    /// A closure.
    case closure
  }

  /// The number of the plan.
  public let id: ID
  /// Whose absence it is.
  public let pupil: Pupil.ID
  /// The first session.
  public let from: Session
  /// The last session.
  public let through: Session
  /// The code it prefills.
  public let code: String
  /// Where the knowledge comes from.
  public let source: Source
  /// Who entered it.
  public let by: Person
  /// When it was entered.
  public let at: Instant
  /// What was said, or empty.
  public let note: String

  /// A plan with these details.
  public init(
    id: ID, pupil: Pupil.ID, from: Session, through: Session, code: String, source: Source,
    by: Person, at: Instant, note: String = ""
  ) {
    self.id = id
    self.pupil = pupil
    self.from = from
    self.through = through
    self.code = code
    self.source = source
    self.by = by
    self.at = at
    self.note = note
  }

  /// Whether it speaks of that session.
  public func covers(_ session: Session) -> Bool { from <= session && session <= through }

  /// On what a mark rests that the plan prefilled and nobody contradicted.
  public var basis: Precedence.Basis { source == .report ? .report : .plan }
}
