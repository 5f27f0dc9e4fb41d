import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// First-day contact on the morning's screen: the next step, its text, and the N past their day.
@Suite struct FirstDayContactTests {
  private static let today = TestSchool.tuesday

  private func office(
    on row: Int = 4, _ set: (inout TestOffice) -> Void = { _ in }, staff: Staff = TestSchool.hall
  ) -> Sitting {
    var sitting = Sitting(staff, at: "10:10", opens: false, showsMorning: true)
    sitting.office.morning = TestOffice.busy
    set(&sitting.office)
    sitting.type(.changedElsewhere)
    for _ in 1..<row { sitting.press(.down) }
    return sitting
  }

  private func plan(
    _ policy: Policy, day: Int = 1, tried: [String] = [], concerns: [String] = []
  ) -> ContactPlan {
    let contacts = ["Mrs Ellis", "Mr Ellis"].map {
      Contact(pupil: Pupil.ID(1), priority: 1, name: $0)
    }
    return policy.followUp.plan(
      for: ContactFacts(
        day: day, concerns: concerns, contacts: contacts,
        lines: tried.map { name in
          DayLine(
            id: DayLine.ID(1), by: Person(TestSchool.hall), at: TestSchool.at("09:30"),
            pupil: Pupil.ID(1), date: Self.today,
            matter: .attempt(
              Attempt(contact: name, outcome: .noAnswer, time: TestSchool.time("09:30"))))
        }), on: Self.today)
  }

  private func lines(_ sitting: Sitting) -> [ProposedLine] { sitting.office.acts.flatMap(\.lines) }

  @Test func `the question begins with the policy's next step`() {
    var sitting = office { $0.matters.contactPlan = plan(TestSchool.policy, day: 2) }
    sitting.type("a")
    #expect(
      sitting.text.contains(
        "Ellis, Ella 8B. Next: day 2: contact a parent again, and on every further day without"),
      "\(sitting.text)")
  }

  @Test func `whom to ring stands with all that whoever rings must know, and nobody barred`() {
    var sitting = office {
      $0.concerns = ["social worker"]
      $0.details = { contact in
        contact.livesWith = contact.priority == 1
        contact.parentalResponsibility = true
        if contact.priority == 2 {
          contact.language = "Welsh"
          contact.safeTimes = "after 15:00"
        }
      }
    }
    sitting.type("a")
    #expect(
      sitting.picture().lines[2..<8].map { $0.split(separator: " ").joined(separator: " ") } == [
        "Ellis, Ella 8B", "1 Mrs Ellis, mother, 01530 000000",
        "lives with, parental responsibility", "2 Mr Ellis, father, 01530 000001",
        "lives elsewhere, parental responsibility, speaks Welsh, safe after 15:00",
        "Heed: social worker",
      ])
    #expect(sitting.text.contains("Tried whom? 1 to 2"))
  }

  @Test func `fewer contacts than the policy asks for is said before the call`() {
    var sitting = office { $0.contacts = ["Mrs"] }
    sitting.type("a")
    #expect(sitting.text.contains("Only 1 who may be told; the policy asks for 2 contacts."))
  }

  @Test func `a step that is no call is noted by 0, and whoever was told by 9`() {
    var sitting = office {
      $0.matters.contactPlan = plan(
        TestSchool.policy, tried: ["Mrs Ellis", "Mr Ellis"], concerns: ["youth offending team"])
    }
    sitting.type("a0")
    sitting.type("a9")
    #expect(
      lines(sitting).map(\.matter) == [.step, .told("the youth offending team officer")])
    #expect(
      lines(sitting).first?.words
        == "for a vulnerable pupil whom nobody has reached, consider calling the police")
  }

  @Test func `a call that is due is not noted as taken by 0`() {
    var sitting = office { $0.matters.contactPlan = plan(TestSchool.policy) }
    sitting.type("a0")
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `t shows the text as it would go out, and Enter notes it with its words`() {
    var sitting = office()
    sitting.type("t")
    let picture = sitting.picture().lines
    #expect(picture[2].contains("First absence text to Mrs Ellis, mother, 01530 000000"))
    #expect(picture[4].contains("School: Ella is not here."))
    #expect(picture[5].contains("Please ring us."))
    #expect(sitting.office.acts.isEmpty)
    sitting.press(.enter)
    #expect(
      lines(sitting).map(\.matter) == [
        .attempt(
          Attempt(
            contact: "Mrs Ellis", relationship: "mother", channel: .text, outcome: .textMade,
            time: TestSchool.time("10:10"), letter: "absence-text-1"))
      ])
    #expect(lines(sitting).first?.words == "School: Ella is not here.\nPlease ring us.")
    #expect(sitting.text.contains("Noted 10:10: text made: Mrs Ellis (mother), text."))
  }

  @Test func `another contact is a digit, and Esc notes nothing`() {
    var sitting = office()
    sitting.type("t2")
    #expect(sitting.text.contains("First absence text to Mr Ellis, father"))
    sitting.press(.escape)
    #expect(sitting.text.contains("Nothing was noted."))
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `a call script is read, and what came of the call is noted with it`() {
    var sitting = office { $0.letter = "reach-out" }
    sitting.type("t")
    sitting.press(.enter)
    #expect(sitting.text.contains("School: Ella is not here."))
    sitting.type("1")
    guard case .attempt(let attempt) = lines(sitting).first?.matter else {
      Issue.record("no attempt was noted")
      return
    }
    #expect(attempt.outcome == .spoke)
    #expect(attempt.channel == .telephone)
    #expect(attempt.letter == "reach-out")
  }

  @Test func `a step without a text says so, and only an unexplained absence has one`() {
    var sitting = office { $0.letter = "" }
    sitting.type("t")
    #expect(sitting.text.contains("The next step has no text."))
    sitting.press(.up)
    sitting.type("t")
    #expect(sitting.text.contains("Choose an unexplained absence first."))
  }

  @Test(arguments: [
    Size(rows: 24, columns: 80), Size(rows: 20, columns: 60), Size(rows: 14, columns: 40),
  ])
  func `a text is read whole at every size of terminal`(size: Size) {
    var sitting = office()
    sitting.type(.resized(size))
    sitting.type("t")
    #expect(sitting.text.contains("School: Ella is not here."))
    #expect(sitting.text.contains("Please ring us."))
  }

  private var lapsed: [Unexplained] {
    (0..<2).map { index in
      let pupil = TestSchool.form[index].pupil
      return Unexplained(
        member: TestSchool.member(pupil),
        standing: TestSchool.standing(
          pupil, "N", by: TestSchool.owen, at: TestSchool.at("08:45"), id: pupil.id.number),
        attempts: [], handedOn: nil)
    }
  }

  @Test func `N past their day become O in one act, and only after Enter`() {
    var sitting = office(on: 7) { $0.lapsed = lapsed }
    sitting.type("o")
    #expect(
      sitting.text.contains(
        "2 N past their day would become O: Ahmed, Aisha 14 Oct AM, Barnes, Ben 14 Oct AM."),
      "\(sitting.text)")
    #expect(sitting.office.acts.isEmpty)
    sitting.press(.enter)
    #expect(sitting.office.acts.count == 1)
    let marks = sitting.office.acts.flatMap(\.marks)
    #expect(marks.map(\.code) == ["O", "O"])
    #expect(marks.map(\.reason).allSatisfy { $0 == "no reason given within 5 school days" })
    #expect(marks.map(\.seen) == lapsed.map(\.standing.entry.id))
    #expect(sitting.text.contains("2 N became O."))
  }

  @Test func `Esc settles nothing, and neither does the key on another row`() {
    var sitting = office(on: 7) { $0.lapsed = lapsed }
    sitting.type("o")
    sitting.press(.escape)
    sitting.press(.up)
    sitting.type("o")
    #expect(sitting.text.contains("Choose an N to settle first."))
    #expect(sitting.office.acts.isEmpty)
  }

  @Test func `who may not amend after closing is told who could`() {
    var sitting = office(on: 7) { $0.lapsed = lapsed }
    sitting.shell.desk.permissions = TestSchool.policy.permissions(of: "family_liaison")
    sitting.type("o")
    #expect(sitting.text.contains("may not amend a submitted register after it has closed"))
    #expect(sitting.office.acts.isEmpty)
  }
}
