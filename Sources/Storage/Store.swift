public import Attendance

/// What a school's register promises to whoever keeps it.
///
/// Nothing acknowledged is ever lost; entries are only ever added; an act is kept whole or not at
/// all; every store keeps the same promises, and one suite of tests holds each of them to all.
public protocol Store: AnyObject {
  /// What the school is called and how it runs.
  func school() throws(StoreFault) -> SchoolIdentity
  /// Keeps what the school is called and how it runs.
  func keep(_ school: SchoolIdentity) throws(StoreFault)

  /// Everybody on the books.
  func roll() throws(StoreFault) -> Roll
  /// The pupils due in a group's register at a session, in register order.
  func members(of group: String, at session: Session) throws(StoreFault) -> [Roll.Member]
  /// What is known of the group; its name alone where nothing more is.
  func group(_ name: String) throws(StoreFault) -> RegistrationGroup
  /// The pupil with this number, temporary or real, now or once.
  func pupil(_ upn: String) throws(StoreFault) -> Pupil?
  /// Keeps changes to the roll, the staff and the calendar, whole or not at all, with who made them
  /// and when.
  func keep(_ changes: [RollChange], by person: Person, at: Instant) throws(StoreFault)
  /// Contacts of the pupil, first to be called first.
  func contacts(of pupil: Pupil.ID) throws(StoreFault) -> [Contact]
  /// Contacts of other pupils who have the name or the telephone of one of the pupil's.
  func contacts(sharedWith pupil: Pupil.ID) throws(StoreFault) -> [Contact]
  /// What else the admission register holds of these pupils, or of everybody; a pupil of whom nothing
  /// is held is left out.
  func admissions(
    of pupils: [Pupil.ID]?
  ) throws(StoreFault) -> [Pupil.ID: AdmissionRecord]
  /// Every change to the pupil's names, details and contacts, oldest first.
  func revisions(of pupil: Pupil.ID) throws(StoreFault) -> [PupilRevision]

  /// Everybody who may sign in, or once could.
  func staff() throws(StoreFault) -> [Staff]

  /// What is kept of somebody's passphrase; nil where they have none.
  func passphrase(of login: String) throws(StoreFault) -> PassphraseHash?
  /// Keeps what replaces it, and in the change log that somebody set it.
  func keep(
    _ hash: PassphraseHash, of login: String, by person: Person, at: Instant) throws(StoreFault)
  /// Judges a try at signing in after those before it, counts it and records it.
  func keep(_ attempt: SignInAttempt) throws(StoreFault) -> SignInAttempt.Verdict
  /// Keeps a pass of the office with its holder, its passphrase and its covers, or nothing of it.
  func issue(_ pass: IssuedPass, by person: Person, at: Instant) throws(StoreFault)

  /// When the school meets.
  func calendar() throws(StoreFault) -> SchoolCalendar

  /// Keeps each act as one submission with its entries, sheets and seal; all of them or none.
  func submit(_ acts: [Act]) throws(StoreFault) -> [Receipt]
  /// Keeps the act and the changes to the roll that belong to it: all of both, or nothing.
  ///
  /// Whoever is said not to be on a trip is off its list and blank in the form by one act, so that
  /// no kill leaves one without the other.
  func submit(_ act: Act, with changes: [RollChange]) throws(StoreFault) -> Receipt
  /// The bytes that stand for codes in the sheets.
  func alphabet() throws(StoreFault) -> SheetAlphabet
  /// The sheets of a year: of these pupils, or of everybody.
  func sheets(
    of year: SchoolYear, pupils: [Pupil.ID]?
  ) throws(StoreFault) -> [Pupil.ID: YearSheet]
  /// The sessions of the year at which each pupil's sheet shows the code, earliest first; a pupil
  /// without any is left out.
  func sessions(
    of code: String, in year: SchoolYear
  ) throws(StoreFault) -> [Pupil.ID: [Session]]
  /// What stands for each pupil at the session, as known at an instant, or now.
  func standing(
    of pupils: [Pupil.ID], at session: Session, asAt: Instant?
  ) throws(StoreFault) -> [Pupil.ID: RegisterRow.Standing]
  /// Every entry ever made for the pupil, oldest first, at one session or at all.
  func history(
    of pupil: Pupil.ID, at session: Session?
  ) throws(StoreFault) -> [HistoryLine]
  /// Every entry made after that act, or ever where there is none, oldest first.
  func lines(after submission: Submission.ID?) throws(StoreFault) -> [HistoryLine]
  /// The act that the line of the day book is part of, or nil where there is no such line.
  func submission(of line: DayLine.ID) throws(StoreFault) -> Submission.ID?
  /// The act of that number, or nil where there is none.
  func submission(_ id: Submission.ID) throws(StoreFault) -> Submission?
  /// Every act about the register, oldest first: taken, amended, withdrawn.
  func submissions(of key: RegisterKey) throws(StoreFault) -> [Submission]
  /// The amendments by that person, or by anybody, newest first, at most so many.
  func amendments(
    by login: String?, atMost count: Int
  ) throws(StoreFault) -> [Submission]
  /// The entries that an act made, in the order in which they were kept.
  func entries(of submission: Submission.ID) throws(StoreFault) -> [Entry]
  /// Takes the text of an entry's note out of the register for good, and leaves a tombstone.
  ///
  /// The seal covers a hash only and still holds; who redacted it, when and why stays in the change
  /// log.
  func redactNote(
    of entry: Entry.ID, because reason: String, by person: Person, at: Instant
  ) throws(StoreFault)
  /// The pupils and sessions of the date at which two sightings contradict each other.
  func unsettled(on date: SchoolDate) throws(StoreFault) -> [Unsettled]
  /// The registers taken on the date, by their key.
  func taken(on date: SchoolDate) throws(StoreFault) -> [RegisterKey: Submission]

  /// What the change log says was done on these days, oldest first.
  func log(from first: SchoolDate, through last: SchoolDate) throws(StoreFault) -> [LogLine]
  /// The lines of the change log that begin with these words, oldest first.
  func logged(beginning head: String) throws(StoreFault) -> [LogLine]
  /// Every act of these days, oldest first.
  func acts(from first: SchoolDate, through last: SchoolDate) throws(StoreFault) -> [ActLine]
  /// How often each person did each kind of act on these days, and amended an entry; in any order.
  func actCounts(
    from first: SchoolDate, through last: SchoolDate
  ) throws(StoreFault) -> [ActCount]
  /// The entries made on these days in place of others, oldest first.
  func amendments(
    from first: SchoolDate, through last: SchoolDate
  ) throws(StoreFault) -> [HistoryLine]
  /// Every cover declared for the date, in the order in which it was declared.
  func covers(on date: SchoolDate) throws(StoreFault) -> [Cover]
  /// Lines of the day book, and what answers them; sensitive ones only where that is said.
  func dayBook(_ which: DayBookQuery, sensitive: Bool) throws(StoreFault) -> DayBook
  /// Takes the words of a line of the day book out of the register for good, and leaves a
  /// tombstone, as `redactNote` does for an entry.
  func redactWords(
    of line: DayLine.ID, because reason: String, by person: Person, at: Instant
  ) throws(StoreFault)

  /// What is past retention on the day, where everything is kept for that period.
  func pastRetention(
    _ period: RetentionPeriod, on date: SchoolDate
  ) throws(StoreFault) -> PastRetention
  /// What acts wrote, by their numbers; nothing of those that were emptied.
  func written(in acts: ClosedRange<Int64>) throws(StoreFault) -> WrittenActs
  /// Removes what was looked at and exported, for good, and keeps a record of it; all or nothing.
  ///
  /// The acts stay with their authors, times and seals. Refused where it is no longer what is past
  /// retention on that day, and while another desk has the register open.
  func remove(
    _ past: PastRetention, exportedAs digest: String, by person: Person, at: Instant
  ) throws(StoreFault) -> RemovalRecord
  /// Refuses while another desk has the register open, which removing does too, after the work of
  /// exporting.
  func refuseOtherDesks() throws(StoreFault)
  /// Every removal of what was past retention, oldest first.
  func removals() throws(StoreFault) -> [RemovalRecord]

  /// The policies adopted so far, in the order of the dates from which they rule.
  func policies() throws(StoreFault) -> [AdoptedPolicy]

  /// Reads everything the body asks for as it stood at one moment, and faster than apart.
  ///
  /// The body keeps nothing: a write within it is refused.
  func together<Value>(_ body: () throws -> Value) throws -> Value
  /// Where the register stands now.
  func mark() throws(StoreFault) -> RegisterMark
  /// The pupils about whom anything was kept since; nil where more was changed than their marks and
  /// the day book: the roll, the calendar, a closure.
  func touched(since mark: RegisterMark) throws(StoreFault) -> Set<Pupil.ID>?
  /// A number that changes when another process has changed the register.
  func dataVersion() throws(StoreFault) -> Int
  /// Copies the register as it stands into a new file, which is read back and verified.
  func backUp(to path: String) throws(StoreFault)
  /// Copies the register as it stands into an empty file that is open, while desks go on; it is on
  /// disk when this returns, and nobody has read it back yet.
  func copy(to descriptor: Int32, progress: (Double) -> Void) throws(StoreFault)

  /// Keeps that somebody has looked at what was changed in the file itself beside the marks, and takes
  /// it as it is; from then on it is told of and no fault.
  func acceptAlterations(because why: String, by person: Person, at: Instant) throws(StoreFault)
  /// The seal of the last submission, in hexadecimal.
  func headSeal() throws(StoreFault) -> String
  /// Everything that is wrong with the file, place by place; empty where all is well.
  func verify(
    against seal: String?, progress: (Double) -> Void
  ) throws(StoreFault) -> Verification
}

extension Store {
  /// Lines of the day book, and what answers them, without any that is sensitive.
  ///
  /// What leaves the program is made from these; whoever shows a sensitive line to somebody has to ask
  /// for it outright, and see whether they may read it.
  public func dayBook(_ which: DayBookQuery) throws(StoreFault) -> DayBook {
    try dayBook(which, sensitive: false)
  }

  /// Keeps members of staff, new ones and changed ones by their login.
  public func keep(_ staff: [Staff], by person: Person, at: Instant) throws(StoreFault) {
    try keep(staff.map(RollChange.staff), by: person, at: at)
  }

  /// Keeps the calendars of these years in place of what was known of them.
  public func keep(_ years: [CalendarYear], by person: Person, at: Instant) throws(StoreFault) {
    try keep(years.map(RollChange.year), by: person, at: at)
  }

  /// Keeps in the change log that somebody did something: declared cover of a register.
  public func record(_ what: String, by person: Person, at: Instant) throws(StoreFault) {
    try keep([.done(what)], by: person, at: at)
  }

  /// The plans that speak of the session.
  public func plans(at session: Session) throws(StoreFault) -> [Plan] {
    try dayBook(.absences(on: session.date)).plans(at: session)
  }

  /// Takes the text of an entry's note out without saying why.
  public func redactNote(of entry: Entry.ID, by person: Person, at: Instant) throws(StoreFault) {
    try redactNote(of: entry, because: "", by: person, at: at)
  }

  /// Takes the words of a line out without saying why.
  public func redactWords(of line: DayLine.ID, by person: Person, at: Instant) throws(StoreFault) {
    try redactWords(of: line, because: "", by: person, at: at)
  }

  /// What else the admission register holds of the pupil.
  public func admission(of pupil: Pupil.ID) throws(StoreFault) -> AdmissionRecord {
    try admissions(of: [pupil])[pupil] ?? AdmissionRecord()
  }

  /// Keeps an act as one submission with its entries, sheets and seal.
  public func submit(_ act: Act) throws(StoreFault) -> Receipt {
    guard let receipt = try submit([act]).first else { throw .failed("no receipt") }
    return receipt
  }
}

/// A session of a pupil at which two sightings wait for the office to settle them.
public struct Unsettled: Hashable, Sendable {
  /// Whose.
  public let pupil: Pupil.ID
  /// At which session.
  public let session: Session

  /// That pupil at that session.
  public init(pupil: Pupil.ID, session: Session) {
    self.pupil = pupil
    self.session = session
  }
}
