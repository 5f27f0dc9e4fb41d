import Attendance
import Testing

@Suite struct TallyTests {
  /// A line of domain facts: codes, and what must come of them.
  struct Golden: Sendable, CustomStringConvertible {
    let codes: [String]
    let date: SchoolDate
    let tally: Tally
    let percent: String?
    let isPersistent: Bool
    let isSevere: Bool

    init(
      _ codes: String, times: Int = 1, more: String = "", moreTimes: Int = 1,
      on date: String = "2025-09-10", attended: Int, authorised: Int = 0, unauthorised: Int = 0,
      late: Int = 0, percent: String?, persistent: Bool = false, severe: Bool = false
    ) {
      func words(_ text: String, _ times: Int) -> [String] {
        Array(repeating: text.split(separator: " ").map(String.init), count: times).flatMap(\.self)
      }
      self.codes = words(codes, times) + words(more, moreTimes)
      self.date = day(date)
      tally = Tally(
        attended: attended, authorised: authorised, unauthorised: unauthorised, late: late)
      self.percent = percent
      isPersistent = persistent
      isSevere = severe
    }

    var description: String {
      "\(codes.prefix(12).joined(separator: " ")) (\(codes.count)) on \(date)"
    }
  }

  static let golden = [
    Golden(
      #"/ \ / \ L \ U \ I I"#, attended: 7, authorised: 2, unauthorised: 1, late: 2,
      percent: "70.0", persistent: true),
    Golden(#"D D X X Y4 Y4 # # Z Z / \"#, attended: 2, percent: "100.0"),
    Golden(
      "/", times: 18, more: "I I", attended: 18, authorised: 2, percent: "90.0", persistent: true),
    Golden(
      "/", times: 342, more: "I", moreTimes: 38, attended: 342, authorised: 38, percent: "90.0",
      persistent: true),
    Golden(
      "/", times: 343, more: "I", moreTimes: 37, attended: 343, authorised: 37, percent: "90.3"),
    Golden("/ O", attended: 1, unauthorised: 1, percent: "50.0", persistent: true, severe: true),
    Golden("X X # #", attended: 0, percent: nil),
    Golden("B K V P W", times: 2, attended: 10, percent: "100.0"),
    Golden(
      "/", times: 9004, more: "O", moreTimes: 996, attended: 9004, unauthorised: 996,
      percent: "90.0"),
    Golden(
      "C2", times: 5, more: #"/ \"#, moreTimes: 5, attended: 10, authorised: 5, percent: "66.7",
      persistent: true),
    Golden(
      #"J J / \ H H Y Y"#, on: "2024-07-10", attended: 4, authorised: 2, percent: "66.7",
      persistent: true),
    Golden(
      #"J1 J1 / \"#, attended: 2, authorised: 2, percent: "50.0", persistent: true, severe: true),
  ]

  @Test(arguments: golden)
  func `a run of codes makes the figures the domain facts give`(run: Golden) {
    var tally = Tally()
    for code in run.codes { tally.count(TestCodes.code(code, on: run.date)) }
    #expect(tally == run.tally)
    #expect(tally.attendance?.description == run.percent)
    #expect(tally.isPersistent == run.isPersistent)
    #expect(tally.isSevere == run.isSevere)
  }

  @Test(arguments: [("2025-09-10", TestCodes.since), ("2013-01-08", TestCodes.before)])
  func `every code adds to one class at the most, and to possible with it`(
    date: String, codes: [AttendanceCode]
  ) {
    let lateCodes: Set = ["L", "U"]
    for code in codes {
      var tally = Tally()
      tally.count(TestCodes.code(code.text, on: day(date)))
      let expected =
        switch code.category {
        case .present, .approvedActivity:
          Tally(attended: 1, authorised: 0, unauthorised: 0, late: code.text == "L" ? 1 : 0)
        case .authorisedAbsence: Tally(attended: 0, authorised: 1, unauthorised: 0)
        case .unauthorisedAbsence:
          Tally(attended: 0, authorised: 0, unauthorised: 1, late: code.text == "U" ? 1 : 0)
        case .notPossible: Tally()
        }
      #expect(tally == expected, "\(code.text)")
      #expect((tally.late == 1) == lateCodes.contains(code.text), "\(code.text)")
    }
  }

  @Test(arguments: 0..<100)
  func `any register adds up and never passes a hundred per cent`(seed: Int) {
    var random = Seeded(seed)
    let codes = TestCodes.since + TestCodes.before
    var tally = Tally()
    var classes: [AttendanceCode.Category: Int] = [:]
    for _ in 0..<Int.random(in: 0...400, using: &random) {
      let code = codes[Int.random(in: codes.indices, using: &random)]
      tally.count(code)
      classes[code.category, default: 0] += 1
    }
    let attended = classes[.present, default: 0] + classes[.approvedActivity, default: 0]
    #expect(tally.attended == attended)
    #expect(tally.authorised == classes[.authorisedAbsence, default: 0])
    #expect(tally.unauthorised == classes[.unauthorisedAbsence, default: 0])
    #expect(tally.attended + tally.authorised + tally.unauthorised == tally.possible)
    #expect(tally.absent + tally.attended == tally.possible)
    #expect((tally.attendance == nil) == (tally.possible == 0))
    #expect((0...1000).contains(tally.attendance?.tenths ?? 0))
    #expect(!tally.isSevere || tally.isPersistent)
  }

  @Test(arguments: [(37, false), (38, true), (39, true)])
  func `a tenth of 380 sessions is persistent, and not a session less`(absent: Int, is it: Bool) {
    #expect(
      Tally(attended: 380 - absent, authorised: absent, unauthorised: 0).isPersistent == it)
  }

  @Test(arguments: [(189, false), (190, true), (191, true)])
  func `half of 380 sessions is severe, and not a session less`(absent: Int, is it: Bool) {
    #expect(Tally(attended: 380 - absent, authorised: 0, unauthorised: absent).isSevere == it)
  }

  @Test func `sums of tallies are sums of their counts, missing marks too`() {
    let one = Tally(attended: 1, authorised: 2, unauthorised: 3, late: 4, missing: 5)
    let other = Tally(attended: 10, authorised: 20, unauthorised: 30, late: 40, missing: 50)
    var sum = one
    sum += other
    #expect(sum == one + other)
    #expect(sum == Tally(attended: 11, authorised: 22, unauthorised: 33, late: 44, missing: 55))
    #expect(sum.possible == 66)
  }
}
