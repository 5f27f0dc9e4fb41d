public import Attendance

/// The attendance of each pupil session by session, in the shape in which schools share it daily.
///
/// Reception, every year of compulsory school age and the sixth form; no note, reason or contact.
public struct DailyShare: Sendable {
  private let roll: Roll
  private let figures: Figures
  private let days: ClosedRange<SchoolDate>
  private let last: Session

  /// The rows of these days, up to the last session that has begun.
  public init(roll: Roll, figures: Figures, days: ClosedRange<SchoolDate>, upTo last: Session) {
    self.roll = roll
    self.figures = figures
    self.days = days
    self.last = last
  }

  /// The rows by session and pupil; the code is empty where no mark was made.
  public var table: RowTable {
    let through = min(Session(days.upperBound, .pm), last)
    let all = figures.sessionsByPupil(from: days.lowerBound, through: through)
    let rows = all.flatMap { pupil, sessions in
      sessions.compactMap { one -> (Session, String, [RowTable.Cell])? in
        guard let known = roll.pupils[pupil],
          let then = roll.particulars(of: pupil, on: one.session.date),
          !then.yearGroup.isNursery
        else { return nil }
        return (one.session, known.upn.text, Self.cells(known, then, one))
      }
    }
    return RowTable(
      [
        "date", "session", "upn", "surname", "forename", "sex", "year_group", "ethnicity", "fsm",
        "sen", "looked_after", "previously_looked_after", "code",
      ], rows: rows.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2))
  }

  private static func cells(
    _ pupil: Pupil, _ then: Particulars, _ one: (session: Session, code: String)
  ) -> [RowTable.Cell] {
    func text(_ characteristic: Characteristic) -> RowTable.Cell {
      .text(orEmpty: then.characteristics[characteristic])
    }
    return [
      .date(one.session.date), .code(one.session.half.rawValue), .code(pupil.upn.text),
      .text(pupil.name.surname), .text(pupil.name.forename),
      .text(orEmpty: pupil.sex.isEmpty ? nil : pupil.sex), .code(then.yearGroup.description),
      text(.ethnicity), text(.fsm), text(.sen), text(.lookedAfter), text(.previouslyLookedAfter),
      .code(orEmpty: one.code.isEmpty ? nil : one.code),
    ]
  }
}
