import Attendance
import Testing

@testable import Storage

/// A day book that a desk has remembered and brought up to date is the one it would read anew.
@Suite struct RememberedBooksTests {
  @Test(arguments: 0..<8)
  func `after every act of another desk each question is answered as by a desk opened anew`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let test = TestFolder()
    let store = try test.takenSchool()
    let other = try test.folder.open()
    let memory = TestSchool.identity.inMemory()
    try memory.admitEverybody()
    _ = try memory.submit(TestSchool.taken)
    var lines: [DayLine.ID] = []
    for step in 0..<30 {
      let act = RandomLines.act(step, after: lines, &generator)
      switch generator.next() % 12 {
      case 0 where !lines.isEmpty:
        let line = generator.pick(lines)
        for store in [other, memory] {
          try store.redactWords(of: line, by: act.by, at: act.at)
        }
      case 1:
        for store in [other, memory] { try store.record("a change", by: act.by, at: act.at) }
      default:
        do {
          lines += try other.submit(act).lines
        } catch StoreFault.saidAlready {
          // A case that is open already; every store refuses it.
          #expect(throws: StoreFault.self) { _ = try memory.submit(act) }
          continue
        }
        _ = try memory.submit(act)
      }
      let fresh = try test.folder.open()
      for question in RandomLines.questions {
        for sensitive in [false, true] {
          let place = "step \(step): \(question), \(sensitive ? "all" : "ordinary")"
          let book = try store.dayBook(question, sensitive: sensitive)
          #expect(try book == fresh.dayBook(question, sensitive: sensitive), "\(place)")
          #expect(try book == memory.dayBook(question, sensitive: sensitive), "\(place), memory")
        }
      }
    }
  }

  @Test func `a line is found by its number, and none that is not there`() throws {
    let test = TestFolder()
    let store = try test.takenSchool()
    _ = try store.submit(DayBookPromises.act(DayBookPromises.everything))
    let book = try store.dayBook(.on(DayBookPromises.date))
    for line in book.lines { #expect(book.line(line.id) == line) }
    #expect(book.line(DayLine.ID(0)) == nil)
    #expect(book.line(DayLine.ID(Int64(book.lines.count) + 1)) == nil)
    #expect(DayBook([]).line(DayLine.ID(1)) == nil)
  }
}

/// Acts of one to four lines of the day book that a seed makes, and the questions asked after each.
private enum RandomLines {
  static let days = (-3...3).map { TestSchool.monday.date.adding(days: $0) }

  static let questions: [DayBookQuery] =
    days.suffix(4).map { .on($0) }
    + [
      .absences(on: days[3]), .arrangements(on: days[4]),
      .closures(from: days[0], through: days[5]),
      .leaveAndTimetables(days[2], days[4]), .between(days[1], days[3]),
      .reminders(days[1], days[4]), .about(TestSchool.ada.id),
      .casework, .lastContacts,
    ]

  static func act(
    _ step: Int, after lines: [DayLine.ID], _ generator: inout SeededGenerator
  ) -> Act {
    Act(
      kind: .logged, by: generator.pick([TestSchool.tutor, TestSchool.office]),
      at: TestSchool.moment(Int64(step)),
      lines: (0...(generator.next() % 4)).map { place in
        var about: ProposedLine.Reference?
        switch generator.next() % 3 {
        case 0 where place > 0: about = .ofThisAct(Int(generator.next() % UInt64(place)))
        case 1 where !lines.isEmpty: about = .kept(generator.pick(lines))
        default: about = nil
        }
        var matter = matter(&generator)
        var facts = LineFacts(matter)
        while about == nil, answers.contains(facts.kind) {
          matter = Self.matter(&generator)
          facts = LineFacts(matter)
        }
        let until = facts.until ?? days[6]
        return ProposedLine(
          pupil: ofNobody.contains(facts.kind)
            ? nil : generator.pick([TestSchool.ada.id, TestSchool.ben.id]),
          date: generator.pick(days.filter { $0 <= until }), about: about, matter: matter,
          words: "as it was said",
          nature: facts.kind == "action"
            ? generator.pick([.ordinary, .health, .safeguarding]) : .ordinary)
      })
  }

  /// The kinds that answer another line, whichever it is.
  private static let answers: Set<String> = [
    "concerns", "decision", "done", "withdrawn", "outcome",
  ]
  /// The kinds that are about nobody.
  private static let ofNobody: Set<String> = [
    "message", "note", "closure", "list", "done", "nudge",
  ]

  private static func matter(_ generator: inout SeededGenerator) -> DayLine.Matter {
    let time = DayBookPromises.eight
    let first = Session(generator.pick(days), .am)
    let last = Session(first.date.adding(days: Int(generator.next() % 4)), .pm)
    return generator.pick([
      .message(
        Message(
          caller: "Mrs Abbott", channel: .voicemail, wantsCall: generator.pick([true, false]),
          heard: time)),
      .note, .handedOn(to: "the police"), .nudge(TestSchool.key),
      .request(
        LeaveRequest(
          from: first, through: last, purpose: "a wedding", asker: "Mr Abbott",
          relationship: "father", received: first.date)),
      .absence(KnownAbsence(from: first, through: last, code: "I", source: .report)),
      .timetable(
        Timetable(
          .partTime, from: first.date, until: last.date, slots: [Timetable.Slot(.monday, .am)])),
      .closure(ClosedSessions(from: first, through: last, code: "Y4")),
      .list(
        AwayList(name: "Trip", leader: "", from: first, through: last, code: "V", nature: "visit")),
      .concerns, .seen(time), .safe(by: "the police"), .back(time), .notHere(time), .done,
      .decision(LeaveDecision(.refused)), .withdrawn, .withdrawn, .done,
      .arrival(LateArrival(at: first, time: time)),
      .casework(
        .opened(
          CaseOpening(ladder: "absence", due: first.date, owner: CaseOwner(role: "officer")))),
      .casework(.action(CaseAction(.homeVisit))), .casework(.outcome(CaseOutcome(.held))),
      .casework(.held(Hold(.court, from: first.date, until: last.date))),
    ])
  }
}
