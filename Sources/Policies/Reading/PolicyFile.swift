internal import Yams

/// One settings file: its text, its settings with their places, and what it is told.
struct PolicyFile {
  let complaints: Complaints
  /// The settings, or nil where the file could not be read as any.
  let root: Setting?

  private init(complaints: Complaints, root: Setting?) {
    self.complaints = complaints
    self.root = root
  }

  /// Reads the file at the path.
  init(path: String) {
    switch FileText.read(path) {
    case .text(let text): self.init(name: path, text: text)
    case .refused(let why):
      let complaints = Complaints(file: path, text: "")
      complaints.add(.fault, line: nil, column: nil, "the file " + why)
      self.init(complaints: complaints, root: nil)
    }
  }

  /// Reads the text as a file of that name.
  init(name: String, text written: String) {
    let text = Self.withPlainLineEnds(written)
    let complaints = Complaints(file: name, text: text)
    self.init(complaints: complaints, root: Self.compose(text, complaints))
  }

  // Windows ends lines with two characters, which Swift counts as one and never splits.
  private static func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    return String(
      text.replacing("\r\n", with: "\n").map { $0 == "\r" ? "\n" : $0 })
  }

  /// How deep settings may stand in settings; a policy needs six.
  static let deepest = 40

  private static func compose(_ text: String, _ complaints: Complaints) -> Setting? {
    // Yams descends into settings by calling itself, so the depth is bounded before it starts.
    if let line = Nesting.tooDeep(text, limit: deepest) {
      complaints.add(
        .fault, line: line, column: nil,
        "settings stand more than \(deepest) deep in one another here; indent them less")
      return nil
    }
    var repeats = Repeats(text)
    while true {
      do {
        // The basic resolver leaves every value the text that was typed: `N`, `no`, `10:45`.
        let parser = try Parser(yaml: repeats.text, resolver: .basic)
        guard let node = try parser.singleRoot() else {
          complaints.add(
            .fault, line: nil, column: nil,
            "the file is empty; write settings in it, or copy a shipped policy")
          return nil
        }
        return settings(of: node, complaints)
      } catch let error as YamlError {
        // Each repeated key costs a reading of the file, so only so many are looked for.
        if case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first,
          complaints.all.count < 20,
          let again = repeats.rename(key, after: context.mark.line, column: context.mark.column)
        {
          complaints.add(
            .fault, line: again.line, column: again.column,
            "'\(key)' is set twice, first in line \(context.mark.line); keep one of them")
          continue
        }
        let fault = SyntaxFault(error, in: repeats.text)
        complaints.add(.fault, line: fault.line, column: fault.column, fault.sentence)
        return nil
      } catch {
        complaints.add(.fault, line: nil, column: nil, "the file cannot be read as settings")
        return nil
      }
    }
  }

  private static func settings(of node: Node, _ complaints: Complaints) -> Setting? {
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    func setting(_ content: Setting.Content) -> Setting {
      Setting(content: content, line: line, column: column)
    }
    if node.anchor != nil {
      // Refused, not followed: nine lines of them can unfold to a thousand million settings.
      complaints.add(
        .fault, line: line, column: column,
        "names with & and * are not read here; write the settings out in full")
      return setting(.text(""))
    }
    switch node {
    case .scalar(let scalar): return setting(.text(scalar.string))
    case .sequence(let sequence):
      return setting(.list(sequence.compactMap { settings(of: $0, complaints) }))
    case .mapping(let mapping):
      return setting(
        .mapping(
          mapping.compactMap { pair in
            guard let key = settings(of: pair.key, complaints),
              let value = settings(of: pair.value, complaints)
            else { return nil }
            return (key, value)
          }))
    case .alias: return nil
    }
  }
}
