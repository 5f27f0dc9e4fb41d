import Attendance
import Testing

/// What the lines of a day book come to.
@Suite struct DayBookTests {
  static let date = TestSchool.wednesday
  static let nine = clock("09:00")

  /// Lines numbered from 1, each about what is given.
  static func book(
    _ lines: [(Pupil?, DayLine.Matter, about: Int64?)], on date: SchoolDate = date
  ) -> DayBook {
    DayBook(
      lines.enumerated().map { index, line in
        DayLine(
          id: DayLine.ID(Int64(index + 1)), by: TestSchool.office,
          at: Instant(date, nine), pupil: line.0?.id, date: date,
          about: line.about.map(DayLine.ID.init), matter: line.1)
      })
  }

  static let message = DayLine.Matter.message(Message(caller: "", wantsCall: true, heard: nine))
  static let ill = DayLine.Matter.absence(
    KnownAbsence(
      from: TestSchool.morning, through: TestSchool.afternoon, code: "I", source: .report))

  @Test func `a message waits until it is matched, and its caller until they are called`() {
    var lines: [(Pupil?, DayLine.Matter, about: Int64?)] = [(nil, Self.message, about: nil)]
    #expect(Self.book(lines).unlinked.count == 1 && Self.book(lines).toCallBack.count == 1)
    lines.append((TestSchool.ada, .concerns, about: 1))
    #expect(Self.book(lines).unlinked.isEmpty && Self.book(lines).toCallBack.count == 1)
    lines.append((nil, .done, about: 1))
    #expect(Self.book(lines).toCallBack.isEmpty)
    lines.append((nil, .withdrawn, about: 3))
    #expect(Self.book(lines).toCallBack.count == 1)
    lines.append((nil, .withdrawn, about: 2))
    #expect(Self.book(lines).unlinked.count == 1)
  }

  @Test func `a correction stands in place of what it corrects, until it is taken back`() {
    let later = DayLine.Matter.absence(
      KnownAbsence(
        from: TestSchool.morning, through: TestSchool.morning, code: "M", source: .report))
    var lines: [(Pupil?, DayLine.Matter, about: Int64?)] = [
      (TestSchool.ada, Self.ill, about: nil), (TestSchool.ada, later, about: 1),
    ]
    #expect(Self.book(lines).plans.map(\.code) == ["M"])
    lines.append((TestSchool.ada, .withdrawn, about: 2))
    #expect(Self.book(lines).plans.map(\.code) == ["I"])
    lines.append((TestSchool.ada, .withdrawn, about: 1))
    #expect(Self.book(lines).plans.isEmpty)
  }

  @Test func `the last line says where a pupil is`() {
    let out = Departure(time: clock("10:30"), purpose: .appointment)
    var lines: [(Pupil?, DayLine.Matter, about: Int64?)] = []
    for (matter, place) in [
      (
        DayLine.Matter.arrival(LateArrival(at: TestSchool.morning, time: Self.nine)),
        DayBook.Whereabouts.arrived(Self.nine)
      ),
      (.departure(out), .left(out)), (.back(clock("11:50")), .back(clock("11:50"))),
      (.notHere(clock("12:00")), .notHere(since: clock("12:00"))),
      (.seen(clock("12:10")), .seen(clock("12:10"))),
    ] {
      lines.append((TestSchool.ada, matter, about: nil))
      #expect(Self.book(lines).whereabouts(on: Self.date) == [TestSchool.ada.id: place])
    }
    lines.append((TestSchool.ada, .withdrawn, about: 5))
    #expect(
      Self.book(lines).whereabouts(on: Self.date)[TestSchool.ada.id]
        == .notHere(since: clock("12:00")))
    #expect(Self.book(lines).whereabouts(on: Self.date.adding(days: 1)).isEmpty)
  }

  @Test(arguments: [
    DayLine.Matter.safe(by: "PC Green"), .seen(nine), .back(nine),
    .arrival(LateArrival(at: TestSchool.morning, time: nine)),
  ])
  func `handed on is not found until seen or confirmed safe (U5)`(found: DayLine.Matter) {
    var lines: [(Pupil?, DayLine.Matter, about: Int64?)] = [
      (TestSchool.ada, .handedOn(to: "the police"), about: nil),
      (TestSchool.ben, .handedOn(to: "the authority"), about: nil),
      (
        TestSchool.ada, .attempt(Attempt(contact: "Mrs A", outcome: .spoke, time: Self.nine)),
        about: nil
      ),
    ]
    #expect(Self.book(lines).handedOn.map(\.pupil) == [TestSchool.ada.id, TestSchool.ben.id])
    lines.append((TestSchool.ada, found, about: nil))
    #expect(Self.book(lines).handedOn.map(\.pupil) == [TestSchool.ben.id])
    lines.append((TestSchool.ada, .withdrawn, about: 4))
    #expect(Self.book(lines).handedOn.count == 2)
  }
}
