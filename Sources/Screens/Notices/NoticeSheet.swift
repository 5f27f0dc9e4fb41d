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

  /// A sheet with these details.
  public init(
    of pupil: Pupil, form: String, on date: SchoolDate, _ considered: [NoticeConsidered],
    toSettle: [Session], isReferral: Bool
  ) {
    self.pupil = pupil
    self.form = form
    self.date = date
    self.considered = considered
    self.toSettle = toSettle
    self.isReferral = isReferral
  }
}

/// What a screen asks to be done about notices.
public enum NoticeDeed: Hashable, Sendable {
  /// Write the evidence pack and note that it was made.
  case pack(Pupil.ID)
  /// Keep the notice, or its referral.
  case issue(NoticeOrder)

  /// Whom it is about.
  public var pupil: Pupil.ID {
    switch self {
    case .pack(let pupil): pupil
    case .issue(let order): order.pupil
    }
  }
}

/// A penalty notice that a person asks to issue.
public struct NoticeOrder: Hashable, Sendable {
  /// Whom it is about.
  public let pupil: Pupil.ID
  /// Which contact it is for, by the number of its priority.
  public let parent: Int
  /// When the authority was asked whether anything stands against it.
  public let checked: SchoolDate
  /// The ground.
  public let words: String

  /// An order with these details.
  public init(pupil: Pupil.ID, parent: Int, checked: SchoolDate, words: String) {
    self.pupil = pupil
    self.parent = parent
    self.checked = checked
    self.words = words
  }
}
