/// A child's day on one page: what was planned, marked, told, tried, and when (U39).
public struct Timeline: Hashable, Sendable {
  /// One thing that happened.
  public struct Line: Hashable, Sendable {
    /// When it was typed.
    public let at: Instant
    /// When it is said to have happened, where that is another time of the day.
    public let happened: TimeOfDay?
    /// What kind of thing it was: `mark`, `message`, `attempt`.
    public let kind: String
    /// What happened, in a sentence without its end.
    public let what: String
    /// The words beside it, or empty.
    public let words: String
    /// Who typed it.
    public let by: Person
    /// Whether it was taken back, or another mark stands in its place.
    public let isPast: Bool
  }

  /// Everything that happened, in the order in which it was typed.
  public let lines: [Line]

  /// The day of one pupil, from every mark made for the date and what the day book says.
  public init(of pupil: Pupil.ID, on date: SchoolDate, marks: [HistoryLine], _ book: DayBook) {
    let ofDay = marks.filter { $0.entry.session.date == date }
    let replaced = Set(ofDay.compactMap(\.entry.replaces))
    let ownLines = book.lines.filter {
      $0.pupil == pupil && ($0.date == date || $0.at.date == date || Self.covers($0, date))
    }
    // A message that names no pupil by itself belongs to those whose lines answer it.
    let messages = Set(ownLines.compactMap(\.about))
    let told = book.lines.filter { $0.pupil == nil && messages.contains($0.id) }
    // Of one act the message comes first, and the marks that follow from it last.
    let all =
      (ownLines + told).sorted { $0.id < $1.id }.map {
        Self.line($0, isPast: book.isWithdrawn($0))
      } + ofDay.map { Self.line($0, isPast: replaced.contains($0.entry.id)) }
    lines = all.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
  }

  private static func covers(_ line: DayLine, _ date: SchoolDate) -> Bool {
    guard case .absence(let absence) = line.matter else { return false }
    return absence.from.date <= date && date <= absence.through.date
  }

  private static func line(_ mark: HistoryLine, isPast: Bool) -> Line {
    let (entry, act) = (mark.entry, mark.submission)
    var what = "\(entry.session.half.rawValue) \(entry.isBlank ? "taken back" : entry.code)"
    if let minutes = entry.minutes { what += ", \(minutes) minutes late" }
    if let replaced = mark.replaced { what += ", in place of \(replaced)" }
    if entry.beside != nil { what += ", kept beside what stands" }
    if !entry.reason.isEmpty { what += " (\(entry.reason))" }
    return Line(
      at: act.at, happened: act.observer?.at.time, kind: "mark", what: what,
      words: entry.note ?? "", by: act.typist, isPast: isPast)
  }

  private static func line(_ line: DayLine, isPast: Bool) -> Line {
    Line(
      at: line.at, happened: line.matter.time, kind: line.matter.kind, what: line.matter.inWords,
      words: line.words, by: line.by, isPast: isPast)
  }
}
