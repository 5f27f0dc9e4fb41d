public import Attendance

/// Everything on record about a pupil that is looked at before a penalty notice.
public struct NoticeGrounds: Sendable {
  /// The pupil's name, as the register has it.
  public let name: String
  /// The pupil.
  public let pupil: Pupil.ID
  /// When the pupil is of compulsory school age.
  public let age: CompulsorySchoolAge
  /// What the rule sees of the pupil.
  public let window: NoticeWindow
  /// What the day book has about the pupil.
  public let book: DayBook
  /// As which issuer whoever looks would issue; nil where the policy lets them not.
  public let issuer: PenaltyNotices.Issuer?
  /// Whether whoever looks may see what is kept for the safeguarding lead.
  public let seesSafeguarding: Bool
  /// The date on which it is looked at; the window may be an earlier one, as of the day on which the
  /// line was met.
  public let date: SchoolDate
  /// The last day, before that of the window, on which the line was met; nil where it never was.
  public let metBefore: SchoolDate?

  /// What is on record.
  public init(
    of pupil: Pupil, on date: SchoolDate? = nil, window: NoticeWindow,
    metBefore: SchoolDate? = nil, book: DayBook, issuer: PenaltyNotices.Issuer?,
    seesSafeguarding: Bool
  ) {
    self.date = date ?? window.date
    self.metBefore = metBefore
    name = pupil.name.onRegister
    self.pupil = pupil.id
    age = CompulsorySchoolAge(born: pupil.dateOfBirth)
    self.window = window
    self.book = book
    self.issuer = issuer
    self.seesSafeguarding = seesSafeguarding
  }

  /// The penalty notices about the pupil to that parent, oldest first.
  public func notices(to parent: String) -> [PenaltyRecord] {
    let name = FoldedName(parent)
    return book.penalties(of: pupil).filter { FoldedName($0.notice.parent) == name }
  }

  /// What was done to support attendance, oldest first: cases, contracts and plans, meetings and
  /// visits that took place; not notes, calls or letters, which support nobody by themselves.
  public var support: [DayLine] {
    book.standing.filter { line in
      guard line.pupil == pupil, line.date <= date, case .casework(let work) = line.matter else {
        return false
      }
      switch work {
      case .opened, .agreement: return true
      case .action(let action):
        switch action.kind {
        case .conversation, .support, .checkIn, .homeVisit, .meeting, .clinic, .panel,
          .formalReview, .referral:
          let became = book.answers(to: line).compactMap(\.outcome?.kind)
          return action.isPlanned
            ? became.contains(.held) || became.contains(.heldInAbsence)
            : !became.contains(.cancelled)
        case .note, .call, .text, .letter, .unannouncedVisit, .sanction, .reward, .truancy:
          return false
        }
      case .turned, .assigned, .snoozed, .closed, .improve, .penalty, .outcome, .considered, .held,
        .returned:
        return false
      }
    }
  }
}

/// Which notice is the next that a parent can have about a child.
public enum NextNotice: Hashable, Sendable {
  case first
  case second
  /// There were two within three years: another legal measure instead.
  case none

  /// The next after so many that count.
  public init(after count: Int) {
    self = count == 0 ? .first : count == 1 ? .second : .none
  }

  /// Which it is within three years, counted from 1.
  public var level: Int? {
    switch self {
    case .first: 1
    case .second: 2
    case .none: nil
    }
  }

  /// What it costs, in words, or nil where the amounts know no such notice.
  public func amount(_ amounts: PenaltyAmounts) -> String? {
    switch self {
    case .first:
      "\(amounts.first) pounds if paid within 21 days of receiving it, \(amounts.firstLate) within 28"
    case .second: amounts.second.map { "\($0) pounds if paid within 28 days, with no lower amount" }
    case .none: nil
    }
  }
}
