import Attendance
import Terminal
import Testing

@testable import Screens

/// A message about days for which something is planned already, or on which there is no school.
@Suite struct CallOverlapTests {
  private static let rees = TestSchool.form[17].pupil
  private static let days = TestSchool.tuesday...TestSchool.tuesday.adding(days: 3)
  private static let trip = KnownAbsence(
    from: Session(days.lowerBound, .am), through: Session(days.upperBound, .pm), code: "V",
    source: .visit)

  private func sitting(_ matters: (inout CallMatters) -> Void) -> Sitting {
    var sitting = Sitting.calls()
    matters(&sitting.office.matters)
    return sitting
  }

  private func planned() -> Sitting {
    sitting { matters in
      let line = DayLine(
        id: DayLine.ID(40), by: Person(TestSchool.hall), at: TestSchool.at("08:00"),
        pupil: Self.rees.id, date: TestSchool.tuesday, matter: .absence(Self.trip))
      matters.planned = [EarlierPlan(line, Self.trip)]
    }
  }

  @Test func `a plan for the same days is shown, and the message waits for the choice`() {
    var sitting = planned()
    sitting.type(lines: "nrees\n\nvomiting\ni^S")
    #expect(sitting.office.acts.isEmpty)
    #expect(sitting.callForm?.focus == .overlap)
    #expect(sitting.text.contains("40 away 2025-10-14 AM to 2025-10-17 PM, V"), "\(sitting.text)")
    sitting.type("1^S")
    #expect(sitting.officeLines.count == 2)
  }

  @Test func `instead takes the plan back on these days and keeps the rest`() {
    var sitting = planned()
    sitting.type(lines: "nrees\n\nvomiting\ni^S2^S")
    var rest = Self.trip
    rest.from = Session(TestSchool.tuesday.adding(days: 1), .am)
    #expect(sitting.officeLines.suffix(2).map(\.matter) == [.withdrawn, .absence(rest)])
  }

  @Test func `a message about other days asks nothing`() {
    var sitting = planned()
    sitting.type(lines: "nrees\n\nvomiting\ni\n20 oct^S")
    #expect(sitting.officeLines.count == 2)
  }

  @Test func `days on which there is no school are refused at the field, with the next one`() {
    var sitting = sitting { matters in
      matters.days = SchoolDays(
        TestOffice.calendar,
        for: Particulars(
          from: TestSchool.tuesday, yearGroup: YearGroup(year: 8) ?? .reception, group: "8B"))
    }
    sitting.type(lines: "nrees\n\nvomiting\ni\n27 oct\n")
    #expect(sitting.callForm?.focus == .first)
    #expect(sitting.text.contains("school does not meet on"), "\(sitting.text)")
    #expect(sitting.text.contains("Monday 2025-11-03"), "\(sitting.text)")
  }

  @Test func `a date of a year ago is a slip of the hand`() {
    var sitting = sitting { matters in
      matters.days = SchoolDays(
        TestOffice.calendar,
        for: Particulars(
          from: TestSchool.tuesday, yearGroup: YearGroup(year: 8) ?? .reception, group: "8B"))
    }
    sitting.type(lines: "nrees\n\nvomiting\ni\n2024-10-15^S")
    #expect(sitting.text.contains("2024-10-15 lies before this school year"), "\(sitting.text)")
    #expect(sitting.office.acts.isEmpty)
  }
}
