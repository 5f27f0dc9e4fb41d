import Policies
import Testing

/// A rule that no pupil can meet, or every pupil meets, and a ladder in a ring, are refused with their
/// place.
@Suite struct RuleComplaintTests {
  @Test(arguments: [
    (
      "psa", "over: day\n      at_least: 1\n", "over: day\n      at_least: ‸3\n",
      "this rule never flags: day has at most 2; lower the limit"
    ),
    (
      "dunkirk", "over: week\n      at_least: 2\n", "over: week\n      more_than: ‸10\n",
      "this rule never flags: week has at most 10; lower the limit"
    ),
    (
      "st-lukes", "below: 95%\n", "below: ‸0%\n",
      "this rule never flags: nothing is below 0; raise the limit"
    ),
    (
      "ibstock", "at_least: 50%", "more_than: ‸100%",
      "this rule never flags: school year has at most 100; lower the limit"
    ),
    (
      "ibstock", "at_least: 50%", "at_least: ‸0%",
      "this rule flags every pupil; change its limit"
    ),
    (
      "ibstock", "at_least: 50%", "at_most: ‸100%",
      "this rule flags every pupil; change its limit"
    ),
    (
      "ibstock", "at_most: 0.1%", "at_least: ‸0.1%",
      "a pattern is flagged where chance is small; write at_most, like 'at_most: 0.1%'"
    ),
    (
      "dunkirk", "of_rule: late-twice-in-a-week", "of_rule: ‸late-three-weeks",
      "'late-three-weeks' counts another rule's flags itself; name a rule that counts marks"
    ),
    (
      "st-lukes", "      - step: Authority's warning", "      - step: ‸First letter",
      "the step 'First letter' comes twice, so that the ladder goes in a ring; give one another "
        + "name, or take it out"
    ),
  ])
  func `such a rule or ladder is a fault at its place`(
    policy: String, passage: String, marked: String, sentence: String
  ) throws {
    let marked = try Marked(policy, replacing: passage, by: marked)
    let reading = PolicyReading(name: "x", text: marked.text, codeSets: Shipped.codes.sets)
    let faults = reading.complaints.filter { $0.severity == .fault }
    #expect(faults.map(\.sentence) == [sentence])
    #expect(faults.map(\.place) == ["x:\(marked.line):\(marked.column)"])
  }

  @Test func `so many different lists of codes that their bits run out are a fault`() throws {
    let codes = ["I", "O", "N", "U", "G", "L", "M", "C", "E", "R", "S", "T"]
    let rules = (0..<24).map { number in
      """
          - id: extra-\(number)
            name: Extra
            measure: sessions
            codes: [\(codes[number % 12]), \(codes[(number + 1 + number / 12) % 12])]
            over: term
            at_least: 3
            because: a test
            next: nothing

      """
    }.joined()
    let marked = try Marked(
      "ibstock", replacing: "    # The school's own.\n",
      by: "    # The school's own.\n" + rules + "‸")
    let reading = PolicyReading(name: "x", text: marked.text, codeSets: Shipped.codes.sets)
    let sentences = reading.complaints.filter { $0.severity == .fault }.map(\.sentence)
    #expect(sentences.count == 1)
    #expect(sentences.first?.contains("there is room for 23") ?? false)
  }
}
