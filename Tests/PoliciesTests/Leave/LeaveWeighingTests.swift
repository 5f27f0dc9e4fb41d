import Attendance
import Policies
import Testing

/// What each school's policy says about a request for leave; none of it decides.
@Suite struct LeaveWeighingTests {
  /// The kinds and words of every point, without those that stand beside any request.
  private func points(
    _ school: String, _ request: LeaveRequest, _ record: LeaveRecord = LeaveSample.record()
  ) throws -> [LeavePoint] {
    try Shipped.policy(school).leave.weigh(request, of: record, calendar: LeaveSample.calendar)
      .filter { $0.kind != .measure }
  }

  @Test(arguments: [
    ("ibstock", LeavePurpose.holiday, "2026-02-24", 2), ("psa", .holiday, "2026-02-24", 2),
    ("dunkirk", .holiday, "2026-01-27", 6), ("dunkirk", .interview, "2026-02-10", 4),
    ("dunkirk", .religious, "2026-02-24", 2), ("st-lukes", .holiday, "2026-02-24", 2),
    ("st-lukes", .travelling, "2026-02-24", 2),
  ])
  func `notice is short from one day under its weeks`(
    school: String, purpose: LeavePurpose, firstShort: String, weeks: Int
  ) throws {
    let short = LeaveSample.request(purpose, received: firstShort)
    let point = try #require(try points(school, short).first { $0.kind == .notice })
    #expect(point.words.hasPrefix("asked for \(weeks * 7 - 1) days before; "))
    #expect(point.words.contains("the policy asks \(weeks) weeks"))
    var inTime = short
    inTime.received = short.received.adding(days: -1)
    #expect(try points(school, inTime).allSatisfy { $0.kind != .notice })
  }

  @Test func `On Track asks for leave as soon as it is known, and counts no weeks`() throws {
    let request = LeaveSample.request(.holiday, received: "2026-03-06")
    #expect(try points("on-track", request).map(\.kind) == [.holiday])
  }

  @Test func `every point names the line of the policy on which its rule stands`() throws {
    let text = try Shipped.text("psa")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let request = LeaveSample.request(
      .religious, from: "2026-03-23", through: "2026-03-27", received: "2026-03-20", evidence: "")
    for point in try points("psa", request, LeaveSample.record(religious: 4)) {
      let place = try #require(point.place)
      #expect(place.file.hasSuffix("psa.yaml"))
      let line = lines[place.line - 1]
      switch point.kind {
      case .notice: #expect(line.contains("for: any leave"))
      case .termEdge: #expect(line.contains("next to a holiday"))
      case .religious: #expect(line.contains("religious_days: 3"))
      case .evidence: #expect(line.contains("evidence:"))
      default: Issue.record("\(point)")
      }
    }
  }

  @Test(arguments: [
    ("2026-03-23", "2026-03-27", "directly before the holidays"),
    ("2026-03-23", "2026-03-26", nil), ("2026-01-06", "2026-01-09", "directly after the holidays"),
    ("2026-02-23", "2026-02-24", "directly after half term"),
    ("2026-02-13", "2026-02-13", "directly before half term"), ("2026-03-09", "2026-03-13", nil),
  ])
  func `PSA points out leave next to a holiday, past weekends and training days`(
    from: String, through: String, words: String?
  ) throws {
    let request = LeaveSample.request(
      .bereavement, from: from, through: through, received: "2025-10-01")
    #expect(
      try points("psa", request).first { $0.kind == .termEdge }?.words == words)
  }

  @Test func `PSA's days of religious observance are advice and never a refusal (U26)`() throws {
    let request = LeaveSample.request(.religious, from: "2026-03-20", through: "2026-03-20")
    let point = try #require(
      try points("psa", request, LeaveSample.record(religious: 6)).first { $0.kind == .religious })
    #expect(point.isAdvice)
    #expect(
      point.words
        == "3 days used this school year, 1 day asked for; the school expects 3 days a school year; "
        + "this is advice, leave is not refused by a count")
  }

  @Test func `Dunkirk shows the record of twelve months and what was asked before`() throws {
    let earlier = [LeaveSample.earlier(.granted), LeaveSample.earlier(.refused)].compactMap(\.self)
    let found = try points(
      "dunkirk", LeaveSample.request(.holiday),
      LeaveSample.record(authorised: 12, unauthorised: 3, earlier: earlier))
    #expect(found.map(\.kind) == [.holiday, .record])
    #expect(
      found.last?.words
        == "the last twelve months: 92.5%, 12 sessions authorised, 3 unauthorised; leave asked for "
        + "1 granted, 1 refused")
  }

  @Test(arguments: [
    ("dunkirk", "2026-05-11", "during"), ("st-lukes", "2026-05-14", "during"),
    ("st-lukes", "2026-04-27", "in the 2 weeks before"), ("st-lukes", "2026-04-24", nil),
    ("st-lukes", "2026-05-15", nil), ("psa", "2026-05-11", nil),
  ])
  func `assessment weeks are pointed out where the policy asks for it`(
    school: String, day: String, words: String?
  ) throws {
    let request = LeaveSample.request(.interview, from: day, through: day)
    let point = try points(school, request).first { $0.kind == .assessment }
    #expect(
      point?.words == words.map { "\($0) the key stage 2 tests, 11 May to 14 May" })
  }

  @Test func `St Luke's points out any unauthorised session, and authorised above 10%`() throws {
    let request = LeaveSample.request(.interview)
    #expect(try points("st-lukes", request, LeaveSample.record(authorised: 20)).isEmpty)
    let found = try points(
      "st-lukes", request, LeaveSample.record(authorised: 21, unauthorised: 1))
    #expect(
      found.map(\.words) == [
        "1 session of unauthorised absence in the last twelve months; the policy points out any",
        "authorised absence is 10.5% this year (21 of 200 sessions), above 10%",
      ])
  }

  @Test func `St Luke's forecasts the attendance that a performance would leave`() throws {
    let request = LeaveSample.request(.performance, evidence: "the licence")
    // 200 of 210 is 95.2%; 199 of 210 is 94.8%.
    #expect(try points("st-lukes", request).isEmpty)
    #expect(
      try points("st-lukes", request, LeaveSample.record(authorised: 1)).map(\.words) == [
        "attendance is 99.5% and would be 94.8% with these 10 sessions, below 95%"
      ])
    var without = request
    without.evidence = "a letter"
    #expect(try points("st-lukes", without).map(\.kind) == [.licence])
  }

  @Test func `leave asked for afterwards is pointed out in every school, by the law`() throws {
    let request = LeaveSample.request(.bereavement, received: "2026-03-11")
    for school in Shipped.names {
      let point = try #require(try points(school, request).first)
      #expect(
        point.words == "asked for 2 days after it began; leave is never granted afterwards")
      #expect((point.place != nil) == (school == "st-lukes"))
    }
  }

  @Test(arguments: ["ibstock", "on-track"])
  func `a protest is pointed out where the policy names it`(school: String) throws {
    #expect(try points(school, LeaveSample.request(.protest)).map(\.kind) == [.protest])
    #expect(try points("psa", LeaveSample.request(.protest)).isEmpty)
  }

  @Test func `a closed day within the leave is no session asked for`() throws {
    let request = LeaveSample.request(
      .performance, from: "2026-02-13", through: "2026-02-23", evidence: "a licence")
    let words = try points("st-lukes", request, LeaveSample.record(authorised: 10)).first?.words
    #expect(words == "attendance is 95.0% and would be 93.1% with these 4 sessions, below 95%")
  }
}
