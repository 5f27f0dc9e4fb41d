import Attendance
import Testing

@testable import Storage

/// What a line of the change log is about is read from the words that the store itself wrote.
@Suite struct LogSubjectTests {
  private static let ada = TestSchool.ada.id

  @Test(arguments: Keeper.allCases)
  func `the store knows its own lines again`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    let at = TestSchool.moment(100)
    try store.keep([.contacts(Self.ada, [])], by: TestSchool.office, at: at)
    try store.keep([.group(RegistrationGroup(name: "9Z"))], by: TestSchool.office, at: at)
    try store.record(SignIn.wrong + "an unknown login", by: TestSchool.office, at: at)
    try store.record("printed a list", by: TestSchool.office, at: at)
    let day = TestSchool.monday.date
    #expect(
      try store.log(from: day, through: day).suffix(4).map(\.subject) == [
        .pupil(Self.ada), .groups, .refusal, .other,
      ])
  }

  @Test(arguments: Keeper.allCases)
  func `why words were taken out is told with who may read it`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    for (at, nature) in [(Int64(60), DayLine.Nature.ordinary), (70, .safeguarding)] {
      let receipt = try store.submit(
        Act(
          kind: .logged, by: TestSchool.office, at: TestSchool.moment(at),
          lines: [
            ProposedLine(
              pupil: Self.ada, date: TestSchool.monday.date, matter: .note, words: "private",
              nature: nature)
          ]))
      try store.redactWords(
        of: try #require(receipt.lines.first), because: "named (a neighbour): twice",
        by: TestSchool.office, at: TestSchool.moment(at + 1))
    }
    let day = TestSchool.monday.date
    let reasons = try store.log(from: day, through: day).compactMap(\.redactionReason)
    #expect(reasons.map(\.nature) == [.ordinary, .safeguarding])
    #expect(Set(reasons.map(\.text)) == ["named (a neighbour): twice"])
  }

  @Test(arguments: [
    ("pupil 12", LogSubject.pupil(Pupil.ID(12))),
    ("particulars of pupil 12", .pupil(Pupil.ID(12))),
    ("admission of pupil 12", .pupil(Pupil.ID(12))), ("pupil twelve", .other),
    ("enrolment 7", .enrolment(Enrolment.ID(7))), ("membership of Resistant", .groups),
    ("staff jsmith", .staff), ("passphrase of jsmith", .staff), ("calendar 2026/27", .calendar),
    ("cover of 8A on 2026-03-02", .cover), ("note of entry 5", .redaction),
    ("note of entry 5 redacted: named a neighbour", .redaction),
    ("words of line 5", .redaction), ("signed in: jsmith", .signIn),
    ("register restored from a backup", .restore), ("clock set back", .clock),
    ("", .other),
  ])
  func `each kind of line is told by its first words`(what: String, subject: LogSubject) {
    #expect(LogSubject(what) == subject)
  }
}
