/// A form as it was left half typed, kept for whoever typed it until it is saved or emptied.
public struct FormDraft: Hashable, Sendable {
  /// Which form: `call`, or `call 123` for the message of that number.
  public let name: String
  /// What is typed and chosen in it, by field; a field that is empty is not there.
  public let values: [String: String]

  /// A form with these values.
  public init(_ name: String, values: [String: String]) {
    self.name = name
    self.values = values.filter { !$0.value.isEmpty }
  }

  /// Whether nothing is typed or chosen in it.
  public var isEmpty: Bool { values.isEmpty }
}
