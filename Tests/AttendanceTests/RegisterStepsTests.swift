import Attendance
import Testing

/// Any run of keys: nothing typed is lost, and every step can be taken back and made again.
@Suite struct RegisterStepsTests {
  enum Key: Hashable, Sendable {
    case mark(Int, String)
    case clear(Int)
    case note(Int, Int)
    case fill
    case undo
    case redo
  }

  /// A register with all its changes since the beginning, as the draft file keeps them.
  struct Desk {
    var register: Register
    var kept: [Draft.Change] = []
    /// Drafts to go back to and forward to, kept by the test itself.
    var past: [Draft] = []
    var future: [Draft] = []

    mutating func press(_ key: Key, at second: Int64) {
      let now = moment("08:41").adding(seconds: second)
      let before = register
      let changes: [Draft.Change]?
      switch key {
      case .mark(let row, let code): changes = try? register.mark(row, code, now: now)
      case .clear(let row): changes = register.clear(row, now: now)
      case .note(let row, let minutes):
        changes = try? register.annotate(row, minutes: minutes, note: "n", now: now)
      case .fill: changes = (try? register.fill(now: now))?.changes
      case .undo: changes = register.undo()
      case .redo: changes = register.redo()
      }
      kept += changes ?? []
      guard let changes, !changes.isEmpty else {
        #expect(register.draft == before.draft, "\(key) changed what it did not say")
        return
      }
      switch key {
      case .undo:
        future.append(before.draft)
        #expect(register.draft == past.popLast())
      case .redo:
        past.append(before.draft)
        #expect(register.draft == future.popLast())
      case .mark, .clear, .note, .fill:
        past.append(before.draft)
        future = []
      }
      if key == .fill {
        for row in register.rows.indices where !before.code(at: row).isEmpty {
          #expect(register.code(at: row) == before.code(at: row))
        }
      }
    }

    /// What must hold after any run of keys.
    func check(_ keys: [Key]) {
      #expect(Draft(kept) == register.draft, "\(keys): the disk tells another draft")
      let counts = register.counts
      #expect(counts.blank + counts.present + counts.other == register.rows.count, "\(keys)")
      #expect(register.blankNumbers.count == counts.blank, "\(keys)")
      #expect(register.canUndo == !past.isEmpty && register.canRedo == !future.isEmpty, "\(keys)")
      let act = try? register.act(by: TestSchool.tutor, now: moment("09:00"), blanksAsN: true)
      // A plan that is contradicted comes before the mark that contradicts it.
      let proposed = Dictionary(
        (act?.marks ?? []).map { ($0.pupil, $0.code) }, uniquingKeysWith: { $1 })
      for (row, line) in register.rows.enumerated() {
        let shown = register.code(at: row)
        let wanted =
          shown == line.standing?.entry.code
          ? proposed[line.pupil.id] ?? shown : proposed[line.pupil.id] ?? ""
        #expect(wanted == (shown.isEmpty ? "N" : shown), "\(keys): row \(row + 1) is lost")
      }
    }

    /// Undo as far as it goes is the first draft, redo as far as it goes the last.
    func checkThereAndBack(_ keys: [Key]) {
      var desk = self
      while desk.register.canRedo { desk.press(.redo, at: 100) }
      let last = desk.register.draft
      while desk.register.canUndo { desk.press(.undo, at: 101) }
      #expect(desk.register.draft == Draft(), "\(keys)")
      while desk.register.canRedo { desk.press(.redo, at: 102) }
      #expect(desk.register.draft == last, "\(keys)")
    }
  }

  /// A blank, a plan and a child to be looked at.
  static let three = TestSchool.register([
    TestSchool.row(TestSchool.ada),
    TestSchool.row(TestSchool.ben, plan: TestSchool.plan(TestSchool.ben, "I")),
    TestSchool.row(TestSchool.cem, heed: .openQuery),
  ])

  static let keys: [Key] =
    [.fill, .undo, .redo]
    + (0..<3).flatMap { [.mark($0, "/"), .mark($0, "N"), .clear($0)] as [Key] }

  /// All 12 keys, four steps deep: 22,620 runs.
  @Test(arguments: keys)
  func `no run of four keys loses a mark`(first: Key) {
    func walk(_ desk: Desk, _ pressed: [Key]) {
      desk.check(pressed)
      guard pressed.count < 4 else {
        desk.checkThereAndBack(pressed)
        return
      }
      for key in Self.keys {
        var next = desk
        next.press(key, at: Int64(pressed.count))
        walk(next, pressed + [key])
      }
    }
    var desk = Desk(register: Self.three)
    desk.press(first, at: 0)
    walk(desk, [first])
  }

  @Test(arguments: 0..<100)
  func `no long run of any keys loses a mark`(seed: Int) {
    var random = Seeded(seed)
    let codes = ["/", "L", "N", "I", "M", "B", "C2", "U", "X", "H", "ZZ"]
    var desk = Desk(register: RegisterTests.five(taken: seed % 2 == 0 ? nil : TestSchool.taken))
    var pressed: [Key] = []
    for step in 0..<60 {
      let row = Int.random(in: 0..<5, using: &random)
      let key: Key =
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4: .mark(row, codes[Int.random(in: codes.indices, using: &random)])
        case 4: .clear(row)
        case 5: .note(row, Int.random(in: -1...601, using: &random))
        case 6: .fill
        case 7, 8: .undo
        default: .redo
        }
      pressed.append(key)
      desk.press(key, at: Int64(step))
      desk.check(pressed)
    }
    desk.checkThereAndBack(pressed)
  }
}
