public import Attendance

/// What rules ask about a pupil besides the marks.
public struct PupilFacts: Hashable, Sendable {
  /// When the pupil is of compulsory school age.
  public var compulsoryAge: CompulsorySchoolAge
  /// What is true of the pupil on the date.
  public var particulars: Particulars
  /// The last session of an absence that is known beforehand, by its code: a note that says ill until
  /// the 28th.
  public var known: [String: Session]
  /// The last day on which a parent or carer was heard from, by whichever side.
  public var heard: SchoolDate?
  /// The day on which the pupil was expected back from leave, where they were not seen since.
  public var expectedBack: SchoolDate?

  /// Facts with these details.
  public init(
    compulsoryAge: CompulsorySchoolAge, particulars: Particulars, known: [String: Session] = [:],
    heard: SchoolDate? = nil, expectedBack: SchoolDate? = nil
  ) {
    self.compulsoryAge = compulsoryAge
    self.particulars = particulars
    self.known = known
    self.heard = heard
    self.expectedBack = expectedBack
  }
}

extension Rule.Scope {
  /// Whether a rule of this scope is about the pupil on the date.
  public func holds(_ facts: PupilFacts, on date: SchoolDate) -> Bool {
    switch self {
    case .everyone: true
    case .compulsoryAge: facts.compulsoryAge.contains(date)
    case .nursery: facts.particulars.yearGroup.isNursery
    case .carePlan: facts.particulars.characteristics[.sen] == "E"
    case .socialWorker: facts.particulars.characteristics[.socialWorker] == "yes"
    case .youthOffending: facts.particulars.characteristics[.yot] == "yes"
    case .lookedAfter: facts.particulars.characteristics[.lookedAfter] == "yes"
    }
  }
}
