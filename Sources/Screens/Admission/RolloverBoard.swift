public import Attendance

/// What the move into a school year would do, pupil by pupil, as the screen shows it.
public struct RolloverBoard: Hashable, Sendable {
  /// What becomes of a pupil, what needs a decision first.
  public enum Fate: String, CaseIterable, Hashable, Sendable {
    case undecided = "decide"
    case leaves
    case comes
    case goesUp = "goes up"
  }

  /// One pupil.
  public struct Row: Hashable, Sendable {
    /// Who.
    public let pupil: Pupil
    /// The form now, or the one they come into.
    public let form: String
    /// What becomes of them.
    public let fate: Fate
    /// Where to, from when or on what ground, in a few words.
    public let what: String

    /// A pupil of whom that becomes.
    public init(_ pupil: Pupil, form: String, _ fate: Fate, _ what: String) {
      self.pupil = pupil
      self.form = form
      self.fate = fate
      self.what = what
    }
  }

  /// The year.
  public let year: SchoolYear
  /// Its first day.
  public let first: SchoolDate
  /// The pupils of whom anything becomes: those to decide first, those who go up last.
  public let rows: [Row]
  /// Why it cannot be carried out now, in a sentence; nil where it can.
  public let bar: String?
  /// Whether a move into the year is on record, so that it can be taken back.
  public let isMade: Bool
  /// What the person may carry out: going up and leaving are two rights.
  public let may: Set<Fate>

  /// What the move into that year would do, and how much of it the person may carry out.
  public init(
    into year: SchoolYear, from first: SchoolDate, _ rows: [Row], bar: String?, isMade: Bool,
    may: Set<Fate> = [.goesUp, .leaves]
  ) {
    self.may = may
    self.year = year
    self.first = first
    self.rows = Fate.allCases.flatMap { fate in rows.filter { $0.fate == fate } }
    self.bar = bar
    self.isMade = isMade
  }

  func count(_ fate: Fate) -> Int { rows.count { $0.fate == fate } }

  /// How many there are of each, the fullest words first.
  var counts: [String] {
    let (up, leave, come) = (count(.goesUp), count(.leaves), count(.comes))
    let decide = count(.undecided)
    return [
      "\(up) go up, \(leave) leave, \(come) come, \(decide) to decide",
      "\(up) up, \(leave) leave, \(decide) to decide", "\(decide) to decide",
    ]
  }
}
