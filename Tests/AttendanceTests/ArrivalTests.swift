import Attendance
import Testing

/// What an arrival makes of every code, in every phase of the session.
@Suite struct ArrivalTests {
  static let standing = [""] + TestCodes.since.map(\.text)

  static func mark(_ time: String, over code: String, at half: HalfDay = .am) -> [String]? {
    let arrival = Arrival(at: clock(time), window: TestSchool.window)
    return (try? arrival.mark(over: code, at: half)).map {
      [$0.code] + ($0.minutes.map { ["\($0)"] } ?? [])
    }
  }

  @Test(arguments: standing)
  func `before it is late the pupil is present, whatever stood`(code: String) {
    for time in ["07:30", "08:35", "08:49"] {
      #expect(Self.mark(time, over: code) == ["/"])
      #expect(Self.mark(time, over: code, at: .pm) == ["\\"])
    }
  }

  @Test(arguments: standing)
  func `until the register closes it is L with minutes`(code: String) {
    #expect(Self.mark("08:50", over: code) == ["L", "0"])
    #expect(Self.mark("09:09", over: code) == ["L", "19"])
  }

  @Test(arguments: standing)
  func `after closing it is U over N or a blank, and any other code stays`(code: String) {
    let isOpen = code.isEmpty || code == "N"
    #expect(Self.mark("09:10", over: code) == (isOpen ? ["U", "20"] : [code]))
    #expect(Self.mark("11:59", over: code) == (isOpen ? ["U", "189"] : [code]))
  }

  @Test(arguments: standing)
  func `after the session's end nothing is altered and the refusal says so`(code: String) {
    for time in ["12:00", "15:30"] {
      let arrival = Arrival(at: clock(time), window: TestSchool.window)
      #expect(throws: Refusal.arrivalAfterSession(ends: clock("12:00"))) {
        try arrival.mark(over: code, at: .am)
      }
    }
  }
}
