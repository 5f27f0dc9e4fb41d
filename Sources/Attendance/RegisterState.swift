/// Where a register of the day stands.
public enum RegisterState: Hashable, Sendable {
  case closedDay(reason: String)
  case notOpen(opens: TimeOfDay)
  case open(closes: TimeOfDay)
  case draft(marked: Int, of: Int, closes: TimeOfDay)
  case overdue(closes: TimeOfDay)
  case closedNotTaken(closed: TimeOfDay)
  case taken(at: Instant, by: String)

  /// How long before closing an untaken register is overdue, in minutes.
  public static let warning = 10

  /// The state of a register of so many pupils, so many of them marked in a draft.
  public init(
    window: RegisterWindow, session: Session, now: Instant, taken: Submission?, marked: Int,
    of pupils: Int
  ) {
    if let taken {
      self = .taken(at: taken.at, by: taken.typist.name)
      return
    }
    let isToday = now.date == session.date
    if now.date < session.date || (isToday && now.time < window.opens) {
      self = .notOpen(opens: window.opens)
    } else if !isToday || now.time >= window.closes {
      self = .closedNotTaken(closed: window.closes)
    } else if now.time.minutes >= window.closes.minutes - Self.warning {
      self = .overdue(closes: window.closes)
    } else if marked > 0 {
      self = .draft(marked: marked, of: pupils, closes: window.closes)
    } else {
      self = .open(closes: window.closes)
    }
  }

  /// The state in words, with its time and never a countdown.
  public var words: String {
    switch self {
    case .closedDay(let reason): "no school: \(reason)"
    case .notOpen(let opens): "opens \(opens)"
    case .open(let closes): "open, closes \(closes)"
    case .draft(let marked, let pupils, let closes):
      "draft \(marked) of \(pupils), closes \(closes)"
    case .overdue(let closes): "overdue, closes \(closes)"
    case .closedNotTaken(let closed): "closed \(closed), not taken"
    case .taken(let at, let by): "taken \(at.time) by \(by)"
    }
  }
}
