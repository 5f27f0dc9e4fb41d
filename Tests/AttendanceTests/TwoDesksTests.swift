import Attendance
import Testing

/// Tutor and office write to one register at once: nothing is lost, and seen beats told.
@Suite struct TwoDesksTests {
  /// A ledger that keeps what becomes of each mark, as any store must.
  struct Ledger {
    var kept: [(mark: ProposedMark, entry: Entry.ID)] = []
    var standing: [Pupil.ID: Precedence.Standing] = [:]
    var contradictions = 0

    mutating func keep(_ act: Act) {
      for mark in act.marks {
        let entry = Entry.ID(Int64(kept.count + 1))
        kept.append((mark, entry))
        let stood = standing[mark.pupil]
        switch Precedence.outcome(
          of: mark.code, basis: mark.basis, over: stood, having: mark.seen)
        {
        case .stands(let replaced):
          #expect(replaced == stood?.entry)
          if let stood, mark.seen != stood.entry {
            #expect(mark.basis >= stood.basis, "told replaced seen without having known of it")
          }
          standing[mark.pupil] = Precedence.Standing(
            entry: entry, code: mark.code, basis: mark.basis)
        case .beside(let entry): #expect(entry == stood?.entry)
        case .contradicts(let entry):
          #expect(entry == stood?.entry)
          #expect(mark.code != stood?.code && stood?.basis == .seen && mark.basis == .seen)
          contradictions += 1
        }
      }
    }

    func rows(_ pupils: [Pupil]) -> [RegisterRow] {
      pupils.map { pupil in
        TestSchool.row(
          pupil,
          standing: standing[pupil.id].map {
            TestSchool.standing(pupil, $0.code, entry: $0.entry.number)
          })
      }
    }
  }

  @Test(arguments: 0..<200)
  func `every mark of every act is kept, and none is replaced unseen by a weaker one`(
    seed: Int
  ) throws {
    var random = Seeded(seed)
    let pupils = [TestSchool.ada, TestSchool.ben, TestSchool.cem]
    let codes = ["/", "L", "N", "I", "B", "U"]
    var ledger = Ledger()
    var registers = [
      TestSchool.register(ledger.rows(pupils)), TestSchool.register(ledger.rows(pupils)),
    ]
    var asked = 0
    for _ in 0..<30 {
      let desk = Int.random(in: 0..<2, using: &random)
      if Int.random(in: 0..<4, using: &random) == 0 {
        guard
          let act = try? registers[desk].act(
            by: TestSchool.office, now: moment("09:00"), blanksAsN: true)
        else { continue }
        asked += act.marks.count
        ledger.keep(act)
        // Only the desk that submitted reads the register again: the other goes on unknowing.
        registers[desk] = TestSchool.register(ledger.rows(pupils))
      } else {
        let code = codes[Int.random(in: codes.indices, using: &random)]
        _ = try registers[desk].mark(
          Int.random(in: 0..<3, using: &random), code, now: moment("08:55"), reason: "told so")
      }
    }
    #expect(ledger.kept.count == asked)
    let entries = Set(ledger.kept.map(\.entry))
    #expect(entries.count == asked)
    for (pupil, stands) in ledger.standing {
      let entry = ledger.kept.first { $0.entry == stands.entry }
      #expect(entry?.mark.pupil == pupil && entry?.mark.code == stands.code)
    }
  }
}
