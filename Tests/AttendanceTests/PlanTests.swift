import Attendance
import Testing

@Suite struct PlanTests {
  static func plan(_ source: Plan.Source, from: Session, through: Session) -> Plan {
    Plan(
      id: Plan.ID(1), pupil: TestSchool.ada.id, from: from, through: through, code: "I",
      source: source, by: TestSchool.office, at: moment("08:05"))
  }

  @Test func `a plan covers its sessions and none beside them`() {
    let plan = Self.plan(.leave, from: pm("2025-09-10"), through: am("2025-09-12"))
    let sessions = [9, 10, 11, 12, 13].flatMap { number in
      HalfDay.allCases.map { Session(day("2025-09-" + (number < 10 ? "0" : "") + "\(number)"), $0) }
    }
    #expect(
      sessions.filter(plan.covers) == [
        pm("2025-09-10"), am("2025-09-11"), pm("2025-09-11"), am("2025-09-12"),
      ])
  }

  @Test func `only a parent's message rests on a report`() {
    let reports = Plan.Source.allCases.filter {
      Self.plan($0, from: TestSchool.morning, through: TestSchool.morning).basis == .report
    }
    #expect(reports == [.report])
    #expect(
      Plan.Source.allCases.allSatisfy {
        Self.plan($0, from: TestSchool.morning, through: TestSchool.morning).basis < .seen
      })
  }
}
