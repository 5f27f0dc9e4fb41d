/// A value in a settings file with the place where it is written; everything in it is still text.
struct Setting {
  enum Content {
    case text(String)
    case list([Setting])
    case mapping([(key: Setting, value: Setting)])
  }

  let content: Content
  let line: Int
  let column: Int

  /// The text, where this is one.
  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// What this is, in a word for a complaint.
  var kind: String {
    switch content {
    case .text(let text): text.isEmpty ? "nothing" : "'\(text)'"
    case .list: "a list"
    case .mapping: "a group of settings"
    }
  }

  /// The key that stands for a repeated one while the rest of the file is read.
  static let repeated = " (again)"
}
