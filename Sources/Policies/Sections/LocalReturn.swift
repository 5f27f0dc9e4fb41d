/// Something the school tells an authority, and when.
public struct LocalReturn: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name, as screens give it.
  public let name: String
  /// Who is told.
  public let to: String
  /// When it is due, in words.
  public let when: String
  /// The rule that calls for it, by id; nil where an event does.
  public let flag: String?
  /// What it holds.
  public let holds: [String]
  /// Who makes it, by role.
  public let owner: String
  /// Where it is written.
  public let place: Place

  init(_ section: Section) {
    id = section.text("id")
    name = section.text("name")
    to = section.text("to")
    when = section.text("when")
    flag = section.optionalText("flag")
    holds = section.texts("holds")
    owner = section.text("owner")
    place = section.place
    section.finish()
  }
}
