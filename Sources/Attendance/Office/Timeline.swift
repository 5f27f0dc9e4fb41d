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
    /// What it was made from.
    public let source: Source
  }

  /// What a line was made from.
  public enum Source: Hashable, Sendable {
    /// A mark of that session.
    case mark(Entry.ID, Session)
    /// A line of the day book.
    case line(DayLine.ID)
    /// A change of the pupil's records.
    case record
  }

  /// Everything that happened, in the order in which it was typed.
  public let lines: [Line]

  /// The day of one pupil, from every mark made for the date, what the day book says, and what was
  /// changed that day of the pupil's records.
  public init(
    of pupil: Pupil.ID, on date: SchoolDate, marks: [HistoryLine], _ book: DayBook,
    _ revisions: [PupilRevision] = []
  ) {
    let ofDay = marks.filter { $0.entry.session.date == date }
    let replaced = Set(ofDay.compactMap(\.entry.replaces))
    // Of one act the message comes first, and the marks that follow from it last.
    let all =
      Self.lines(of: pupil, on: date, book).map { Self.line($0, isPast: book.isWithdrawn($0)) }
      + ofDay.map { Self.line($0, isPast: replaced.contains($0.entry.id)) }
      + revisions.filter { $0.at.date == date }.map { Self.line($0) }
    lines = all.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
  }

  /// The lines about the pupil that speak of the date, and those about nobody that belong to them.
  ///
  /// A message that names no pupil by itself belongs to those whose lines answer it; so does what is
  /// written about it later, that it was dealt with or taken back.
  private static func lines(of pupil: Pupil.ID, on date: SchoolDate, _ book: DayBook) -> [DayLine] {
    func speaks(_ line: DayLine) -> Bool { line.date == date || line.at.date == date }
    let own = book.lines.filter { $0.pupil == pupil }
    let ofDay = own.filter { speaks($0) || covers($0, date) }
    let told = Set(ofDay.compactMap(\.about))
    var shown = Set(ofDay.map(\.id))
    // What answers a line comes after it, so one walk finds the answers to answers too.
    var theirs = Set(own.map(\.id)).union(own.compactMap(\.about))
    return book.lines.filter { line in
      if line.pupil != nil { return shown.contains(line.id) }
      let isAnswer = line.about.map(theirs.contains) ?? false
      if isAnswer { theirs.insert(line.id) }
      guard
        told.contains(line.id)
          || isAnswer && (speaks(line) || line.about.map(shown.contains) ?? false)
      else { return false }
      shown.insert(line.id)
      return true
    }
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
      words: entry.note.map { $0.isEmpty ? DayLine.removed : $0 } ?? "", by: act.typist,
      isPast: isPast,
      source: .mark(entry.id, entry.session))
  }

  private static func line(_ line: DayLine, isPast: Bool) -> Line {
    Line(
      at: line.at, happened: line.matter.time, kind: line.matter.kind, what: line.inWords,
      words: line.words, by: line.by, isPast: isPast, source: .line(line.id))
  }

  private static func line(_ revision: PupilRevision) -> Line {
    Line(
      at: revision.at, happened: nil, kind: revision.kind, what: revision.inWords, words: "",
      by: revision.by, isPast: false, source: .record)
  }
}
