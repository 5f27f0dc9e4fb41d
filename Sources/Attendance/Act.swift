/// What a person asks the register to keep: one act, whole or not at all.
public struct Act: Hashable, Sendable {
  /// What kind of act it is.
  public var kind: Submission.Kind
  /// Who acts.
  public var by: Person
  /// When, by the program's clock.
  public var at: Instant
  /// Who saw it and when, where that is another person or time.
  public var observer: Observation?
  /// The register it is about, or nil.
  public var register: RegisterKey?
  /// What it is about, in words.
  public var detail: String
  /// The marks, in the order in which they are to be kept.
  public var marks: [ProposedMark]
  /// The lines of the day book, in the order in which they are to be kept.
  public var lines: [ProposedLine]
  /// Whether it is refused where a mark is no longer the one that its maker had seen: an amendment
  /// replaces what was looked at, and nothing that came since.
  public var onlyAsSeen: Bool

  /// An act with these marks.
  public init(
    kind: Submission.Kind, by: Person, at: Instant, observer: Observation? = nil,
    register: RegisterKey? = nil, detail: String = "", marks: [ProposedMark] = [],
    lines: [ProposedLine] = [], onlyAsSeen: Bool = false
  ) {
    self.kind = kind
    self.by = by
    self.at = at
    self.observer = observer
    self.register = register
    self.detail = detail
    self.marks = marks
    self.lines = lines
    self.onlyAsSeen = onlyAsSeen
  }
}

/// A mark that an act asks to keep.
public struct ProposedMark: Hashable, Sendable {
  /// Whose mark it is.
  public var pupil: Pupil.ID
  /// The session it is about.
  public var session: Session
  /// The code; empty to take back the mark on record.
  public var code: String
  /// Minutes late, where known.
  public var minutes: Int?
  /// The note, or nil.
  public var note: String?
  /// How it came about.
  public var how: Entry.How
  /// On what it rests.
  public var basis: Precedence.Basis
  /// The entry that stood when the mark was made, as far as its maker knew.
  public var seen: Entry.ID?
  /// Why a mark is amended; empty where no reason is needed.
  public var reason: String

  /// A mark with these details.
  public init(
    pupil: Pupil.ID, session: Session, code: String, minutes: Int? = nil, note: String? = nil,
    how: Entry.How = .marked, basis: Precedence.Basis = .seen, seen: Entry.ID? = nil,
    reason: String = ""
  ) {
    self.pupil = pupil
    self.session = session
    self.code = code
    self.minutes = minutes
    self.note = note
    self.how = how
    self.basis = basis
    self.seen = seen
    self.reason = reason
  }

  /// Takes back the mark on record, for a reason: the session is blank again.
  ///
  /// Both entries stay in the history; a mark made since by somebody else stands as it is.
  public static func blank(
    _ pupil: Pupil.ID, at session: Session, seen: Entry.ID, reason: String
  ) -> ProposedMark {
    ProposedMark(
      pupil: pupil, session: session, code: "", basis: .unexplained, seen: seen, reason: reason)
  }

  /// Whether it takes a mark back.
  public var takesBack: Bool { code.isEmpty }
}

/// What the disk has confirmed of an act.
public struct Receipt: Hashable, Sendable {
  /// The submission it became.
  public let submission: Submission.ID
  /// When it was kept.
  public let at: Instant
  /// The seal of the submission, in hexadecimal.
  public let seal: String
  /// The pupils whose marks contradict another sighting and wait for the office.
  public let contradictions: [Pupil.ID]
  /// The pupils whose marks are kept beside an entry that outranks them.
  public let outranked: [Pupil.ID]
  /// The numbers of the lines of the day book, in the order of the act.
  public let lines: [DayLine.ID]

  /// A receipt for that submission.
  public init(
    submission: Submission.ID, at: Instant, seal: String, contradictions: [Pupil.ID] = [],
    outranked: [Pupil.ID] = [], lines: [DayLine.ID] = []
  ) {
    self.submission = submission
    self.at = at
    self.seal = seal
    self.contradictions = contradictions
    self.outranked = outranked
    self.lines = lines
  }
}
