import Attendance
import Policies
import Terminal
import Testing

@testable import Screens

/// What is said before a code is chosen, and what a code needs.
@Suite struct CallAdviceTests {
  private static let refused = RefusedLeave(
    request: LeaveRequest(
      from: TestSchool.morning, through: Session(TestSchool.tuesday.adding(days: 3), .pm),
      purpose: "a holiday", received: TestSchool.tuesday), reason: "not exceptional")

  private func brief(
    _ matters: CallMatters = CallMatters(), daysAbsent: Int = 0
  ) -> PupilBrief {
    var office = TestOffice()
    office.matters = matters
    office.daysAbsent = daysAbsent
    return office.brief(of: TestSchool.form[17].pupil)
  }

  private func advice(
    _ brief: PupilBrief, under policy: Policy, days: Int = 1,
    by channel: Attendance.Message.Channel = .telephone, at time: String = "09:20"
  ) -> [String] {
    brief.advice(
      under: policy,
      on: KnownAbsence(
        from: TestSchool.morning,
        through: Session(TestSchool.tuesday.adding(days: days - 1), .pm), code: nil,
        source: .report), by: channel, at: TestSchool.at(time))
  }

  @Test(arguments: [
    ("ibstock", "08:10", "before 08:15"),
    ("ibstock", "09:20", "after 08:15, taken just the same"),
    ("st-lukes", "09:20", "after 08:30, the deadline"), ("psa", "07:45", "before 07:45"),
    ("on-track", "09:00", "before 09:00"),
  ])
  func `the deadline is the policy's, soft or not`(
    policy: String, time: String, said: String
  ) throws {
    let reporting = try TestSchool.shipped(policy).reporting
    #expect(
      reporting.timing(of: TestSchool.tuesday, at: TestSchool.at(time)) == said)
    #expect(
      reporting.timing(of: TestSchool.tuesday.adding(days: 1), at: TestSchool.at(time)) == nil)
  }

  @Test func `Dunkirk names no time, and none is told`() {
    #expect(advice(brief(), under: TestSchool.dunkirk).isEmpty)
  }

  @Test(
    arguments: [
      ("ibstock", 7, 0, nil), ("ibstock", 8, 0, "Evidence is due after 5 days."),
      ("on-track", 1, 5, "Evidence is due after 5 days."),
      (
        "dunkirk", 3, 1, "Evidence is due after 3 days; asking should not be routine."
      ), ("st-lukes", 9, 9, nil),
    ] as [(String, Int, Int, String?)])
  func `evidence is due after the policy's days, those before today among them`(
    policy: String, days: Int, before: Int, said: String?
  ) throws {
    let told = advice(
      brief(daysAbsent: before), under: try TestSchool.shipped(policy), days: days
    ).first { $0.hasPrefix("Evidence") }
    #expect(told == said)
  }

  @Test func `Dunkirk asks evidence of any absence once a tenth is missed, exactly`() {
    let missed = CallMatters(missed: CallMatters.Missed(10, of: 100))
    let less = CallMatters(missed: CallMatters.Missed(9, of: 91))
    #expect(
      advice(brief(missed), under: TestSchool.dunkirk)
        == ["Evidence is due for any absence, from 10% missed on."])
    #expect(advice(brief(less), under: TestSchool.dunkirk).isEmpty)
  }

  @Test func `PSA telephones all contacts on the third day by email only`() throws {
    let psa = try TestSchool.shipped("psa")
    let dates = [1, 2].map { TestSchool.tuesday.adding(days: -$0) }
    let told = brief(CallMatters(emailDates: dates))
    #expect(
      advice(told, under: psa, by: .email).first
        == "Day 3 by email only: telephone all contacts.")
    #expect(
      advice(brief(), under: psa, by: .email).first == "A report by email is followed by a call.")
    #expect(advice(told, under: psa, by: .telephone).isEmpty)
  }

  @Test func `leave refused is told before a code is chosen, and illness not suggested (U44)`() {
    var sitting = Sitting.calls()
    sitting.office.matters.refusedLeave = [Self.refused]
    sitting.type(lines: "nrees\n\nhe is ill\n")
    #expect(
      sitting.text.contains("Leave refused 14 Oct to 17 Oct (a holiday), so I needs words."),
      "\(sitting.text)")
    sitting.type("1")
    #expect(sitting.callForm?.text(.code) == "1")
    sitting.press(.backspace)
    sitting.type("i^S")
    #expect(sitting.office.acts.count == 1)
  }

  @Test func `a code is suggested from the words, taken by one key and never by Enter`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n\nvomiting, and the dentist later\n")
    #expect(sitting.text.contains("1 I Illness"), "\(sitting.text)")
    #expect(sitting.text.contains("said \"vomiting\""))
    #expect(sitting.text.contains("said \"dentist\""))
    sitting.press(.enter)
    #expect(sitting.callForm?.text(.code) == "")
    sitting.press(.backTab)
    sitting.type("2")
    #expect(sitting.callForm?.text(.code) == "M")
    #expect(sitting.callForm?.focus == .first)
  }

  @Test func `an illness that is not authorised asks why, and notes that the parent was told`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n\npoorly\no\n")
    #expect(sitting.callForm?.focus == .doubt)
    sitting.type("^S")
    #expect(sitting.text.contains("\"poorly\" speaks of illness; type why it is doubted"))
    #expect(sitting.office.acts.isEmpty)
    sitting.type("seen in town^S")
    #expect(sitting.office.acts.count == 1)
    #expect(
      sitting.officeLines.map(\.matter).contains(
        .told("the parent or carer that the illness is doubted")))
    #expect(
      sitting.office.acts.flatMap(\.marks).map(\.reason)
        == ["illness doubted (seen in town); message from mother: poorly"])
  }

  @Test func `O for anything else asks no doubt`() {
    var sitting = Sitting.calls()
    sitting.type(lines: "nrees\n\nshopping\no^S")
    #expect(sitting.office.acts.count == 1)
  }

  @Test func `siblings unaccounted for are offered, and a digit adds one (U34)`() {
    let sibling = TestSchool.form[3].pupil
    var sitting = Sitting.calls()
    sitting.office.matters.siblings = [FoundPupil(sibling, group: "8B", relations: [])]
    sitting.type(lines: "nrees\n")
    #expect(sitting.text.contains("Unaccounted for too: Davies, Dafydd 8B."))
    sitting.press(.backTab)
    #expect(sitting.text.contains("1 Davies, Dafydd 8B"))
    sitting.press(.enter)
    #expect(sitting.callForm?.chosen.count == 1)
    sitting.press(.backTab)
    sitting.type("1")
    #expect(sitting.callForm?.chosen.map(\.pupil.id) == [TestSchool.form[17].pupil.id, sibling.id])
  }

  @Test func `after a message is kept, one key writes the same about a sibling (U34)`() {
    let sibling = TestSchool.form[3].pupil
    var sitting = Sitting.calls()
    sitting.office.matters.siblings = [FoundPupil(sibling, group: "8B", relations: [])]
    sitting.type(lines: "nrees\n1both poorly\ni^S")
    #expect(
      sitting.text.contains("And Davies, Dafydd 8B, unaccounted for? a writes the same"),
      "\(sitting.text)")
    #expect(sitting.callForm == nil && sitting.office.acts.count == 1)
    sitting.type("a")
    #expect(sitting.callForm?.chosen.map(\.pupil.id) == [sibling.id])
    #expect(sitting.callForm?.text(.words) == "both poorly")
    #expect(sitting.callForm?.text(.code) == "" && sitting.callForm?.focus == .code)
    sitting.type("\"^S")
    let lines = sitting.office.acts.last?.lines ?? []
    #expect(lines.compactMap(\.pupil) == [sibling.id])
    #expect(lines.map(\.words).contains("both poorly"))
  }

  @Test func `a sibling offered blocks nothing, and is offered once`() {
    var sitting = Sitting.calls()
    sitting.office.matters.siblings = [
      FoundPupil(TestSchool.form[3].pupil, group: "8B", relations: [])
    ]
    sitting.type(lines: "nrees\n1poorly\ni^S")
    sitting.type("n")
    #expect(sitting.callForm?.isEmpty == true)
    sitting.press(.escape)
    sitting.type("a")
    sitting.press(.escape)
    sitting.type("a")
    #expect(sitting.text.contains("No sibling of the last pupil written about"))
  }
}
