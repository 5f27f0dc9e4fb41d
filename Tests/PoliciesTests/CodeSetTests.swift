import Attendance
import Policies
import Testing

@Suite struct CodeSetTests {
  /// One row of the national table: class, possible, attended, late, penalty, session, age, note,
  /// leave; P present, E approved activity, A authorised, U unauthorised, N not possible.
  static func row(_ code: AttendanceCode) -> String {
    let letter =
      switch code.category {
      case .present: "P"
      case .approvedActivity: "E"
      case .authorisedAbsence: "A"
      case .unauthorisedAbsence: "U"
      case .notPossible: "N"
      }
    let age =
      switch code.age {
      case .any: "any"
      case .compulsory: "CSA"
      case .notCompulsory: "nonCSA"
      }
    let flags = [code.isPossible, code.isAttended, code.isLate, code.countsTowardsPenalty]
    return
      ([code.text, letter] + flags.map { $0 ? "1" : "0" }
      + [code.half?.rawValue ?? "any", age]
      + [code.neededNote != nil, code.isLeave].map { $0 ? "1" : "0" }).joined(separator: ",")
  }

  static let current = """
    /,P,1,1,0,0,AM,any,0,0
    \\,P,1,1,0,0,PM,any,0,0
    L,P,1,1,1,0,any,any,0,0
    K,E,1,1,0,0,any,any,1,0
    V,E,1,1,0,0,any,any,0,0
    P,E,1,1,0,0,any,any,0,0
    W,E,1,1,0,0,any,any,0,0
    B,E,1,1,0,0,any,any,1,0
    D,N,0,0,0,0,any,any,0,0
    C1,A,1,0,0,0,any,any,0,1
    M,A,1,0,0,0,any,any,0,1
    J1,A,1,0,0,0,any,any,0,1
    S,A,1,0,0,0,any,any,0,1
    X,N,0,0,0,0,any,nonCSA,0,0
    C2,A,1,0,0,0,any,CSA,0,1
    C,A,1,0,0,0,any,any,0,1
    T,A,1,0,0,0,any,CSA,0,0
    R,A,1,0,0,0,any,any,0,0
    I,A,1,0,0,0,any,any,0,0
    E,A,1,0,0,0,any,any,0,0
    Q,N,0,0,0,0,any,any,0,0
    Y1,N,0,0,0,0,any,any,0,0
    Y2,N,0,0,0,0,any,any,0,0
    Y3,N,0,0,0,0,any,any,0,0
    Y4,N,0,0,0,0,any,any,0,0
    Y5,N,0,0,0,0,any,any,0,0
    Y6,N,0,0,0,0,any,any,0,0
    Y7,N,0,0,0,0,any,any,1,0
    G,U,1,0,0,1,any,any,0,0
    N,U,1,0,0,1,any,any,0,0
    O,U,1,0,0,1,any,any,0,0
    U,U,1,0,1,1,any,any,0,0
    Z,N,0,0,0,0,any,any,0,0
    #,N,0,0,0,0,any,any,0,0
    """

  static let former = """
    /,P,1,1,0,0,AM,any,0,0
    \\,P,1,1,0,0,PM,any,0,0
    L,P,1,1,1,0,any,any,0,0
    B,E,1,1,0,0,any,any,1,0
    P,E,1,1,0,0,any,any,0,0
    V,E,1,1,0,0,any,any,0,0
    W,E,1,1,0,0,any,any,0,0
    J,E,1,1,0,0,any,any,0,0
    D,N,0,0,0,0,any,any,0,0
    C,A,1,0,0,0,any,any,0,1
    E,A,1,0,0,0,any,any,0,0
    H,A,1,0,0,0,any,any,0,1
    I,A,1,0,0,0,any,any,0,0
    M,A,1,0,0,0,any,any,0,1
    R,A,1,0,0,0,any,any,0,0
    S,A,1,0,0,0,any,any,0,1
    T,A,1,0,0,0,any,CSA,0,0
    G,U,1,0,0,1,any,any,0,0
    N,U,1,0,0,1,any,any,0,0
    O,U,1,0,0,1,any,any,0,0
    U,U,1,0,1,1,any,any,0,0
    X,N,0,0,0,0,any,nonCSA,0,0
    Y,N,0,0,0,0,any,any,1,0
    Z,N,0,0,0,0,any,any,0,0
    #,N,0,0,0,0,any,any,0,0
    """

  @Test(arguments: [("2024-08-19", current), ("2026-11-21", current), ("2024-08-18", former)])
  func `the codes in force on a date are exactly the national table`(
    day: String, table: String
  ) throws {
    let book = CodeBook(Shipped.codes.sets.flatMap(\.codes))
    let rows = book.codes(on: try Shipped.date(day)).map(Self.row)
    #expect(rows.joined(separator: "\n") == table)
  }

  @Test func `the sets read without a complaint`() {
    #expect(Shipped.codes.complaints.map(\.description) == [])
  }

  @Test func `a long holiday could be granted until September 2013`() throws {
    let book = CodeBook(Shipped.codes.sets.flatMap(\.codes))
    let code = try #require(book.code("F", on: Shipped.date("2013-08-31")))
    #expect(Self.row(code) == "F,A,1,0,0,0,any,any,0,1")
    #expect(try book.code("F", on: Shipped.date("2013-09-01")) == nil)
    #expect(code.successors == ["H", "C"])
  }

  @Test(arguments: [
    ("H", ["C"]), ("J", ["J1"]), ("Y", ["Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"]),
    ("C", ["C", "C1", "C2"]), ("B", ["B", "K"]),
  ])
  func `a retired code names its successors, which are in force`(
    text: String, successors: [String]
  ) throws {
    let book = CodeBook(Shipped.codes.sets.flatMap(\.codes))
    let old = try #require(book.code(text, on: Shipped.date("2024-08-18")))
    #expect(old.successors == successors)
    #expect(old.retired == SchoolDate("2024-08-19"))
    let today = try Shipped.date("2024-08-19")
    #expect(successors.allSatisfy { book.code($0, on: today) != nil })
  }

  @Test func `every code says what it means, when to use it, and whether the pupil is here`() {
    let codes = Shipped.codes.sets.flatMap(\.codes)
    #expect(codes.allSatisfy { !$0.meaning.isEmpty && !$0.scenario.isEmpty })
    #expect(Set(codes.filter { $0.onSite == .yes }.map(\.text)) == ["/", "\\", "L"])
    #expect(Set(codes.filter { $0.onSite == .later }.map(\.text)) == ["U"])
  }

  @Test(arguments: [
    (
      "- code: \"A\"\n    meaning: m\n    category: ‸presnt\n    scenario: s\n",
      "'category' knows no 'presnt'; did you mean 'present'?"
    ),
    (
      "- code: ‸\"ABC\"\n    meaning: m\n    category: present\n    scenario: s\n",
      "a code has one or two characters, not 'ABC'; shorten it"
    ),
    (
      "- code: \"A\"\n    meaning: m\n    category: present\n    scenario: s\n    leave: ‸yes\n",
      "leave is an authorised absence; correct the category or leave"
    ),
    (
      "- code:‸ #\n    meaning: m\n    category: present\n    scenario: s\n",
      "'code' has no value; write one (a # must stand in quotes, like \"#\")"
    ),
  ])
  func `a fault in a code file has its place`(item: String, sentence: String) throws {
    let marked = try Marked("set: x\nfrom: 2024-08-19\ncodes:\n  " + item)
    let reading = CodeReading(name: "codes.yaml", text: marked.text)
    let told = try #require(reading.complaints.first)
    #expect(told.sentence == sentence)
    #expect(told.place == "codes.yaml:\(marked.line):\(marked.column)")
    #expect(reading.complaints.count == 1)
  }
}
