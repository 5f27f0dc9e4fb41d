import Attendance
import Exchange
import Testing

@Suite struct ContactImportTests {
  private let ada = TestSchool.upn(1).text

  private func plan(
    _ rows: String, header: String, over context: ImportContext = TestSchool.context
  ) throws(FaultList) -> ImportPlan<Contact> {
    try ContactImport.plan(
      IncomingFile(named: "contacts.csv", text: "\(header)\n\(rows)\n"), over: context)
  }

  @Test func `a contact comes with permission, court order, language and safe times`() throws {
    let plan = try plan(
      "\(ada),1,Max Lovelace,father,07700 900123,max@example.org,yes,0,dsl,no contact,Polish,after 4",
      header: "upn,priority,name,relationship,phone,email,parental_responsibility,lives_with,"
        + "may_contact,court_order,language,safe_times")
    #expect(
      plan.new == [
        Contact(
          pupil: TestSchool.ada.pupil.id, priority: 1, name: "Max Lovelace",
          relationship: "father", phone: "07700 900123", email: "max@example.org",
          parentalResponsibility: true, livesWith: false, mayContact: .dsl,
          courtOrder: "no contact", language: "Polish", safeTimes: "after 4")
      ])
    #expect(plan.summary == "1 contact: 1 new, 0 changed, 0 the same")
  }

  @Test func `the same file twice changes nothing, and silence never lifts a bar`() throws {
    var context = TestSchool.context
    let header = "upn,priority,name,may_contact"
    context.contacts = try plan("\(ada),1,Max Lovelace,no", header: header).new
    let again = try plan("\(ada),1,Max Lovelace,no", header: header, over: context)
    #expect(again.isEmpty)
    #expect(again.summary == "1 contact: 0 new, 0 changed, 1 the same; nothing to change")
    #expect(try plan("\(ada),1,Max Lovelace,", header: header, over: context).isEmpty)
    let changed = try plan("\(ada),2,Max Lovelace,", header: header, over: context)
    #expect(changed.changed.map(\.after.mayContact) == [.no])
    #expect(changed.changed.map(\.after.priority) == [2])
  }

  @Test(arguments: [
    (",1,Max,yes", "upn is empty; fill it in"),
    ("ADA,,Max,yes", "priority is empty; fill it in"),
    ("ADA,first,Max,yes", "'first' is no priority; use 1 to 99, 1 is tried first"),
    ("ADA,1,,yes", "name is empty; fill it in"),
    ("ADA,1,Max,perhaps", "'perhaps' does not fit may_contact; use one of yes, no, dsl"),
    ("ADA,2,eve,yes", "a second row for this contact of ADA; the first is on line 2, delete one"),
  ])
  func `a row that cannot be is refused with its line and the remedy`(
    row: String, sentence: String
  ) {
    let found = faults { () throws(FaultList) in
      try plan(
        "\(ada),1,Eve,yes\n\(row.replacing("ADA", with: ada))",
        header: "upn,priority,name,may_contact")
    }
    #expect(found == ["contacts.csv:3: \(sentence.replacing("ADA", with: ada))"])
  }

  @Test func `a contact of nobody is refused`() {
    let unknown = TestSchool.upn(99)
    let found = faults { () throws(FaultList) in
      try plan("\(unknown),1,Eve", header: "upn,priority,name")
    }
    #expect(
      found == [
        "contacts.csv:2: no pupil has the UPN \(unknown); "
          + "import the pupil first, or correct the UPN"
      ])
  }
}
