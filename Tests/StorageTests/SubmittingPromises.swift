import Attendance
@testable import Storage
import Testing

/// What every store promises of the acts it keeps.
@Suite struct SubmittingPromises {
  @Test(arguments: Keeper.allCases)
  func `everything submitted is read back`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    var act = TestSchool.taken
    act.observer = Observation(by: "Ms Kay", at: TestSchool.moment(-600))
    let receipt = try store.submit(act)
    let standing = try store.standing(
      of: TestSchool.pupils.map(\.id), at: TestSchool.monday, asAt: nil)
    let codes = TestSchool.pupils.map { standing[$0.id]?.entry.code ?? "" }
    #expect(codes == ["/", "/", "L", "N", ""])
    #expect(try TestSchool.pupils.map(store.cell) == codes)
    #expect(
      try store.history(of: TestSchool.cem.id, at: nil) == [
        HistoryLine(
          entry: Entry(
            id: Entry.ID(3), submission: receipt.submission, pupil: TestSchool.cem.id,
            session: TestSchool.monday, code: "L", minutes: 5, note: "Bus was late"),
          submission: Submission(
            id: receipt.submission, kind: .taken, at: act.at, typist: TestSchool.tutor,
            observer: act.observer, register: TestSchool.key),
          replaced: nil, basis: .seen)
      ])
    #expect(try store.taken(on: TestSchool.monday.date)[TestSchool.key]?.id == receipt.submission)
    #expect(try store.headSeal() == receipt.seal)
    let found = try store.verify(against: receipt.seal) { _ in }
    #expect(found.isSound)
    #expect((found.submissions, found.entries, found.sheets) == (1, 4, 4))
  }

  @Test(arguments: Keeper.allCases)
  func `an act is kept whole or not at all`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    let stranger = TestSchool.pupil(99, "Nobody", "Nan")
    for wrong in [
      TestSchool.mark(stranger, "/"), TestSchool.mark(TestSchool.dot, "ABC"),
      TestSchool.mark(TestSchool.dot, ""), TestSchool.mark(TestSchool.dot, "\u{212A}"),
      TestSchool.mark(TestSchool.dot, "L", minutes: 601),
      TestSchool.mark(TestSchool.dot, "L", minutes: -1),
    ] {
      #expect(throws: StoreFault.self) {
        try store.submit(TestSchool.act([TestSchool.mark(TestSchool.ada, "/"), wrong]))
      }
      #expect(throws: StoreFault.self) {
        try store.submit([TestSchool.taken, TestSchool.act([wrong])])
      }
    }
    #expect(try store.history(of: TestSchool.ada.id, at: nil).isEmpty)
    #expect(try store.alphabet() == SheetAlphabet())
    #expect(try store.taken(on: TestSchool.monday.date).isEmpty)
    #expect(try store.verify(against: nil) { _ in }.submissions == 0)
  }

  @Test(arguments: Keeper.allCases)
  func `a pupil nobody knows is named as the reason`(keeper: Keeper) throws {
    let school = try keeper.school()
    let stranger = TestSchool.pupil(99, "Nobody", "Nan")
    #expect(throws: StoreFault.unknownPupil) {
      try school.store.submit(TestSchool.act([TestSchool.mark(stranger, "/")]))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `replaying an act changes nothing that stands`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    _ = try store.submit(TestSchool.taken)
    let stood = try TestSchool.pupils.map { try store.standing($0) }
    let sheets = try store.sheets(of: SchoolYear(startYear: 2025), pupils: nil)
    let receipt = try store.submit(TestSchool.taken)
    #expect(receipt.contradictions.isEmpty && receipt.outranked.isEmpty)
    #expect(try TestSchool.pupils.map { try store.standing($0) } == stood)
    #expect(try store.sheets(of: SchoolYear(startYear: 2025), pupils: nil) == sheets)
    #expect(try store.history(of: TestSchool.ada.id, at: nil).count == 2)
  }

  @Test(arguments: Keeper.allCases)
  func `what was known at an instant can still be seen`(keeper: Keeper) throws {
    let school = try keeper.school()
    let store = school.store
    _ = try store.submit(TestSchool.taken)
    let first = try store.standing(TestSchool.dot)?.entry.id
    _ = try store.submit(
      TestSchool.act(
        .amended,
        [TestSchool.mark(TestSchool.dot, "I", basis: .report, seen: first, reason: "Rang in")],
        by: TestSchool.office, at: 3600))
    #expect(try store.standing(TestSchool.dot)?.entry.code == "I")
    #expect(try store.standing(TestSchool.dot, asAt: TestSchool.moment(60))?.entry.code == "N")
    #expect(try store.standing(TestSchool.dot, asAt: TestSchool.moment(-1)) == nil)
    let lines = try store.history(of: TestSchool.dot.id, at: TestSchool.monday)
    #expect(lines.map(\.entry.code) == ["N", "I"])
    #expect(lines.map(\.replaced) == [nil, "N"])
    #expect(lines.map(\.entry.reason) == ["", "Rang in"])
    #expect(lines.map(\.submission.typist) == [TestSchool.tutor, TestSchool.office])
  }

  @Test(arguments: Keeper.allCases)
  func `two marks of one session in one act meet each other`(keeper: Keeper) throws {
    let school = try keeper.school()
    for kind in [Submission.Kind.taken, .imported] {
      let session = Session(TestSchool.monday.date, kind == .taken ? .am : .pm)
      _ = try school.store.submit(
        TestSchool.act(
          kind,
          [
            TestSchool.mark(TestSchool.ada, "N", at: session, basis: .unexplained),
            TestSchool.mark(TestSchool.ada, "L", at: session),
          ]))
      let lines = try school.store.history(of: TestSchool.ada.id, at: session)
      #expect(lines.map(\.entry.code) == ["N", "L"])
      #expect(lines.last?.entry.replaces == lines.first?.entry.id)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `a text with NUL is kept without it and the seal holds`(keeper: Keeper) throws {
    let school = try keeper.school()
    var act = TestSchool.act(
      .amended, [TestSchool.mark(TestSchool.ada, "L", note: "a\0b", reason: "c\0d")],
      by: Person(login: "x", name: "A\0nn", position: ""))
    act.detail = "e\0f"
    _ = try school.store.submit(act)
    let line = try school.store.history(of: TestSchool.ada.id, at: nil).first
    #expect(line?.entry.note == "ab")
    #expect(line?.entry.reason == "cd")
    #expect(line?.submission.typist.name == "Ann")
    #expect(try school.store.faults().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `texts that look alike keep their own bytes`(keeper: Keeper) throws {
    let school = try keeper.school()
    _ = try school.store.submit(
      TestSchool.act(
        .amended,
        [
          TestSchool.mark(TestSchool.ada, "L", reason: "caf\u{E9}"),
          TestSchool.mark(TestSchool.ben, "L", reason: "cafe\u{301}"),
        ]))
    let reason = try school.store.history(of: TestSchool.ben.id, at: nil).first?.entry.reason
    #expect(reason.map { Array($0.utf8) } == Array("cafe\u{301}".utf8))
    #expect(try school.store.faults().isEmpty)
  }

  @Test(arguments: Keeper.allCases)
  func `the sheets hold 255 codes and the next is refused`(keeper: Keeper) throws {
    let school = try keeper.school()
    let signs = (0x21...0x7E).map { String(UnicodeScalar(UInt8($0))) }
    let codes = signs.flatMap { first in signs.map { first + $0 } }.prefix(256)
    let sessions = (0..<128).flatMap { day in
      HalfDay.allCases.map { Session(TestSchool.starts.adding(days: day), $0) }
    }
    let marks = zip(codes, sessions).map { TestSchool.mark(TestSchool.ada, $0, at: $1) }
    #expect(throws: StoreFault.self) {
      try school.store.submit(TestSchool.act(.imported, marks))
    }
    _ = try school.store.submit(TestSchool.act(.imported, marks.dropLast()))
    #expect(try school.store.alphabet().codes.count == 256)
    #expect(try school.store.faults().isEmpty)
  }
}
