public import Attendance

/// What a common transfer file says of a leaver's attendance, school year by school year.
public struct TransferTotals: Sendable {
  private let pupil: Pupil
  private let years: [SchoolYear]
  private let figures: Figures
  private let last: Session

  /// The totals of the pupil in these years, up to the last session that has begun.
  public init(of pupil: Pupil, years: [SchoolYear], figures: Figures, upTo last: Session) {
    self.pupil = pupil
    self.years = years
    self.figures = figures
    self.last = last
  }

  /// The rows, a year each; years without a session that counts are left out.
  ///
  /// The marks are two signs for each weekday from the first session on, as that file has room for
  /// one sign a session: C1, C2 and J1 become C, K becomes B, Q and Y1 to Y7 become Y. It is
  /// the file's own loss, and the codes stay as they are in the register.
  public var table: RowTable {
    var table = RowTable([
      "upn", "surname", "forename", "date_of_birth", "sex", "school_year", "possible", "authorised",
      "attended", "unauthorised", "first_session", "marks",
    ])
    for year in years {
      let through = min(Session(year.lastDay, .pm), last)
      let tally = figures.tally(of: pupil.id, from: year.firstDay, through: through)
      let sessions =
        figures.sessionsByPupil(from: year.firstDay, through: through, of: [pupil.id])[pupil.id]
        ?? []
      guard let first = sessions.first, let end = sessions.last else { continue }
      table.append([
        .code(pupil.upn.text), .text(pupil.name.surname), .text(pupil.name.forename),
        .date(pupil.dateOfBirth), .text(orEmpty: pupil.sex.isEmpty ? nil : pupil.sex),
        .code(year.description), .number(tally.possible), .number(tally.authorised),
        .number(tally.attended), .number(tally.unauthorised), .date(first.session.date),
        .code(Self.marks(sessions, through: end.session.date)),
      ])
    }
    return table
  }

  private static func marks(
    _ sessions: [(session: Session, code: String)], through last: SchoolDate
  ) -> String {
    let known = Dictionary(sessions.map { ($0.session, $0.code) }, uniquingKeysWith: { $1 })
    guard var day = sessions.first?.session.date else { return "" }
    var marks = ""
    while day <= last {
      if !day.weekday.isWeekend {
        for half in HalfDay.allCases { marks += sign(known[Session(day, half)]) }
      }
      day = day.adding(days: 1)
    }
    return marks
  }

  /// One sign for a code; `#` where there was no session, `-` where there is no mark.
  static func sign(_ code: String?) -> String {
    guard let code else { return "#" }
    switch code {
    case "": return "-"
    // An interview is leave, and has no sign of its own where there is room for one only.
    case "J1": return "C"
    case "K": return "B"
    case "Q": return "Y"
    default: return String(code.prefix(1))
    }
  }
}
