/// One line of the day book: what was said, done or found out about a pupil, only ever added.
///
/// The day book is to the office what the ledger of entries is to the register: nothing in it is
/// changed, a later line answers, corrects or takes back an earlier one, and every line is part of a
/// sealed act.
public struct DayLine: Hashable, Identifiable, Sendable {
  /// The number of a line, in the order in which lines were made.
  public struct ID: Hashable, Comparable, Sendable {
    /// The number itself.
    public let number: Int64

    /// The identifier with this number.
    public init(_ number: Int64) {
      self.number = number
    }

    /// Whether the first was made earlier.
    public static func < (earlier: ID, later: ID) -> Bool { earlier.number < later.number }
  }

  /// The number of the line.
  public let id: ID
  /// Who typed it, with name and position as they were then.
  public let by: Person
  /// When it was typed, by the program's clock.
  public let at: Instant
  /// Whom it is about, or nil for a message nobody has matched to a pupil yet.
  public let pupil: Pupil.ID?
  /// The day it speaks of.
  public let date: SchoolDate
  /// The line it answers, corrects, ends or takes back, or nil.
  public let about: ID?
  /// What it says.
  public let matter: Matter
  /// The words as they were said or written; empty where there are none, or none any more.
  public let words: String
  /// Who may read it; most lines are ordinary.
  public let nature: Nature

  /// What stands in the place of words that were taken out of the register for good.
  public static let removed = "[removed]"

  /// A line as it was kept.
  public init(
    id: ID, by: Person, at: Instant, pupil: Pupil.ID?, date: SchoolDate, about: ID? = nil,
    matter: Matter, words: String = "", nature: Nature = .ordinary
  ) {
    self.id = id
    self.by = by
    self.at = at
    self.pupil = pupil
    self.date = date
    self.about = about
    self.matter = matter
    self.words = words
    self.nature = nature
  }

  /// What a line of the day book says.
  public enum Matter: Hashable, Sendable {
    /// Somebody told the school something.
    case message(Message)
    /// The message that the line is about concerns this pupil; nothing follows from it yet.
    case concerns
    /// An absence known beforehand: it prefills registers from one session to another.
    case absence(KnownAbsence)
    /// The office tried to reach somebody.
    case attempt(Attempt)
    /// The pupil came after registration.
    case arrival(LateArrival)
    /// The pupil left the site.
    case departure(Departure)
    /// The pupil who had left is back.
    case back(TimeOfDay)
    /// Marked in, but not where they should be, since that time.
    case notHere(TimeOfDay)
    /// Seen after all, at that time.
    case seen(TimeOfDay)
    /// Handed on to others who look for the pupil, who stays among those whose whereabouts are
    /// unknown.
    case handedOn(to: String)
    /// Confirmed safe, by whom.
    case safe(by: String)
    /// A word from one desk to the office.
    case note
    /// Leave of absence is asked for.
    case request(LeaveRequest)
    /// The request that the line is about is decided.
    case decision(LeaveDecision)
    /// The pupil has a timetable of their own.
    case timetable(Timetable)
    /// The school, or a part of it, is closed; about nobody, since the marks say whom it touches.
    case closure(ClosedSessions)
    /// A list away from the form is made; about nobody, since its group holds the pupils.
    case list(AwayList)
    /// The pupil expected elsewhere is there, or is not.
    case elsewhere(Elsewhere)
    /// A letter or form was made.
    case paper(Paper)
    /// Evidence was asked for, or came.
    case evidence(EvidenceStep)
    /// These were told: the home school, the youth offending worker, the parent of a doubt.
    case told(String)
    /// The taker of this register was reminded that it is not taken.
    case nudge(RegisterKey)
    /// A step of a checklist was done, as its words say.
    case step
    /// What follows from the line it is about is let off, for the reason its words give.
    case excused
    /// The week that begins on the line's date is signed off.
    case week
    /// Something is done or decided about following up a pupil's attendance.
    case casework(Casework)
    /// What the line is about has been dealt with.
    case done
    /// The line it is about is taken back, for the reason its words give.
    case withdrawn
  }
}

/// A line that an act asks to keep.
public struct ProposedLine: Hashable, Sendable {
  /// Which line a proposed one is about.
  public enum Reference: Hashable, Sendable {
    /// One that is kept already.
    case kept(DayLine.ID)
    /// One of the same act, counted from 0 and before this one.
    case ofThisAct(Int)
  }

  /// Whom it is about, or nil for a message nobody has matched to a pupil yet.
  public var pupil: Pupil.ID?
  /// The day it speaks of.
  public var date: SchoolDate
  /// The line it answers, corrects, ends or takes back, or nil.
  public var about: Reference?
  /// What it says.
  public var matter: DayLine.Matter
  /// The words as they were said or written, or empty.
  public var words: String
  /// Who may read it; what is written about a sensitive line is kept as sensitive as that.
  public var nature: DayLine.Nature

  /// A line with these details.
  public init(
    pupil: Pupil.ID?, date: SchoolDate, about: Reference? = nil, matter: DayLine.Matter,
    words: String = "", nature: DayLine.Nature = .ordinary
  ) {
    self.pupil = pupil
    self.date = date
    self.about = about
    self.matter = matter
    self.words = words
    self.nature = nature
  }
}
