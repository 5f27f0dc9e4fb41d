import Attendance
import Policies
import Screens

/// What stands around the register: its day, its week, its pupils' years.
enum TestDay {
  static let afternoon = RegisterWindow(
    opens: TestSchool.time("12:25"), lateFrom: TestSchool.time("12:25"),
    closes: TestSchool.time("12:55"), ends: TestSchool.time("15:00"))

  static func registers(
    on date: SchoolDate, for staff: Staff, _ pupils: Int, _ taken: Submission?
  ) -> DayOfRegisters {
    let earlier = date.adding(days: date.weekday == .monday ? -3 : -1)
    let later = date.adding(days: date.weekday == .friday ? 3 : 1)
    func line(
      _ group: String, _ half: HalfDay, _ taker: String, _ room: String, marked: Int = 0,
      taken: Submission? = nil, pupils: Int = 28
    ) -> RegisterLine {
      RegisterLine(
        key: RegisterKey(group, at: Session(date, half)), taker: taker, room: room,
        pupils: pupils, marked: marked, window: half == .am ? TestSchool.window : afternoon,
        taken: taken, relations: staff.group == group ? [.ownGroups] : [])
    }
    let khan = Submission(
      id: Submission.ID(9), kind: .taken, at: TestSchool.at("08:38"),
      typist: Person(TestSchool.khan))
    return DayOfRegisters(
      date: date,
      lines: [
        line("7A", .am, "Mrs Lee", "3"), line("7B", .am, "Mr Fox", "4", marked: 12),
        line("8B", .am, "Mr Owen", "12", taken: taken, pupils: pupils),
        line("8C", .am, "Ms Khan", "14", taken: khan), line("9A", .am, "", "", pupils: 0),
        line("8B", .pm, "Mr Owen", "12", pupils: pupils), line("8C", .pm, "Ms Khan", "14"),
      ], earlier: earlier, later: later)
  }

  static func week(_ key: RegisterKey, _ pupils: [Pupil]) -> RegisterWeek {
    var codes: [Pupil.ID: [String]] = [:]
    var tallies: [Pupil.ID: Tally] = [:]
    for (index, pupil) in pupils.enumerated() {
      codes[pupil.id] =
        index == 3 ? ["O", "O"] : index == 7 ? ["C1", "C1"] : ["/", "\\"]
      tallies[pupil.id] = Tally(attended: index == 3 ? 48 : 58, authorised: 2, unauthorised: 3)
    }
    var closed = [String?](repeating: nil, count: 10)
    closed[9] = "INSET afternoon"
    return RegisterWeek(key: key, codes: codes, closed: closed, week: tallies, year: tallies)
  }

  static func year(
    _ pupil: Pupil, _ year: SchoolYear, _ relations: Set<Reach>, remarks: [String] = []
  ) -> PupilYear {
    var codes = [String](repeating: "", count: year.days * 2)
    var meets = [Bool](repeating: false, count: year.days * 2)
    var attended = 0
    for cell in codes.indices {
      let session = YearSheet.session(at: cell, in: year)
      let date = session.date
      let isTerm =
        date >= year.firstDay.adding(days: 33) && date.month != 8
        && !(date.month == 10 && date.day >= 27) && !(date.month == 12 && date.day >= 22)
      guard isTerm, !date.weekday.isWeekend else { continue }
      meets[cell] = true
      guard session < TestSchool.morning else { continue }
      codes[cell] = session.half == .am ? "/" : "\\"
      if date.weekday == .monday, date.day % 3 == 0 { codes[cell] = "O" }
      if date.month == 9, date.day == 16 { codes[cell] = "I" }
      if cell % 53 == 0 { codes[cell] = "L" }
      if codes[cell] != "O", codes[cell] != "I" { attended += 1 }
    }
    return PupilYear(
      pupil: pupil, group: "8B", year: year, codes: codes, meets: meets,
      tally: Tally(attended: attended, authorised: 2, unauthorised: 6, late: 1),
      hasEarlier: year.startYear >= 2025, hasLater: year.startYear < 2025,
      remarks: remarks, relations: relations)
  }
}
