public import Attendance

/// The evidence on which a penalty notice would rest, as one value: for a paper, a screen or a test.
///
/// Its figures are those of the flag and of the notice considered; it works out none of its own.
public struct EvidencePack: Sendable {
  /// Who made it, when, and the head seal of the register at that moment.
  public struct Making: Hashable, Sendable {
    /// The school's name.
    public let school: String
    /// When.
    public let at: Instant
    /// By whom.
    public let by: Person
    /// The seal of the last submission, in hexadecimal: paper that names it anchors the register.
    public let seal: String

    /// A making with these details.
    public init(school: String, at: Instant, by: Person, seal: String) {
      self.school = school
      self.at = at
      self.by = by
      self.seal = seal
    }
  }

  /// How it was made.
  public let making: Making
  /// The pupil.
  public let pupil: Pupil
  /// What is true of the pupil on the date.
  public let particulars: Particulars
  /// What is on record.
  public let grounds: NoticeGrounds
  /// The notice considered for each parent it is about.
  public let considered: [NoticeConsidered]
  /// The entries of the sessions that count and were changed after they were made, oldest first.
  public let changes: [HistoryLine]

  /// A pack about these parents; of the history only what counts and was changed is kept.
  public init(
    _ making: Making, of pupil: Pupil, _ particulars: Particulars, _ grounds: NoticeGrounds,
    for considered: [NoticeConsidered], history: [HistoryLine]
  ) {
    self.making = making
    self.pupil = pupil
    self.particulars = particulars
    self.grounds = grounds
    self.considered = considered
    let counted = Set(grounds.window.counted.map(\.session))
    let bySession = Dictionary(grouping: history, by: \.entry.session)
    changes = bySession.filter { counted.contains($0.key) && $0.value.count > 1 }
      .sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// The window that is looked at.
  public var window: NoticeWindow { grounds.window }

  /// The sessions without a reason that must be settled before anything rests on them.
  public var toSettle: [Session] {
    window.counted.filter { $0.code == window.unexplained }.map(\.session)
  }

  /// Whether it can be handed on: no N is in it.
  public var isReady: Bool { toSettle.isEmpty }

  /// What was done about the pupil's attendance, oldest first: not the notes that staff wrote for each
  /// other, nor whose case it was.
  public var log: [DayLine] {
    grounds.book.standing.filter { line in
      guard line.pupil == pupil.id, line.date <= grounds.date else { return false }
      switch line.matter {
      case .attempt, .paper, .evidence, .request, .decision: return true
      case .casework(let work):
        switch work {
        case .opened, .turned, .closed, .agreement, .improve, .penalty, .outcome, .considered,
          .returned:
          return true
        case .action(let action): return action.kind != .note
        case .assigned, .snoozed, .held: return false
        }
      case .message, .concerns, .absence, .arrival, .departure, .back, .notHere, .seen, .handedOn,
        .safe, .note, .timetable, .closure, .list, .elsewhere, .told, .nudge, .step, .excused,
        .week, .done, .withdrawn:
        return false
      }
    }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
  }

  /// The words of a line of the log, or nil where there are none or they are a letter of their own.
  public func words(of line: DayLine) -> String? {
    switch line.matter {
    case .paper: nil
    case .attempt(let attempt) where attempt.outcome == .textMade: nil
    default: line.words.isEmpty ? nil : line.words
    }
  }
}
