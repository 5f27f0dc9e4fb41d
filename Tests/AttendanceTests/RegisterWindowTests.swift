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
