public import Attendance
public import Policies

/// What the screens ask the run loop to do; a value, so that a test can look at it.
public enum Effect: Hashable, Sendable {
  /// Put the changes on disk before the next paint; answered by `draftKept` or `draftNotKept`.
  case keepDraft(RegisterKey, [Draft.Change])
  /// Keep the act; answered by `submitted` or `notSubmitted`.
  ///
  /// The draft it settles goes with it: where the one on disk says more, another desk has added to
  /// it, and the act is not kept until that has been seen.
  case submit(Act, settling: Draft)
  /// Keep an act of the office; answered by `kept` or `notKept`.
  case keep(Act)
  /// Write the letter into the folder of lists and note that it was made; answered by
  /// `leaveLetterMade` or `unavailable`.
  case makeLetter(LeaveLetter)
  /// Make a letter about a pupil, or write the page for the parent meeting; answered by `letters` or
  /// `unavailable`.
  case letters(LetterDeed)
  /// Keep a closure, in the calendar too where it was planned ahead; answered by `kept` or
  /// `notKept`.
  case close(Closing)
  /// Take back the closure of that line; answered by `kept` or `notKept`.
  case reopen(DayLine.ID, Reopening)
  /// Do something to a list away from the form; answered by `awayDone` or `notKept`.
  case away(AwayDeed)
  /// Leave a note about a pupil of a register for the office; answered by `noteLeft` or
  /// `noteNotLeft`.
  case leaveNote(RegisterKey, Pupil.ID, String)
  /// Put a half-typed form on disk before the next paint; answered by `formNotKept` where it is not.
  case keepForm(FormDraft)
  /// Do something about a case, with its words; answered by `cases` or `notKept`.
  case work(CaseDeed, saying: String)
  /// Record that the person covers the register today; answered by `covering` or `unavailable`.
  case declareCover(RegisterKey)
  /// Check login and passphrase; answered by `signedIn` or `notSignedIn`.
  case signIn(login: String, passphrase: Secret)
  /// Write the list into the folder of lists; answered by `written` or `unavailable`.
  case write(Handout, as: Handout.Form)
  /// Keep these contacts of the pupil in place of those known; answered by `contacts` or
  /// `unavailable`, where another desk has changed what was seen.
  case keepContacts(Pupil.ID, [Contact], seen: [Contact])
  /// Keep the name by which the pupil is known; answered by `contacts` or `unavailable`.
  case keepPreferredName(Pupil.ID, String)
  /// Do something about notices; answered by `noticeDone` or `unavailable`.
  case notice(NoticeDeed)
  /// Amend, undo, withdraw, send or redact; answered by `amending`, `unavailable` or `notKept`.
  case amend(AmendDeed)
  /// Issue a day pass; answered by `passIssued` or `unavailable`.
  case issuePass(PassOrder)
  /// Do something to the admission register; answered by `admission` or `unavailable`.
  case admission(AdmissionDeed)
  /// Answer the question.
  case ask(Question)
  /// Sound the bell once, for a refused key.
  case bell
  /// Paint everything afresh.
  case repaint
  /// Give the terminal back to the shell it was started from, until told to go on.
  case suspend
  /// Leave the program.
  case leave
}

/// What a screen wants to know.
public enum Question: Hashable, Sendable {
  /// Who may sign in; answered by `staff`.
  case staff
  /// The person's own register of today that waits to be taken; answered by `register`, or by
  /// `registers` where none waits.
  case ownRegister
  /// The registers of that day, or of today; answered by `registers`.
  case registers(on: SchoolDate?)
  /// That register with its pupils and draft; answered by `register` or `noRegister`.
  case register(RegisterKey)
  /// The week of that register; answered by `week`.
  case week(RegisterKey)
  /// That pupil's year, or the one that now runs; answered by `year`.
  case year(Pupil.ID, SchoolYear?)
  /// The history of that mark; answered by `history`.
  case history(Pupil.ID, Session)
  /// The history of the pupil's last mark of that day, or of their last absence on record where no
  /// day is meant; answered by `history` or `unavailable`.
  case lastMark(Pupil.ID, on: SchoolDate?)
  /// The pupils whose name begins so; answered by `pupils`.
  case pupils(String)
  /// What waits for the office today; answered by `morning`.
  case morning
  /// The requests for leave that wait or were decided lately; answered by `leave`.
  case leave
  /// That letter of the request with that number, to that contact or to whoever asked; answered by
  /// `leaveLetter` or `unavailable`.
  case leaveLetter(DayLine.ID, LeaveLetterKind, contact: Contact?)
  /// What the office needs to know of that pupil; answered by `brief`.
  case brief(Pupil.ID)
  /// The forms that the person has left half typed; answered by `forms`.
  case forms
  /// The text or call script of the next step for that pupil, to the contact of that place in the
  /// brief; answered by `madeText`.
  case madeText(Pupil.ID, contact: Int)
  /// Every N past its day; answered by `lapsed`.
  case lapsed
  /// The messages of that day, and those that still wait; answered by `messages`.
  case messages(on: SchoolDate)
  /// What a closure with these answers would touch; answered by `closing` or `unavailable`.
  case closing(ClosureWords)
  /// The closures that stand; answered by `closures`.
  case closures
  /// What taking back the closure of that line would touch; answered by `reopening`.
  case reopening(DayLine.ID, because: String)
  /// Everybody who is or will be away from the form, or was at that session; answered by `away`.
  case away(at: Session?)
  /// Something about the day, the door or the week; answered by `site`.
  case site(SiteQuestion)
  /// What the rules of the policy say; answered by `flags` or `unavailable`.
  case flags(FlagQuestion)
  /// What is followed up; answered by `cases` or `unavailable`.
  case cases(CaseQuestion)
  /// Something about letters or the page for the parent meeting; answered by `letters` or
  /// `unavailable`.
  case letters(LetterQuestion)
  /// Figures of the school or of groups; answered by `figures` or `unavailable`.
  case figures(FigureQuestion)
  /// What a penalty notice about that pupil would rest on; answered by `notices` or `unavailable`.
  case notices(Pupil.ID)
  /// What asks for something today; answered by `due` or `unavailable`.
  case due
  /// Who did what, or what was not done; answered by `audit` or `unavailable`.
  case audit(AuditQuestion)
  /// Marks that are to be amended; answered by `amending` or `unavailable`.
  case amending(AmendQuestion)
  /// The day passes that hold; answered by `passes` or `unavailable`.
  case passes
  /// What the move into the coming school year would do; answered by `rollover` or `unavailable`.
  case rollover
}
