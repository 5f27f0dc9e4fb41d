import Attendance
import Policies
import Testing

/// The page for the parent meeting, in plain words and with the figures of the forecast.
@Suite struct ParentPageTests {
  private func page(
    _ policy: String = "dunkirk", on date: String = "2025-11-20", late minutes: [Int?] = [],
    agreed: [String] = [], _ marks: @escaping (Session) -> String?
  ) throws -> ParentPage {
    let world = try FlagWorld.onePupil(through: date, marks)
    let policy = try Shipped.policy(policy)
    let rules = RuleBook(policy, over: world.time)
    var reader = MarkReader(world.figures, over: world.time, lists: rules.lists)
    let day = try Shipped.date(date)
    let year = SchoolYear(of: day)
    let line = reader.line(of: FlagWorld.pupil, from: year, through: year)
    let forecast = Forecast(line, over: world.time, on: day, under: policy)
    let before = world.figures.tally(
      of: FlagWorld.pupil, from: try Shipped.date("2024-09-02"),
      through: Session(try Shipped.date("2024-11-20"), .pm))
    return ParentPage(
      of: try #require(world.roll.pupils[FlagWorld.pupil]), form: "9A", school: policy.school.name,
      now: ParentPage.Year(
        forecast.tally, from: try Shipped.date("2025-09-01"), through: day),
      before: ParentPage.Year(
        before, from: try Shipped.date("2024-09-02"), through: try Shipped.date("2024-11-20")),
      partTime: 0, unexplained: 0, forecast: forecast,
      lateness: ParentPage.Lateness(minutes), agreed: agreed, target: policy.targets.attendance)
  }

  @Test func `the page is plain words, days and dates, from what is left to what was agreed`()
    throws
  {
    let ill = try Shipped.date("2025-10-06")...Shipped.date("2025-10-10")
    let page = try page(
      "ibstock", late: [5, nil, 12], agreed: ["Ann rings when she misses the bus."]
    ) { ill.contains($0.date) ? "I" : nil }
    #expect(
      page.text == """
        Attendance of Ann Ash, 9A
        Ibstock School, Thu 20 Nov 2025

        Days left
          142 days of school are still to come this year.
          Ann is above 90% now and may miss 14 and a half days (29 sessions) more this year to stay there.

        Days missed
          Since Mon 1 Sep 2025 Ann has missed 5 days of school out of 54 days. That is attendance of 90.7%.
          The school has authorised all of that absence.
          That is about one day in 11.

        Last year
          By Wed 20 Nov 2024 Ann had missed no days: attendance of 100.0%. This year is lower.

        Being on time
          Ann was late 3 times this year, 17 minutes in all; for 1 of them no minutes are written down.

        What was agreed
          Ann rings when she misses the bus.
        """)
  }

  @Test func `no page has a code of the register in it`() throws {
    let codes = Set(["I", "O", "N", "C2", "G", "U", "L", "PA"])
    let absent = ["I", "O", "N", "C2", "G", "U"]
    let page = try page { absent[Int($0.date.daysSince1970) % 11 % 6] }
    let words = page.text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    #expect(words.filter(codes.contains) == [])
  }

  @Test(arguments: ["dunkirk", "ibstock", "psa", "on-track", "st-lukes"])
  func `what may be missed is what the forecast says of the same line`(policy: String) throws {
    for missed in [0, 2, 5, 10, 20, 30] {
      let page = try page(policy) { session in
        session.date.daysSince1970 % 35 < missed ? "O" : nil
      }
      let left = try #require(page.parts.first?.sentences)
      for line in page.forecast.lines where line.isKept && line.bound >= Self.nineTenths {
        // Of two lines at one percentage the stricter is said.
        let stricter = page.forecast.lines.first {
          $0.bound == line.bound && !$0.holdsAtBound
        }
        let count = (stricter ?? line).mayMiss ?? 0
        let words = count > 0 ? "(\(count) session" : "no more school may be missed"
        #expect(
          left.contains { $0.contains("\(line.bound)%") && $0.contains(words) },
          "\(policy) \(missed): \(line) in \(left)")
      }
      if page.forecast.lines.contains(where: { !$0.isKept && $0.backOn == nil }) {
        #expect(left.contains { $0.contains("cannot get back") }, "\(policy) \(missed): \(left)")
      }
    }
  }

  private static let nineTenths = Percentage(tenths: 900) ?? .whole

  @Test func `what cannot be reached this year is said plainly, once and for the lowest line`()
    throws
  {
    let page = try page("st-lukes", on: "2026-06-26") { session in
      session.date.weekday.rawValue <= 2 && session.date.year == 2026 ? "O" : nil
    }
    let left = try #require(page.parts.first?.sentences)
    #expect(
      left.filter { $0.contains("cannot") } == [
        "Ann cannot get back to 85% or above this year, even without another day missed.",
        "Ann cannot get back above 90% this year, even without another day missed.",
      ])
  }

  @Test func `nobody with good attendance is told how much they could miss`() throws {
    let page = try page { _ in nil }
    let left = try #require(page.parts.first?.sentences)
    #expect(!left.contains { $0.contains("60%") || $0.contains("50%") })
    #expect(page.text.contains("has not missed any school this year: well done."))
    #expect(page.text.contains("has not been late this year."))
    #expect(!page.text.contains("What was agreed"))
  }

  @Test(arguments: [
    (0, "no days"), (1, "half a day"), (2, "1 day"), (3, "1 and a half days"), (4, "2 days"),
    (15, "7 and a half days"),
  ])
  func `sessions are said as days`(sessions: Int, words: String) {
    #expect(HalfDays(sessions).inWords == words)
  }

  @Test func `runs of sessions go over weekends and end where something else stands`() throws {
    let world = try FlagWorld.onePupil(through: "2025-11-20") { _ in nil }
    let time = world.time
    func place(_ date: String, _ half: HalfDay) throws -> Int {
      try #require(time.position(of: Session(try Shipped.date(date), half)))
    }
    let friday = try place("2025-10-10", .pm)
    let half = try place("2025-10-24", .pm)
    let runs = SessionRun.runs(of: [friday, friday + 1, friday + 3, half, half + 1], in: time) {
      _ in
      "I"
    }
    #expect(
      runs.map(\.inWords) == [
        "Fri 10 Oct 2025 afternoon to Mon 13 Oct 2025 morning, 2 sessions",
        "Tue 14 Oct 2025, morning",
        "Fri 24 Oct 2025 afternoon to Mon 3 Nov 2025 morning, 2 sessions",
      ])
    let codes = SessionRun.runs(of: [friday, friday + 1], in: time) {
      $0.half == .am ? "O" : "I"
    }
    #expect(codes.map(\.code) == ["I", "O"])
  }
}
