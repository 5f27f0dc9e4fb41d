import Attendance
import Policies
import Testing

/// First-day contact as a ladder: the next step in each policy's own words.
@Suite struct ContactPlanTests {
  private static let today = SchoolDate(daysSince1970: 20_530)
  private static let office = Person(login: "hall", name: "J. Hall", position: "Office")
  private static let contacts = ["Mrs Rees", "Mr Rees"].enumerated().map { index, name in
    Contact(
      pupil: Pupil.ID(1), priority: index + 1, name: name, phone: "01530 00000\(index)")
  }

  private func line(
    _ matter: DayLine.Matter, words: String = "", daysAgo: Int = 0
  ) -> DayLine {
    DayLine(
      id: DayLine.ID(1), by: Self.office, at: Instant(Self.today, TimeOfDay(minutes: 560)),
      pupil: Pupil.ID(1), date: Self.today.adding(days: -daysAgo), matter: matter, words: words)
  }

  private func call(
    _ name: String = "Mrs Rees", _ outcome: Attempt.Outcome = .noAnswer, letter: String = "",
    daysAgo: Int = 0
  ) -> DayLine {
    line(
      .attempt(
        Attempt(contact: name, outcome: outcome, time: TimeOfDay(minutes: 560), letter: letter)),
      daysAgo: daysAgo)
  }

  private func plan(
    _ policy: String, day: Int = 1, _ lines: [DayLine] = [], concerns: [String] = [],
    byEmail: Bool = false, elsewhere: Bool = false
  ) throws -> ContactPlan {
    try Shipped.policy(policy).followUp.plan(
      for: ContactFacts(
        day: day, concerns: concerns, isRegisteredElsewhere: elsewhere, isReportedByEmail: byEmail,
        contacts: Self.contacts, lines: lines), on: Self.today)
  }

  @Test func `Dunkirk texts, waits an hour, calls, and texts that it counts as unauthorised`()
    throws
  {
    var lines: [DayLine] = []
    #expect(try plan("dunkirk").next?.letter == "absence-text-1")
    lines.append(call("Mrs Rees", .textMade, letter: "absence-text-1"))
    #expect(
      try plan("dunkirk", lines).stepInWords
        == "call where nobody answers, and at once where there is a concern, from 10:20")
    lines.append(call())
    #expect(try plan("dunkirk", lines).next?.letter == "absence-text-2")
    lines.append(call("Mrs Rees", .textMade, letter: "absence-text-2"))
    #expect(try plan("dunkirk", lines).stepInWords == "every step of today is done")
  }

  @Test func `Dunkirk calls at once where there is a concern`() throws {
    let made = call("Mrs Rees", .textMade, letter: "absence-text-1")
    let plan = try plan("dunkirk", [made], concerns: ["looked after"])
    #expect(plan.next?.way == .call)
    #expect(plan.notBefore == nil)
  }

  @Test func `Dunkirk texts again on day 2, calls every number, and visits from day 3`() throws {
    let before = call("Mrs Rees", .textMade, letter: "absence-text-1", daysAgo: 1)
    #expect(try plan("dunkirk", day: 2, [before]).next?.letter == "absence-text-1")
    var lines = [before, call("Mrs Rees", .textMade, letter: "absence-text-1"), call()]
    #expect(
      try plan("dunkirk", day: 2, lines).stepInWords
        == "call again, the other emergency numbers too")
    lines.append(call("Mr Rees"))
    #expect(try plan("dunkirk", day: 2, lines).next == nil)
    let visit = "consider a visit to the home, and ask agencies that work with the family"
    #expect(try plan("dunkirk", day: 3, lines).stepInWords == visit)
    lines.append(line(.step, words: visit))
    #expect(try plan("dunkirk", day: 3, lines).next?.letter == "home-visit-text")
  }

  @Test func `Ibstock considers the police for a vulnerable pupil, and a visit for each`() throws {
    let rung = [call(), call("Mr Rees")]
    #expect(
      try plan("ibstock").stepInWords
        == "contact a parent during the morning and ask for the reason")
    #expect(try plan("ibstock", [call()]).stepInWords == "try every emergency contact")
    #expect(
      try plan("ibstock", rung).stepInWords == "consider an unannounced visit to the home")
    let police = try plan("ibstock", rung, concerns: ["social worker"])
    #expect(
      police.stepInWords
        == "for a vulnerable pupil whom nobody has reached, consider calling the police")
    #expect(police.next?.owner == "dsl")
  }

  @Test func `PSA visits on day 1, and on the third day by email alone calls all contacts`()
    throws
  {
    let rung = [call(), call("Mr Rees")]
    #expect(try plan("psa", rung).stepInWords == "consider a visit to the home")
    #expect(
      try plan("psa", day: 3, [call()], byEmail: true).stepInWords
        == "where every report came by email, call all contacts and speak to a parent")
    #expect(
      try plan("psa", day: 3, [call()]).stepInWords
        == "consider the authority's welfare officer")
  }

  @Test func `St Luke's telephones and tells its leaders on day 1 and every day after`() throws {
    for day in [1, 2, 3] {
      #expect(try plan("st-lukes", day: day).stepInWords == "call a parent as soon as can be")
      #expect(
        try plan("st-lukes", day: day, [call()]).stepInWords
          == "give senior leaders and the attendance team the list of those without a reason")
    }
  }

  @Test func `On Track may call the police, and tells the home school of its pupil`() throws {
    let rung = [call(), call("Mr Rees")]
    #expect(
      try plan("on-track", rung).stepInWords == "the police may be called where nobody answers")
    #expect(try plan("on-track", elsewhere: true).toTell == ["the home school"])
  }

  @Test(arguments: Shipped.names)
  func `a parent is tried again on day 2 and every day after`(name: String) throws {
    let yesterday = [call(daysAgo: 1), call("Mr Rees", daysAgo: 1)]
    for day in [2, 4, 9] {
      let next = try #require(try plan(name, day: day, yesterday).next)
      #expect(next.way != .other, "day \(day): \(next.action)")
    }
  }

  @Test(arguments: Shipped.names)
  func `whoever was spoken to ends the steps of the day, and tomorrow's begin`(
    name: String
  ) throws {
    let spoke = try plan(name, day: 2, [call("Mrs Rees", .spoke)])
    #expect(spoke.inWords == "day 2: spoke to Mrs Rees, write down the reason")
    #expect(try plan(name, day: 2, [call("Mrs Rees", .spoke, daysAgo: 1)]).next != nil)
  }

  @Test func `who else must be told is named until it is noted`() throws {
    let plan = try plan("psa", concerns: ["social worker", "youth offending team"])
    #expect(plan.toTell == ["the youth offending team officer", "the social worker"])
    #expect(plan.inWords.hasSuffix("; tell the youth offending team officer, the social worker"))
    let told = line(.told("the social worker"))
    #expect(
      try self.plan("psa", [told], concerns: ["social worker"]).toTell == [])
    #expect(
      try Shipped.policy("psa").followUp.teller("the youth offending")
        == "the youth offending team officer")
    #expect(try Shipped.policy("psa").followUp.teller("her tutor") == "her tutor")
  }
}
