/// A site of the school with times of its own.
public struct Campus: Hashable, Sendable {
  /// Its name, as pupils' records give it.
  public let name: String

  init(_ section: Section) {
    name = section.text("name")
    section.finish()
  }
}
