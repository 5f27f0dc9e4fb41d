import Attendance
import Policies

/// A school year for weighing leave, and requests made in it.
enum LeaveSample {
  static func date(_ text: String) -> SchoolDate {
    guard let date = SchoolDate(text) else { preconditionFailure("\(text) is no date") }
    return date
  }

  /// 2025-26, with half terms, as the shipped calendar has it.
  static let calendar = SchoolCalendar([
    CalendarYear(
      year: SchoolYear(startYear: 2025),
      terms: [
        Term(
          name: "Autumn", starts: date("2025-09-01"), ends: date("2025-12-19"),
          halfTerm: date("2025-10-27")...date("2025-10-31")),
        Term(
          name: "Spring", starts: date("2026-01-05"), ends: date("2026-03-27"),
          halfTerm: date("2026-02-16")...date("2026-02-20")),
        Term(
          name: "Summer", starts: date("2026-04-13"), ends: date("2026-07-22"),
          halfTerm: date("2026-05-25")...date("2026-05-29")),
      ], closures: [Closure(date: date("2026-01-05"), reason: "INSET day")])
  ])

  /// A week's leave in March for that purpose, received on the day named.
  static func request(
    _ purpose: LeavePurpose, from: String = "2026-03-09", through: String = "2026-03-13",
    received: String = "2026-01-12", evidence: String = "a letter"
  ) -> LeaveRequest {
    LeaveRequest(
      from: Session(date(from), .am), through: Session(date(through), .pm),
      purpose: purpose.rawValue, received: date(received), evidence: evidence)
  }

  /// A pupil of Year 6 with 200 possible sessions, so many absent.
  static func record(
    authorised: Int = 0, unauthorised: Int = 0, religious: Int = 0, earlier: [LeaveCase] = []
  ) -> LeaveRecord {
    let tally = Tally(
      attended: 200 - authorised - unauthorised, authorised: authorised, unauthorised: unauthorised)
    return LeaveRecord(
      yearGroup: YearGroup(year: 6) ?? .reception, year: tally, twelveMonths: tally,
      religiousSessions: religious, earlier: earlier)
  }

  /// An earlier request with that decision.
  static func earlier(_ outcome: LeaveDecision.Outcome) -> LeaveCase? {
    let by = Person(login: "hall", name: "Ms Hall", position: "Office")
    let at = Instant(date("2025-11-03"), TimeOfDay(minutes: 600))
    func line(_ id: Int64, _ matter: DayLine.Matter, about: DayLine.ID? = nil) -> DayLine {
      DayLine(
        id: DayLine.ID(id), by: by, at: at, pupil: Pupil.ID(1), date: at.date, about: about,
        matter: matter)
    }
    return DayBook([
      line(1, .request(request(.holiday))),
      line(2, .decision(LeaveDecision(outcome)), about: DayLine.ID(1)),
    ]).leave.first
  }
}
