import Attendance
import Testing

/// On which days a pupil can be absent at all.
@Suite struct SchoolDaysTests {
  private static func refusal(
    _ first: Session, _ last: Session, campus: String = "", on today: String = "2025-09-16",
    but closed: [Session: String] = [:]
  ) -> String? {
    let particulars = Particulars(
      from: day("2025-09-01"), yearGroup: yearGroup("8"), group: "8B", campus: campus)
    return SchoolDays(SchoolCalendarTests.calendar, for: particulars, but: closed)
      .refusal(of: first, through: last, on: day(today))?.description
  }

  @Test func `a holiday is no day of absence, and the next school day is named`() {
    #expect(
      Self.refusal(am("2025-09-08"), pm("2025-09-12"))
        == "the school does not meet on 2025-09-08 AM (half term of Autumn); its next day is Monday 2025-09-15"
    )
    #expect(Self.refusal(am("2025-09-12"), pm("2025-09-15")) == nil)
  }

  @Test func `a closure counts for the campus and the half of the day that it names`() {
    #expect(Self.refusal(pm("2025-09-02"), pm("2025-09-02")) == nil)
    #expect(
      Self.refusal(pm("2025-09-02"), pm("2025-09-02"), campus: "South")?.hasPrefix(
        "the school does not meet on 2025-09-02 PM (boiler)") == true)
  }

  @Test func `snow is no day of absence, unless some session asked for is held`() {
    let snow = [am("2025-09-16"): "snow", pm("2025-09-16"): "snow"]
    #expect(
      Self.refusal(am("2025-09-16"), pm("2025-09-16"), but: snow)
        == "the school does not meet on 2025-09-16 AM (closed: snow); its next day is Wednesday 2025-09-17"
    )
    #expect(Self.refusal(am("2025-09-16"), am("2025-09-17"), but: snow) == nil)
    #expect(Self.refusal(am("2025-09-16"), pm("2025-09-16"), but: [am("2025-09-16"): ""]) == nil)
  }

  @Test func `a message may come late, but not for another school year`() {
    #expect(Self.refusal(am("2025-09-01"), pm("2025-09-01")) == nil)
    #expect(
      Self.refusal(am("2024-09-16"), pm("2024-09-16"))
        == "2024-09-16 lies before this school year, which began on 2025-08-01; correct the date, "
        + "or amend the register of that day")
  }

  @Test func `past the last calendar nothing is promised`() {
    #expect(
      Self.refusal(am("2030-01-07"), pm("2030-01-07"))?.hasSuffix(
        "correct the date or the calendar") == true)
  }
}
