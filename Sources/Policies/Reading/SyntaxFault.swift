internal import Yams

/// A fault of the file's form, said in words a school secretary can act on.
struct SyntaxFault {
  let line: Int?
  let column: Int?
  let sentence: String

  init(_ error: YamlError, in text: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let slip = SlipFinder(text).slip(before: mark.line)
      line = slip?.line ?? mark.line
      column = slip?.column ?? mark.column
      sentence = slip?.sentence ?? Self.words(problem)
    case .reader(let problem, let offset, _, _):
      let before = offset.map { text.unicodeScalars.prefix($0) }
      line = before.map { $0.count(where: { $0 == "\n" }) + 1 }
      column = nil
      sentence = "a character here cannot stand in a settings file (\(problem)); delete it"
    case .duplicatedKeysInMapping(let keys, let context):
      line = context.mark.line
      column = context.mark.column
      sentence = "'\(keys.first ?? "")' is set twice; keep one of them"
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      line = nil
      column = nil
      sentence = "the file cannot be read as settings; compare it with a shipped policy"
    }
  }

  private static func words(_ problem: String) -> String {
    for (phrase, words) in phrases where problem.contains(phrase) { return words }
    return "\(problem); compare the lines around it with a shipped policy"
  }

  private static let phrases = [
    (
      "mapping values are not allowed",
      "a colon is not expected here; put the text in quotes, or check the line above"
    ),
    ("could not find expected ':'", "a colon is missing; write 'setting: value'"),
    ("cannot start any token", "a tab or a sign stands where text begins; use spaces or quotes"),
    ("tab character", "a tab indents this line; use spaces"),
    ("did not find expected key", "this line is not indented like its neighbours; align it"),
    ("did not find expected '-'", "this line does not belong to the list above it; align it"),
    ("did not find expected ',' or ']'", "the list is never closed; add a comma or ]"),
    ("did not find expected ',' or '}'", "the group is never closed; add a comma or }"),
    ("did not find expected node", "a value is missing here; write it"),
    ("undefined alias", "a value that begins with * must be put in quotes"),
    ("found another document", "a line of --- begins a second document; remove it"),
    ("did not find expected <document start>", "this line does not belong here; check its indent"),
    ("unknown escape", "a backslash in double quotes needs a second one; write \"\\\\\""),
  ]
}
