import Attendance
import Yams

/// The reading of a file that people write in YAML: what is wrong is told with its place.
protocol YAMLReading {
  /// What is wrong so far.
  var faults: FaultList { get set }
}

extension YAMLReading {
  /// The text of the file; nil, having told why, where it is none.
  mutating func text(of file: IncomingFile, what: String) -> String? {
    file.read { bytes in
      // No file that people write is longer, in bytes; what is, is another file.
      guard bytes.count <= 1_000_000 else {
        faults.add(line: 1, "a \(what) of \(bytes.count) bytes cannot be; name the right file")
        return nil
      }
      let encoding = TextEncoding(of: bytes)
      guard case .utf8(let mark) = encoding else {
        let line = bytes[..<encoding.place].count { $0 == UInt8(ascii: "\n") } + 1
        faults.add(line: line, encoding.yamlSentence(what))
        return nil
      }
      let text = UnsafeRawBufferPointer(rebasing: bytes[mark...])
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// The root of the text; nil, having told why, where it is no YAML or holds nothing.
  mutating func root(of text: String, _ remedy: String) -> Node? {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      let (mark, sentence) = YAMLFault.told(error)
      faults.add(line: mark?.line ?? 1, column: mark?.column, sentence)
      return nil
    }
    guard let root, root.scalar?.string != "" else {
      faults.add(line: 1, "the file is empty; \(remedy)")
      return nil
    }
    return root
  }

  /// Tells what is wrong at a node.
  mutating func fault(_ node: Node, _ sentence: @autoclosure () -> String) {
    faults.add(line: node.mark?.line ?? 1, column: node.mark?.column, sentence())
  }

  /// The nodes of a list.
  mutating func list(_ node: Node, of what: String) -> [Node]? {
    guard let sequence = node.sequence else {
      fault(node, "expected a list of \(what) here, each after a dash")
      return nil
    }
    return Array(sequence)
  }

  /// The settings of a mapping by name; unknown ones are told.
  mutating func settings(_ node: Node, of what: String, _ known: [String]) -> [String: Node]? {
    guard let mapping = node.mapping else {
      fault(node, "expected \(what) here, with \(known.joined(separator: ", "))")
      return nil
    }
    var settings: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string, known.contains(name) else {
        let wrong = "unknown setting '\(Nearest.clipped(key.scalar?.string ?? "?"))'"
        if let nearest = Nearest.name(to: key.scalar?.string ?? "", among: known) {
          fault(key, "\(wrong); did you mean '\(nearest)'?")
        } else {
          fault(key, "\(wrong); \(what) has \(known.joined(separator: ", "))")
        }
        continue
      }
      settings[name] = value
    }
    return settings
  }

  /// The setting of that name, told where it is missing.
  mutating func needed(
    _ name: String, _ settings: [String: Node], in node: Node
  ) -> Node? {
    if settings[name] == nil { fault(node, "'\(name)' is missing here; add it") }
    return settings[name]
  }

  /// The text of a node, in NFC.
  mutating func text(_ node: Node) -> String? {
    guard let text = node.scalar?.string else {
      fault(node, "expected a text here")
      return nil
    }
    switch CleanText.checked(text, .line) {
    case .success(let clean) where clean.isEmpty:
      fault(node, "nothing stands here; fill it in, or leave the setting out")
      return nil
    case .success(let clean):
      return clean
    case .failure(let problem):
      fault(node, problem.sentence(in: "this text"))
      return nil
    }
  }

  /// The date of a node.
  mutating func date(_ node: Node, _ name: String) -> SchoolDate? {
    guard let text = text(node) else { return nil }
    let date = SchoolDate(text)
    if date == nil { fault(node, DateText.sentence(text, in: name)) }
    return date
  }
}

extension TextEncoding {
  /// The fault of a file that is written in an editor, not saved by a spreadsheet.
  fileprivate func yamlSentence(_ what: String) -> String {
    switch self {
    case .utf8: ""
    case .utf16: "this file is UTF-16, not UTF-8; save it as UTF-8"
    case .workbook: "this is a spreadsheet's own file, not YAML; write the \(what) as text"
    case .windows1252, .damaged: "this file is not UTF-8; save it as UTF-8"
    case .control: "here stands a control character; delete it"
    }
  }
}

/// What the YAML parser says, in our words.
enum YAMLFault {
  /// The place and the sentence.
  static func told(_ error: any Error) -> (mark: Mark?, sentence: String) {
    guard let error = error as? YamlError else {
      return (nil, "this is not YAML; compare it with the calendar in the README")
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (mark, words[problem] ?? "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let names, let context):
      return (context.mark, "set twice: \(names.joined(separator: ", ")); delete one")
    case .reader(let problem, _, _, _):
      return (nil, "this is not YAML: \(problem)")
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return (nil, "this file cannot be read as YAML; compare it with the calendar in the README")
    }
  }

  private static let words = [
    "found character that cannot start any token":
      "this line begins with a tab or another character YAML does not allow; use blanks",
    "found a tab character that violates indentation": "a tab stands here; indent with blanks",
    "found unexpected end of stream": "a quote is opened and never closed; close it",
    "mapping values are not allowed in this context":
      "the line before lacks its colon, or this one is indented wrongly; compare it with its neighbours",
    "could not find expected ':'": "a colon is missing after a name; add it",
    "did not find expected key": "this line is not indented like its neighbours; line it up",
    "did not find expected '-' indicator": "this line is not in line with the list; line it up",
  ]
}
