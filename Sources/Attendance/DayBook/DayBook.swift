/// The lines of the day book that matter to a question, and what they come to.
///
/// Every answer is worked out from the lines alone, oldest first; a line that was taken back counts
/// for nothing but its place in a timeline.
public struct DayBook: Hashable, Sendable {
  /// Every line given, oldest first, those taken back among them.
  public private(set) var lines: [DayLine]
  /// The lines that stand.
  public private(set) var standing: [DayLine]
  private let withdrawn: Set<DayLine.ID>
  private var answers: [DayLine.ID: [DayLine]]

  /// A book of these lines.
  public init(_ lines: [DayLine]) {
    self.lines = lines.sorted { $0.id < $1.id }
    let withdrawn = Set(
      self.lines.compactMap { $0.matter == .withdrawn ? $0.about : nil })
    self.withdrawn = withdrawn
    standing = self.lines.filter { !withdrawn.contains($0.id) && $0.matter != .withdrawn }
    answers = Dictionary(grouping: self.lines.filter { $0.about != nil }) {
      $0.about ?? DayLine.ID(0)
    }
  }

  /// Adds lines that were written after all that are in it.
  public mutating func add(_ newer: [DayLine]) {
    guard !newer.isEmpty else { return }
    // What is taken back stands no longer, wherever it is.
    if newer.contains(where: { $0.matter == .withdrawn }) {
      self = DayBook(lines + newer)
      return
    }
    lines += newer
    standing += newer
    for line in newer {
      if let about = line.about { answers[about, default: []].append(line) }
    }
  }

  /// The line of that number, or nil where it is not in the book.
  public func line(_ id: DayLine.ID) -> DayLine? {
    var places = lines.startIndex..<lines.endIndex
    while let last = places.last {
      let middle = (places.lowerBound + last) / 2
      if lines[middle].id == id { return lines[middle] }
      places = lines[middle].id < id ? middle + 1..<places.upperBound : places.lowerBound..<middle
    }
    return nil
  }

  /// Whether the line was taken back.
  public func isWithdrawn(_ line: DayLine) -> Bool { withdrawn.contains(line.id) }

  /// What was written about the line later, but what was taken back.
  public func answers(to line: DayLine) -> [DayLine] {
    (answers[line.id] ?? []).filter { !isWithdrawn($0) && $0.matter != .withdrawn }
  }

  /// The line that corrects it, or itself.
  private func isCorrected(_ line: DayLine) -> Bool {
    answers(to: line).contains { answer in
      if case .absence = answer.matter, answer.pupil == line.pupil { return true }
      return false
    }
  }
}

// MARK: - Messages and plans

extension DayBook {
  /// The messages that nobody has matched to a pupil.
  public var unlinked: [DayLine] {
    standing.filter { line in
      guard case .message = line.matter, line.pupil == nil else { return false }
      return !answers(to: line).contains { $0.pupil != nil || $0.matter == .done }
    }
  }

  /// The messages whose callers wait for a call.
  public var toCallBack: [DayLine] {
    standing.filter { line in
      guard case .message(let message) = line.matter, message.wantsCall else { return false }
      return !answers(to: line).contains { $0.matter == .done }
    }
  }

  /// The notes that nobody has dealt with.
  public var notes: [DayLine] {
    standing.filter { line in
      line.matter == .note && !answers(to: line).contains { $0.matter == .done }
    }
  }

  /// The absences that are known and stand, each with its line; a correction in place of what it
  /// corrects.
  public var absences: [(line: DayLine, absence: KnownAbsence)] {
    standing.compactMap { line in
      guard case .absence(let absence) = line.matter, !isCorrected(line) else { return nil }
      return (line, absence)
    }
  }

  /// The plans that the absences with a code come to.
  public var plans: [Plan] {
    absences.compactMap { line, absence in
      guard let pupil = line.pupil, let code = absence.code else { return nil }
      return Plan(
        id: Plan.ID(line.id.number), pupil: pupil, from: absence.from, through: absence.through,
        code: code, source: absence.source, by: line.by, at: line.at, note: line.words)
    }
  }
}

// MARK: - Where a pupil is

extension DayBook {
  /// Where a pupil is known to be on a day, apart from marks.
  public enum Whereabouts: Hashable, Sendable {
    /// Came at that time, after registration.
    case arrived(TimeOfDay)
    /// Left at that time, and has not come back.
    case left(Departure)
    /// Left, and came back at that time.
    case back(TimeOfDay)
    /// Marked in, but not found since that time.
    case notHere(since: TimeOfDay)
    /// Seen at that time, after having been missed.
    case seen(TimeOfDay)
  }

  /// Where each pupil is known to be on the date; the last line about a pupil says it.
  public func whereabouts(on date: SchoolDate) -> [Pupil.ID: Whereabouts] {
    var known: [Pupil.ID: Whereabouts] = [:]
    for line in standing where line.date == date {
      guard let pupil = line.pupil else { continue }
      switch line.matter {
      case .arrival(let arrival): known[pupil] = .arrived(arrival.time)
      case .departure(let departure): known[pupil] = .left(departure)
      case .back(let time): known[pupil] = .back(time)
      case .notHere(let time): known[pupil] = .notHere(since: time)
      case .seen(let time): known[pupil] = .seen(time)
      case .message, .concerns, .absence, .attempt, .handedOn, .safe, .note, .request, .decision,
        .timetable, .closure, .list, .elsewhere, .paper, .evidence, .told, .nudge, .step, .excused,
        .week, .casework, .done, .withdrawn:
        break
      }
    }
    return known
  }

  /// Whether the pupil has left the site on the date and is not back.
  public func isOut(_ pupil: Pupil.ID, on date: SchoolDate) -> Bool {
    if case .left = whereabouts(on: date)[pupil] { return true }
    return false
  }

  /// Those handed on to others and neither seen nor confirmed safe since, with the line that says so
  /// (U5: handed on is not found).
  public var handedOn: [DayLine] {
    var open: [Pupil.ID: DayLine] = [:]
    for line in standing {
      guard let pupil = line.pupil else { continue }
      switch line.matter {
      case .handedOn: if open[pupil] == nil { open[pupil] = line }
      case .safe, .seen, .arrival, .back: open[pupil] = nil
      case .message, .concerns, .absence, .attempt, .departure, .notHere, .note, .request,
        .decision, .timetable, .closure, .list, .elsewhere, .paper, .evidence, .told, .nudge, .step,
        .excused, .week, .casework, .done, .withdrawn:
        break
      }
    }
    return open.values.sorted { $0.id < $1.id }
  }

  /// What was tried to reach somebody about the pupil on the date, first try first.
  public func attempts(
    about pupil: Pupil.ID, on date: SchoolDate
  ) -> [(line: DayLine, attempt: Attempt)] {
    standing.compactMap { line in
      guard line.pupil == pupil, line.date == date, case .attempt(let attempt) = line.matter
      else { return nil }
      return (line, attempt)
    }
  }
}
