import Attendance
import Testing

/// Seen beats told: the whole table of what becomes of a mark that meets another.
@Suite struct PrecedenceTests {
  static let bases: [Precedence.Basis] = [.unexplained, .report, .plan, .seen]
  static let standing = Entry.ID(7)
  static let older = Entry.ID(6)

  static func outcome(
    _ code: String, _ basis: Precedence.Basis, over standing: String, _ its: Precedence.Basis,
    having seen: Entry.ID?
  ) -> Precedence.Outcome {
    Precedence.outcome(
      of: code, basis: basis,
      over: Precedence.Standing(entry: Self.standing, code: standing, basis: its), having: seen)
  }

  /// Rows by the new mark's basis, columns by the standing one's: unexplained, report, plan, seen.
  ///
  /// S stands in its place, b is kept beside it, ! contradicts it.
  static let otherCode = ["Sbbb", "SSbb", "SSSb", "SSS!"]
  static let sameCode = ["bbbb", "Sbbb", "SSbb", "SSSb"]

  static func letter(_ outcome: Precedence.Outcome) -> Character? {
    switch outcome {
    case .stands(inPlaceOf: standing): "S"
    case .beside(standing): "b"
    case .contradicts(standing): "!"
    case .stands, .beside, .contradicts: nil
    }
  }

  static func table(code: String, having seen: Entry.ID?) -> [String] {
    bases.map { basis in
      String(
        bases.compactMap {
          letter(outcome(code, basis, over: "I", $0, having: seen))
        })
    }
  }

  @Test(arguments: [nil, older])
  func `a mark made without knowledge of the standing one goes by the fixed order`(seen: Entry.ID?)
  {
    #expect(Self.table(code: "/", having: seen) == Self.otherCode)
    #expect(Self.table(code: "I", having: seen) == Self.sameCode)
  }

  @Test(arguments: ["/", "I"])
  func `a mark made by one who saw the standing entry replaces it`(code: String) {
    #expect(
      Self.table(code: code, having: Self.standing) == ["SSSS", "SSSS", "SSSS", "SSSS"])
  }

  @Test(arguments: bases)
  func `a mark over a blank stands`(basis: Precedence.Basis) {
    for seen in [nil, Self.older] {
      #expect(
        Precedence.outcome(of: "I", basis: basis, over: nil, having: seen)
          == .stands(inPlaceOf: nil))
    }
  }

  /// A desk that notes an arrival over illness has seen the child: a later message does not undo it.
  @Test func `what was seen goes on counting as seen though its code was told before`() {
    let arrival = Self.outcome("I", .seen, over: "I", .report, having: nil)
    #expect(arrival == .stands(inPlaceOf: Self.standing))
  }

  @Test func `only two sightings ever ask the office`() {
    for basis in Self.bases {
      for its in Self.bases {
        let asks =
          Self.outcome("/", basis, over: "L", its, having: nil) == .contradicts(Self.standing)
        #expect(asks == (basis == .seen && its == .seen))
      }
    }
  }
}

@Suite struct BasisTests {
  static func basis(_ code: String, _ how: Entry.How) -> Precedence.Basis {
    Precedence.Basis(TestCodes.code(code), how: how)
  }

  @Test func `whoever is on site was seen, and so was whoever arrived`() {
    for code in TestCodes.since {
      for how in [Entry.How.marked, .filled, .imported] where code.onSite != .no {
        #expect(Self.basis(code.text, how) == .seen, "\(code.text) \(how)")
      }
      #expect(Self.basis(code.text, .arrival) == .seen, "\(code.text)")
    }
  }

  @Test func `a plan is a plan, and N explains nothing`() {
    for code in TestCodes.since where code.text != "N" {
      #expect(Self.basis(code.text, .planned) == .plan, "\(code.text)")
    }
    for how in [Entry.How.marked, .filled, .imported, .planned] {
      #expect(Self.basis("N", how) == .unexplained, "\(how)")
    }
  }

  @Test func `an absence marked by hand rests on a report, an activity on a plan`() {
    for code in TestCodes.since where code.onSite == .no && code.text != "N" {
      #expect(
        Self.basis(code.text, .marked) == (code.isAttended ? .plan : .report), "\(code.text)")
    }
  }

  @Test func `a code nobody knows any more rests on a report`() {
    #expect(Precedence.Basis(nil, how: .marked) == .report)
  }
}
