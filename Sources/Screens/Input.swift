public import Attendance
public import Terminal

/// What reaches the screens from outside.
public enum Input: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A text was pasted; it never marks anybody.
  case pasted(String)
  /// The terminal has another size.
  case resized(Size)
  /// What was asked for has come, or an effect has been performed or not.
  case answer(Answer)
  /// A register's window opened or closed.
  case boundary
  /// Nobody has pressed a key for as long as the school lets a screen stand.
  case idle
  /// Another desk has changed the register.
  case changedElsewhere
  /// The time has come to try again what could not be kept; see `Shell.retryAfter`.
  case retry
  /// The terminal is ours again after a pause.
  case resumed
}

/// An answer to a question, or to an effect.
public enum Answer: Hashable, Sendable {
  /// Everybody who may sign in.
  case staff([Staff])
  /// The person has signed in with login and passphrase.
  case signedIn(Staff)
  /// They have not, and why, in a sentence.
  case notSignedIn(String)
  /// The registers of a day.
  case registers(DayOfRegisters)
  /// One register with its pupils.
  case register(OpenRegister)
  /// There is no such register.
  case noRegister(NoRegister)
  /// The week of a register.
  case week(RegisterWeek)
  /// A pupil's year.
  case year(PupilYear)
  /// The history of one mark, oldest first.
  case history(Pupil.ID, Session, [HistoryLine])
  /// The pupils whose name begins with what was typed.
  case pupils(search: String, [FoundPupil])
  /// The changes of the draft are on disk.
  case draftKept(RegisterKey)
  /// They are not, and why, in a few words: `disk full`.
  case draftNotKept(RegisterKey, why: String)
  /// The act is kept.
  case submitted(RegisterKey, Receipt)
  /// The act is not kept, and why, in a sentence.
  case notSubmitted(RegisterKey, why: String)
  /// The note lies before the office.
  case noteLeft(RegisterKey)
  /// The note could not be left, and why, in a sentence.
  case noteNotLeft(RegisterKey, why: String)
  /// The person now covers the register.
  case covering(RegisterKey)
  /// What was asked for cannot be had, and why, in a sentence.
  case unavailable(String)
  /// The act of the office is kept.
  case kept(Act, Receipt)
  /// It is not, and why, in a sentence.
  case notKept(why: String)
  /// The forms that the person has left half typed.
  case forms([FormDraft])
  /// A half-typed form is not on disk, and why, in a few words: `disk full`.
  case formNotKept(why: String)
  /// What waits for the office.
  case morning(Morning)
  /// The requests for leave, each with what the policy says of it.
  case leave(LeaveBoard)
  /// A letter about a request for leave, with the names put in.
  case leaveLetter(LeaveLetter)
  /// The letter is made, and lies in that file of the school's folder.
  case leaveLetterMade(LeaveLetter, file: String)
  /// What the office needs to know of a pupil.
  case brief(PupilBrief)
  /// A text or call script with the names put in.
  case madeText(MadeText)
  /// Every N past its day.
  case lapsed([Unexplained])
  /// The day book of a day, with what still waits, and the names of its pupils.
  case messages(on: SchoolDate, DayBook, names: [Pupil.ID: FoundPupil])
  /// What a closure would touch, in sentences.
  case closing(Closing, inWords: [String])
  /// The closures that stand.
  case closures([StandingClosure], next: SchoolDate? = nil)
  /// What taking a closure back would touch.
  case reopening(DayLine.ID, Reopening)
  /// Who is away from the form.
  case away(AwayDay)
  /// What was done to a list, in a sentence.
  case awayDone(String)
  /// What was asked about the day, the door or the week.
  case site(SiteAnswer)
  /// What the rules of the policy say.
  case flags(FlagAnswer)
  /// The cases, or what was done about one.
  case cases(CaseAnswer)
  /// What was asked about letters or the page for the parent meeting.
  case letters(LetterAnswer)
  /// Figures of the school or of groups.
  case figures(FigureAnswer)
  /// What a penalty notice about a pupil would rest on.
  case notices(NoticeSheet)
  /// What was asked about notices is done, and how it went in words.
  case noticeDone(NoticeSheet, said: String)
  /// What asks for something today.
  case due(DueBoard)
  /// Who did what, or what was not done.
  case audit(AuditBoard)
  /// Marks that are to be amended, or what was done about them.
  case amending(AmendAnswer)
  /// The day passes that hold, a line for each.
  case passes([String])
  /// A day pass as it is handed over, line by line; its passphrase is kept nowhere.
  case passIssued([String])
  /// What became of a change to the admission register.
  case admission(AdmissionAnswer)
  /// What the move into the coming school year would do.
  case rollover(RolloverBoard)
}
