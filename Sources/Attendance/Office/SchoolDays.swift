/// When the school meets for one pupil, by which the days of an absence are read.
public struct SchoolDays: Hashable, Sendable {
  private let calendar: SchoolCalendar
  private let campus: String?
  private let yearGroup: YearGroup?
  private let closed: [Session: String]

  /// The days of the calendar on which a pupil of that campus and year is due, without the sessions
  /// that closures of the day book close to them.
  public init(
    _ calendar: SchoolCalendar, for particulars: Particulars, but closed: [Session: String] = [:]
  ) {
    self.calendar = calendar
    self.closed = closed
    campus = particulars.campus.isEmpty ? nil : particulars.campus
    yearGroup = particulars.yearGroup
  }

  /// Why an absence from the first session to the last cannot be, or nil where it can.
  ///
  /// A message may come late, and an N of weeks ago be explained; but the registers of another
  /// school year are closed to messages, and a date a year ago is a slip of the hand.
  public func refusal(of first: Session, through last: Session, on today: SchoolDate) -> Refused? {
    let year = SchoolYear(of: today)
    if first.date < year.firstDay { return .anotherYear(first.date, began: year.firstDay) }
    if calendar.sessions(from: first.date, through: last.date).contains(where: {
      first <= $0 && $0 <= last && reason($0) == nil
    }) {
      return nil
    }
    return .closed(first, reason: reason(first) ?? "", next: next(after: last))
  }

  private func meets(on date: SchoolDate) -> Bool {
    HalfDay.allCases.contains { reason(Session(date, $0)) == nil }
  }

  /// Why the school does not meet for the pupil, or nil where it does.
  private func reason(_ session: Session) -> String? {
    if let reason = calendar.closure(at: session, campus: campus, yearGroup: yearGroup) {
      return reason.description
    }
    return closed[session].map { $0.isEmpty ? "closed" : "closed: \($0)" }
  }

  /// The first day after the session on which the pupil is due; no holiday is longer than this looks.
  private func next(after session: Session) -> SchoolDate? {
    (1...100).lazy.map { session.date.adding(days: $0) }.first(where: meets)
  }

  /// Why days cannot be those of an absence; its sentence says what to do instead.
  public enum Refused: Error, Hashable, Sendable, CustomStringConvertible {
    case closed(Session, reason: String, next: SchoolDate?)
    case anotherYear(SchoolDate, began: SchoolDate)

    /// The refusal in one sentence, with the remedy.
    public var description: String {
      switch self {
      case .closed(let session, let reason, let next):
        "the school does not meet on \(session) (\(reason)); "
          + (next.map { "its next day is \($0.weekday.name) \($0)" }
            ?? "correct the date or the calendar")
      case .anotherYear(let date, let began):
        "\(date) lies before this school year, which began on \(began); correct the date, or amend "
          + "the register of that day"
      }
    }
  }
}
