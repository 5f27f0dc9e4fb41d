/// Who may be in the building, and how that is known: the fire list.
///
/// Everybody due today but those known to be away; nobody is left out for lack of a mark (U2).
public struct OnSite: Hashable, Sendable {
  /// How somebody is known to be in the building, or why that cannot be ruled out.
  public enum Knowledge: Hashable, Sendable {
    /// Seen at registration this half of the day, or in a draft of it.
    case seen
    /// Came at that time, or came back.
    case arrived(TimeOfDay)
    /// Seen in the morning, and not yet marked in the afternoon.
    case seenThisMorning
    /// Away in the morning with that code, and not yet marked in the afternoon.
    case awayThisMorning(String)
    /// Expected to be away with that code, and not yet marked.
    case expectedAway(String)
    /// Due since that time by a timetable of their own, and not yet seen.
    case due(since: TimeOfDay)
    /// Not yet marked.
    case notMarked
  }

  /// One person of the list.
  public struct Line: Hashable, Sendable {
    /// Who, with group, year and campus of the day.
    public let member: Roll.Member
    /// How it is known.
    public let knowledge: Knowledge
    /// Whether the pupil is a guest.
    public var isGuest: Bool { member.enrolment.kind == .guest }
  }

  /// What is known of one pupil's day so far.
  public struct Facts: Hashable, Sendable {
    /// The code on record this half of the day, or in somebody's draft of it; empty for a blank.
    public var code: String
    /// The code on record in the morning, once it is afternoon; empty for a blank.
    public var morning: String
    /// The code of a planned absence, or empty.
    public var planned: String
    /// Whether the session was closed after the pupil had come: the mark says nothing of the place.
    public var isClosed: Bool
    /// Whether another place has confirmed that the pupil is there.
    public var isElsewhere: Bool
    /// Since when the pupil is due by a timetable of their own, once that time has come.
    public var due: TimeOfDay?
    /// Where the pupil is known to be, apart from marks.
    public var whereabouts: DayBook.Whereabouts?

    /// These facts.
    public init(
      code: String = "", morning: String = "", planned: String = "", due: TimeOfDay? = nil,
      isClosed: Bool = false, isElsewhere: Bool = false,
      whereabouts: DayBook.Whereabouts? = nil
    ) {
      self.due = due
      self.code = code
      self.morning = morning
      self.planned = planned
      self.isClosed = isClosed
      self.isElsewhere = isElsewhere
      self.whereabouts = whereabouts
    }
  }

  /// Everybody who may be in the building, group by group in the order given.
  public let lines: [Line]
  /// Those marked in and not found, with since when.
  public let missing: [(member: Roll.Member, since: TimeOfDay)]

  /// The list of these members on a date, from what is known of each.
  public init(
    _ members: [Roll.Member], on date: SchoolDate, codes: CodeBook,
    facts: (Pupil.ID) -> Facts
  ) {
    var lines: [Line] = []
    var missing: [(member: Roll.Member, since: TimeOfDay)] = []
    for member in members {
      let facts = facts(member.pupil.id)
      if case .notHere(let since) = facts.whereabouts {
        missing.append((member, since))
      } else if let knowledge = Self.knowledge(facts, on: date, codes) {
        lines.append(Line(member: member, knowledge: knowledge))
      }
    }
    self.lines = lines
    self.missing = missing
  }

  /// How it is known, or nil for somebody known to be away.
  private static func knowledge(
    _ facts: Facts, on date: SchoolDate, _ codes: CodeBook
  ) -> Knowledge? {
    switch facts.whereabouts {
    case .left: return nil
    case .arrived(let time), .back(let time), .seen(let time): return .arrived(time)
    case .notHere, nil: break
    }
    // Whoever was registered here and then left with a trip is known to be away all the same.
    if facts.isElsewhere { return nil }
    func isHere(_ code: String) -> Bool { (codes.code(code, on: date)?.onSite ?? .yes) != .no }
    // Whoever was here when the school closed is here until signed out or collected.
    if facts.isClosed, !facts.morning.isEmpty, isHere(facts.morning), !isHere(facts.code) {
      return .seenThisMorning
    }
    // A mark made at registration says nothing of a child who is due later.
    if let due = facts.due, facts.code.isEmpty || !isHere(facts.code) { return .due(since: due) }
    if !facts.code.isEmpty { return isHere(facts.code) ? .seen : nil }
    if !facts.planned.isEmpty, !isHere(facts.planned) { return .expectedAway(facts.planned) }
    if facts.morning.isEmpty { return .notMarked }
    return isHere(facts.morning) ? .seenThisMorning : .awayThisMorning(facts.morning)
  }

  /// Whether both lists hold the same.
  public static func == (one: OnSite, other: OnSite) -> Bool {
    one.lines == other.lines && one.missing.map(\.member) == other.missing.map(\.member)
  }

  /// Feeds the lines.
  public func hash(into hasher: inout Hasher) { hasher.combine(lines) }
}

extension OnSite.Knowledge: CustomStringConvertible {
  /// How it is known, in words.
  public var description: String {
    switch self {
    case .seen: "seen"
    case .arrived(let time): "arrived \(time)"
    case .seenThisMorning: "seen this morning"
    case .awayThisMorning(let code): "not yet marked, away this morning (\(code))"
    case .expectedAway(let code): "not yet marked, expected away (\(code))"
    case .due(let time): "due since \(time), not yet seen"
    case .notMarked: "not yet marked"
    }
  }
}
