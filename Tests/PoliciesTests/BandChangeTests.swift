import Attendance
import Testing

@testable import Policies

/// Who has moved from one band to another, at the edges exactly, and who has earned a certificate.
@Suite struct BandChangeTests {
  private func tally(_ attended: Int, of possible: Int) -> Tally {
    Tally(attended: attended, authorised: possible - attended, unauthorised: 0)
  }

  @Test(arguments: [
    // 95 of 100 and 190 of 200 are exactly 95 per cent, and in the band from it.
    (94, 100, 95, 100, "improved 90% to 95% > 95% and more"),
    (94, 100, 190, 200, "improved 90% to 95% > 95% and more"),
    (94, 100, 189, 200, "-"), (949, 1000, 950, 1000, "improved 90% to 95% > 95% and more"),
    (95, 100, 94, 100, "fallen 95% and more > 90% to 95%"),
    (9, 10, 8999, 10_000, "fallen 90% to 95% > 80% to 90%"), (9, 10, 9000, 10_000, "-"),
    (1, 2, 49, 100, "fallen 50% to 80% > below 50%"),
    (0, 10, 10, 10, "improved below 50% > 95% and more"),
    (100, 100, 95, 100, "-"), (0, 0, 95, 100, "-"), (95, 100, 0, 0, "-"),
  ])
  func `a pupil exactly at a lower bound is in the band above it`(
    before: Int, of possible: Int, after: Int, outOf: Int, expected: String
  ) {
    let change = BandChange(
      from: tally(before, of: possible), to: tally(after, of: outOf), in: Band.usual)
    let words = change.map { "\($0.direction.rawValue) \($0.before.name) > \($0.after.name)" }
    #expect(words ?? "-" == expected)
  }

  @Test func `every attendance lies in one of the usual bands`() {
    for attended in 0...1000 {
      #expect(Band.usual.count { $0.holds(tally(attended, of: 1000)) } == 1)
    }
  }

  @Test(arguments: [
    ("st-lukes", ["Expected", "Below expected"], SchoolPeriod.Kind.halfTerm),
    ("dunkirk", ["Excellent", "Dropping"], .fortnight),
    ("on-track", ["Green", "Upper amber"], .term),
    ("ibstock", ["95% and more", "90% to 95%"], .halfTerm),
    ("psa", ["95% and more", "90% to 95%"], .halfTerm),
  ])
  func `a policy compares by its own bands and reviews, else by the usual ones each half term`(
    name: String, bands: [String], reviews: SchoolPeriod.Kind
  ) throws {
    let policy = try #require(PolicyReading(path: "config/policies/\(name).yaml").policy)
    #expect(policy.comparedBands.prefix(2).map(\.name) == bands)
    #expect(policy.pupilReviews == reviews)
  }

  @Test(arguments: [
    (10, 0, 0, 0, [], "100%"), (10, 0, 0, 1, [], "unmarked"), (0, 0, 0, 0, [], "-"),
    (8, 2, 0, 0, ["I"], "exempt"), (8, 2, 0, 0, ["M", "C"], "exempt"),
    (8, 2, 0, 3, ["C2"], "exempt"), (8, 2, 0, 0, ["I", "E"], "-"), (8, 1, 1, 0, ["I"], "-"),
    (9, 0, 1, 0, [], "-"), (0, 10, 0, 0, ["I"], "exempt"),
  ])
  func `a certificate is for every session, and leave is for a person to decide`(
    attended: Int, authorised: Int, unauthorised: Int, missing: Int, codes: [String],
    list: String
  ) {
    let tally = Tally(
      attended: attended, authorised: authorised, unauthorised: unauthorised, missing: missing)
    #expect(Certificate(tally, absences: Set(codes))?.rawValue ?? "-" == list)
  }
}
