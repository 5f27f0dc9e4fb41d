import Attendance
import Testing

@testable import Storage

/// Ten years of a school that nobody thought of beforehand, and two removals in it.
@Suite struct RetentionRandomTests {
  /// Acts in the order of their time: registers, plans ahead, amendments late, and a day book.
  private static func acts(_ generator: inout SeededGenerator) -> [Act] {
    var day = TestSchool.date("2016-09-05")
    let end = RetentionWorld.today
    var acts: [Act] = []
    var lines: Int64 = 0
    while day < end {
      day = day.adding(days: Int(generator.next() % 20) + 1)
      guard day < end else { break }
      let pupil = generator.pick(TestSchool.pupils)
      let about = about(day, &generator)
      let marks = (0..<Int(generator.next() % 4)).map { later in
        TestSchool.mark(
          pupil, generator.pick(["/", "L", "I", "N"]),
          at: Session(about.adding(days: later * 9), .am),
          note: generator.next() % 9 == 0 ? "a note" : nil,
          basis: generator.pick([.seen, .report, .unexplained]))
      }
      var own: [ProposedLine] = []
      if generator.next() % 2 == 0 {
        own.append(line(pupil, day, lines, &generator))
        lines += 1
      }
      acts.append(
        Act(
          kind: .logged, by: TestSchool.office, at: Instant(day, TimeOfDay(minutes: 600)),
          marks: marks, lines: own))
    }
    return acts
  }

  /// Mostly the day itself; now and then some way ahead, or long ago.
  private static func about(
    _ day: SchoolDate, _ generator: inout SeededGenerator
  ) -> SchoolDate {
    switch generator.next() % 40 {
    case 0: day.adding(days: -Int(generator.next() % 700))
    case 1...4: day.adding(days: Int(generator.next() % 90))
    default: day
    }
  }

  private static func line(
    _ pupil: Pupil, _ day: SchoolDate, _ count: Int64, _ generator: inout SeededGenerator
  ) -> ProposedLine {
    let earlier = count > 0 ? Int64(generator.next() % UInt64(count)) + 1 : 0
    let answered = count > 0 && generator.next() % 2 == 0
    let matter: DayLine.Matter =
      answered
      ? generator.pick([.done, .withdrawn])
      : generator.pick([
        .note, .handedOn(to: "the police"), .safe(by: "her aunt"), .told("a nurse"),
      ])
    return ProposedLine(
      pupil: pupil.id, date: day, about: answered ? .kept(DayLine.ID(earlier)) : nil,
      matter: matter, words: "words")
  }

  @Test(arguments: 0..<12)
  func `nothing younger than six years goes, and every figure that is kept is as it was`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let school = try (seed % 3 == 0 ? Keeper.memory : .sqlite).school()
    let store = school.store
    _ = try store.submit(Self.acts(&generator))
    let count = try #require(
      try store.acts(from: TestSchool.date("2016-01-01"), through: RetentionWorld.today).last?
        .submission.id.number)
    for today in [TestSchool.date("2025-03-04"), RetentionWorld.today] {
      let past = try store.pastRetention(RetentionWorld.six, on: today)
      let before = try store.written(in: 1...count)
      let waits = try store.dayBook(.on(today))
      let sheets = try (past.cut.year...2027).map {
        try store.sheets(of: SchoolYear(startYear: $0), pupils: nil)
      }
      let seal = try store.headSeal()
      guard !past.isEmpty else { continue }
      _ = try store.remove(
        past, exportedAs: "e0", by: RetentionWorld.head,
        at: Instant(today, TimeOfDay(minutes: 900)))
      let after = try store.written(in: 1...count)
      let gone = before.entries.filter { !Set(after.entries).contains($0) }
      #expect(gone.count == past.entries)
      #expect(before.lines.count - after.lines.count == past.lines)
      #expect(gone.allSatisfy { $0.submission.at < past.limit && $0.entry.session.date < past.cut })
      let lines = before.lines.filter { !after.lines.contains($0) }
      #expect(lines.allSatisfy { $0.at < past.limit && $0.date < past.cut })
      #expect(after.acts == before.acts)
      let left = try store.dayBook(.on(today))
      #expect(left.handedOn == waits.handedOn && left.notes == waits.notes)
      #expect(
        try (past.cut.year...2027).map {
          try store.sheets(of: SchoolYear(startYear: $0), pupils: nil)
        } == sheets)
      #expect(try store.headSeal() == seal)
      #expect(try store.faults(against: seal) == [])
    }
    #expect(try !store.removals().isEmpty)
  }
}
