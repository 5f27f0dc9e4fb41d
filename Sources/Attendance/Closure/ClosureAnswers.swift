/// What is answered about a closure: three questions, and the words beside them (U22).
///
/// Was the school open for anyone? Who could not be accommodated? Which sessions, and when was it
/// decided?
public struct ClosureAnswers: Hashable, Sendable {
  /// How far the school was open.
  public enum Extent: Hashable, CaseIterable, Sendable {
    /// Nobody could come: the same code for everybody.
    case nobody
    /// A part was open, and some could not be accommodated in it.
    case some
    /// The school or whole years stay away as planned ahead: it belongs in the calendar.
    case planned
  }

  /// How far the school was open.
  public var extent: Extent
  /// Who could not be accommodated; nobody named where it is everybody.
  public var scope: ClosureScope
  /// The first session.
  public var from: Session
  /// The last session.
  public var through: Session
  /// Why: `snow`.
  public var reason: String
  /// When it was decided, or nil where that is now.
  public var decided: Instant?

  /// Answers with these details.
  public init(
    _ extent: Extent, scope: ClosureScope = ClosureScope(), from: Session, through: Session,
    reason: String, decided: Instant? = nil
  ) {
    self.extent = extent
    self.scope = scope
    self.from = from
    self.through = through
    self.reason = reason
    self.decided = decided
  }

  /// The code that follows from how far the school was open.
  public var code: String {
    switch extent {
    case .nobody: "Y4"
    case .some: "Y3"
    case .planned: "#"
    }
  }

  /// Whether it speaks of that session.
  public func covers(_ session: Session) -> Bool { from <= session && session <= through }
}

/// Those who could not be accommodated: a campus, years, groups, or pupils by name.
public struct ClosureScope: Hashable, Sendable {
  /// The only campus, or empty for all.
  public var campus: String
  /// The only year groups, or none for all.
  public var years: [YearGroup]
  /// The only groups, or none for all.
  public var groups: [String]
  /// The only pupils, or none for all.
  public var pupils: [Pupil.ID]

  /// A scope of these; of everybody where nothing is named.
  public init(
    campus: String = "", years: [YearGroup] = [], groups: [String] = [], pupils: [Pupil.ID] = []
  ) {
    self.campus = campus
    self.years = years
    self.groups = groups
    self.pupils = pupils
  }

  /// Whether nothing is named.
  public var isEverybody: Bool {
    campus.isEmpty && years.isEmpty && groups.isEmpty && pupils.isEmpty
  }

  /// Whether the pupil is among them, due in that group.
  public func holds(_ member: Roll.Member, in group: String) -> Bool {
    (campus.isEmpty || campus == member.particulars.campus)
      && (years.isEmpty || years.contains(member.particulars.yearGroup))
      && (groups.isEmpty || groups.contains(group) || groups.contains(member.particulars.group))
      && (pupils.isEmpty || pupils.contains(member.pupil.id))
  }
}

/// Why a closure is not entered; its sentence says what to answer instead.
public enum ClosureRefusal: Error, Hashable, Sendable {
  case noReason
  case endsBeforeItStarts
  case tooLong
  case nobodyNamed
  case namedForAll
  case plannedTooLate
  case plannedForPart
  case decidedLater
  case nobodyDue
  case nothingToClose
  case code(Refusal)
}

extension ClosureRefusal: CustomStringConvertible {
  /// The refusal in one sentence, with the remedy.
  public var description: String {
    switch self {
    case .noReason: "a closure states its reason; say why in a few words"
    case .endsBeforeItStarts: Refusal.endsBeforeItStarts.description
    case .tooLong:
      "a closure is entered for two weeks at most; enter the rest once those are over"
    case .nobodyNamed:
      "the school was open for some; say who could not come: a campus, years, groups or pupils"
    case .namedForAll:
      "nobody could come, so nobody is named; or else the school was open for some"
    case .plannedTooLate:
      "code # is for a closure planned ahead, from tomorrow on; what comes unexpectedly is Y4 or Y3"
    case .plannedForPart:
      "code # is for the whole school or for whole years; name years only, or nobody"
    case .decidedLater: "it was decided before it is entered; give an earlier time"
    case .nobodyDue: "nobody is due at those sessions; check the dates and who is named"
    case .nothingToClose: "every mark there is made already and stands; nothing is left to close"
    case .code(let refusal): refusal.description
    }
  }
}
