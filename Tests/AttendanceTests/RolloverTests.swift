import Testing

@testable import Attendance

/// How forms go up, and what each ground asks for.
@Suite struct RolloverTests {
  @Test(arguments: [
    ("7A", "7", "8", "8A"), ("RA", "R", "1", "1A"), ("N2B", "N2", "R", "RB"),
    ("9", "9", "10", "10"),
    ("Robins", "R", "1", "Robins"), ("Beech", "3", "4", "Beech"), ("10B", "1", "2", "10B"),
    ("9 Ash", "9", "10", "10 Ash"),
  ])
  func `a form keeps its letter, and a name that is no letter stays`(
    group: String, from: String, next: String, to: String
  ) throws {
    let (from, next) = (try #require(YearGroup(from)), try #require(YearGroup(next)))
    #expect(Rollover.form(group, from: from, next) == to)
  }

  @Test func `the list for compulsory age has fifteen letters, the other has words`() {
    let letters = DeletionGround.all(ofCompulsoryAge: true)
    #expect(letters.map(\.rawValue).joined() == "abcdefghijklmno")
    #expect(letters.map(\.reference) == letters.map { "9(1)(\($0.rawValue))" })
    let others = DeletionGround.all(ofCompulsoryAge: false)
    #expect(Set(others.map(\.reference)) == ["9(3)"])
    #expect(Set(DeletionGround.allCases) == Set(letters + others))
  }

  @Test func `a name of earlier days holds up to the day before the new one`() throws {
    func day(_ text: String) throws -> SchoolDate { try #require(SchoolDate(text)) }
    let born = PupilName(surname: "Ahmed", forename: "Aisha")
    let second = PupilName(surname: "Begum", forename: "Aisha")
    let third = PupilName(surname: "Zaman", forename: "Aisha")
    var pupil = Pupil(
      id: Pupil.ID(1), upn: try #require(UPN(temporary: 1, year: 2025)), name: born,
      dateOfBirth: try day("2013-01-10"))
    pupil.take(second, from: try day("2025-10-01"))
    pupil.take(third, from: try day("2026-03-01"))
    #expect(pupil.name == third)
    #expect(
      try ["2025-09-30", "2025-10-01", "2026-02-28", "2026-03-01"].map {
        pupil.name(on: try day($0)).surname
      } == ["Ahmed", "Begum", "Begum", "Zaman"])
    // A new name that covers the second: it was never hers.
    pupil.take(born, from: try day("2025-10-01"))
    #expect(pupil.name(on: try day("2025-12-01")) == born)
  }

  @Test func `what is recorded for a later day goes up too, and comes back as it was`() throws {
    func record(
      _ from: String, _ year: String, _ group: String, _ known: [Characteristic: String] = [:]
    ) -> Particulars {
      Particulars(from: day(from), yearGroup: yearGroup(year), group: group, characteristics: known)
    }
    let known = [
      record("2025-09-03", "8", "8A"), record("2026-09-03", "8", "8A", [.fsm: "yes"]),
      record("2026-10-05", "8", "8B", [.fsm: "yes"]), record("2027-09-01", "10", "10Q"),
    ]
    let forms = ["8A": "9A", "8B": "9B"]
    let first = day("2026-09-03")
    let move = GoingUp(known, from: first, to: "9A", yearGroup("9"), forms, campus: nil)
    #expect(
      move.after == [
        record("2026-09-03", "9", "9A", [.fsm: "yes"]),
        record("2026-10-05", "9", "9B", [.fsm: "yes"]),
      ])
    let found = Dictionary(
      uniqueKeysWithValues: move.before.map { ($0.from, GoingUp.Place($0)) })
    let since = record("2026-09-14", "9", "9A", [.fsm: "yes", .address: "9 Kiln Court"])
    let back = GoingUp.back(
      [known[0], move.after[0], since, move.after[1], known[3]], from: first, found: found)
    #expect(
      back?.records == [
        known[1], record("2026-09-14", "8", "8A", [.fsm: "yes", .address: "9 Kiln Court"]),
        known[2],
      ])
    #expect(back?.takesFirstAway == false)
  }

  @Test func `what the move alone recorded is taken away again`() {
    let old = Particulars(from: day("2025-09-03"), yearGroup: yearGroup("8"), group: "8A")
    let first = day("2026-09-03")
    let move = GoingUp([old], from: first, to: "9A", yearGroup("9"), [:], campus: nil)
    #expect(move.before.isEmpty)
    let back = GoingUp.back([old] + move.after, from: first, found: [:])
    #expect(back?.takesFirstAway == true && back?.records.isEmpty == true)
  }
}
