public import Attendance
public import Policies

/// Who has moved from one band of attendance to another, and who has earned a certificate.
public struct MoversBoard: Hashable, Sendable {
  /// A pupil, with the form.
  public struct Mover: Hashable, Sendable {
    /// The pupil.
    public let pupil: Pupil
    /// The form.
    public let form: String
    /// What tells the pupil apart from others of nearly the same name, or nil.
    public let lookAlike: LookAlike?
    /// The counts of the time before.
    public let before: Tally
    /// The counts of the time now.
    public let after: Tally
    /// From which band to which.
    public let change: BandChange

    /// A pupil who moved from one band to another.
    public init(
      _ pupil: Pupil, form: String, lookAlike: LookAlike? = nil, before: Tally, after: Tally,
      change: BandChange
    ) {
      self.pupil = pupil
      self.form = form
      self.lookAlike = lookAlike
      self.before = before
      self.after = after
      self.change = change
    }

    /// By how many points attendance changed.
    public var points: Points? {
      Points(after.attended, of: after.possible, since: before.attended, of: before.possible)
    }
  }

  /// A pupil who has earned a certificate, or may have.
  public struct Earner: Hashable, Sendable {
    /// The pupil.
    public let pupil: Pupil
    /// The form.
    public let form: String
    /// What tells the pupil apart from others of nearly the same name, or nil.
    public let lookAlike: LookAlike?
    /// The counts of the period.
    public let tally: Tally
    /// The codes of the absences with how often each stands, in the order of the codes.
    public let absences: String
    /// Which list the pupil is on.
    public let certificate: Certificate

    /// A pupil on one of the lists.
    public init(
      _ pupil: Pupil, form: String, lookAlike: LookAlike? = nil, tally: Tally,
      absences: String = "", certificate: Certificate
    ) {
      self.pupil = pupil
      self.form = form
      self.lookAlike = lookAlike
      self.tally = tally
      self.absences = absences
      self.certificate = certificate
    }
  }

  /// The lists of a period that is over.
  public struct Earned: Hashable, Sendable {
    /// The period.
    public let period: SchoolPeriod
    /// The pupils, by list and then in the order of a register.
    public let earners: [Earner]

    /// The lists of that period.
    public init(of period: SchoolPeriod, _ earners: [Earner]) {
      self.period = period
      self.earners = earners
    }
  }

  /// The time before, in words: `Autumn 1, 2 Sep to 23 Oct`.
  public let before: String
  /// The time now, in words.
  public let after: String
  /// Those who moved, improved first, those who moved furthest first.
  public let movers: [Mover]
  /// How many pupils were compared.
  public let compared: Int
  /// How many had no possible session in one of the two.
  public let uncompared: Int
  /// Whether the bands are those of the policy.
  public let hasOwnBands: Bool
  /// The certificates of the last week, half term and term that are over, as far as there are any.
  public let earned: [Earned]

  /// Those who moved between the two.
  public init(
    before: String, after: String, movers: [Mover], compared: Int, uncompared: Int,
    hasOwnBands: Bool, earned: [Earned]
  ) {
    self.before = before
    self.after = after
    self.movers = movers
    self.compared = compared
    self.uncompared = uncompared
    self.hasOwnBands = hasOwnBands
    self.earned = earned
  }

  /// How many went that way.
  func count(_ direction: BandChange.Direction) -> Int {
    movers.count { $0.change.direction == direction }
  }
}
