extension Handout {
  /// Every list there is; its raw value is the name that the command knows it by.
  ///
  /// A new list is a case here with its words below, and a line where the lists are put together.
  public enum Kind: String, CaseIterable, Sendable {
    case absenceBulletin = "absence-bulletin"
    case headcount
    case untaken
    case headOfYear = "head-of-year"
    case safeguarding = "dsl"
    case lateBook = "late-book"
    case detentions
    case lateSlip = "late-slip"
    case dismissal
    case sixthForm = "sixth-form"
    case missing
    case contacts
    case ringRound = "ring-round"
    case guests
    case fireList = "fire-list"

    /// What it is called.
    public var title: String { words.title }
    /// The key that opens it on the screen of handouts.
    public var key: Character { words.key }
    /// Whom it is for and what it says.
    public var help: String { words.help }
    /// Whether it can speak of a day that is past.
    public var isOfAnyDay: Bool { self == .lateBook || self == .detentions }
    /// What a word after its name chooses, or nil where it takes none.
    public var argument: String? {
      switch self {
      case .headOfYear: "year"
      case .dismissal, .fireList: "group"
      case .lateSlip, .missing: "pupil"
      case .absenceBulletin, .headcount, .untaken, .safeguarding, .lateBook, .detentions,
        .sixthForm, .contacts, .ringRound, .guests:
        nil
      }
    }

    private var words: (title: String, key: Character, help: String) {
      switch self {
      case .absenceBulletin: ("Absence bulletin", "a", "for the staff: who is away, by year")
      case .headcount: ("Headcount and meals", "h", "for the kitchen: how many are here")
      case .untaken: ("Registers not taken", "u", "for the runner: rooms and takers")
      case .headOfYear: ("Heads of year", "y", "who is away or late, and what was tried")
      case .safeguarding: ("DSL and social workers", "d", "vulnerable pupils not in school")
      case .lateBook: ("Late book", "l", "who came late, with time and reason")
      case .detentions: ("Detentions", "t", "those who came after closing")
      case .lateSlip: ("Late slips", "s", "one for each late pupil to take to class")
      case .dismissal: ("Dismissal list", "x", "for an early closure: who collects whom")
      case .sixthForm: ("Sixth form in and out", "6", "numbers, and who is out")
      case .missing: ("Missing on site", "m", "the incident form with its checklist")
      case .contacts: ("Too few contacts", "c", "pupils with fewer than the policy asks")
      case .ringRound: ("Ring-round", "r", "whom to ring about pupils expected elsewhere")
      case .guests: ("Absent guests", "g", "the home schools to be told this morning")
      case .fireList: ("Fire list", "f", "who may be in the building")
      }
    }
  }

  /// Which list is asked for, of which day and about whom.
  public struct Request: Hashable, Sendable {
    /// Which list.
    public var kind: Kind
    /// The day, or nil for today.
    public var date: SchoolDate?
    /// The year, the group or the pupil it is about, or empty.
    public var about: String

    /// The list of that kind.
    public init(_ kind: Kind, on date: SchoolDate? = nil, about: String = "") {
      self.kind = kind
      self.date = date
      self.about = about
    }
  }

  /// How a list is written into a file.
  public enum Form: String, CaseIterable, Sendable {
    case sheet = "txt"
    case rows = "csv"
  }
}
