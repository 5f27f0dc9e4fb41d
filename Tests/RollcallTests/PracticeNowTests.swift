import Attendance
import Foundation
import Policies
import Storage
import Testing

@testable import rollcall

/// A practice school made for a time that somebody says it is: nothing in it lies after that.
@Suite struct PracticeNowTests {
  /// In the morning window, after it, at lunch, before school, on a Saturday, in the holidays, and
  /// on a day long gone.
  static let nows = [
    "2026-11-20T08:40", "2026-11-20T09:05", "2026-11-20T12:40", "2026-11-20T07:30",
    "2026-11-21T10:00", "2026-12-25T10:00", "2026-03-20T08:36",
  ]

  /// When the last thing in the register was done, and the last session that has a mark.
  private func last(in store: any Store) throws -> (at: Instant, session: Session) {
    var at = Instant(seconds: 0)
    var session = Session(SchoolDate(daysSince1970: 0), .am)
    for pupil in try store.roll().pupils.keys {
      for line in try store.history(of: pupil, at: nil) {
        at = max(at, line.submission.at)
        session = max(session, line.entry.session)
      }
      for line in try store.dayBook(.about(pupil)).lines { at = max(at, line.at) }
    }
    return (at, session)
  }

  @Test(arguments: nows, ["ibstock", "st-lukes"])
  func `nothing in it is dated after its now`(text: String, policy: String) throws {
    let now = try #require(Instant(text))
    let policy = try PracticeSample.policy(policy)
    let school = PracticeSchool(of: 40, under: policy, upTo: now.date, notAfter: now)
    #expect(school.moment <= now)
    let store = SchoolIdentity(name: "Practice").inMemory()
    try school.keep(in: store, adopting: nil, drafts: nil)
    let last = try last(in: store)
    #expect(last.at <= now)
    #expect(last.session <= Session(now.date, .am))
    let draft = PracticeMorning(school.history, at: school.moment)?.draft
    #expect(draft?.changes.allSatisfy { $0.mark.map { $0.at <= now } ?? true } ?? true)
    // It is lived in all the same, up to the school day before the one it stands on.
    let before = try #require(
      school.day.calendar.lastSchoolDay(upTo: school.day.date.adding(days: -1)))
    #expect(try !store.taken(on: before).isEmpty)
  }

  @Test func `the demo made for a time stands there`() throws {
    let home = FileManager.default.temporaryDirectory.path + "/rollcall-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: home) }
    let now = "2026-03-20T08:42"
    let arguments = ["demo", "--policy", "ibstock", "--pupils", "60", "--data", home]
    let made = try Program.run(arguments, at: now)
    #expect(made.status == 0 && made.output.contains("where it is Fri 20 Mar 2026, 08:42"))
    let store = try SchoolFolder(home).open()
    #expect(try last(in: store).at <= #require(Instant(now)))
    // Back on the Monday, a minute into the window, the days between are told, and no more.
    let monday = "2026-03-23T08:41"
    #expect(try Program.run(["demo", "--data", home], at: monday).status == 0)
    let later = try last(in: store)
    #expect(later.at <= (try #require(Instant(monday))))
    #expect(later.session >= Session(try #require(SchoolDate("2026-03-20")), .pm))
  }
}
