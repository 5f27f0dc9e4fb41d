import Attendance
import Testing

@Suite struct TimeOfDayTests {
  @Test func `every minute of the day reads back from its text`() {
    for minutes in 0..<1440 {
      let time = TimeOfDay(minutes: minutes)
      #expect(TimeOfDay(time.description) == time)
      #expect(TimeOfDay(hour: minutes / 60, minute: minutes % 60) == time)
    }
  }

  @Test func `an hour may be written with one digit`() {
    #expect(TimeOfDay("8:45") == clock("08:45"))
  }

  @Test(arguments: [
    "24:00", "08:60", "8.45", "0845", "08:5", "", ":", "008:45", "-8:45", "+8:45", "08:45:00",
    " 8:45", "٠٨:٤٥",
  ])
  func `a text that no clock shows is refused`(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func `a time is held within its day`() {
    #expect(clock("23:50").adding(minutes: 20) == clock("23:59"))
    #expect(clock("00:10").adding(minutes: -20) == clock("00:00"))
    #expect(clock("08:50").adding(minutes: 20) == clock("09:10"))
  }
}
