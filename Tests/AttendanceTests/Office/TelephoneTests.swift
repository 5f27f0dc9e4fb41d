import Attendance
import Testing

@Suite struct TelephoneTests {
  @Test(arguments: [
    ("01530 000001", "01530000001"), ("+44 1530 000001", "+441530000001"),
    ("+44 (0)1530 000001", "+441530000001"), ("(01530) 000-001", "01530000001"),
  ])
  func `a number is dialled as digits, with the plus it has`(written: String, dialled: String) {
    #expect(Telephone(written)?.number == dialled)
  }

  @Test(arguments: ["", "none", "01530 000001 ext 5", "=1+2345678", "12345", "+44+1530000001"])
  func `what no machine could dial is no number`(written: String) {
    #expect(Telephone(written) == nil)
  }

  @Test func `numbers that reach one telephone are one`() {
    #expect(
      Set(["01530 000001", "+44 1530 000001", "0044 1530 000001"].map { Telephone($0) }).count == 1)
  }
}
