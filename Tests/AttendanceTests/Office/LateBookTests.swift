import Attendance
import Testing

/// The late book, and what follows from a line of it.
@Suite struct LateBookTests {
  static func arrival(_ time: String) -> DayLine.Matter {
    .arrival(LateArrival(at: TestSchool.morning, time: clock(time), broughtBy: "her father"))
  }

  static func book(
    _ lines: [(Pupil?, DayLine.Matter, about: Int64?)], marks: [(Pupil, String)]
  ) -> LateBook {
    LateBook(
      of: [TestSchool.morning], DayBookTests.book(lines),
      members: { id, _ in
        [TestSchool.ada, TestSchool.ben].first { $0.id == id }.map { HandoutTests.member($0) }
      },
      marks: [
        TestSchool.morning: Dictionary(
          uniqueKeysWithValues: marks.map { ($0.0.id, TestSchool.standing($0.0, $0.1).entry) })
      ], codes: TestCodes.book)
  }

  @Test func `a late mark that nobody wrote an arrival for stands in the book too`() {
    let book = Self.book(
      [(TestSchool.ada, Self.arrival("09:20"), about: nil)],
      marks: [(TestSchool.ada, "U"), (TestSchool.ben, "L")])
    #expect(
      book.lines.map { "\($0.member.pupil.name.surname) \($0.markInWords) \($0.time != nil)" }
        == ["Abbott U true", "Brown L false"])
    #expect(book.lines(marked: "U").map(\.member.pupil) == [TestSchool.ada])
  }

  @Test func `a detention is let off by a line about the arrival, until that is taken back`() {
    var lines: [(Pupil?, DayLine.Matter, about: Int64?)] = [
      (TestSchool.ada, Self.arrival("09:20"), about: nil), (TestSchool.ada, .excused, about: 1),
    ]
    let marks = [(TestSchool.ada, "U")]
    #expect(Self.book(lines, marks: marks).lines.map { $0.excused != nil } == [true])
    lines.append((nil, .withdrawn, about: 2))
    #expect(Self.book(lines, marks: marks).lines.map { $0.excused != nil } == [false])
  }

  @Test func `letting off names the arrival, or the day where none was written down`() {
    let book = Self.book(
      [(TestSchool.ada, Self.arrival("09:20"), about: nil)],
      marks: [(TestSchool.ada, "U"), (TestSchool.ben, "U")])
    let lines = book.lines.map {
      $0.excuse(saying: "the bus", by: TestSchool.office, now: moment("10:00")).lines[0]
    }
    #expect(lines.map(\.about) == [.kept(DayLine.ID(1)), nil])
    #expect(lines.map(\.date) == [DayBookTests.date, DayBookTests.date])
    #expect(lines.map(\.words) == ["the bus", "the bus"])
  }

  @Test func `an untaken register is one line with all a runner needs (U7)`() {
    let register = UntakenRegister(
      RegisterKey("8B", at: TestSchool.morning), pupils: 30, room: "12", taker: "Mr Owen",
      cover: "Ms K", window: TestSchool.window, reminded: clock("09:02"))
    #expect(
      register.words(at: clock("09:20"))
        == "reminded 09:02, 30 pupils, room 12, cover Ms K, closed 09:10")
    #expect(register.state(at: clock("09:00")) == "open till 09:10")
  }

  @Test func `where there is little room an untaken register keeps its room and taker`() {
    let register = UntakenRegister(
      RegisterKey("8B", at: TestSchool.morning), pupils: 30, marked: 20, room: "12",
      taker: "Mr Owen", window: TestSchool.window, reminded: clock("09:02"))
    #expect(
      register.shorterWords == [
        "reminded 09:02, 20 of 30 marked, room 12, Mr Owen", "reminded 09:02, room 12, Mr Owen",
        "room 12, Mr Owen", "20 of 30 marked",
      ])
    let bare = UntakenRegister(
      RegisterKey("8B", at: TestSchool.morning), pupils: 30, window: TestSchool.window)
    #expect(bare.shorterWords == ["30 pupils", "30 pupils"])
  }

  @Test func `a register whose draft is complete says so, and needs no runner (U16)`() {
    let register = UntakenRegister(
      RegisterKey("8B", at: TestSchool.morning), pupils: 30, marked: 30, drafted: "Mr Owen",
      room: "12", taker: "Mr Owen", window: TestSchool.window, reminded: clock("09:02"))
    #expect(
      register.words(at: clock("09:20"))
        == "reminded 09:02, draft complete, 30 marks, room 12, Mr Owen, closed 09:10")
    #expect(register.shorterWords.last == "draft complete, 30 marks")
    let half = UntakenRegister(
      RegisterKey("8C", at: TestSchool.morning), pupils: 29, marked: 29, window: TestSchool.window)
    #expect(half.draft == "29 of 29 marked")
  }

  @Test func `a search has the checklist's steps, those added, and the parents' time`() throws {
    let lines: [(Pupil?, DayLine.Matter, about: Int64?)] = [
      (TestSchool.ada, .notHere(clock("10:05")), about: nil)
    ]
    func search(_ lines: [(Pupil?, DayLine.Matter, about: Int64?)]) throws -> Search {
      try #require(
        Search.all(
          on: DayBookTests.date, DayBookTests.book(lines),
          members: { _ in HandoutTests.member(TestSchool.ada) },
          steps: ["tell the head", "search the grounds"], minutes: 10
        ).first)
    }
    let open = try search(lines)
    #expect(open.steps.map { $0.done != nil } == [false, false])
    #expect(open.clock(at: clock("10:10")) == "since 10:05, parents at 10:15")
    #expect(open.clock(at: clock("10:15")).contains("TELL THE PARENTS NOW"))
    let done = try open.act(doing: "2", by: TestSchool.office, now: moment("10:08")).lines
    #expect(done.map(\.words) == ["search the grounds"] && done.map(\.matter) == [.step])
    #expect(done.map(\.about) == [.kept(DayLine.ID(1))])
    #expect(try search(lines + [(TestSchool.ada, .step, about: 1)]).steps.count == 3)
  }
}
