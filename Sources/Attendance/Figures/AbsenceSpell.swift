/// Sessions of absence one after another, told as one: a week's illness is one line and not ten.
public struct AbsenceSpell: Hashable, Sendable {
  /// A code, and at how many sessions of the spell it stands.
  public struct Part: Hashable, Sendable {
    /// The code.
    public let code: String
    /// At how many sessions.
    public fileprivate(set) var sessions: Int

    /// So many sessions with the code.
    public init(_ code: String, sessions: Int) {
      self.code = code
      self.sessions = sessions
    }
  }

  /// Its first session.
  public let first: Session
  /// Its last session.
  public private(set) var last: Session
  /// Its codes in the order in which they begin.
  public private(set) var parts: [Part]
  /// The sessions within it at which there is no mark: shown, and never bridged silently (U31).
  public private(set) var blanks: [Session]

  /// A spell with these details.
  public init(from first: Session, through last: Session, _ parts: [Part], blanks: [Session] = []) {
    self.first = first
    self.last = last
    self.parts = parts
    self.blanks = blanks
  }

  /// At how many sessions the pupil was absent.
  public var sessions: Int { parts.reduce(0) { $0 + $1.sessions } }

  /// Whether the session lies in it.
  public func contains(_ session: Session) -> Bool { first <= session && session <= last }

  /// How a session stands to a spell of absence.
  public enum Standing: Hashable, Sendable {
    /// The pupil was away.
    case absent
    /// The pupil was away, and came before the session ended: a spell of its own (U31).
    case arrived
    /// There is no mark.
    case blank
    /// Nobody asked for the pupil then: it neither breaks a spell nor belongs to it.
    case notRequired
    /// The pupil was there, or at something approved.
    case present
  }

  /// The spells among these marks of one pupil, earliest first.
  ///
  /// The marks are those of the sessions at which the pupil's school meets, in order: a weekend or a
  /// holiday, at which it does not, breaks no spell. A blank breaks none either, and is named in it.
  public static func spells(
    in marks: [(session: Session, code: String)], standing: (_ code: String, Session) -> Standing
  ) -> [AbsenceSpell] {
    var spells: [AbsenceSpell] = []
    var isOpen = false
    var waiting: [Session] = []
    for (session, code) in marks {
      switch standing(code, session) {
      case .absent:
        if isOpen {
          spells[spells.count - 1].add(session, code, after: waiting)
        } else {
          spells.append(
            AbsenceSpell(from: session, through: session, [Part(code, sessions: 1)]))
        }
        (isOpen, waiting) = (true, [])
      case .arrived:
        spells.append(AbsenceSpell(from: session, through: session, [Part(code, sessions: 1)]))
        (isOpen, waiting) = (false, [])
      case .blank: waiting.append(session)
      case .notRequired: continue
      case .present: (isOpen, waiting) = (false, [])
      }
    }
    return spells
  }

  private mutating func add(_ session: Session, _ code: String, after blanks: [Session]) {
    last = session
    self.blanks += blanks
    if let place = parts.firstIndex(where: { $0.code == code }) {
      parts[place].sessions += 1
    } else {
      parts.append(Part(code, sessions: 1))
    }
  }
}

extension AttendanceCode {
  /// How a session with this code stands to a spell of absence.
  public var standingInSpell: AbsenceSpell.Standing {
    switch category {
    case .authorisedAbsence, .unauthorisedAbsence: isLate ? .arrived : .absent
    case .notPossible: .notRequired
    case .present, .approvedActivity: .present
    }
  }
}
