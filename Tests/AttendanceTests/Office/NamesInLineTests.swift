import Attendance
import Testing

/// A line of names, in some of which a comma stands.
@Suite struct NamesInLineTests {
  @Test(arguments: [
    ("8B, Okoro, Ada, 9A", ["8B", "Okoro, Ada", "9A"]),
    ("Okoro, Ada", ["Okoro, Ada"]), ("Okoro,  Ada ,", ["Okoro, Ada"]),
    // Both parts answer by themselves: two pupils, as they are written.
    ("Brown, Rees", ["Brown", "Rees"]), ("Brown, Nobody", ["Brown", "Nobody"]), ("", []),
  ])
  func `a comma within a name parts it only where both parts answer`(line: String, names: [String])
  {
    let known: Set<String> = ["8B", "9A", "Okoro, Ada", "Brown", "Rees", "Brown, Rees"]
    #expect(NamesInLine(line, answers: known.contains).names == names)
  }
}
