public import Attendance
public import Policies

/// What a penalty notice about a pupil would rest on, for each parent, as the screen shows it.
public struct NoticeSheet: Hashable, Sendable {
  /// The pupil.
  public let pupil: Pupil
  /// The pupil's form.
  public let form: String
  /// The date on which it is considered.
  public let date: SchoolDate
  /// The notice considered for each parent, first to be called first.
  public let considered: [NoticeConsidered]
  /// The sessions without a reason, on which nothing can rest.
  public let toSettle: [Session]
  /// Whether only the authority issues, so that the school refers.
  public let isReferral: Bool
  /// The notices and agreements on record, oldest first.
  public let records: [NoticeRecord]

  /// A sheet with these details.
  public init(
    of pupil: Pupil, form: String, on date: SchoolDate, _ considered: [NoticeConsidered],
    toSettle: [Session], isReferral: Bool, records: [NoticeRecord] = []
  ) {
    self.pupil = pupil
    self.form = form
    self.date = date
    self.considered = considered
    self.toSettle = toSettle
    self.isReferral = isReferral
    self.records = records
  }
}

/// What a screen asks to be done about notices.
public enum NoticeDeed: Hashable, Sendable {
  /// Write the evidence pack and note that it was made.
  case pack(Pupil.ID)
  /// Keep the notice, or its referral.
  case issue(NoticeOrder)
  /// Keep the notice to improve.
  case improve(ImproveOrder)
  /// Keep the contract or plan.
  case agree(AgreementOrder)
  /// Keep what became of a notice or an agreement.
  case outcome(OutcomeOrder)

  /// Whom it is about.
  public var pupil: Pupil.ID {
    switch self {
    case .pack(let pupil): pupil
    case .issue(let order): order.pupil
    case .improve(let order): order.pupil
    case .agree(let order): order.pupil
    case .outcome(let order): order.pupil
    }
  }
}
