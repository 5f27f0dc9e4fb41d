import Attendance
import Screens
import Terminal
import Testing

@Suite struct MarkingTests {
  @Test func `thirty pupils with three exceptions take ten keys`() {
    var sitting = Sitting()
    sitting.type("5N11L18N=^S")
    #expect(Sitting.keys("5N11L18N=^S").count == 10)
    let marks = sitting.acts.first?.marks ?? []
    #expect(sitting.acts.count == 1)
    #expect(marks.count == 30)
    #expect(
      marks.enumerated().filter { $1.code != "/" }.map { "\($0 + 1)\($1.code)" } == [
        "5N", "11L", "18N",
      ])
    #expect(sitting.text.contains("Submitted 08:40. 27 present, 1 late, 2 absent."))
  }

  @Test(arguments: [20_251_014 as UInt64])
  func `a thousand registers take ten keys in the middle, and two when all are present`(
    seed: UInt64
  ) {
    var random = Dice(seed: seed)
    var counts: [Int] = []
    for _ in 0..<1000 {
      let rows = Array(Array(1...30).shuffled(using: &random).prefix(3)).sorted()
      let codes = rows.map { _ in Bool.random(using: &random) ? "N" : "L" }
      let exceptions = zip(rows, codes).map { "\($0)\($1)" }
      let keys = exceptions.joined() + "=^S"
      var sitting = Sitting()
      sitting.type(keys)
      counts.append(Sitting.keys(keys).count)
      let marked = (sitting.acts.first?.marks ?? []).enumerated().filter { $1.code != "/" }
      #expect(marked.map { "\($0 + 1)\($1.code)" } == exceptions)
    }
    #expect(counts.sorted()[500] == 10)
    #expect(counts.max() == 11)
    var allPresent = Sitting()
    allPresent.type("=^S")
    #expect(allPresent.acts.first?.marks.map(\.code) == Array(repeating: "/", count: 30))
  }

  @Test(arguments: ["99", "31", "0"], ["N", " ", "L", "*", ";"])
  func `a number that no row has marks nobody`(number: String, key: String) {
    var sitting = Sitting(TestSchool.hall)
    sitting.type("5N")
    let before = sitting.draft
    sitting.type(number)
    #expect(sitting.text.contains("There is no row"))
    sitting.type(key)
    #expect(sitting.draft == before)
    #expect(sitting.text.contains("nobody was marked"))
    sitting.type("7N")
    #expect(sitting.draft.marks.keys.map(\.number).sorted() == [5, 7])
  }

  @Test func `after a number that no row has, the next number is a new one`() {
    var sitting = Sitting()
    sitting.type("354N")
    #expect(sitting.draft.marks.keys.map(\.number) == [4])
    sitting.type("99")
    sitting.press(.down)
    sitting.type("N")
    #expect(sitting.draft.marks.keys.map(\.number).sorted() == [4, 6])
  }

  @Test func `N over a planned absence says that the plan will stand, and it does`() {
    var sitting = Sitting(rows: Scene.expected)
    sitting.type("3N")
    #expect(sitting.text.contains("planned I will stand, both are kept"))
    sitting.type("20 ")
    #expect(sitting.text.contains("not planned V, both are kept"))
    sitting.type("=^S")
    #expect(sitting.rows[2].standing?.entry.code == "I")
    #expect(sitting.rows[19].standing?.entry.code == "/")
    #expect(sitting.text.contains("2 expected absent: Chloe, Grace."))
    #expect(sitting.text.contains("1 kept beside what outranks it."))
    #expect(!sitting.text.contains("call"))
    #expect(sitting.acts.first?.marks.count == 32)
  }

  @Test func `each pupil away before and in today takes one key more`() {
    var rows = TestSchool.form
    for row in [3, 8, 20] {
      rows[row] = TestSchool.row(rows[row].pupil, heed: .absentBefore(code: "I"))
    }
    var sitting = Sitting(rows: rows)
    sitting.type("5N11L18N=")
    sitting.type("   ")
    sitting.type("^S")
    #expect(sitting.acts.first?.marks.filter { $0.code == "/" }.count == 27)
    #expect(sitting.acts.first?.marks.filter { $0.how == .marked }.count == 6)
  }

  @Test func `one more = fills nobody who was left out (U3)`() {
    var rows = TestSchool.form
    rows[3] = TestSchool.row(rows[3].pupil, heed: .absentBefore(code: "I"))
    rows[8] = TestSchool.row(rows[8].pupil, heed: .unmarkedBefore)
    var sitting = Sitting(rows: rows)
    sitting.type("==")
    #expect(sitting.text.contains("2 left to look at: 4 Dafydd"))
    sitting.type("^S")
    #expect(sitting.text.contains("Still blank: 4, 9."))
    #expect(sitting.acts.isEmpty)
  }

  @Test func `the draft is asked to be kept with every mark, and nothing is submitted by it`() {
    var sitting = Sitting()
    sitting.forgetEffects()
    sitting.type("5N")
    let pupil = TestSchool.form[4].pupil.id
    #expect(
      sitting.effects == [
        .keepDraft(
          TestSchool.key,
          [Draft.Change(pupil, to: Draft.Mark(code: "N", at: TestSchool.at("08:40")))])
      ])
    #expect(sitting.acts.isEmpty)
  }

  @Test func `L never asks: minutes come from the clock, and stay blank after closing`() {
    var open = Sitting(at: "08:47")
    open.type("11L")
    #expect(open.draft[TestSchool.form[10].pupil.id]?.minutes == 12)
    #expect(open.text.contains("Row 11 Kofi, Kwame: L, late, before the register closed, 12 min."))
    var closed = Sitting(at: "09:41")
    closed.type("11L")
    #expect(
      closed.draft[TestSchool.form[10].pupil.id]
        == Draft.Mark(code: "L", at: TestSchool.at("09:41")))
  }

  @Test(arguments: [("12", 12), ("08:50", 15)])
  func `minutes are corrected by number or by time of arrival`(typed: String, minutes: Int) {
    var sitting = Sitting(at: "08:47")
    sitting.type("11L11;")
    sitting.press(.backspace)
    sitting.press(.backspace)
    sitting.type(typed)
    sitting.press(.tab)
    sitting.type("bus")
    sitting.press(.enter)
    let mark = sitting.draft[TestSchool.form[10].pupil.id]
    #expect(mark?.minutes == minutes)
    #expect(mark?.note == "bus")
  }

  @Test func `a code of another role is refused with the rule, its place and what to do (U1)`() {
    var sitting = Sitting()
    sitting.type("18I")
    #expect(sitting.text.contains("A form tutor may not mark I"))
    #expect(sitting.text.contains("config/policies/ibstock.yaml:"))
    #expect(sitting.text.contains("mark N with a note of what was said"))
    #expect(sitting.draft.isEmpty)
    #expect(sitting.bells == 1)
  }

  @Test func `a paste marks nobody`() {
    for keys in ["", "5", "?", ":", "^G", "5N^S"] {
      var sitting = Sitting()
      sitting.type(keys)
      let before = sitting.draft
      sitting.type(.pasted("N\n=/ L 5\u{13}\nINN"))
      #expect(sitting.draft == before)
      #expect(sitting.acts.isEmpty)
    }
  }

  @Test func `digits collect without a timer, Esc puts them aside and changes nothing`() {
    var sitting = Sitting()
    sitting.type("3")
    let before = sitting.picture().cursor
    sitting.type("11")
    sitting.press(.escape)
    #expect(sitting.draft.isEmpty)
    #expect(sitting.text.contains("Row number put aside."))
    #expect(sitting.picture().cursor == Position(row: before.row - 2, column: before.column))
    sitting.type("99")
    #expect(sitting.text.contains("There is no row 99; the rows are 1 to 30."))
  }

  @Test func `a mark that is corrected by number goes back to where the register was called`() {
    var sitting = Sitting()
    sitting.type("///N///")
    let place = sitting.picture().cursor
    sitting.type("4L")
    #expect(sitting.draft[TestSchool.form[3].pupil.id]?.code == "L")
    #expect(sitting.picture().cursor == place)
    // A row that was blank is called by its number: the next is the one after it.
    sitting.type("20N")
    #expect(sitting.text.contains("> 21 "), "\(sitting.text)")
  }

  @Test func `a draft that was left is gone on with after the last mark`() {
    var sitting = Sitting()
    sitting.type("///N")
    sitting.startAgain()
    #expect(sitting.picture().lines.contains { $0.contains(">  5 ") }, "\(sitting.text)")
  }

  @Test func `C and a digit at once are a code or a row, as the person says`() {
    var code = Sitting(TestSchool.hall)
    code.type("5C1")
    #expect(code.text.contains("C1 for row 5 Ellis, Ella, or row 1?"))
    code.type("C")
    #expect(code.draft[TestSchool.form[4].pupil.id]?.code == "C1")
    var row = Sitting(TestSchool.hall)
    row.type("5C1RN")
    #expect(row.draft[TestSchool.form[4].pupil.id]?.code == "C")
    #expect(row.draft[TestSchool.form[0].pupil.id]?.code == "N")
    var further = Sitting(TestSchool.hall)
    further.type("5C18N")
    #expect(further.draft[TestSchool.form[17].pupil.id]?.code == "N")
    var tutor = Sitting()
    tutor.type("5C1N")
    #expect(tutor.draft.marks.keys.map(\.number) == [1])
  }

  @Test func `how a name is said stands on the message line (U17)`() {
    var sitting = Sitting()
    sitting.type("13N")
    #expect(sitting.text.contains("Next say: NEEV."))
    sitting.type("14")
    #expect(sitting.text.contains("Row 14 Neal, Niamh, say NEEV: blank."))
  }

  @Test func `a name is found without accents, and Esc goes back to where one was`() {
    var sitting = Sitting()
    sitting.type("'lucja")
    sitting.press(.enter)
    sitting.type("N")
    #expect(sitting.draft.marks.keys.map(\.number) == [12])
    sitting.type("'zola")
    sitting.press(.escape)
    sitting.type("N")
    #expect(Set(sitting.draft.marks.keys.map(\.number)) == [12, 13])
  }
}

/// Random numbers that a seed makes the same again.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
