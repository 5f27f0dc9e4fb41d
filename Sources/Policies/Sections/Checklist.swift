/// A procedure that is printed and followed on paper: a search, a truancy, a lunch-time leave.
public struct Checklist: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name, as screens give it.
  public let name: String
  /// After how many minutes parents are told, where a clock runs.
  public let minutes: Int?
  /// Who leads it, by role.
  public let owner: String
  /// What is done, in order.
  public let steps: [String]

  init(_ section: Section) {
    id = section.text("id")
    name = section.text("name")
    minutes = section.optionalNumber("minutes", in: 1...600)
    owner = section.text("owner")
    steps = section.texts("steps")
    section.finish()
  }
}
