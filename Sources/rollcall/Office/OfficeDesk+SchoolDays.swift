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

  /// The day by which an N of a pupil on the date must be settled by the policy (U23).
  func settlingDays() throws -> (Roll.Member, SchoolDate) -> SchoolDate? {
    let days = try schoolDays()
    let within = school.policy.followUp.settleWithin
    return { days($0).settlingDay(of: $1, within: within) }
  }
}
