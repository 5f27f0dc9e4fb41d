import Attendance
import Testing

@Suite struct CodeBookTests {
  /// The last day of the earlier set and the first of the later.
  static let before = am("2024-08-18")
  static let since = am("2024-08-19")

  @Test func `each set rules its own dates to the day`() {
    func texts(_ session: Session) -> [String] {
      TestCodes.book.codes(on: session.date).map(\.text)
    }
    #expect(texts(Self.since) == TestCodes.since.map(\.text))
    #expect(texts(Self.before) == TestCodes.before.map(\.text).filter { $0 != "F" })
    #expect(texts(am("2013-08-31")) == TestCodes.before.map(\.text))
  }

  @Test func `a code keeps the class of its own date`() {
    #expect(TestCodes.code("J", on: Self.before.date).category == .approvedActivity)
    #expect(TestCodes.code("J1", on: Self.since.date).category == .authorisedAbsence)
    #expect(TestCodes.book.code("J", on: Self.since.date) == nil)
    #expect(TestCodes.book.code("J1", on: Self.before.date) == nil)
    #expect(TestCodes.book.knows("J") && TestCodes.book.knows("J1") && !TestCodes.book.knows("Ω"))
  }

  @Test func `every text stands once in the order of the files`() {
    let texts = TestCodes.book.texts
    #expect(Set(texts).count == texts.count)
    #expect(Set(texts) == Set((TestCodes.before + TestCodes.since).map(\.text)))
    #expect(texts.prefix(TestCodes.before.count) == TestCodes.before.map(\.text)[...])
  }

  @Test(arguments: [
    ("H", ["C"], "code H is not in force on 2024-08-19; use C"),
    ("J", ["J1"], "code J is not in force on 2024-08-19; use J1"),
    ("F", ["C"], "code F is not in force on 2024-08-19; use C"),
    (
      "Y", ["Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"],
      "code Y is not in force on 2024-08-19; use Q or Y1 or Y2 or Y3 or Y4 or Y5 or Y6 or Y7"
    ),
  ])
  func `a retired code is refused and its successors are named`(
    text: String, successors: [String], sentence: String
  ) {
    let refusal = Refusal.codeNotInForce(text, on: Self.since.date, successors: successors)
    #expect(throws: refusal) {
      try TestCodes.book.code(text, at: Self.since, ofCompulsoryAge: true)
    }
    #expect(refusal.description == sentence)
    // The day before, all but F (withdrawn in 2013) were still good.
    #expect((TestCodes.book.code(text, on: Self.before.date) != nil) == (text != "F"))
  }

  @Test(arguments: ["K", "C1", "C2", "J1", "Q", "Y1", "Y7"])
  func `a code of the later set is refused before its time and names no successor`(text: String) {
    #expect(throws: Refusal.codeNotInForce(text, on: Self.before.date, successors: [])) {
      try TestCodes.book.code(text, at: Self.before, ofCompulsoryAge: true)
    }
  }

  @Test(arguments: ["", "ZZ", "C3", "l", "//"])
  func `a text that is no code is refused`(text: String) {
    #expect(throws: Refusal.unknownCode(text)) {
      try TestCodes.book.code(text, at: Self.since, ofCompulsoryAge: true)
    }
  }

  @Test func `each present code stands in its own half of the day only`() throws {
    for half in HalfDay.allCases {
      let session = Session(Self.since.date, half)
      let right = TestCodes.book.present(at: half)
      let wrong = right == "/" ? "\\" : "/"
      #expect(try TestCodes.book.code(right, at: session, ofCompulsoryAge: true).half == half)
      #expect(
        throws: Refusal.codeForOtherHalf(wrong, half: half == .am ? .pm : .am, use: right)
      ) {
        try TestCodes.book.code(wrong, at: session, ofCompulsoryAge: true)
      }
    }
  }

  @Test(arguments: [true, false])
  func `of every code in force only X, C2 and T ask for an age`(isOfAge: Bool) {
    let refused = TestCodes.since.filter { code in
      (try? TestCodes.book.code(
        code.text, at: Session(Self.since.date, code.half ?? .am), ofCompulsoryAge: isOfAge)) == nil
    }
    #expect(refused.map(\.text) == (isOfAge ? ["X"] : ["C2", "T"]))
  }
}
