/// A list of pupils away from their forms: a trip, an exam hall, the medical base (U14).
///
/// The pupils on it are places in the group of its name, for as long as it lasts.
public struct AwayList: Hashable, Sendable {
  /// The name of the list and of its group: `Trip to the museum`.
  public var name: String
  /// Who leads it, by login, or empty.
  public var leader: String
  /// The first session.
  public var from: Session
  /// The last session.
  public var through: Session
  /// The code that those on it have: `V`, `B`, or empty where they are present on site.
  public var code: String
  /// The nature of the activity, which B, K and V need, or empty.
  public var nature: String
  /// Where it is: a place, a provider, a room.
  public var place: String

  /// A list with these details.
  public init(
    name: String, leader: String = "", from: Session, through: Session, code: String = "",
    nature: String = "", place: String = ""
  ) {
    self.name = name
    self.leader = leader
    self.from = from
    self.through = through
    self.code = code
    self.nature = nature
    self.place = place
  }

  /// Whether it speaks of that session.
  public func covers(_ session: Session) -> Bool { from <= session && session <= through }
}

/// What a leader, a provider or another school says of a pupil who is expected with them.
public struct Elsewhere: Hashable, Sendable {
  /// The session it is about.
  public var session: Session
  /// Whether the pupil is there.
  public var isThere: Bool
  /// Who says so.
  public var by: String

  /// A word with these details.
  public init(at session: Session, isThere: Bool, by: String) {
    self.session = session
    self.isThere = isThere
    self.by = by
  }
}
