public import Attendance

/// A mark that somebody points at: whose, and at which session.
public struct MarkReference: Hashable, Sendable {
  /// Whose.
  public let pupil: Pupil.ID
  /// At which session.
  public let session: Session

  /// The mark of that pupil at that session.
  public init(_ pupil: Pupil.ID, at session: Session) {
    self.pupil = pupil
    self.session = session
  }
}

/// Marks as they are looked at before they are amended.
public struct AmendSheet: Hashable, Sendable {
  /// The marks, with what stands there.
  public let places: [MarkPlace]
  /// What the person may mark.
  public let rules: Register.Rules
  /// Why the person may not amend some of them.
  public let denials: [MarkReference: String]
  /// The reasons given lately, to be chosen by number.
  public let reasons: RecentReasons

  /// Those marks, for somebody who may do so much.
  public init(
    places: [MarkPlace], rules: Register.Rules, denials: [MarkReference: String] = [:],
    reasons: RecentReasons = RecentReasons()
  ) {
    self.places = places
    self.rules = rules
    self.denials = denials
    self.reasons = reasons
  }

  /// The marks it is about.
  var references: [MarkReference] { places.map { MarkReference($0.pupil.id, at: $0.session) } }

  /// What the wish comes to.
  func amending(_ wish: AmendmentWish) throws -> Amending {
    try Amending(wish, at: places, under: rules) {
      denials[MarkReference($0.pupil.id, at: $0.session)]
    }
  }
}

/// What the screens ask about amending.
public enum AmendQuestion: Hashable, Sendable {
  /// These marks as they stand; answered by `sheet`.
  case sheet([MarkReference])
}

/// What the screens want amended.
public enum AmendDeed: Hashable, Sendable {
  /// Keep the amendments; answered by `done`, or by `changed` where a mark is no longer as it was seen.
  case keep(Act)
  /// Take back that act, or the person's last amendment; answered by `done`.
  case undo(Submission.ID?)
  /// Withdraw the registration, or move it, or only say what that would do.
  case withdraw(RegisterKey, because: String, to: RegisterKey?, isTrial: Bool)
  /// Send a colleague's draft as oneself.
  case sendDraft(RegisterKey, of: String)
  /// Take the text beside that mark, or of that line, out of the register for good.
  case redact(Pupil.ID, RemovableText, because: String)
}

/// Which text is taken out of the register.
public enum RemovableText: Hashable, Sendable {
  /// The note beside a mark.
  case note(Entry.ID)
  /// The words of a line of the day book.
  case words(DayLine.ID)
}

/// An answer about amending.
public enum AmendAnswer: Hashable, Sendable {
  /// The marks that were asked for.
  case sheet(AmendSheet)
  /// It is done, in a sentence; with the act that an undo would take back.
  case done(String, undo: Submission.ID?)
  /// What it would do, in a sentence.
  case trial(String)
  /// It is not done, since a mark was changed meanwhile; in a sentence.
  case changed(String)
}
