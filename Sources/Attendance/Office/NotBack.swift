/// A pupil who has not come back from leave on the day expected, with the clocks that run from it.
///
/// Ten school days after leave, and twenty running without any, each only with the school's and the
/// authority's joint enquiries, are grounds to look at the roll; an arrival stops both (U31).
public struct NotBack: Hashable, Sendable {
  /// The leave.
  public let leave: LeaveCase
  /// The day on which the pupil was expected.
  public let expected: SchoolDate
  /// How many school days have passed without the pupil, the expected one included.
  public let days: Int
  /// The day on which the tenth has passed, or nil where no calendar reaches it.
  public let tenth: SchoolDate?
  /// The day on which the twentieth has passed, or nil where no calendar reaches it.
  public let twentieth: SchoolDate?
  /// The code that is known for today, or empty: a pupil reported ill is not missing.
  public let known: String

  /// Those whose leave has ended and who have not been seen since, longest first.
  ///
  /// `attended` says whether a pupil has a mark of attendance at the session; `through` is the last
  /// session that has begun, and a day counts once its morning register could be taken.
  public static func among(
    _ book: DayBook, calendar: SchoolCalendar, through last: Session,
    attended: (Pupil.ID, Session) -> Bool
  ) -> [NotBack] {
    book.leave.compactMap { leave in
      guard leave.state == .granted, !leave.isLunch, let pupil = leave.pupil,
        let expected = leave.decision?.expectedBack
          ?? calendar.schoolDay(1, after: leave.request.through.date),
        expected < last.date
      else { return nil }
      let sessions = calendar.sessions(from: expected, through: last.date).filter { $0 <= last }
      if sessions.contains(where: { attended(pupil, $0) }) { return nil }
      let seen = book.standing.contains { line in
        guard line.pupil == pupil, line.date >= expected else { return false }
        switch line.matter {
        case .arrival, .back, .seen: return true
        case .message, .concerns, .absence, .attempt, .departure, .notHere, .handedOn, .safe,
          .note, .request, .decision, .timetable, .closure, .list, .elsewhere, .paper, .evidence,
          .told, .nudge, .step, .excused, .week, .casework, .done, .withdrawn:
          return false
        }
      }
      if seen { return nil }
      let days = Set(sessions.map(\.date)).count
      guard days > 0 else { return nil }
      let before = expected.adding(days: -1)
      return NotBack(
        leave: leave, expected: expected, days: days,
        tenth: calendar.schoolDay(10, after: before),
        twentieth: calendar.schoolDay(20, after: before),
        known: book.plans(at: last).last { $0.pupil == pupil }?.code ?? "")
    }.sorted { ($0.expected, $0.leave.id) < ($1.expected, $1.leave.id) }
  }

  /// What is known and which clock runs, in words.
  public var inWords: String {
    var words = "expected \(expected.short), not back: \(days) school day\(days == 1 ? "" : "s")"
    if !known.isEmpty { words += ", \(known) is known for today" }
    if days >= 20 {
      words += "; 20 have passed: ground for the roll only with the authority's joint enquiries"
    } else if days >= 10 {
      words += "; 10 have passed: ground for the roll only with the authority's joint enquiries"
    } else if let tenth {
      words += "; 10 on \(tenth.short)"
    }
    if days < 20, let twentieth { words += ", 20 on \(twentieth.short)" }
    return words
  }
}
