import Attendance
import Testing

/// What is said once and not again.
@Suite struct SaidAlreadyTests {
  typealias Line = (Pupil?, DayLine.Matter, about: Int64?)

  private static func act(_ lines: [ProposedLine], at time: String = "09:00") -> Act {
    Act(kind: .logged, by: TestSchool.office, at: moment(time), lines: lines)
  }

  private static func line(_ matter: DayLine.Matter, about: Int64? = nil) -> ProposedLine {
    ProposedLine(
      pupil: TestSchool.ada.id, date: DayBookTests.date,
      about: about.map { .kept(DayLine.ID($0)) }, matter: matter)
  }

  /// The line that says it already, by its number.
  private static func repeated(
    _ known: [Line], _ lines: ProposedLine..., at time: String = "09:00"
  ) -> Int64? {
    DayBookTests.book(known).saidAlready(by: act(lines, at: time))?.line.id.number
  }

  private static let came = DayLine.Matter.arrival(
    LateArrival(at: TestSchool.morning, time: clock("08:52")))
  private static let later = DayLine.Matter.arrival(
    LateArrival(at: TestSchool.morning, time: clock("09:05")))

  @Test func `an arrival is written once a session, unless it is corrected or the pupil had left`()
  {
    let left = DayLine.Matter.departure(Departure(time: clock("08:58"), purpose: .appointment))
    let known: [Line] = [(TestSchool.ada, Self.came, about: nil)]
    #expect(Self.repeated(known, Self.line(Self.later)) == 1)
    #expect(Self.repeated(known, Self.line(Self.later), Self.line(.withdrawn, about: 1)) == nil)
    #expect(
      Self.repeated(known + [(TestSchool.ada, left, about: nil)], Self.line(Self.later)) == nil)
    #expect(
      Self.repeated(
        known,
        Self.line(.arrival(LateArrival(at: TestSchool.afternoon, time: clock("13:30"))))) == nil)
    #expect(Self.repeated([(TestSchool.ben, Self.came, about: nil)], Self.line(Self.later)) == nil)
  }

  @Test func `a message is linked to a pupil once, and may get its absence later`() {
    let known: [Line] = [
      (nil, DayBookTests.message, about: nil), (TestSchool.ada, .concerns, about: 1),
    ]
    #expect(Self.repeated(known, Self.line(.concerns, about: 1)) == 2)
    #expect(Self.repeated(known, Self.line(DayBookTests.ill, about: 1)) == nil)
    let ill = known + [(TestSchool.ada, DayBookTests.ill, about: 1)]
    #expect(Self.repeated(ill, Self.line(DayBookTests.ill, about: 1)) == 3)
  }

  @Test func `handed on to the same is said once until the pupil is seen; to others it is new`() {
    let known: [Line] = [(TestSchool.ada, .handedOn(to: "the police"), about: nil)]
    #expect(Self.repeated(known, Self.line(.handedOn(to: "The Police"))) == 1)
    #expect(Self.repeated(known, Self.line(.handedOn(to: "the authority"))) == nil)
    let safe = known + [(TestSchool.ada, .safe(by: "PC Green"), about: nil)]
    #expect(Self.repeated(safe, Self.line(.safe(by: "PC Green"))) == 2)
    #expect(Self.repeated(safe, Self.line(.handedOn(to: "the police"))) == nil)
  }

  @Test func `a try within the minute is a key pressed twice, and another minute is another try`() {
    func attempt(_ time: String) -> DayLine.Matter {
      .attempt(Attempt(contact: "Mrs Abbott", outcome: .noAnswer, time: clock(time)))
    }
    let known: [Line] = [(TestSchool.ada, attempt("09:00"), about: nil)]
    #expect(Self.repeated(known, Self.line(attempt("09:00"))) == 1)
    #expect(Self.repeated(known, Self.line(attempt("09:01"))) == nil)
  }

  @Test func `a taker is reminded again after five minutes and not before`() {
    let key = RegisterKey("8B", at: TestSchool.morning)
    let known: [Line] = [(nil, .nudge(key), about: nil)]
    let again = ProposedLine(pupil: nil, date: DayBookTests.date, matter: .nudge(key))
    #expect(Self.repeated(known, again, at: "09:04") == 1)
    #expect(Self.repeated(known, again, at: "09:05") == nil)
  }

  @Test func `the refusal says when and by whom, and how an arrival is corrected`() {
    let line = DayBookTests.book([(TestSchool.ada, Self.came, about: nil)]).lines[0]
    #expect(
      SaidAlready(line, about: "Abbott, Ada").description
        == "Abbott, Ada: arrived 08:52 already, noted 09:00 by \(TestSchool.office.name); correct it "
        + "with 'arrive --correct'")
  }
}
