import Attendance
import Testing

@Suite struct RegisterWindowTests {
  static func window(_ times: String) -> RegisterWindow {
    let parts = times.split(separator: " ").map { clock(String($0)) }
    return RegisterWindow(opens: parts[0], lateFrom: parts[1], closes: parts[2], ends: parts[3])
  }

  @Test(arguments: [
    ("08:35 08:50 09:10 12:00", true), ("08:35 08:35 09:10 12:00", true),
    ("08:35 09:10 09:10 09:10", true), ("08:35 08:30 09:10 12:00", false),
    ("08:35 09:15 09:10 12:00", false), ("08:35 08:50 12:10 12:00", false),
    ("08:35 08:35 08:35 12:00", false),
  ])
  func `times come in their order or do not`(times: String, isInOrder: Bool) {
    #expect(Self.window(times).isInOrder == isInOrder)
  }

  @Test(arguments: [("09:20", false), ("09:21", true)])
  func `thirty minutes from lateness to closing are not long`(closes: String, isLong: Bool) {
    #expect(Self.window("08:35 08:50 \(closes) 12:00").isLong == isLong)
  }

  @Test func `every minute of the day has its phase`() {
    let window = TestSchool.window
    for minutes in 0..<1440 {
      let time = TimeOfDay(minutes: minutes)
      let phase: RegisterWindow.Phase =
        minutes < 515 ? .notOpen : minutes < 550 ? .open : minutes < 720 ? .closed : .ended
      #expect(window.phase(at: time) == phase)
      #expect(window.minutesLate(at: time) == (minutes < 530 ? 0 : minutes - 530))
    }
  }
}

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
