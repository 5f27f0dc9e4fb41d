import Attendance
import Testing

@testable import Storage

/// SQLite and memory, given the same acts, answer every question alike.
@Suite struct SameAnswersTests {
  @Test(arguments: 0..<40)
  func `both stores give the same answers after the same acts`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let schools = try Keeper.allCases.map { try $0.school() }
    for step in 0..<25 {
      let roll = generator.next() % 10
      let changes = RandomActs.change(step, &generator)
      let act = RandomActs.act(step, &generator)
      let outcomes = schools.map { school in
        switch roll {
        case 0: RandomActs.outcome { try school.store.keep(changes, by: act.by, at: act.at) }
        case 1:
          RandomActs.outcome {
            try school.store.redactNote(
              of: Entry.ID(Int64(step)), by: act.by, at: act.at)
          }
        default:
          RandomActs.outcome {
            let receipt = try school.store.submit(act)
            return "\(receipt.submission) \(receipt.contradictions) \(receipt.outranked)"
          }
        }
      }
      #expect(outcomes[0] == outcomes[1], "step \(step)")
    }
    let answers = try schools.map { try Answers($0.store) }
    #expect(answers[0] == answers[1])
    #expect(try schools.map { try $0.store.faults() } == [[], []])
  }
}

/// Everything a store can be asked, asked.
private struct Answers: Equatable {
  var histories: [[HistoryLine]] = []
  var standing: [[Pupil.ID: RegisterRow.Standing]] = []
  var members: [[Roll.Member]] = []
  var taken: [[RegisterKey: Submission]] = []
  var unsettled: [[Unsettled]] = []
  var revisions: [[PupilRevision]] = []
  let sheets: [Pupil.ID: YearSheet]
  let lates: [Pupil.ID: [Session]]
  let alphabet: SheetAlphabet
  let counts: [Int]

  init(_ store: any Store) throws {
    sheets = try store.sheets(of: SchoolYear(startYear: 2025), pupils: nil)
    lates = try store.sessions(of: "L", in: SchoolYear(startYear: 2025))
    alphabet = try store.alphabet()
    let found = try store.verify(against: nil) { _ in }
    counts = [found.submissions, found.entries, found.sheets]
    let pupils = TestSchool.pupils.map(\.id)
    for pupil in pupils {
      histories.append(try store.history(of: pupil, at: nil))
      revisions.append(try store.revisions(of: pupil))
    }
    for session in RandomActs.sessions {
      for moment in [nil, TestSchool.moment(7), TestSchool.moment(15)] {
        standing.append(try store.standing(of: pupils, at: session, asAt: moment))
      }
      for group in ["8B", "8C"] {
        members.append(try store.members(of: group, at: session))
      }
      taken.append(try store.taken(on: session.date))
      unsettled.append(try store.unsettled(on: session.date))
    }
  }
}

/// Acts and changes that a seed makes: sound ones and, now and then, one to be refused.
private enum RandomActs {
  static let sessions = [
    TestSchool.monday, Session(TestSchool.monday.date, .pm),
    Session(TestSchool.monday.date.adding(days: 1), .am),
  ]

  static func outcome(_ body: () throws -> Any) -> String {
    do { return "\(try body())" } catch { return "\(error)" }
  }

  static func act(_ step: Int, _ generator: inout SeededGenerator) -> Act {
    let kinds: [Submission.Kind] = [.taken, .amended, .arrival, .resolved, .imported]
    let marks = (0..<(generator.next() % 6)).map { _ in
      let refused = generator.next() % 40 == 0
      return ProposedMark(
        pupil: Pupil.ID(Int64(generator.next() % 5) + 1), session: generator.pick(sessions),
        code: refused ? "???" : generator.pick(["/", "L", "N", "I", "M"]),
        minutes: generator.pick([nil, 0, 12]), note: generator.pick([nil, nil, "", "Rang"]),
        how: generator.pick(Entry.How.allCases),
        basis: generator.pick([.unexplained, .report, .plan, .seen]),
        seen: generator.pick([nil, Entry.ID(Int64(generator.next() % 40) + 1)]),
        reason: generator.pick(["", "Asked"]))
    }
    return Act(
      kind: generator.pick(kinds), by: generator.pick([TestSchool.tutor, TestSchool.office]),
      at: TestSchool.moment(Int64(step)),
      register: generator.pick([nil, RegisterKey("8B", at: generator.pick(sessions))]),
      detail: generator.pick(["", "a file"]), marks: marks)
  }

  static func change(_ step: Int, _ generator: inout SeededGenerator) -> [RollChange] {
    let pupil = generator.pick(TestSchool.pupils).id
    let date = TestSchool.starts.adding(days: Int(generator.next() % 14) - 2)
    return [
      generator.pick([
        .enrolment(
          Enrolment(
            id: Enrolment.ID(pupil.number), pupil: pupil, starts: TestSchool.starts, ends: date)),
        .particulars(
          pupil,
          Particulars(
            from: date, yearGroup: TestSchool.year8, group: generator.pick(["8B", "8C"]))),
        .membership(
          Membership(
            group: "8C", pupil: pupil, from: date, half: generator.pick([nil, .am, .pm]))),
        .newPupil(TestSchool.pupil(Int64(generator.next() % 8) + 1, "New", "Ned")),
      ])
    ]
  }
}
