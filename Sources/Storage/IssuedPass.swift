public import Attendance

/// A pass of the office: somebody for a day or a few, with a passphrase and the groups they cover.
public struct IssuedPass: Hashable, Sendable {
  /// Whoever holds it.
  public let holder: Staff
  /// What is kept of its passphrase.
  public let hash: PassphraseHash
  /// The groups and days it is for.
  public let covers: [Cover]

  /// A pass for somebody.
  public init(for holder: Staff, hash: PassphraseHash, groups: [String], on dates: [SchoolDate]) {
    self.holder = holder
    self.hash = hash
    covers = dates.flatMap { date in
      groups.map { Cover(of: $0, on: date, by: Person(holder)) }
    }
  }

  /// What the change log says of it, by whoever issued it.
  var text: String {
    let groups = covers.map(\.group).reduce(into: [String]()) { groups, group in
      if !groups.contains(group) { groups.append(group) }
    }
    return LogHead.pass + "\(holder.name) (\(holder.login)) until \(holder.endInWords): "
      + groups.joined(separator: ", ")
  }
}
