import Attendance
import Testing

@testable import Storage

/// A school with years behind it, on a day in November 2026, as the tests of retention see it.
enum RetentionWorld {
  static let six = RetentionPeriod(years: 6)
  static let today = TestSchool.date("2026-11-22")
  static let now = Instant(today, TimeOfDay(minutes: 900))
  static let head = Person(login: "stone", name: "Ms Stone", position: "Head")

  /// The Monday's session of one year after the other, the first long past retention.
  static let old = Session(TestSchool.date("2018-09-10"), .am)
  static let older = Session(TestSchool.date("2019-10-07"), .am)
  static let young = Session(TestSchool.date("2021-09-13"), .am)

  static func moment(_ day: String) -> Instant {
    Instant(TestSchool.date(day), TimeOfDay(minutes: 520))
  }

  /// An act with these marks, made in that morning.
  static func act(
    _ marks: [ProposedMark], _ kind: Submission.Kind = .taken, made day: String,
    lines: [ProposedLine] = []
  ) -> Act {
    Act(kind: kind, by: TestSchool.tutor, at: moment(day), marks: marks, lines: lines)
  }

  /// Everybody of 8B present at the session, as it was taken then.
  static func register(_ session: Session, note: String? = nil) -> Act {
    act(
      [TestSchool.ada, TestSchool.ben].map { TestSchool.mark($0, "/", at: session, note: note) },
      made: "\(session.date)")
  }

  static let years: [CalendarYear] = (2016...2026).map { start in
    CalendarYear(
      year: SchoolYear(startYear: start),
      terms: [
        Term(
          name: "Autumn", starts: TestSchool.date("\(start)-09-03"),
          ends: TestSchool.date("\(start)-12-19"))
      ], closures: [])
  }

  /// A line of the day book of that day.
  static func line(
    _ pupil: Pupil?, _ matter: DayLine.Matter, on day: String,
    about: ProposedLine.Reference? = nil, _ words: String = ""
  ) -> ProposedLine {
    DayBookPromises.line(pupil, matter, about: about, on: TestSchool.date(day), words)
  }
}

extension Keeper {
  /// A school with three registers: two past retention, one not.
  func oldSchool() throws -> KeptSchool {
    let school = try school()
    try school.store.keep(
      RetentionWorld.years, by: TestSchool.office, at: RetentionWorld.moment("2018-09-01"))
    _ = try school.store.submit([
      RetentionWorld.register(RetentionWorld.old, note: "a note of long ago"),
      RetentionWorld.register(RetentionWorld.older),
      RetentionWorld.register(RetentionWorld.young),
    ])
    return school
  }
}

extension Store {
  /// What is past retention that day.
  func past(_ period: RetentionPeriod = RetentionWorld.six) throws -> PastRetention {
    try pastRetention(period, on: RetentionWorld.today)
  }

  /// Removes it as the head does.
  @discardableResult
  func removePast(_ period: RetentionPeriod = RetentionWorld.six) throws -> RemovalRecord {
    try remove(
      past(period), exportedAs: "e0", by: RetentionWorld.head, at: RetentionWorld.now)
  }

  /// The codes of the pupil's history with the days they are about.
  func told(_ pupil: Pupil = TestSchool.ada) throws -> [String] {
    try history(of: pupil.id, at: nil).map { "\($0.entry.session.date) \($0.entry.code)" }
  }

  /// Amends the mark at the session, on that day.
  func amend(_ session: Session, _ code: String, made day: String) throws {
    let seen = try standing(of: [TestSchool.ada.id], at: session, asAt: nil)[TestSchool.ada.id]
    _ = try submit(
      RetentionWorld.act(
        [
          TestSchool.mark(
            TestSchool.ada, code, at: session, seen: seen?.entry.id, reason: "a letter came")
        ], .amended, made: day))
  }
}
