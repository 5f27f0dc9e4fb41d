import Attendance
import Testing

@testable import Exchange

/// The periods of a census, and the signs of a transfer file.
@Suite struct ReturnsTests {
  /// Easter as published; the spring bank holiday is the last Monday of May.
  @Test(arguments: [
    (2024, "2024-03-31", "2024-05-27"), (2025, "2025-04-20", "2025-05-26"),
    (2026, "2026-04-05", "2026-05-25"), (2027, "2027-03-28", "2027-05-31"),
    (2038, "2038-04-25", "2038-05-31"),
  ])
  func `the autumn census asks for the summer term in two parts`(
    year: Int, easter: String, bankHoliday: String
  ) {
    let parts = CensusPeriod.periods(of: .autumn, in: year).map(\.days)
    #expect(
      parts == [
        TestSchool.date(easter).adding(
          days: 1)...TestSchool.date(bankHoliday).adding(days: -1),
        TestSchool.date(bankHoliday)...TestSchool.date("\(year)-07-31"),
      ])
  }

  @Test func `spring and summer ask for the term before`() {
    #expect(
      CensusPeriod.periods(of: .spring, in: 2027).map(\.days) == [
        TestSchool.date("2026-08-01")...TestSchool.date("2026-12-31")
      ])
    #expect(
      CensusPeriod.periods(of: .summer, in: 2027).map(\.days) == [
        TestSchool.date("2027-01-01")...TestSchool.date("2027-03-28")
      ])
  }

  @Test(arguments: [
    ("/", "/"), ("\\", "\\"), ("C1", "C"), ("C2", "C"), ("J1", "C"), ("K", "B"), ("Q", "Y"),
    ("Y4", "Y"), ("U", "U"), ("", "-"),
  ])
  func `a transfer file has one sign a session`(code: String, sign: String) {
    #expect(TransferTotals.sign(code) == sign)
  }

  @Test func `a pupil is counted by age on the last day of August`() {
    let pupil = Pupil(
      id: Pupil.ID(1), upn: TestSchool.ada.pupil.upn,
      name: PupilName(surname: "A", forename: "B"), dateOfBirth: TestSchool.date("2010-08-31"))
    #expect(pupil.age(on: TestSchool.date("2026-08-30")) == 15)
    #expect(pupil.age(on: TestSchool.date("2026-08-31")) == 16)
  }
}
