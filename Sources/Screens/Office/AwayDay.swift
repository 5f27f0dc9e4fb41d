public import Attendance

/// Who is away from the form today or will be: lists, providers and other schools.
public struct AwayDay: Hashable, Sendable {
  /// One pupil of a place.
  public struct Member: Hashable, Sendable {
    /// The pupil.
    public let pupil: Pupil
    /// The form.
    public let form: String
    /// What is known: `expected`, `confirmed`, `not there`, `on site`.
    public let state: String

    /// A pupil of whom this is known.
    public init(_ pupil: Pupil, form: String, state: String) {
      self.pupil = pupil
      self.form = form
      self.state = state
    }
  }

  /// One list, provider or other school.
  public struct Place: Hashable, Sendable {
    /// Its name, by which it is known.
    public let name: String
    /// The line of the list and what it says, or nil for a provider or another school.
    public let list: Listed?
    /// The session that matters now.
    public let session: Session
    /// Its pupils, in register order.
    public let members: [Member]
    /// Whether its pupils are off site.
    public let isOffSite: Bool
    /// Whether the person who asks leads it.
    public let isLed: Bool

    /// A list with its line.
    public struct Listed: Hashable, Sendable {
      /// The line of the day book.
      public let line: DayLine.ID
      /// What it says.
      public let list: AwayList

      /// That list of that line.
      public init(_ line: DayLine.ID, _ list: AwayList) {
        self.line = line
        self.list = list
      }
    }

    /// A place with its pupils.
    public init(
      _ name: String, list: Listed? = nil, at session: Session, members: [Member],
      isOffSite: Bool = true, isLed: Bool = false
    ) {
      self.name = name
      self.list = list
      self.session = session
      self.members = members
      self.isOffSite = isOffSite
      self.isLed = isLed
    }

    /// How many are in that state.
    func count(_ state: String) -> Int { members.count { $0.state == state } }

    /// What is known of it, in words: `57 expected, 3 confirmed; V, History; led by mowen`.
    public var words: String {
      let missing = count("not there")
      let counts =
        isOffSite
        ? "\(count("expected")) expected, \(count("confirmed")) confirmed"
          + (missing > 0 ? ", \(missing) not there" : "")
        : "\(members.count) on site"
      guard let list = list?.list else { return counts }
      let what = [list.code, list.nature].filter { !$0.isEmpty }.joined(separator: " ")
      let until =
        list.from.date == list.through.date
        ? "" : "\(list.from.date.short) to \(list.through.date.short)"
      let leader = list.leader.isEmpty ? "" : "led by \(list.leader)"
      return [counts, what, list.place, until, leader].filter { !$0.isEmpty }
        .joined(separator: "; ")
    }
  }

  /// The places, lists first as they begin.
  public let places: [Place]

  /// The names of forms, groups and lists, which a new list cannot have.
  public let taken: [String]

  /// The session before the one shown, where there is one to look back at.
  public let earlier: Session?
  /// The session after the one shown, or nil where what follows is now.
  public let later: Session?

  /// A day with these places.
  public init(
    _ places: [Place], taken: [String] = [], earlier: Session? = nil, later: Session? = nil
  ) {
    self.places = places
    self.taken = taken
    self.earlier = earlier
    self.later = later
  }
}

/// What is done to a list, or to what a place says.
public enum AwayDeed: Hashable, Sendable {
  /// Everybody expected there at the session is there, but these; without a session, as of now.
  case confirm(place: String, notThere: Set<Pupil.ID>, says: String, at: Session?)
  /// These are off the list from the session on, and due in their forms again.
  case takeOff(list: String, Set<Pupil.ID>, says: String, at: Session)
  /// These names are on the list as well.
  case putOn(list: String, names: String)
  /// The list is made, of these forms and names.
  case make(AwayList, names: String)
  /// The list is ended.
  case end(list: String)
}
