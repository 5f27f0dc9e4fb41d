import Attendance
import Policies
import Testing

@testable import rollcall

@Suite struct PracticeRollTests {
  private let school: PracticeSchool
  private let roll: Roll

  init() throws {
    school = PracticeSchool(
      of: 600, under: try PracticeSample.policy("dunkirk"),
      upTo: try #require(SchoolDate("2026-11-21")))
    roll = school.roll.roll
  }

  @Test func `as many pupils as were asked for are on roll`() {
    #expect(roll.members(on: school.day.date).count == 600)
  }

  @Test func `names try everything a name can hold`() {
    let names = school.roll.pupils.map(\.name)
    let texts = names.flatMap { [$0.surname, $0.forename, $0.preferred] }
    for sign in ["'", "-", " ", "ł", "é", "ş", "ễ"] {
      #expect(texts.contains { $0.lowercased().contains(sign) }, "no name holds \(sign)")
    }
    #expect(texts.contains(where: Heritage.isWide))
    #expect(names.contains { !$0.preferred.isEmpty })
    #expect(names.contains { !$0.sayAs.isEmpty })
    #expect(!texts.contains { $0.contains("_") })
  }

  @Test func `twins share form, birthday and mostly the initial`() {
    let pairs = Dictionary(grouping: school.roll.pupils) { "\($0.name.surname) \($0.dateOfBirth)" }
      .values.filter { $0.count == 2 }
    #expect(!pairs.isEmpty)
    let forms = pairs.map { Set($0.flatMap { roll.particulars[$0.id] ?? [] }.map(\.group)).count }
    #expect(forms.allSatisfy { $0 <= 2 })
    #expect(pairs.contains { $0[0].name.looksLike($0[1].name) })
  }

  @Test func `siblings share a surname, a home and those who are called`() throws {
    let homes = Dictionary(grouping: school.roll.pupils) { pupil in
      "\(pupil.name.surname), \(roll.particulars[pupil.id]?.first?.characteristics[.address] ?? "")"
    }
    let siblings = try #require(homes.values.first { $0.count > 2 })
    let called = Set(
      siblings.map { pupil in (school.roll.contacts[pupil.id] ?? []).map(\.phone) })
    #expect(called.count == 1)
  }

  @Test func `some contacts are barred or only for the safeguarding lead`() {
    let permissions = Set(school.roll.contacts.values.joined().map(\.mayContact))
    #expect(permissions == [.yes, .no, .dsl])
  }

  @Test func `pupils come and go in the middle of the year`() {
    let enrolments = school.roll.enrolments
    let year = school.day.year
    #expect(enrolments.contains { $0.ends.map { year.contains($0) } ?? false })
    #expect(enrolments.contains { $0.starts > year.firstDay.adding(days: 40) })
  }

  @Test func `each year group is on its own campus`() {
    for member in roll.members(on: school.day.date) {
      let isAbbey = member.particulars.yearGroup.ageAtStart < 8
      #expect(member.particulars.campus == (isAbbey ? "Abbey" : "Highfields"))
    }
  }

  @Test func `every form has a tutor who can sign in, every login is one short word`() {
    let staff = school.roll.staff
    for group in roll.groups {
      #expect(staff.contains { $0.login == group.taker && $0.group == group.name })
    }
    #expect(Set(staff.map(\.login)).count == staff.count)
    #expect(staff.allSatisfy { $0.login.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
    #expect(Set(staff.map(\.role)) == Set(school.policy.roles.map(\.id)))
  }
}
