import Attendance
import Exchange
import Testing

@Suite struct StaffImportTests {
  private func plan(
    _ rows: String, over context: ImportContext = TestSchool.context
  ) throws(FaultList) -> ImportPlan<Staff> {
    try StaffImport.plan(
      IncomingFile(
        named: "staff.csv", text: "login,name,position,role,registration_group\n\(rows)\n"),
      over: context)
  }

  @Test func `staff are new, changed or the same, and keep the day their access ends`() throws {
    var context = TestSchool.context
    context.staff[0].ends = TestSchool.date("2026-07-20")
    let rows = "jh,Jo Hill,Head of Year,tutor,8A\nmk,Mina Kaur,Office,office,"
    let first = try plan(rows, over: context)
    #expect(
      first.new == [
        Staff(login: "mk", name: "Mina Kaur", position: "Office", role: "office")
      ])
    #expect(
      first.changed.map(\.after) == [
        Staff(
          login: "jh", name: "Jo Hill", position: "Head of Year", role: "tutor", group: "8A",
          ends: TestSchool.date("2026-07-20"))
      ])
    #expect(first.summary == "2 members of staff: 1 new, 1 changed, 0 the same")
    context.staff = first.new + first.changed.map(\.after)
    #expect(try plan(rows, over: context).isEmpty)
  }

  @Test(arguments: [
    (",Al,Tutor,tutor,", "login is empty; fill it in"),
    ("a b,Al,Tutor,tutor,", "login 'a b' has a blank in it; write it as one word"),
    ("al,,Tutor,tutor,", "name is empty; fill it in"),
    ("al,Al,,tutor,", "position is empty; fill it in"),
    ("al,Al,Tutor,,", "role is empty; fill it in"),
    ("al,Al,Tutor,Tutor,", "the policy has no role 'Tutor'; did you mean 'tutor'?"),
    ("al,Al,Tutor,wizard,", "the policy has no role 'wizard'; there are tutor, office"),
    ("jh,Al,Tutor,tutor,", "a second row for login jh; the first is on line 2, delete one"),
  ])
  func `a row that cannot be is refused with its line and the remedy`(
    row: String, sentence: String
  ) {
    let found = faults { () throws(FaultList) in
      try plan("jh,Jo Hill,Form tutor,tutor,8A\n\(row)")
    }
    #expect(found == ["staff.csv:3: \(sentence)"])
  }
}
