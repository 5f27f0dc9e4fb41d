import Attendance
import Testing

@Suite struct ShareTests {
  /// Half up by the definition: the largest n with n - 1/2 <= 1000 part / whole, all in integers.
  @Test func `every share of up to 400 sessions is rounded half up`() {
    for whole in 1...400 {
      for part in 0...whole {
        guard let share = Share(part, of: whole) else {
          Issue.record("\(part) of \(whole) is a share")
          return
        }
        let tenths = share.tenths
        #expect((2 * tenths - 1) * whole <= 2000 * part)
        #expect(2000 * part < (2 * tenths + 1) * whole)
      }
    }
  }

  @Test(arguments: [
    (1, 2000, "0.1"), (1, 2001, "0.0"), (1999, 2000, "100.0"), (0, 7, "0.0"), (7, 7, "100.0"),
    (343, 380, "90.3"), (342, 380, "90.0"), (2, 3, "66.7"), (1, 3, "33.3"),
    (6_039_959, 6_420_254, "94.1"), (2_277_095_382, 2_445_419_687, "93.1"),
  ])
  func `a share is written with one decimal`(part: Int, whole: Int, text: String) {
    #expect(Share(part, of: whole)?.description == text)
  }

  @Test func `nothing has no share of nothing`() {
    #expect(Share(0, of: 0) == nil)
  }
}
