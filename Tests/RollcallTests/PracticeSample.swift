import Attendance
import Policies
import Storage
import Synchronization
import Testing

@testable import rollcall

/// A small practice school of each policy, made once for all tests, and what it came to.
struct PracticeSample {
  static let policies = ["ibstock", "psa", "dunkirk", "st-lukes", "on-track"]
  static let pupils = 120

  let school: PracticeSchool
  let found: Verification
  /// The whole school up to the clock.
  let tally: Tally
  let codes: [String: Int]
  /// The registers taken on the school's day, the day before, and its plans.
  let takenToday: [RegisterKey: Submission]
  let takenBefore: [RegisterKey: Submission]
  let plans: [Plan]

  /// The policy of that name.
  static func policy(_ name: String) throws -> Policy {
    try #require(PolicyReading(path: "\(Program.root)/config/policies/\(name).yaml").policy)
  }

  /// The sample school under that policy on Saturday 21 November 2026.
  static func of(_ policy: String) throws -> PracticeSample {
    try made.withLock { made in
      if let known = made[policy] { return known }
      let sample = try PracticeSample(Self.policy(policy))
      made[policy] = sample
      return sample
    }
  }

  private static let made = Mutex<[String: PracticeSample]>([:])

  private init(_ policy: Policy) throws {
    let today = try #require(SchoolDate("2026-11-21"))
    school = PracticeSchool(of: Self.pupils, under: policy, upTo: today)
    let store = SchoolIdentity(name: "Practice", practice: PracticeClock(secondsAhead: 0))
      .inMemory()
    try school.keep(in: store, adopting: nil, drafts: nil)
    found = try store.verify(against: nil) { _ in }
    let calendar = try store.calendar()
    var sheets: [SchoolYear: [Pupil.ID: YearSheet]] = [:]
    for year in calendar.years.map(\.year) {
      sheets[year] = try store.sheets(of: year, pupils: nil)
    }
    let figures = Figures(
      roll: try store.roll(), calendar: calendar, codes: policy.codes,
      alphabet: try store.alphabet(), sheets: sheets, schoolName: "Practice")
    let day = school.day.date
    let first = try #require(calendar.years.first?.year.firstDay)
    let last = Session(day.adding(days: -1), .pm)
    tally = figures.rows(by: .school, from: first, through: last).reduce(Tally()) { $0 + $1.tally }
    codes = Dictionary(
      uniqueKeysWithValues: figures.codes(from: first, through: last).map { ($0.code, $0.sessions) }
    )
    takenToday = try store.taken(on: day)
    takenBefore = try store.taken(on: day.adding(days: -1))
    plans = try store.plans(at: Session(day, .am))
  }
}
