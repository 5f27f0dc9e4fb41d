/// Somebody at another desk who has a register open, or has begun a draft of it.
public struct OtherDesk: Hashable, Sendable, CustomStringConvertible {
  /// Who.
  public let person: Person
  /// Since when.
  public let since: Instant

  /// That person, since then.
  public init(_ person: Person, since: Instant) {
    self.person = person
    self.since = since
  }

  /// Who and since when: `J. Hall (Office) since 08:49`.
  public var description: String { "\(person.name) (\(person.position)) since \(since.time)" }
}
