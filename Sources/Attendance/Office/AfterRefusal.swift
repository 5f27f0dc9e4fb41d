/// What became of days for which leave was refused: whether the pupil was away all the same, and
/// when they were seen again.
public struct AfterRefusal: Hashable, Sendable {
  /// The sessions asked for at which the pupil was away without leave.
  public let away: [Session]
  /// The first session after those at which the pupil was in, or nil while there is none.
  public let back: Session?

  /// What became of the request; nil where it was not refused.
  ///
  /// `away` says whether the mark of a session is an absence without leave, `seen` whether it shows
  /// the pupil in; `through` is the last session that has begun.
  public init?(
    of leave: LeaveCase, calendar: SchoolCalendar, through last: Session,
    away: (Session) -> Bool, seen: (Session) -> Bool
  ) {
    guard leave.state == .refused, !leave.isLunch else { return nil }
    let sessions = calendar.sessions(
      from: leave.request.from.date, through: max(last.date, leave.request.from.date)
    ).filter { $0 >= leave.request.from && $0 <= last }
    let missed = sessions.filter { leave.request.covers($0) && away($0) }
    self.away = missed
    back = missed.last.flatMap { gone in sessions.first { $0 > gone && seen($0) } }
  }
}
