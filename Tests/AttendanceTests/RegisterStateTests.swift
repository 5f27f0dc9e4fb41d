import Attendance
import Testing

@Suite struct RegisterStateTests {
  static func state(
    _ now: Instant, taken: Submission? = nil, marked: Int = 0
  ) -> RegisterState {
    RegisterState(
      window: TestSchool.window, session: TestSchool.morning, now: now, taken: taken,
      marked: marked, of: 30)
  }

  /// 08:35 opens, 09:10 closes, ten minutes before which an untaken register is overdue.
  @Test(arguments: [0, 12])
  func `a register goes through its states minute by minute`(marked: Int) {
    let closes = clock("09:10")
    for minutes in 0..<1440 {
      let now = Instant(TestSchool.wednesday, TimeOfDay(minutes: minutes))
      let expected: RegisterState =
        switch minutes {
        case ..<515: .notOpen(opens: clock("08:35"))
        case ..<540:
          marked == 0 ? .open(closes: closes) : .draft(marked: 12, of: 30, closes: closes)
        case ..<550: .overdue(closes: closes)
        default: .closedNotTaken(closed: closes)
        }
      #expect(Self.state(now, marked: marked) == expected)
      #expect(
        Self.state(now, taken: TestSchool.taken, marked: marked)
          == .taken(at: moment("08:45"), by: "Mr Owen"))
    }
  }

  @Test func `yesterday's register is closed and tomorrow's is not open, at any hour`() {
    for hour in 0..<24 {
      guard let time = TimeOfDay(hour: hour, minute: 30) else { continue }
      let yesterday = Instant(TestSchool.wednesday.adding(days: -1), time)
      let tomorrow = Instant(TestSchool.wednesday.adding(days: 1), time)
      #expect(Self.state(yesterday) == .notOpen(opens: clock("08:35")))
      #expect(Self.state(tomorrow) == .closedNotTaken(closed: clock("09:10")))
    }
  }

  /// Both Sundays on which London's clocks change, and the half hour after midnight in summer.
  @Test(arguments: ["2026-03-29", "2026-10-25", "2026-06-15"])
  func `a register opens by London's clock on the days it changes too`(date: String) {
    for (time, isOpen) in [("00:30", false), ("08:34", false), ("08:35", true), ("09:09", true)] {
      let state = RegisterState(
        window: TestSchool.window, session: am(date), now: Instant(day(date), clock(time)),
        taken: nil, marked: 0, of: 30)
      #expect((state != .notOpen(opens: clock("08:35"))) == isOpen, "\(date) \(time)")
    }
  }

  @Test func `each state says its time in words`() {
    let closes = clock("09:10")
    let states: [RegisterState] = [
      .closedDay(reason: "INSET day"), .notOpen(opens: clock("08:35")), .open(closes: closes),
      .draft(marked: 12, of: 30, closes: closes), .overdue(closes: closes),
      .closedNotTaken(closed: closes), .taken(at: moment("08:45"), by: "Mr Owen"),
    ]
    #expect(
      states.map(\.words) == [
        "no school: INSET day", "opens 08:35", "open, closes 09:10",
        "draft 12 of 30, closes 09:10", "overdue, closes 09:10", "closed 09:10, not taken",
        "taken 08:45 by Mr Owen",
      ])
  }
}
