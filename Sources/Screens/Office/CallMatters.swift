public import Attendance
public import Policies

/// What matters about a pupil before a code is chosen or a number is rung, besides marks and plans.
public struct CallMatters: Hashable, Sendable {
  /// What the policy has next, where the pupil's absence is unexplained now; else nil.
  public var contactPlan: ContactPlan?
  /// Leave that was refused (U44).
  public var refusedLeave: [RefusedLeave]
  /// The steps in asking for evidence this school year, oldest first.
  public var evidence: [DayLine]
  /// The days of the absence that now runs on which it was reported, all of them by email alone.
  public var emailDates: [SchoolDate]
  /// The sessions missed this year, and those that were possible.
  public var missed: Missed
  /// The pupil's siblings who are unaccounted for now (U34).
  public var siblings: [FoundPupil]
  /// The absences that are planned and stand, whatever their days.
  public var planned: [EarlierPlan]
  /// When the school meets for the pupil, or nil where that is not known.
  public var days: SchoolDays?

  /// How much of the year was missed.
  public struct Missed: Hashable, Sendable {
    /// The sessions absent.
    public var absent: Int
    /// The sessions that were possible.
    public var possible: Int

    /// So many of so many.
    public init(_ absent: Int, of possible: Int) {
      self.absent = absent
      self.possible = possible
    }
  }

  /// What matters; nothing unless it is said.
  public init(
    contactPlan: ContactPlan? = nil, refusedLeave: [RefusedLeave] = [], evidence: [DayLine] = [],
    emailDates: [SchoolDate] = [], missed: Missed = Missed(0, of: 0), siblings: [FoundPupil] = [],
    planned: [EarlierPlan] = [], days: SchoolDays? = nil
  ) {
    self.contactPlan = contactPlan
    self.refusedLeave = refusedLeave
    self.evidence = evidence
    self.emailDates = emailDates
    self.missed = missed
    self.siblings = siblings
    self.planned = planned
    self.days = days
  }
}
