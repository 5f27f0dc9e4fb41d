/// Gathers what one file is told, so that all of it can be said at once.
final class Complaints {
  let file: String
  // Split by bytes, and only once something is said: by characters it takes a fifth of the reading.
  private lazy var lines = text.utf8.split(
    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
  ).map { Substring($0) }
  private let text: String
  private(set) var all: [Complaint] = []

  init(file: String, text: String) {
    self.file = file
    self.text = text
  }

  /// Whether anything said so far forbids the use of the file.
  var hasFaults: Bool { said[.fault, default: 0] > 0 }

  /// How many faults, warnings or assumptions are said of one file; more help nobody.
  static let most = 200
  private var said: [Complaint.Severity: Int] = [:]

  /// Whether enough faults are said, so that no more need be looked for.
  var isFull: Bool { said[.fault, default: 0] >= Self.most }

  func fault(_ setting: Setting, _ sentence: String) {
    add(.fault, line: setting.line, column: setting.column, sentence)
  }

  func warn(_ setting: Setting, _ sentence: String) {
    add(.warning, line: setting.line, column: setting.column, sentence)
  }

  func assume(_ setting: Setting, _ sentence: String) {
    add(.assumption, line: setting.line, column: setting.column, sentence)
  }

  func add(_ severity: Complaint.Severity, line: Int?, column: Int?, _ sentence: String) {
    guard said[severity, default: 0] < Self.most else { return }
    said[severity, default: 0] += 1
    all.append(
      Complaint(
        severity: severity, file: file, line: line, column: column,
        excerpt: excerpt(line, column), sentence: sentence))
  }

  // A line no person wrote is shown no further than a screen is wide, or not at all.
  private func excerpt(_ line: Int?, _ column: Int?) -> String? {
    guard let line, lines.indices.contains(line - 1) else { return nil }
    let text = lines[line - 1]
    if text.utf8.count <= 160 { return String(text) }
    return column ?? 1 <= 120 ? String(text.prefix(120)) + "..." : nil
  }

  /// The place of a setting, for refusals and explanations to name.
  func place(_ setting: Setting) -> Place { Place(file: file, line: setting.line) }

  /// Everything in the order of its lines.
  var sorted: [Complaint] {
    all.enumerated().sorted { first, second in
      (first.element.line ?? 0, first.element.column ?? 0, first.offset)
        < (second.element.line ?? 0, second.element.column ?? 0, second.offset)
    }.map(\.element)
  }
}
