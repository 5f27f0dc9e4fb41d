public import Attendance
public import Policies

/// The cases that a person may see, with all that the screens say of them.
public struct CaseBoard: Hashable, Sendable {
  /// One case.
  public struct Row: Hashable, Identifiable, Sendable {
    /// The case.
    public let one: Case
    /// Whose it is.
    public let pupil: Pupil
    /// The form, or empty where the pupil has left.
    public let form: String
    /// The name of the ladder.
    public let ladder: String
    /// The next step of the ladder, or nil after the last.
    public let next: LadderStep?
    /// Who takes it, in words.
    public let owner: String
    /// Whether that is the person who looks.
    public let isMine: Bool
    /// What a review finds now, or nil before the first step.
    public let review: CaseReview?
    /// What keeps letters and ladders waiting, or nil.
    public let hold: Hold?
    /// Whether the person who looks may read why.
    let saysWhy: Bool
    /// Every line about it, oldest first, those taken back among them.
    public let lines: [DayLine]
    /// Those taken back.
    public let takenBack: Set<DayLine.ID>

    /// A case with these details.
    public init(
      _ one: Case, of pupil: Pupil, form: String, ladder: String, next: LadderStep?, owner: String,
      isMine: Bool, review: CaseReview?, hold: Hold?, saysWhy: Bool = true, lines: [DayLine],
      takenBack: Set<DayLine.ID>
    ) {
      self.one = one
      self.pupil = pupil
      self.form = form
      self.ladder = ladder
      self.next = next
      self.owner = owner
      self.isMine = isMine
      self.review = review
      self.hold = hold
      self.saysWhy = saysWhy
      self.lines = lines
      self.takenBack = takenBack
    }

    /// The number of the case.
    public var id: DayLine.ID { one.id }
    /// The last line that stands and may be taken back.
    var last: DayLine? { lines.last { !takenBack.contains($0.id) && $0.matter != .withdrawn } }
  }

  /// The day they are looked at.
  public let date: SchoolDate
  /// The cases, what is due first first, closed ones last.
  public let rows: [Row]

  /// These cases on that day.
  public init(on date: SchoolDate, _ rows: [Row]) {
    self.date = date
    self.rows = rows
  }

  /// Which of the cases are shown.
  enum Shown: CaseIterable, Hashable {
    case open, due, mine, closed

    var words: String {
      switch self {
      case .open: "open"
      case .due: "due and overdue"
      case .mine: "with you"
      case .closed: "closed"
      }
    }
  }

  func rows(_ shown: Shown, of pupil: Pupil.ID?) -> [Row] {
    rows.filter { row in
      if let pupil, row.pupil.id != pupil { return false }
      let state = row.one.state(on: date)
      switch shown {
      case .open: return state != .closed
      case .due: return state == .due || state == .overdue
      case .mine: return row.isMine && state != .closed
      case .closed: return state == .closed
      }
    }
  }

  private func count(_ state: Case.State, of pupil: Pupil.ID?) -> Int {
    rows(.open, of: pupil).count { $0.one.state(on: date) == state }
  }

  /// The counts in words, longest first.
  func counts(of pupil: Pupil.ID?) -> [String] {
    let (overdue, due) = (count(.overdue, of: pupil), count(.due, of: pupil))
    let others = rows(.open, of: pupil).count - overdue - due
    return [
      "\(overdue) overdue, \(due) due today, \(others) waiting",
      "\(overdue) overdue, \(due) due", "\(overdue + due) due",
    ]
  }
}

/// What the screens ask of the cases.
public enum CaseQuestion: Hashable, Sendable {
  /// Every case the person may see; answered by `board`.
  case board
}

/// The answer to what the screens ask or do about cases.
public enum CaseAnswer: Hashable, Sendable {
  /// Every case the person may see.
  case board(CaseBoard)
  /// What was done, in a sentence; the case it was about.
  case done(String, DayLine.ID?)
}
