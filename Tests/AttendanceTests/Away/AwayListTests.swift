import Attendance
import Testing

/// The places of a list, and what is left of them once a pupil is off it.
@Suite struct AwayListTests {
  @Test(arguments: [
    ("2025-09-09", HalfDay.am, ["2025-09-08", "2025-09-09 PM", "2025-09-10"]),
    ("2025-09-08", .pm, ["2025-09-08 AM", "2025-09-09", "2025-09-10"]),
    ("2025-09-10", .pm, ["2025-09-08", "2025-09-09", "2025-09-10 AM"]),
  ])
  func `off a list at one session, a pupil is on it at every other`(
    date: String, half: HalfDay, rest: [String]
  ) {
    let place = Membership(
      group: "Museum", pupil: TestSchool.ada.id, from: day("2025-09-08"),
      until: day("2025-09-10"))
    let left = place.leavingOut(Session(day(date), half)) ?? []
    let sessions = (0..<5).flatMap { days in
      HalfDay.allCases.map { Session(day("2025-09-07").adding(days: days), $0) }
    }.filter { session in left.contains { $0.applies(at: session) } }
    let expected = rest.flatMap { text -> [Session] in
      let day = day(String(text.prefix(10)))
      return HalfDay.allCases.filter { text.count == 10 || text.hasSuffix($0.rawValue) }
        .map { Session(day, $0) }
    }
    #expect(sessions == expected)
    #expect(place.leavingOut(Session(day("2025-09-11"), .am)) == nil)
  }

  private static let days = ["2025-09-08", "2025-09-09", "2025-09-10", "2025-09-11"].map(day)
  static let sessions = days.flatMap { date in HalfDay.allCases.map { Session(date, $0) } }

  private static func list(_ from: Session, _ through: Session) -> AwayList {
    AwayList(name: "Museum", from: from, through: through, code: "V")
  }

  @Test func `a place is due at the list's sessions and at no other, whatever its first and last`()
  {
    for (index, from) in Self.sessions.enumerated() {
      for through in Self.sessions[index...] {
        let list = Self.list(from, through)
        let places = list.places(of: TestSchool.ada.id)
        let due = Self.sessions.filter { session in places.contains { $0.applies(at: session) } }
        #expect(due == Self.sessions.filter(list.covers), "\(from) to \(through)")
        #expect(
          due.allSatisfy { session in places.count { $0.applies(at: session) } == 1 },
          "\(from) to \(through) twice")
      }
    }
  }

  @Test func `off the list from any session on, the place is due before it and not after`() {
    for (index, from) in Self.sessions.enumerated() {
      for through in Self.sessions[index...] {
        for end in Self.sessions {
          let places = Self.list(from, through).places(of: TestSchool.ada.id)
          let left = places.flatMap { $0.ending(before: end) ?? [$0] }
          let due = Self.sessions.filter { session in left.contains { $0.applies(at: session) } }
          let wanted = Self.sessions.filter { from <= $0 && $0 <= through && $0 < end }
          #expect(due == wanted, "\(from) to \(through), off at \(end)")
        }
      }
    }
  }

  @Test func `a weekly place without end keeps its weekday up to the day it ends`() {
    let monday = Membership(group: "Set 1", pupil: TestSchool.ada.id, weekday: .monday)
    let left = monday.ending(before: pm("2025-09-15")) ?? []
    #expect(left.contains { $0.applies(at: pm("2025-09-08")) })
    #expect(left.contains { $0.applies(at: am("2025-09-15")) })
    #expect(!left.contains { $0.applies(at: pm("2025-09-15")) })
    #expect(!left.contains { $0.applies(at: am("2025-09-22")) })
  }

  @Test func `only a code away from the site makes a list off site`() {
    for (code, isOffSite) in [("V", true), ("B", true), ("D", true), ("", false), ("/", false)] {
      var list = Self.list(TestSchool.morning, TestSchool.afternoon)
      list.code = code
      #expect(list.isOffSite(TestCodes.book) == isOffSite, "\(code)")
    }
  }
}
