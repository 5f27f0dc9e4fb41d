import Policies
import Testing

/// The code that a parent's words point to: said, and never chosen.
@Suite struct SuggestionTests {
  @Test(arguments: Shipped.names)
  func `illness and appointments are heard as whole words`(name: String) throws {
    let reporting = try Shipped.policy(name).reporting
    func heard(_ words: String) -> [String] { reporting.suggestions(for: words).map(\.code) }
    #expect(heard("Been VOMITING, all night") == ["I"])
    #expect(heard("at the dentist's at ten") == ["M"])
    #expect(heard("she has chicken pox") == ["I"])
    #expect(heard("sick, and a hospital appointment") == ["I", "M"])
    #expect(heard("still on holiday").isEmpty)
    #expect(heard("we are moving to Gillingham").isEmpty)
  }

  @Test func `a word may not point to two codes`() throws {
    let marked = try Marked(
      "ibstock", replacing: "[dentist, dental,", by: "[‸poorly, dental,")
    let faults = PolicyReading(
      name: "x.yaml", text: marked.text, codeSets: Shipped.codes.sets
    ).complaints.filter { $0.severity == .fault }
    #expect(
      faults.map { "\($0.line ?? 0): \($0.sentence)" }
        == ["\(marked.line): 'poorly' suggests I already; keep it in one place"])
  }
}
