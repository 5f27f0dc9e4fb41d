import Attendance
import Policies
import Testing

@Suite struct BandTests {
  @Test(arguments: [
    (1000, 1000, "Excellent"), (990, 1000, "Excellent"), (989, 1000, "Dropping"),
    (9899, 10000, "Dropping"), (960, 1000, "Dropping"), (9599, 10000, "Concern"),
    (930, 1000, "Concern"), (929, 1000, "At risk"), (900, 1000, "At risk"),
    (342, 380, "At risk"), (341, 380, "Persistent"), (0, 380, "Persistent"),
  ])
  func `attendance of Dunkirk falls in one band exactly`(
    attended: Int, possible: Int, name: String
  ) throws {
    let policy = try Shipped.policy("dunkirk")
    #expect(policy.band(attended: attended, of: possible)?.name == name)
    #expect(policy.bands.filter { $0.contains(attended: attended, of: possible) }.count == 1)
  }

  @Test(arguments: [
    (959, 1000, "Green"), (950, 1000, "Green"), (949, 1000, "Upper amber"),
    (9499, 10000, "Upper amber"), (940, 1000, "Upper amber"), (939, 1000, "Lower amber"),
    (900, 1000, "Lower amber"), (899, 1000, "Red"), (1, 2, "Red"),
  ])
  func `attendance of On Track from 95 is green, though print says amber to 95.9`(
    attended: Int, possible: Int, name: String
  ) throws {
    #expect(
      try Shipped.policy("on-track").band(attended: attended, of: possible)?.name == name)
  }

  @Test(arguments: ["dunkirk", "st-lukes", "on-track"])
  func `every share of 380 sessions has one band`(name: String) throws {
    let bands = try Shipped.policy(name).bands
    for attended in 0...380 {
      #expect(bands.filter { $0.contains(attended: attended, of: 380) }.count == 1)
    }
  }

  @Test func `nothing possible has no band, and a school without bands has none`() throws {
    #expect(try Shipped.policy("dunkirk").band(attended: 0, of: 0) == nil)
    #expect(try Shipped.policy("ibstock").band(attended: 1, of: 1) == nil)
  }

  @Test(arguments: [
    ("persistent-absence", 38, 380, true), ("persistent-absence", 37, 380, false),
    ("persistent-absence", 996, 10000, false), ("persistent-absence", 0, 0, false),
    ("severe-absence", 1, 2, true), ("severe-absence", 189, 380, false),
  ])
  func `a share passes its limit in whole numbers`(
    id: String, part: Int, whole: Int, passes: Bool
  ) throws {
    let rule = try #require(try Shipped.policy("psa").rule(id))
    #expect(rule.limit.holds(for: part, of: whole) == passes)
  }

  @Test(arguments: [
    ("sickness-return", 150, true), ("sickness-return", 145, false),
    ("unexplained-overdue", 50, false), ("unexplained-overdue", 60, true),
    ("more-than-three-days-running", 30, false), ("more-than-three-days-running", 40, true),
  ])
  func `a count passes its limit in tenths`(id: String, tenths: Int, passes: Bool) throws {
    let rule = try #require(try Shipped.policy("st-lukes").rule(id))
    #expect(rule.limit.holds(forTenths: tenths) == passes)
  }

  @Test(arguments: [
    ("95", 950), ("95%", 950), ("95.5", 955), ("0", 0), ("100", 1000), ("100.1", nil),
    ("95.55", nil), ("", nil), ("%", nil), ("-1", nil), ("9e1", nil), ("٩٥", nil), (".5", nil),
  ])
  func `a percentage has at most one decimal`(text: String, tenths: Int?) {
    #expect(Percentage(text)?.tenths == tenths)
  }

  @Test(arguments: [
    "day", "week", "half term", "term", "school year", "any time", "10 school weeks",
  ])
  func `a span reads as it is written`(text: String) {
    #expect(Span(text)?.description == text)
  }

  @Test(arguments: ["2 weeks", "1 week", "15 school days", "1 half term", "1 term", "4 to 5 weeks"])
  func `a wait reads as it is written`(text: String) {
    #expect(Wait(text)?.description == text)
  }

  @Test(arguments: [
    "", "weeks", "0 weeks", "5 to 4 weeks", "2 fortnights", "2  to weeks", "-1 weeks",
  ])
  func `a wait that makes no sense is none`(text: String) {
    #expect(Wait(text) == nil)
  }
}
