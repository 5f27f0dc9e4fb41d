import Attendance
import Policies
import Storage

extension OfficeDesk {
  /// When the school meets for each pupil, by the calendar and by the closures of the day book.
  func schoolDays() throws -> (Roll.Member) -> SchoolDays {
    let year = SchoolYear(of: now.date)
    let book = try school.store.dayBook(
      .closures(from: year.firstDay, through: year.lastDay.adding(days: 365)))
    guard !book.closures.isEmpty else {
      return { SchoolDays(calendar, for: $0.particulars) }
    }
    let sheets = try school.store.sheets(of: year, pupils: nil)
    let alphabet = try school.store.alphabet()
    return { member in
      let sheet = sheets[member.pupil.id]
      let closed = book.closed(to: member, in: roll) { session in
        SchoolYear(of: session.date) == year
          ? sheet.map { alphabet.code(of: $0[session]) } ?? "" : ""
      }
      return SchoolDays(calendar, for: member.particulars, but: closed)
    }
  }

  /// The day by which an N of a date must be settled by the policy: so many days after it on which the
  /// school met for somebody (U23).
  func settlingDays() throws -> (SchoolDate) -> SchoolDate? {
    let year = SchoolYear(of: now.date)
    let closed = try school.store.dayBook(
      .closures(from: year.firstDay, through: year.lastDay.adding(days: 365))
    ).closedDays
    let within = school.policy.followUp.settleWithin
    return { calendar.schoolDay(within, after: $0, but: closed) }
  }
}
