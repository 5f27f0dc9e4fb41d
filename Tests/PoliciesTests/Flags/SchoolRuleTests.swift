import Attendance
import Policies
import Testing

/// Each school's own rules, with a pupil just inside and a pupil just outside.
@Suite struct SchoolRuleTests {
  /// Marks by date, session or both, `code` for each; anything else is present.
  struct Edge: Sendable, CustomTestStringConvertible {
    let policy: String
    let rule: String
    let inside: [String: String]
    let value: String
    let outside: [String: String]
    let date: String
    var sen = ""

    var testDescription: String { "\(policy) \(rule)" }
  }

  static let edges = [
    // 30 September is the 43rd and 44th session of a year that began on 1 September.
    Edge(
      policy: "psa", rule: "late-after-closing", inside: ["2025-09-30 AM": "U"], value: "1",
      outside: ["2025-09-30 AM": "L", "2025-09-29 AM": "U"], date: "2025-09-30"),
    Edge(
      policy: "psa", rule: "religious-days",
      inside: ["2025-09-22": "R", "2025-09-23": "R", "2025-09-24": "R", "2025-09-25 AM": "R"],
      value: "3.5", outside: ["2025-09-22": "R", "2025-09-23": "R", "2025-09-24": "R"],
      date: "2025-09-30"),
    Edge(
      policy: "psa", rule: "next-to-holidays",
      inside: ["2025-09-01 AM": "I", "2025-10-24 PM": "O"],
      value: "2", outside: ["2025-09-02 AM": "I", "2025-10-24 PM": "O"], date: "2025-10-24"),
    Edge(
      policy: "dunkirk", rule: "below-ninety",
      inside: [
        "2025-09-29": "I", "2025-09-30": "I",
        "2025-09-26 AM": "I",
      ], value: "39/44",
      outside: ["2025-09-29": "I", "2025-09-30": "I"], date: "2025-09-30"),
    Edge(
      policy: "dunkirk", rule: "three-days-in-half-term",
      inside: ["2025-09-03": "I", "2025-09-10": "M", "2025-09-17": "G"], value: "3",
      outside: ["2025-09-03": "I", "2025-09-10": "M", "2025-09-17 AM": "G"], date: "2025-09-30"),
    Edge(
      policy: "dunkirk", rule: "late-twice-in-a-week",
      inside: ["2025-09-29 AM": "L", "2025-09-30 AM": "U"], value: "2",
      outside: ["2025-09-26 AM": "L", "2025-09-30 AM": "U"], date: "2025-09-30"),
    Edge(
      policy: "dunkirk", rule: "late-three-weeks",
      inside: [
        "2025-09-01 AM": "L", "2025-09-02 AM": "L", "2025-09-11 AM": "L",
        "2025-09-12 AM": "U", "2025-09-29 AM": "L", "2025-09-30 AM": "L",
      ], value: "3",
      outside: [
        "2025-09-01 AM": "L", "2025-09-02 AM": "L", "2025-09-11 AM": "L",
        "2025-09-19 AM": "U", "2025-09-29 AM": "L", "2025-09-30 AM": "L",
      ], date: "2025-09-30"),
    Edge(
      policy: "st-lukes", rule: "below-ninety-five",
      inside: ["2025-09-29": "I", "2025-09-30 AM": "I"], value: "41/44",
      outside: ["2025-09-29": "I"], date: "2025-09-30"),
    Edge(
      policy: "st-lukes", rule: "more-than-three-days-running",
      inside: ["2025-09-25": "I", "2025-09-26": "M", "2025-09-29": "O", "2025-09-30": "I"],
      value: "4",
      outside: ["2025-09-26": "M", "2025-09-29": "O", "2025-09-30": "I"], date: "2025-09-30"),
    Edge(
      policy: "st-lukes", rule: "more-than-ten-days-in-term",
      inside: [
        "2025-09-01": "I", "2025-09-02": "I", "2025-09-03": "I", "2025-09-04": "I",
        "2025-09-05": "I", "2025-11-03": "I", "2025-11-04": "I", "2025-11-05": "I",
        "2025-11-06": "I", "2025-11-07": "I", "2025-11-10 AM": "I",
      ], value: "10.5",
      outside: [
        "2025-09-01": "I", "2025-09-02": "I", "2025-09-03": "I", "2025-09-04": "I",
        "2025-09-05": "I", "2025-11-03": "I", "2025-11-04": "I", "2025-11-05": "I",
        "2025-11-06": "I", "2025-11-07": "I",
      ], date: "2025-11-10"),
    Edge(
      policy: "st-lukes", rule: "truancy", inside: ["2025-09-24 PM": "O"], value: "1",
      outside: ["2025-09-24": "O"], date: "2025-09-30"),
    Edge(
      policy: "on-track", rule: "below-ninety",
      inside: [
        "2025-09-29": "I", "2025-09-30": "I",
        "2025-09-26 AM": "I",
      ], value: "39/44",
      outside: ["2025-09-29": "I", "2025-09-30": "I"], date: "2025-09-30"),
    Edge(
      policy: "on-track", rule: "care-plan-absence",
      inside: [
        "2025-09-29": "I", "2025-09-30": "I",
        "2025-09-26 AM": "I",
      ], value: "39/44",
      outside: ["2025-09-29": "I", "2025-09-30": "I"], date: "2025-09-30", sen: "E"),
    Edge(
      policy: "ibstock", rule: "pattern",
      inside: [
        "2025-09-05": "I", "2025-09-12": "O", "2025-09-19": "I", "2025-09-26": "I",
        "2025-10-03": "I",
      ], value: "Fri 5/5",
      outside: [
        "2025-09-05": "I", "2025-09-11": "O", "2025-09-19": "I", "2025-09-24": "I",
        "2025-10-03": "I",
      ], date: "2025-10-03"),
    Edge(
      policy: "ibstock", rule: "falling",
      inside: ["2025-10-06": "I", "2025-10-07": "I"], value: "10",
      outside: ["2025-10-06": "I", "2025-10-07 AM": "I"], date: "2025-10-10"),
  ]

  @Test(arguments: edges)
  func `a school's own rule flags just inside its limit and not just outside`(edge: Edge) throws {
    let policy = try Shipped.policy(edge.policy)
    #expect(
      try world(edge.inside, edge).values(
        edge.rule, of: FlagWorld.pupil, policy, on: edge.date) == [edge.value])
    #expect(
      try world(edge.outside, edge).values(
        edge.rule, of: FlagWorld.pupil, policy, on: edge.date) == [])
  }

  private func world(_ marks: [String: String], _ edge: Edge) throws -> FlagWorld {
    var world = try FlagWorld.onePupil(starts: "2025-09-01", through: edge.date) {
      marks["\($0)"] ?? marks["\($0.date)"]
    }
    var facts = try world.facts(of: FlagWorld.pupil, on: Shipped.date(edge.date))
    facts.particulars.characteristics[.sen] = edge.sen
    world.facts[FlagWorld.pupil] = facts
    return world
  }
}
