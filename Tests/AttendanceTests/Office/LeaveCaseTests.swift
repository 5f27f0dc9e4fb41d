import Attendance
import Testing

/// Leave asked for, granted, refused and ended, and what each act comes to.
@Suite struct LeaveCaseTests {
  static let request = LeaveRequest(
    from: am("2025-10-06"), through: pm("2025-10-10"), purpose: "a holiday", asker: "Mrs Abbott",
    relationship: "mother", received: day("2025-09-08"))

  /// The case of the request after these decisions, each one line after the other.
  static func leave(
    _ decisions: [LeaveDecision] = [], _ request: LeaveRequest = request
  ) throws -> LeaveCase {
    try #require(book(decisions, request).leave.first)
  }

  static func book(
    _ decisions: [LeaveDecision] = [], _ request: LeaveRequest = request
  ) -> DayBook {
    DayBookTests.book(
      [(TestSchool.ada, .request(request), about: nil)]
        + decisions.map { (TestSchool.ada, .decision($0), about: 1) })
  }

  static func grant(
    _ leave: LeaveCase, _ code: String? = "C", words: String = "a wedding",
    begun: Session = TestSchool.morning
  ) throws -> Act {
    try leave.granting(
      code, expectedBack: day("2025-10-13"), saying: words, isOfCompulsoryAge: true,
      codes: TestCodes.book, begun: begun, by: TestSchool.office, now: moment("09:00"))
  }

  @Test func `a request is one line, found from the day it came to the last day asked for`() throws
  {
    let act = try Self.request.act(
      for: TestSchool.ada.id, saying: "a wedding", by: TestSchool.office, now: moment("09:00"))
    #expect(act.lines.map(\.matter) == [.request(Self.request)])
    #expect(act.lines.map(\.date) == [TestSchool.wednesday])
    #expect(act.lines.map(\.words) == ["a wedding"])
    var past = Self.request
    past.from = am("2025-09-02")
    past.through = pm("2025-09-03")
    #expect(
      try past.act(
        for: TestSchool.ada.id, saying: "", by: TestSchool.office, now: moment("09:00")
      ).lines.map(\.date) == [day("2025-09-02")])
  }

  @Test func `a request is refused in words where its dates cannot be`() {
    func refusal(_ change: (inout LeaveRequest) -> Void) -> LeaveRefusal? {
      var request = Self.request
      change(&request)
      do throws(LeaveRefusal) {
        _ = try request.act(
          for: TestSchool.ada.id, saying: "", by: TestSchool.office, now: moment("09:00"))
      } catch {
        return error
      }
      return nil
    }
    #expect(refusal { $0.through = am("2025-10-03") } == .code(.endsBeforeItStarts))
    #expect(refusal { $0.received = day("2025-09-11") } == .receivedLater(day("2025-09-11")))
    #expect(refusal { $0.purpose = "" } == .noPurpose)
    #expect(
      refusal {
        $0.travelsOut = day("2025-10-05")
        $0.travelsBack = day("2025-10-04")
      } == .code(.endsBeforeItStarts))
  }

  @Test func `a grant plans the absence in the same act`() throws {
    let act = try Self.grant(try Self.leave())
    #expect(act.kind == .planned)
    #expect(
      act.lines == [
        ProposedLine(
          pupil: TestSchool.ada.id, date: TestSchool.wednesday, about: .kept(DayLine.ID(1)),
          matter: .decision(LeaveDecision(.granted, code: "C", expectedBack: day("2025-10-13"))),
          words: "a wedding"),
        ProposedLine(
          pupil: TestSchool.ada.id, date: day("2025-10-06"), about: .ofThisAct(0),
          matter: .absence(
            KnownAbsence(
              from: am("2025-10-06"), through: pm("2025-10-10"), code: "C", source: .leave)),
          words: "a holiday"),
      ])
  }

  @Test func `leave is never granted afterwards; a day of observance may be answered late`() throws
  {
    let leave = try Self.leave()
    #expect(throws: LeaveRefusal.begun(am("2025-10-06"), code: "C")) {
      try Self.grant(leave, begun: am("2025-10-06"))
    }
    #expect(try Self.grant(leave, begun: pm("2025-10-03")).lines.count == 2)
    #expect(try Self.grant(leave, "R", begun: pm("2025-10-06")).lines.count == 2)
  }

  @Test func `a decision has words, a code that is leave, and comes once`() throws {
    let leave = try Self.leave()
    #expect(throws: LeaveRefusal.noWords) { try Self.grant(leave, words: "") }
    #expect(throws: LeaveRefusal.noCode) { try Self.grant(leave, nil) }
    #expect(throws: LeaveRefusal.noLeave("/")) { try Self.grant(leave, "/") }
    #expect(throws: LeaveRefusal.code(.unknownCode("Q9"))) { try Self.grant(leave, "Q9") }
    let granted = try Self.leave([LeaveDecision(.granted, code: "C")])
    let decided = "granted as C, on 2025-09-10 by \(granted.decided?.by.name ?? "")"
    #expect(throws: LeaveRefusal.alreadyGranted(DayLine.ID(1), decided)) {
      try Self.grant(granted)
    }
    #expect(throws: LeaveRefusal.alreadyGranted(DayLine.ID(1), decided)) {
      try granted.refusing(saying: "no", by: TestSchool.office, now: moment("09:00"))
    }
    #expect(throws: LeaveRefusal.notGranted(DayLine.ID(1))) {
      try leave.ending(saying: "no", by: TestSchool.office, now: moment("09:00"))
    }
  }

  @Test func `ending takes back the absence that the grant planned`() throws {
    let absence = KnownAbsence(
      from: am("2025-10-06"), through: pm("2025-10-10"), code: "C", source: .leave)
    var lines: [(Pupil?, DayLine.Matter, about: Int64?)] = [
      (TestSchool.ada, .request(Self.request), about: nil),
      (TestSchool.ada, .decision(LeaveDecision(.granted, code: "C")), about: 1),
      (TestSchool.ada, .absence(absence), about: 2),
    ]
    let leave = try #require(DayBookTests.book(lines).leave.first)
    let act = try leave.ending(saying: "not going", by: TestSchool.office, now: moment("09:00"))
    #expect(act.lines.map(\.matter) == [.decision(LeaveDecision(.ended)), .withdrawn])
    #expect(act.lines.map(\.about) == [.kept(DayLine.ID(1)), .kept(DayLine.ID(3))])
    lines.append((TestSchool.ada, .decision(LeaveDecision(.ended)), about: 1))
    lines.append((TestSchool.ada, .withdrawn, about: 3))
    let book = DayBookTests.book(lines)
    #expect(book.plans(at: am("2025-10-06")).isEmpty)
    #expect(book.leave.map(\.state) == [.ended])
  }

  @Test func `refused dates are watched, until the leave is granted after all`() {
    let refused = Self.book([LeaveDecision(.refused)])
    let ada = TestSchool.ada.id
    #expect(
      refused.refused(to: ada, from: am("2025-10-10"), through: pm("2025-10-14")).count == 1)
    #expect(
      refused.refused(to: ada, from: am("2025-10-13"), through: pm("2025-10-14")).isEmpty)
    let later = Self.book([LeaveDecision(.refused), LeaveDecision(.granted, code: "C")])
    #expect(later.refused(to: ada, from: am("2025-10-06"), through: am("2025-10-06")).isEmpty)
  }

  @Test func `leave at lunch time has no code, is promised within a week, and is withdrawable`()
    throws
  {
    var request = Self.request
    request.purpose = LeaveRequest.lunch
    let waiting = try Self.leave([], request)
    #expect(!waiting.isOverdue(on: day("2025-09-15")) && waiting.isOverdue(on: day("2025-09-16")))
    #expect(try Self.grant(waiting, nil).lines.count == 1)
    func may(_ decisions: [LeaveDecision], on date: String) -> Bool {
      Self.book(decisions, request).mayLeaveForLunch(TestSchool.ada.id, on: day(date))
    }
    #expect(!may([], on: "2025-10-06"))
    #expect(may([LeaveDecision(.granted)], on: "2025-10-06"))
    #expect(!may([LeaveDecision(.granted)], on: "2025-10-13"))
    #expect(!may([LeaveDecision(.granted), LeaveDecision(.ended)], on: "2025-10-06"))
    #expect(!may([LeaveDecision(.refused)], on: "2025-10-06"))
  }

  @Test func `what was refused is decided again only by whoever says so, and who decided is named`()
    throws
  {
    let refused = try Self.leave([LeaveDecision(.refused)])
    let decided = "refused, on 2025-09-10 by \(refused.decided?.by.name ?? "")"
    #expect(throws: LeaveRefusal.alreadyDecided(DayLine.ID(1), decided)) {
      try Self.grant(refused)
    }
    #expect(throws: LeaveRefusal.alreadyDecided(DayLine.ID(1), decided)) {
      try refused.refusing(saying: "no", by: TestSchool.office, now: moment("09:00"))
    }
    let again = try refused.refusing(
      saying: "still no", again: true, by: TestSchool.office, now: moment("09:00"))
    #expect(again.lines.map(\.matter) == [.decision(LeaveDecision(.refused))])
  }

  @Test func `ending takes back both parts of a grant that another plan has split`() throws {
    func part(_ first: String, _ last: String) -> DayLine.Matter {
      .absence(KnownAbsence(from: am(first), through: pm(last), code: "C", source: .leave))
    }
    let leave = try #require(
      DayBookTests.book([
        (TestSchool.ada, .request(Self.request), about: nil),
        (TestSchool.ada, .decision(LeaveDecision(.granted, code: "C")), about: 1),
        (TestSchool.ada, part("2025-10-06", "2025-10-10"), about: 2),
        (TestSchool.ada, .withdrawn, about: 3),
        (TestSchool.ada, part("2025-10-06", "2025-10-06"), about: 2),
        (TestSchool.ada, part("2025-10-09", "2025-10-10"), about: 2),
      ]).leave.first)
    let act = try leave.ending(saying: "not going", by: TestSchool.office, now: moment("09:00"))
    #expect(act.lines.map(\.matter) == [.decision(LeaveDecision(.ended)), .withdrawn, .withdrawn])
    #expect(
      act.lines.map(\.about) == [1, 5, 6].map { .kept(DayLine.ID($0)) })
  }
}
