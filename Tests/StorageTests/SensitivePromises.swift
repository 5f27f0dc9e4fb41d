import Attendance
import Testing

@testable import Storage

/// What every store promises of sensitive lines: nobody meets one who has not asked for it.
@Suite struct SensitivePromises {
  private static let day = TestSchool.monday.date
  private static let ada = TestSchool.ada.id

  private func keep(
    _ work: Casework, _ nature: DayLine.Nature = .ordinary, about: DayLine.ID? = nil,
    saying words: String, minute: Int64, in store: any Store
  ) throws -> DayLine.ID {
    let act = Act(
      kind: .logged, by: TestSchool.office, at: TestSchool.moment(minute),
      lines: [
        ProposedLine(
          pupil: Self.ada, date: Self.day, about: about.map { .kept($0) }, matter: .casework(work),
          words: words, nature: nature)
      ])
    return try #require(try store.submit(act).lines.first)
  }

  @Test(arguments: Keeper.allCases, [DayLine.Nature.safeguarding, .health])
  func `a sensitive line is in no book but the one that asks for it`(
    keeper: Keeper, nature: DayLine.Nature
  ) throws {
    let school = try keeper.school()
    let store = school.store
    let call = try keep(.action(CaseAction(.call)), saying: "rang", minute: 0, in: store)
    let note = try keep(.action(CaseAction(.note)), nature, saying: "bruise", minute: 1, in: store)
    for question in [
      DayBookQuery.about(Self.ada), .casework, .on(Self.day), .between(Self.day, Self.day),
    ] {
      #expect(try store.dayBook(question).lines.map(\.id) == [call], "\(question)")
      let all = try store.dayBook(question, sensitive: true).lines
      #expect(all.map(\.id) == [call, note], "\(question)")
      #expect(all.map(\.nature) == [.ordinary, nature], "\(question)")
    }
    // The last word with the family is the one before, and not none.
    #expect(try store.dayBook(.lastContacts).lines.map(\.id) == [call])
    #expect(try store.dayBook(.lastContacts, sensitive: true).lines.map(\.id) == [note])
    #expect(try store.verify(against: nil, progress: { _ in }).faults == [])
    withExtendedLifetime(school) {}
  }

  @Test(arguments: Keeper.allCases)
  func `why a sensitive line was taken back is as sensitive as the line`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    let note = try keep(
      .action(CaseAction(.note)), .safeguarding, saying: "bruise", minute: 0, in: store)
    _ = try keep(
      .outcome(CaseOutcome(.held)), about: note, saying: "no bruise", minute: 1, in: store)
    #expect(try store.dayBook(.about(Self.ada)).lines == [])
    #expect(
      try store.dayBook(.about(Self.ada), sensitive: true).lines.map(\.nature)
        == [.safeguarding, .safeguarding])
    withExtendedLifetime(school) {}
  }

  @Test func `a line of before there were sensitive ones is ordinary`() {
    #expect(LineReading.nature("") == .ordinary)
    #expect(LineReading.nature("action note\nwhat sensitive health\n") == .ordinary)
    #expect(LineReading.nature("action note\nsensitive health\n") == .health)
    #expect(LineReading.nature("sensitive secret\n") == nil)
  }
}
