import Attendance
import Policies
import Testing

/// What counts towards a penalty notice, over the worked cases of the national framework.
@Suite struct NoticeThresholdTests {
  private typealias Absence = NoticeWorld.Absence

  /// Mondays of the first eleven school weeks of the year: half term has none.
  private static let mondays = [
    "2025-09-01", "2025-09-08", "2025-09-15", "2025-09-22", "2025-09-29", "2025-10-06",
    "2025-10-13", "2025-10-20", "2025-11-03", "2025-11-10", "2025-11-17",
  ]

  private static func once(_ code: String, _ weeks: Range<Int>) throws -> [Absence] {
    try weeks.map { try Absence(code, mondays[$0], nil, .am) }
  }

  /// A case of the table: its marks, the date, how many sessions count, and whether the line is met.
  struct Vector: CustomTestStringConvertible, Sendable {
    let name: String
    let marks: @Sendable () throws -> [NoticeWorld.Absence]
    let date: String
    let count: Int
    let isMet: Bool

    var testDescription: String { name }
  }

  static let vectors = [
    Vector(
      name: "G for a week, before its last day",
      marks: { [try Absence("G", "2025-09-15", "2025-09-19")] }, date: "2025-09-18", count: 8,
      isMet: false),
    Vector(
      name: "G for a week", marks: { [try Absence("G", "2025-09-15", "2025-09-19")] },
      date: "2025-09-19", count: 10, isMet: true),
    Vector(
      name: "U once a week for nine weeks", marks: { try once("U", 0..<9) }, date: "2025-11-07",
      count: 9, isMet: false),
    Vector(
      name: "U once a week for ten weeks", marks: { try once("U", 0..<10) }, date: "2025-11-10",
      count: 10, isMet: true),
    Vector(
      name: "U once a week for eleven weeks, the first dropped", marks: { try once("U", 0..<11) },
      date: "2025-11-21", count: 10, isMet: true),
    Vector(
      name: "O nine times, half term, O once",
      marks: {
        [
          try Absence("O", "2025-09-01", "2025-09-04"), try Absence("O", "2025-09-05", nil, .am),
          try Absence("O", "2025-11-10", nil, .am),
        ]
      }, date: "2025-11-10", count: 10, isMet: true),
    Vector(
      name: "O in July and in September",
      marks: {
        [
          try Absence("O", "2025-07-07", "2025-07-08"), try Absence("O", "2025-07-14", nil, .am),
          try Absence("O", "2025-09-02", "2025-09-03"), try Absence("O", "2025-09-08", nil, .am),
        ]
      }, date: "2025-09-08", count: 10, isMet: true),
    Vector(
      name: "I twenty times", marks: { [try Absence("I", "2025-09-08", "2025-09-19")] },
      date: "2025-09-19", count: 0, isMet: false),
    Vector(
      name: "N ten times, six of them since found to be I",
      marks: {
        [
          try Absence("N", "2025-09-15", "2025-09-19"),
          try Absence("I", "2025-09-15", "2025-09-17"),
        ]
      }, date: "2025-09-19", count: 4, isMet: false),
    Vector(
      name: "O five times in week 1 and in week 11",
      marks: {
        [
          try Absence("O", "2025-09-01", "2025-09-02"), try Absence("O", "2025-09-03", nil, .am),
          try Absence("O", "2025-11-17", "2025-11-18"), try Absence("O", "2025-11-19", nil, .am),
        ]
      }, date: "2025-11-21", count: 5, isMet: false),
  ]

  @Test(arguments: vectors)
  func `the framework's worked cases come out as it has them`(vector: Vector) throws {
    let considered = try NoticeWorld(vector.marks()).considered(on: vector.date)
    #expect(considered.count.left.count == vector.count)
    #expect(considered.count.isMet == vector.isMet)
    #expect(considered.blockers.contains { $0.kind == .threshold } == !vector.isMet)
  }

  @Test func `while an N stands among them no notice is possible, and each is named`() throws {
    let considered = try NoticeWorld([
      try Absence("O", "2025-09-15", "2025-09-19"), try Absence("N", "2025-09-22", nil, .pm),
    ]).considered(on: "2025-09-26")
    #expect(
      considered.blockers.map(\.words) == [
        "no notice rests on N: settle it first, Mon 22 Sep PM"
      ])
  }

  @Test func `what counts is what the flag counts, session by session`() throws {
    let world = try NoticeWorld([
      try Absence("O", "2025-09-15", "2025-09-18"), try Absence("U", "2025-10-23", nil, .am),
      try Absence("G", "2025-11-03", nil),
    ])
    let policy = try Shipped.policy("ibstock")
    let window = try world.window(policy, on: "2025-11-07")
    let finding = try world.world.found(
      FlagWorld.pupil, policy, on: Shipped.date("2025-11-07")
    ).findings.first { $0.rule.id == "penalty-notice-threshold" }
    #expect(window.counted.map(\.session) == finding?.sessions)
    #expect(window.amount == finding?.amount)
    // The grid marks the same sessions, and no other.
    let marked = window.weeks.flatMap { week in
      week.cells.indices.filter { if case .counted = week.cells[$0] { true } else { false } }
        .map { week.session(at: $0) }
    }
    #expect(marked == finding?.sessions)
    #expect(window.weeks.map(\.monday).first == (try Shipped.date("2025-07-21")))
    #expect(window.weeks.count == 10)
    // Five weeks of summer, and half term.
    #expect(window.vanished.count == 6)
    #expect(window.vanished.last == (try Shipped.date("2025-10-27")))
  }

  @Test func `a session that was left blank is named, and one of today is none yet`() throws {
    let world = try NoticeWorld([
      try Absence("-", "2025-09-18", nil, .pm), try Absence("-", "2025-09-19"),
    ])
    let policy = try Shipped.policy("ibstock")
    let later = try world.window(policy, on: "2025-09-19", today: "2025-09-22")
    #expect(later.blanks.map(\.named) == ["Thu 18 Sep PM", "Fri 19 Sep AM", "Fri 19 Sep PM"])
    let now = try world.window(policy, on: "2025-09-19", today: "2025-09-19")
    #expect(now.blanks.map(\.named) == ["Thu 18 Sep PM"])
    #expect(now.weeks.last?.cells.suffix(4) == [.marked("/"), .blank, .ahead, .ahead])
  }

  @Test func `ten G in Reception in June are nothing: no session before compulsory school age`()
    throws
  {
    let considered = try NoticeWorld(
      born: "2021-06-10", year: "R", [try Absence("G", "2026-06-15", "2026-06-19")]
    ).considered(on: "2026-06-19")
    #expect(considered.count.left.isEmpty)
    #expect(considered.blockers.map(\.kind) == [.age, .threshold])
    let cells = considered.count.window.weeks.flatMap(\.cells)
    #expect(cells.allSatisfy { $0 == .outsideAge || $0 == .closed })
  }

  @Test func `a window over the day on which compulsory age begins counts from that day`() throws {
    // Five on 20 December 2025: of compulsory school age from 31 December.
    let considered = try NoticeWorld(
      born: "2020-12-20", year: "R",
      [
        try Absence("O", "2025-12-15", "2025-12-19"), try Absence("O", "2026-01-05", "2026-01-08"),
        try Absence("O", "2026-01-09", nil, .am),
      ]
    ).considered(on: "2026-01-09")
    #expect(considered.count.left.count == 9)
    #expect(considered.blockers.map(\.kind) == [.threshold])
  }

  @Test(arguments: [("2026-06-26", true), ("2026-06-29", false)])
  func `Year 11 can have a notice until the last Friday in June`(
    date: String, isOfAge: Bool
  ) throws {
    let considered = try NoticeWorld(
      born: "2010-02-14", year: "11", [try Absence("O", "2026-06-15", "2026-06-19")]
    ).considered(on: date)
    #expect(considered.blockers.isEmpty == isOfAge)
    #expect(considered.blockers.contains { $0.kind == .age } == !isOfAge)
  }

  @Test func `below the line a notice rests on one of the school's own grounds, or on none`() throws
  {
    let world = try NoticeWorld([try Absence("O", "2025-09-15", "2025-09-16")])
    let without = try world.considered("st-lukes", on: "2025-09-19")
    #expect(without.blockers.map(\.kind) == [.threshold])
    let with = try world.considered("st-lukes", on: "2025-09-19", ground: "overt truancy")
    #expect(with.blockers.isEmpty)
    #expect(with.count.left.count == 4)
  }
}
