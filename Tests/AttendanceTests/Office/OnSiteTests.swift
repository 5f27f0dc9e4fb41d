import Attendance
import Testing

/// The fire list: everybody due but those known to be away (U2).
@Suite struct OnSiteTests {
  static let date = TestSchool.wednesday
  static let codes = [""] + TestCodes.since.map(\.text)
  static let places: [DayBook.Whereabouts?] = [
    nil, .arrived(clock("09:12")), .back(clock("11:00")), .seen(clock("10:05")),
    .left(Departure(time: clock("10:30"), purpose: .appointment)), .notHere(since: clock("10:00")),
  ]

  static let member = RollTests.roll.member(TestSchool.ada.id, on: date)

  static func list(_ facts: OnSite.Facts) throws -> OnSite {
    OnSite([try #require(member)], on: date, codes: TestCodes.book) { _ in facts }
  }

  static func isAway(_ code: String) -> Bool {
    !code.isEmpty && TestCodes.code(code).onSite == .no
  }

  @Test(arguments: codes, codes)
  func `nobody is left out but by a mark that says away, or by leaving`(
    code: String, morning: String
  ) throws {
    for planned in Self.codes {
      for place in Self.places {
        let facts = OnSite.Facts(
          code: code, morning: morning, planned: planned, whereabouts: place)
        let list = try Self.list(facts)
        let isOmitted = list.lines.isEmpty && list.missing.isEmpty
        switch place {
        case .left: #expect(isOmitted)
        case .notHere: #expect(list.missing.map(\.since) == [clock("10:00")] && list.lines.isEmpty)
        case .arrived(let time), .back(let time), .seen(let time):
          #expect(list.lines.map(\.knowledge) == [.arrived(time)])
        case nil: #expect(isOmitted == Self.isAway(code), "\(facts)")
        }
      }
    }
  }

  @Test(arguments: [
    (OnSite.Facts(), "not yet marked"),
    (OnSite.Facts(code: "/"), "seen"), (OnSite.Facts(code: "U"), "seen"),
    (OnSite.Facts(morning: "/"), "seen this morning"),
    (OnSite.Facts(morning: "I"), "not yet marked, away this morning (I)"),
    (OnSite.Facts(planned: "I"), "not yet marked, expected away (I)"),
    (OnSite.Facts(morning: "/", planned: "M"), "not yet marked, expected away (M)"),
    (OnSite.Facts(code: "/", planned: "I"), "seen"),
    (OnSite.Facts(code: "Y4", morning: "/", isClosed: true), "seen this morning"),
    (
      OnSite.Facts(code: "/", isElsewhere: true, whereabouts: .back(clock("14:10"))),
      "arrived 14:10"
    ),
    (OnSite.Facts(code: "I", whereabouts: .arrived(clock("10:20"))), "arrived 10:20"),
  ])
  func `each line says how it is known`(facts: OnSite.Facts, words: String) throws {
    #expect(try Self.list(facts).lines.map { "\($0.knowledge)" } == [words])
  }

  @Test(arguments: [
    OnSite.Facts(code: "Y4", isClosed: true),
    OnSite.Facts(code: "Y4", morning: "I", isClosed: true),
    OnSite.Facts(code: "/", isElsewhere: true), OnSite.Facts(planned: "V", isElsewhere: true),
  ])
  func `whoever never came, or is confirmed elsewhere, is known to be away`(
    facts: OnSite.Facts
  ) throws {
    #expect(try Self.list(facts).lines.isEmpty)
  }
}
