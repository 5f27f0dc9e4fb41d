/// A form as it was left half typed, kept for whoever typed it until it is saved or emptied.
public struct FormDraft: Hashable, Sendable {
  /// Which form: `call`, or `call 123` for the message of that number.
  public let name: String
  /// What is typed and chosen in it, by field; a field that is empty is not there.
  public let values: [String: String]

  /// A form with these values.
  public init(_ name: String, values: [String: String], saving: Instant? = nil) {
    self.name = name
    var values = values.filter { !$0.value.isEmpty }
    if let saving, !values.isEmpty { values[Self.saving] = "\(saving.seconds)" }
    self.values = values
  }

  private static let saving = "saving"
  /// The field that says what a form of the champion's desk is about.
  public static let heading = "heading"
  /// How the names of forms about cases begin; the pupil's number is their third word.
  public static let ofCase = "case"
  /// How the names of forms about notices and agreements begin; the pupil's number is their third word.
  public static let ofNotice = "notice"

  /// How the names of forms of the admission register begin; the number of a leaver follows.
  public static let ofAdmission = "admission"

  /// Whether it is a form that comes back with its own key: of a case, a notice or an admission.
  public var isOfDesk: Bool {
    name.hasPrefix(Self.ofCase + " ") || name.hasPrefix(Self.ofNotice + " ") || isOfAdmission
  }

  /// Whether it is a form of the admission register.
  public var isOfAdmission: Bool { name.hasPrefix(Self.ofAdmission + " ") }

  /// Whether nothing is typed or chosen in it.
  public var isEmpty: Bool { values.isEmpty }

  /// When it was last handed on to be saved, or nil where it never was.
  ///
  /// It is on disk before the act is: after a kill between the two, and before the form was taken
  /// away, the day book says whether the act was kept.
  public var savedAt: Instant? {
    values[Self.saving].flatMap { Int64($0) }.map(Instant.init(seconds:))
  }

  /// Whether the day book has what was saved with it: a line that the person kept at that moment,
  /// in the form's own words or about the message it links.
  public func isKept(in book: DayBook, by login: String) -> Bool {
    guard let savedAt else { return false }
    if isOfDesk { return isWork(keptIn: book, by: login, from: savedAt) }
    let linked = name.split(separator: " ").last.flatMap { Int64($0) }.map(DayLine.ID.init)
    let words = Self.flat(values["words"] ?? "")
    return book.lines.contains { line in
      guard line.at == savedAt, line.by.login == login else { return false }
      if let linked { return line.about == linked }
      switch line.matter {
      case .message, .request: return Self.flat(line.words) == words
      default: return false
      }
    }
  }

  /// Whether the person has kept casework about the pupil since, in the form's own words.
  ///
  /// The act is made at the desk behind the screen, a moment after the form was handed on.
  private func isWork(keptIn book: DayBook, by login: String, from start: Instant) -> Bool {
    let pupil = name.split(separator: " ").dropFirst(2).first.flatMap { Int64($0) }
    let words = Self.flat(values["words"] ?? "")
    return book.lines.contains { line in
      guard line.at >= start, line.by.login == login, line.pupil?.number == pupil else {
        return false
      }
      switch line.matter {
      case .casework, .withdrawn: return Self.flat(line.words) == words
      default: return false
      }
    }
  }

  private static func flat(_ words: String) -> [Substring] {
    words.split(whereSeparator: \.isWhitespace)
  }
}
