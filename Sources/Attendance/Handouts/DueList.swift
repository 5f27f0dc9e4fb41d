/// Everybody due at a session, each with where they are as far as that is known.
///
/// The fire list, the absence bulletin and the headcount are read from it, so that they agree.
public struct DueList: Hashable, Sendable {
  /// Where somebody is.
  public enum State: Hashable, Sendable {
    /// In the building, or not known to be away.
    case here(OnSite.Knowledge)
    /// Away with that code.
    case away(String)
    /// Left during the day, and not back.
    case out(Departure)
    /// Marked in, and not found since that time.
    case missing(since: TimeOfDay)
  }

  /// One pupil of the list.
  public struct Line: Hashable, Sendable {
    /// Who, with year and campus of the day.
    public let member: Roll.Member
    /// The group in whose register they stand at the session.
    public let group: String
    /// What is on record.
    public let facts: OnSite.Facts
    /// Where they are.
    public let state: State

    /// Whether the pupil is known to be away, or expected to be.
    public var isAway: Bool {
      switch state {
      case .away, .out, .here(.expectedAway): true
      case .here, .missing: false
      }
    }
  }

  /// The session.
  public let session: Session
  /// Everybody, group by group in the order given.
  public let lines: [Line]

  /// The list of these groups, from what is known of each pupil.
  public init(
    _ groups: [(name: String, members: [Roll.Member])], at session: Session, codes: CodeBook,
    facts: (Pupil.ID) -> OnSite.Facts
  ) {
    self.session = session
    lines = groups.flatMap { group in
      group.members.map { member in
        let known = facts(member.pupil.id)
        let list = OnSite([member], on: session.date, codes: codes) { _ in known }
        let state: State =
          if let since = list.missing.first?.since {
            .missing(since: since)
          } else if let line = list.lines.first {
            .here(line.knowledge)
          } else if case .left(let departure) = known.whereabouts {
            .out(departure)
          } else {
            .away(known.code.isEmpty ? known.planned : known.code)
          }
        return Line(member: member, group: group.name, facts: known, state: state)
      }
    }
  }
}

extension DueList.State: CustomStringConvertible {
  /// Where somebody is, in words and with the reason's code.
  public var description: String {
    switch self {
    case .here(let knowledge): "\(knowledge)"
    case .away(let code): code.isEmpty ? "away" : "away, \(code)"
    case .out(let departure): departure.inWords
    case .missing(let since): "MARKED IN, NOT HERE since \(since)"
    }
  }

  /// Where somebody is, without the reason (U32: a bulletin gives none).
  public var withoutReason: String {
    switch self {
    case .here(.expectedAway): "expected away, not yet marked"
    case .here: "here"
    case .away: "away"
    case .out(let departure):
      "left \(departure.time)" + (departure.expected.map { ", expected \($0)" } ?? "")
    case .missing(let since): "not found since \(since)"
    }
  }
}
