import Attendance
import Policies
import Storage
import Testing

@testable import rollcall

@Suite struct PracticeSchoolTests {
  @Test(arguments: PracticeSample.policies)
  func `a practice school is sound, and every session of it is marked`(policy: String) throws {
    let sample = try PracticeSample.of(policy)
    #expect(sample.found.faults == [])
    #expect(sample.tally.missing == 0)
    #expect(sample.tally.attended + sample.tally.absent == sample.tally.possible)
  }

  @Test(arguments: [
    ("ibstock", 885...935), ("psa", 885...935), ("dunkirk", 930...963), ("st-lukes", 930...963),
    ("on-track", 835...905),
  ])
  func `attendance is near the national figure of the phase`(
    policy: String, tenths: ClosedRange<Int>
  ) throws {
    let attendance = try #require(try PracticeSample.of(policy).tally.attendance)
    #expect(tenths.contains(attendance.tenths), "\(attendance)%")
  }

  @Test(arguments: PracticeSample.policies)
  func `marks are of many kinds`(policy: String) throws {
    let codes = try PracticeSample.of(policy).codes
    for code in ["/", "\\", "L", "U", "I", "M", "O", "N", "V"] {
      #expect((codes[code] ?? 0) > 0, "no \(code)")
    }
    #expect((codes["X"] != nil) == ["dunkirk", "st-lukes"].contains(policy))
  }

  @Test(arguments: PracticeSample.policies)
  func `no mark stands off roll, on a closed day, out of its half or at the wrong age`(
    policy: String
  ) throws {
    let school = try PracticeSample.of(policy).school
    let roll = school.roll.roll
    var history = school.history
    var faults: [String] = []
    // A week day in turn is enough to meet every code on every weekday.
    for offset in stride(from: 0, to: school.day.date.days(after: school.start), by: 6) {
      for mark in try history.acts(on: school.start.adding(days: offset)).flatMap(\.marks) {
        let pupil = try #require(roll.pupils[mark.pupil])
        let date = mark.session.date
        let due =
          roll.enrolment(of: mark.pupil, on: date) != nil
          && school.day.calendar.meets(at: mark.session)
        do {
          _ = try school.policy.codes.code(
            mark.code, at: mark.session, ofCompulsoryAge: pupil.isOfCompulsoryAge(on: date))
        } catch {
          faults.append("\(mark.session) \(mark.code): \(error)")
        }
        if !due { faults.append("\(mark.session) of \(pupil.name.onRegister) is not due") }
      }
    }
    #expect(faults.prefix(5) == [])
  }

  @Test func `acts come in the order of time, tutors' marks are tutors' codes`() throws {
    let school = try PracticeSample.of("ibstock").school
    var history = school.history
    var last = Instant(seconds: 0)
    for offset in 0..<28 {
      for act in try history.acts(on: school.start.adding(days: offset)) {
        #expect(last <= act.at)
        last = act.at
        guard act.kind == .taken else { continue }
        let typed = Set(act.marks.filter { $0.how != .planned }.map(\.code))
        #expect(typed.isSubset(of: ["/", "\\", "L", "N"]))
      }
    }
  }

  @Test func `the same date, policy and number make the same school`() throws {
    let policy = try PracticeSample.policy("dunkirk")
    let today = try #require(SchoolDate("2026-03-14"))
    let schools = [1, 2].map { _ in PracticeSchool(of: 60, under: policy, upTo: today) }
    #expect(schools[0].roll.changes == schools[1].roll.changes)
    #expect(schools[0].roll.staff == schools[1].roll.staff)
    var (one, other) = (schools[0].history, schools[1].history)
    for offset in 0..<40 {
      let date = schools[0].start.adding(days: offset)
      #expect(try one.acts(on: date) == other.acts(on: date))
    }
    let mornings = [one, other].map { PracticeMorning($0, at: schools[0].moment)?.plans }
    #expect(mornings[0] == mornings[1])
  }

  @Test(arguments: PracticeSample.policies)
  func `the registers of the morning are open, and one is taken`(policy: String) throws {
    let sample = try PracticeSample.of(policy)
    #expect(sample.takenToday.count == 1)
    #expect(sample.takenToday.keys.allSatisfy { $0.session.half == .am })
    #expect(sample.takenBefore.count > sample.takenToday.count * 5)
    #expect(!sample.plans.isEmpty)
  }

  @Test(arguments: ["2026-09-03", "2026-07-17", "2026-12-25", "2027-06-30", "2028-02-29"])
  func `a school can be made on any date`(today: String) throws {
    let school = PracticeSchool(
      of: 12, under: try PracticeSample.policy("psa"), upTo: try #require(SchoolDate(today)))
    let store = SchoolIdentity(name: "Practice").inMemory()
    try school.keep(in: store, adopting: nil, drafts: nil)
    #expect(try store.verify(against: nil) { _ in }.faults == [])
  }

  @Test(arguments: [1, 2, 7, 33])
  func `a handful of pupils is a school too`(pupils: Int) throws {
    for policy in PracticeSample.policies {
      let today = try #require(SchoolDate("2026-09-09"))
      let school = PracticeSchool(
        of: pupils, under: try PracticeSample.policy(policy), upTo: today)
      let roll = school.roll.roll
      #expect(roll.members(on: school.day.date).count == pupils)
    }
  }
}
