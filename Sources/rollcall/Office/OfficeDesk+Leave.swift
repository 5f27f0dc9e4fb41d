import Attendance
import Policies
import Screens
import Storage

extension OfficeDesk {
  /// The requests for leave and the timetables of twelve months back and all that lies ahead.
  func arrangements() throws -> DayBook {
    try school.store.dayBook(
      .leaveAndTimetables(now.date.adding(days: -366), now.date.adding(days: 800)))
  }

  /// The requests that wait and those of the last weeks, with what the policy says of each.
  func leaveBoard() throws -> LeaveBoard {
    let book = try arrangements()
    let recent = now.date.adding(days: -60)
    let cases = book.leave.filter { leave in
      leave.state == .waiting || leave.request.through.date >= now.date
        || (leave.decided?.at.date).map { $0 >= recent } ?? false
    }
    let weighing = try LeaveDesk(self, book, pupils: cases.compactMap(\.pupil))
    return LeaveBoard(
      cases.compactMap { leave in weighing.row(leave) }.sorted(by: Self.inOrder),
      begun: school.lastSessionBegun, calendar: calendar)
  }

  private static func inOrder(_ one: LeaveBoard.Row, _ other: LeaveBoard.Row) -> Bool {
    let waits = [one, other].map { $0.leave.state == .waiting }
    if waits[0] != waits[1] { return waits[0] }
    return waits[0] ? one.id < other.id : one.id > other.id
  }

  /// The request with that number; refuses where the line is none.
  func leave(_ number: Int64) throws -> LeaveCase {
    guard let leave = try arrangements().leave.first(where: { $0.id.number == number }) else {
      throw Refused(
        "rollcall: no request for leave has the number \(number); list them with 'leave --all'")
    }
    return leave
  }

  /// Those who have not come back from leave, with the clocks that run.
  func notBack(_ book: DayBook) throws -> [NotBack] {
    let year = SchoolYear(of: now.date)
    let pupils = book.leave.filter { $0.state == .granted }.compactMap(\.pupil)
    guard !pupils.isEmpty else { return [] }
    let sheets = try school.store.sheets(of: year, pupils: pupils)
    let alphabet = try school.store.alphabet()
    func among(_ book: DayBook) -> [NotBack] {
      NotBack.among(book, calendar: calendar, through: school.lastSessionBegun) { pupil, session in
        guard SchoolYear(of: session.date) == year, let sheet = sheets[pupil],
          let code = school.policies.codes.code(
            alphabet.code(of: sheet[session]), on: session.date)
        else { return false }
        // U is an absence, but of a child who came.
        return code.isAttended || code.onSite != .no
      }.filter { late in late.leave.pupil.flatMap { roll.member($0, on: now.date) } != nil }
    }
    // Few are late by their marks, and only then are the arrivals of those days looked at.
    guard let first = among(book).first else { return [] }
    let since = try school.store.dayBook(.between(first.expected, now.date))
    return among(DayBook(Array(Set(book.lines + since.lines))))
  }

  /// Refuses leave under the code to whoever may not grant it, and says who could.
  func requireAnswering(_ code: String?) throws {
    let denial = school.permissions.denial(
      ofAnswering: code, codes: school.policies.codes, on: now.date)
    if let denial { throw Refused("rollcall: \(denial)") }
  }

  /// Refuses to refuse leave to whoever may neither grant any nor plan an absence.
  func requireRefusing() throws {
    let codes = school.policy.leaveCodes(for: nil, on: now.date)
    if let denial = school.permissions.denial(ofRefusingLeave: codes) {
      throw Refused("rollcall: \(denial)")
    }
  }
}

/// Weighs requests for leave by what is on record of their pupils, read once for all of them.
struct LeaveDesk {
  private let desk: OfficeDesk
  private let book: DayBook
  private let figures: Figures
  private let alphabet: SheetAlphabet
  private let sheets: [Pupil.ID: YearSheet]
  private let plans: DayBook

  init(_ desk: OfficeDesk, _ book: DayBook, pupils: [Pupil.ID]) throws {
    self.desk = desk
    self.book = book
    let store = desk.school.store
    alphabet = try store.alphabet()
    let year = SchoolYear(of: desk.now.date)
    let before = SchoolYear(of: desk.now.date.adding(days: -365))
    sheets = try store.sheets(of: year, pupils: pupils)
    figures = Figures(
      roll: desk.roll, calendar: desk.calendar, codes: desk.school.policies.codes,
      alphabet: alphabet,
      sheets: [before: try store.sheets(of: before, pupils: pupils), year: sheets])
    plans = try store.dayBook(.between(desk.now.date, desk.now.date.adding(days: 400)))
  }

  /// The request with everything that whoever decides should see; nil for a pupil off the roll.
  func row(_ leave: LeaveCase) -> LeaveBoard.Row? {
    guard let pupil = leave.pupil, let member = desk.roll.member(pupil, on: desk.now.date) else {
      return nil
    }
    let request = leave.request
    let overlapping = plans.absences.filter { line, absence in
      line.pupil == pupil && !leave.absences.contains(line) && absence.from <= request.through
        && request.from <= absence.through
    }
    return LeaveBoard.Row(
      leave, name: member.pupil.name.onRegister, group: member.particulars.group,
      points: points(leave, member),
      isOfCompulsoryAge: member.pupil.isOfCompulsoryAge(on: request.from.date),
      back: desk.calendar.schoolDay(1, after: request.through.date),
      planned: overlapping.map { EarlierPlan($0.line, $0.absence) })
  }

  /// What the policy says about the request.
  func points(_ leave: LeaveCase, _ member: Roll.Member) -> [LeavePoint] {
    let today = desk.now.date
    let last = desk.school.lastSessionBegun
    let year = SchoolYear(of: today)
    let campus = member.particulars.campus
    let religious = alphabet.byte(of: "R").map { byte in
      sheets[member.pupil.id]?.cells.count { $0 == byte } ?? 0
    }
    let yearAgo = today.adding(days: -365)
    let record = LeaveRecord(
      yearGroup: member.particulars.yearGroup, campus: campus.isEmpty ? nil : campus,
      year: figures.tally(of: member.pupil.id, from: year.firstDay, through: last),
      twelveMonths: figures.tally(of: member.pupil.id, from: yearAgo, through: last),
      religiousSessions: religious ?? 0,
      earlier: book.leave.filter {
        $0.pupil == member.pupil.id && $0.id != leave.id && $0.request.received >= yearAgo
          && !$0.isLunch
      })
    return desk.school.policy.leave.weigh(leave.request, of: record, calendar: desk.calendar)
  }
}
