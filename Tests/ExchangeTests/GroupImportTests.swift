import Attendance
import Exchange
import Testing

@Suite struct GroupImportTests {
  private let ada = TestSchool.upn(1).text
  private let bob = TestSchool.upn(2).text

  private func plan(
    _ rows: String, over context: ImportContext = TestSchool.context
  ) throws(FaultList) -> GroupPlan {
    try GroupImport.plan(
      IncomingFile(
        named: "groups.csv", text: "group,upn,from,to,weekday,session,taker,room\n\(rows)\n"),
      over: context)
  }

  @Test func `a group comes with taker, room and the pupils' places`() throws {
    let rows = "Maths 1,\(ada),2026-01-05,2026-03-31,Tue,pm,jh,12\nMaths 1,\(bob),,,,,,"
    let first = try plan(rows)
    #expect(first.groups.new == [RegistrationGroup(name: "Maths 1", taker: "jh", room: "12")])
    #expect(
      first.memberships.new == [
        Membership(
          group: "Maths 1", pupil: TestSchool.ada.pupil.id, from: TestSchool.date("2026-01-05"),
          until: TestSchool.date("2026-03-31"), weekday: .tuesday, half: .pm),
        Membership(group: "Maths 1", pupil: TestSchool.bob.pupil.id),
      ])
    #expect(
      first.summary
        == "1 group: 1 new, 0 changed, 0 the same\n2 places: 2 new, 0 changed, 0 the same")
    var context = TestSchool.context
    context.groups = first.groups.new
    context.memberships = first.memberships.new
    #expect(try plan(rows, over: context).isEmpty)
    let moved = try plan("Maths 1,\(bob),,,,,,14", over: context)
    #expect(
      moved.groups.changed.map(\.after) == [
        RegistrationGroup(name: "Maths 1", taker: "jh", room: "14")
      ])
  }

  @Test(arguments: [
    (",ADA,,,,,,", "group is empty; fill it in"),
    ("M1,,,,,,,", "upn is empty; fill it in"),
    ("M1,ADA,x,,,,,", "'x' is no date for from; write it like 2025-09-01"),
    (
      "M1,ADA,2026-02-01,2026-01-01,,,,",
      "to 2026-01-01 lies before from 2026-02-01; correct one of them"
    ),
    ("M1,ADA,,,Someday,,,", "'Someday' is no weekday; write it like Monday or Mon"),
    ("M1,ADA,,,,noon,,", "'noon' is no session; write AM or PM, or nothing for both"),
    (
      "M2,ADA,,,,,hj,",
      "nobody on the staff has the login 'hj'; import the member of staff first"
    ),
    ("M1,ADA,,,,,mk,", "M1 has taker 'jh' on line 2 and 'mk' here; give it one taker"),
    ("M1,BOB,,,,,,9", "M1 has room '12' on line 2 and '9' here; give it one room"),
    ("M1,BOB,,,,,,12", "this row says the same as line 2; delete one"),
  ])
  func `a row that cannot be is refused with its line and the remedy`(
    row: String, sentence: String
  ) {
    let text = row.replacing("ADA", with: ada).replacing("BOB", with: bob)
    var context = TestSchool.context
    context.staff.append(Staff(login: "mk", name: "Mina Kaur", position: "Tutor", role: "tutor"))
    let found = faults { () throws(FaultList) in
      try plan("M1,\(bob),,,,,jh,12\n\(text)", over: context)
    }
    #expect(found == ["groups.csv:3: \(sentence)"])
  }
}
