/// The marks of a register that is being taken and is not yet submitted.
///
/// A draft is a run of changes, each kept on disk before it is shown, so that two desks may add to
/// one draft and a killed terminal loses nothing.
public struct Draft: Hashable, Sendable {
  /// A mark as it stands in a draft.
  public struct Mark: Hashable, Sendable {
    /// The code; empty where a planned mark or one on record was cleared.
    public var code: String
    /// Minutes late, where known.
    public var minutes: Int?
    /// The note, or nil.
    public var note: String?
    /// How it came about.
    public var how: Entry.How
    /// Why a submitted mark is amended; empty where no reason is needed.
    public var reason: String
    /// The entry that stood when it was typed, so that what came later is not replaced unseen.
    public var seen: Entry.ID?
    /// When it was typed.
    public var at: Instant

    /// A mark with these details.
    public init(
      code: String, minutes: Int? = nil, note: String? = nil, how: Entry.How = .marked,
      reason: String = "", seen: Entry.ID? = nil, at: Instant
    ) {
      self.code = code
      self.minutes = minutes
      self.note = note
      self.how = how
      self.reason = reason
      self.seen = seen
      self.at = at
    }
  }

  /// What one key did to one pupil's mark.
  public struct Change: Hashable, Sendable {
    /// Whose mark it is.
    public let pupil: Pupil.ID
    /// The mark from now on, or nil where the draft says nothing of this pupil any more.
    public let mark: Mark?

    /// A change to that mark.
    public init(_ pupil: Pupil.ID, to mark: Mark?) {
      self.pupil = pupil
      self.mark = mark
    }
  }

  /// The marks by pupil.
  public private(set) var marks: [Pupil.ID: Mark]

  /// A draft that these changes make, in their order.
  public init(_ changes: some Sequence<Change> = []) {
    marks = [:]
    for change in changes { apply(change) }
  }

  /// The pupil's mark, or nil where the draft says nothing of them.
  public subscript(pupil: Pupil.ID) -> Mark? { marks[pupil] }

  /// Whether it says nothing of anybody.
  public var isEmpty: Bool { marks.isEmpty }

  /// Makes the change.
  public mutating func apply(_ change: Change) { marks[change.pupil] = change.mark }
}
