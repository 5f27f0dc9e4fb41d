public import Attendance

/// Somebody's declaration that they take a group's registers on one day.
///
/// It stands in the change log, whoever makes it and wherever, and holds for that day alone.
public struct Cover: Hashable, Sendable {
  /// The group that is covered.
  public let group: String
  /// The day.
  public let date: SchoolDate
  /// Who covers it.
  public let by: Person

  /// Cover of that group on that day by that person.
  public init(of group: String, on date: SchoolDate, by person: Person) {
    self.group = group
    self.date = date
    by = person
  }

  static let head = "cover of "

  /// The declaration as the change log names it.
  var text: String { Self.head + group + Self.tail(date) }

  /// What the change log says, if it is a declaration for that day.
  init?(_ text: String, on date: SchoolDate, by person: Person) {
    let tail = Self.tail(date)
    guard text.hasPrefix(Self.head), text.hasSuffix(tail),
      text.count > Self.head.count + tail.count
    else { return nil }
    self.init(
      of: String(text.dropFirst(Self.head.count).dropLast(tail.count)), on: date, by: person)
  }

  private static func tail(_ date: SchoolDate) -> String { " on \(date)" }
}

extension Store {
  /// Keeps in the change log that somebody covers a group that day.
  public func declare(_ cover: Cover, at: Instant) throws(StoreFault) {
    try record(cover.text, by: cover.by, at: at)
  }
}
