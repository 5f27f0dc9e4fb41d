/// A value as the change log has it: Swift's own description of it, read back.
///
/// The log is sealed and its lines are never rewritten, so it is read as it was written. A field that
/// a line does not have, since it was not kept in those days, is simply not there.
indirect enum LoggedValue {
  /// What stood in quotes.
  case quoted(String)
  /// A number, a date, the name of a case, or nil.
  case word(String)
  /// The elements of a list.
  case list([LoggedValue])
  /// The fields of a structure, or the values of a dictionary, by name.
  case record([String: LoggedValue])

  /// The value of that description, or nil where it is none.
  init?(_ text: String) {
    var reading = Reading(Array(text.unicodeScalars))
    guard let value = reading.value(), reading.isAtEnd else { return nil }
    self = value
  }

  /// Its text, without the type a case belongs to; empty for what is no text.
  var text: String {
    switch self {
    case .quoted(let text): text
    case .word("nil"): ""
    case .word(let word): word.split(separator: ".").last.map(String.init) ?? ""
    case .list, .record: ""
    }
  }

  /// Its elements; none where it is no list.
  var items: [LoggedValue] { if case .list(let items) = self { items } else { [] } }

  /// Its fields; none where it has none.
  var fields: [String: LoggedValue] { if case .record(let fields) = self { fields } else { [:] } }

  /// The text of a field; empty where there is none.
  func text(_ field: String) -> String { fields[field]?.text ?? "" }
}

/// A description on its way through the reader, scalar by scalar.
private struct Reading {
  // Scalars, since a mark that combines with a quotation mark would hide it in a character.
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  var isAtEnd: Bool { place == scalars.count }

  private var next: Unicode.Scalar? { isAtEnd ? nil : scalars[place] }

  mutating func value() -> LoggedValue? {
    switch next {
    case "\"": return quoted().map { .quoted($0) }
    case "[": return list()
    case nil: return nil
    default: break
    }
    let word = word()
    guard take("(") else { return .word(word) }
    guard let parts = parts(upTo: ")") else { return nil }
    if word == "Optional" { return parts.first?.value }
    return .record(Self.byName(parts))
  }

  /// A list, or a dictionary: its elements have names.
  private mutating func list() -> LoggedValue? {
    place += 1
    if take(":") { return take("]") ? .record([:]) : nil }
    guard let parts = parts(upTo: "]") else { return nil }
    return parts.contains { $0.name != nil }
      ? .record(Self.byName(parts)) : .list(parts.map(\.value))
  }

  private mutating func parts(
    upTo end: Unicode.Scalar
  ) -> [(name: String?, value: LoggedValue)]? {
    var parts: [(name: String?, value: LoggedValue)] = []
    while !take(end) {
      guard let first = value() else { return nil }
      if take(":") {
        _ = take(" ")
        guard let second = value() else { return nil }
        parts.append((first.text, second))
      } else {
        parts.append((nil, first))
      }
      if take(",") {
        _ = take(" ")
      } else if next != end {
        return nil
      }
    }
    return parts
  }

  private static func byName(
    _ parts: [(name: String?, value: LoggedValue)]
  ) -> [String: LoggedValue] {
    Dictionary(parts.map { ($0.name ?? "", $0.value) }, uniquingKeysWith: { $1 })
  }

  private mutating func word() -> String {
    let ends: Set<Unicode.Scalar> = [",", "(", ")", "[", "]", ":"]
    let start = place
    while let next, !ends.contains(next) { place += 1 }
    return String(String.UnicodeScalarView(scalars[start..<place]))
  }

  private mutating func quoted() -> String? {
    place += 1
    var text = String.UnicodeScalarView()
    while let scalar = next {
      place += 1
      switch scalar {
      case "\"": return String(text)
      case "\\":
        guard let escaped = escaped() else { return nil }
        text.append(escaped)
      default: text.append(scalar)
      }
    }
    return nil
  }

  /// The scalar that an escape after its backslash stands for.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let letter = next else { return nil }
    place += 1
    switch letter {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "0": return "\0"
    case "u":
      guard take("{") else { return nil }
      let digits = word(upTo: "}")
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return letter
    }
  }

  private mutating func word(upTo end: Unicode.Scalar) -> String {
    let start = place
    while let next, next != end { place += 1 }
    let word = String(String.UnicodeScalarView(scalars[start..<place]))
    _ = take(end)
    return word
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }
}
