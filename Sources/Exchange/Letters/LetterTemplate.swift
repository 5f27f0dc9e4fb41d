internal import Mustache

/// The words of a letter, a text, a call script or a slip, before names are put in.
public struct LetterTemplate: Sendable {
  /// The file it was read from, as it was named.
  public let file: String
  private let tags: [LetterTag]
  private let template: MustacheTemplate

  /// A text would be escaped as for a web page unless it is said that it is plain.
  private static let plain = "{{% CONTENT_TYPE:TEXT}}"

  /// Reads the words in the file; throws every complaint where it has some.
  public init(_ file: IncomingFile) throws(FaultList) {
    self.file = file.name
    var faults = FaultList(file: file.name)
    let bytes = file.read { Array($0) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: body, as: UTF8.self), !body.contains(0) else {
      faults.add(line: 1, "this is no text in UTF-8; write it in a text editor and save it so")
      throw faults
    }
    let lines = text.replacing("\r\n", with: "\n")
    tags = LetterTag.all(in: lines, &faults)
    if lines.allSatisfy(\.isWhitespace) {
      faults.add(line: 1, "the letter is empty; write its words, or copy a shipped one")
    }
    guard faults.isEmpty else { throw faults }
    do {
      template = try MustacheTemplate(string: Self.plain + lines)
    } catch {
      faults.add(line: 1, "the braces of this letter cannot be read; write them as {{pupil}}")
      throw faults
    }
  }

  /// The words with the names put in; throws where something that they need is not known.
  public func text(_ fields: LetterFields) throws(MissingField) -> String {
    try check(fields)
    let lines = template.render(fields.context).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { line in String(line.reversed().drop(while: \.isWhitespace).reversed()) }
    // A part that is left out leaves its empty lines behind: one of them is enough.
    let kept = lines.indices.filter { $0 == 0 || !lines[$0].isEmpty || !lines[$0 - 1].isEmpty }
    return kept.map { lines[$0] }.joined(separator: "\n").trimmed
  }

  /// The words in one line, as a text message has them.
  public func oneLine(_ fields: LetterFields) throws(MissingField) -> String {
    try text(fields).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Every field that it names, in the order in which it first does.
  public var fields: [LetterField] {
    var seen: Set<LetterField> = []
    return tags.map(\.field).filter { seen.insert($0).inserted }
  }

  /// The fields that would be printed and are not known, in the order in which it names them.
  public func missing(_ fields: LetterFields) -> [LetterField] {
    var seen: Set<LetterField> = []
    return gaps(in: fields).map(\.field).filter { seen.insert($0).inserted }
  }

  /// Refuses where a field would be printed and nothing is known of it.
  private func check(_ fields: LetterFields) throws(MissingField) {
    guard let gap = gaps(in: fields).first else { return }
    throw MissingField(
      file: file, line: gap.line, field: gap.field, reason: fields.reason(for: gap.field))
  }

  /// The places at which something would be printed of which nothing is known.
  private func gaps(in fields: LetterFields) -> [LetterTag] {
    var shown = [true]
    var gaps: [LetterTag] = []
    for tag in tags {
      let isShown = shown.last ?? true
      switch tag.kind {
      case .whereKnown: shown.append(isShown && fields.holds(tag.field))
      case .whereUnknown: shown.append(isShown && !fields.holds(tag.field))
      case .end: shown.removeLast()
      case .text:
        if isShown, fields[tag.field] == nil { gaps.append(tag) }
      }
    }
    return gaps
  }
}

/// A letter that cannot be made, since something it says is not known.
public struct MissingField: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file of the letter.
  public let file: String
  /// The line that says it.
  public let line: Int
  /// What is not known.
  public let field: LetterField
  /// Why it is held back, or nil where it is only not known.
  public let reason: String?

  /// The refusal, with what to do next.
  public var description: String {
    if let reason { return reason }
    return
      "\(file):\(line): '\(field.rawValue)' is not known here; give it, or put the words about it "
      + "between {{#\(field.rawValue)}} and {{/\(field.rawValue)}}"
  }
}

extension String {
  /// Without empty lines at its head and end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
