/// What is wrong at one place of a file, and what to do about it.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as the person named it.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, where a fault has one.
  public let column: Int?
  /// The fault in one sentence, with the remedy.
  public let sentence: String

  /// A fault at that place.
  public init(file: String, line: Int, column: Int? = nil, sentence: String) {
    self.file = file
    self.line = line
    self.column = column
    self.sentence = sentence
  }

  /// The fault as it is printed: `pupils.csv:12: sentence`.
  public var description: String {
    column.map { "\(file):\(line):\($0): \(sentence)" } ?? "\(file):\(line): \(sentence)"
  }
}

/// The faults or the warnings of one file: all of them counted, the first of them kept.
///
/// A file of a million bad rows is told in fifty lines and a number, not in a million sentences.
public struct FaultList: Error, Hashable, Sendable, CustomStringConvertible {
  /// How many faults are kept for printing.
  public static let limit = 50

  /// The file they are about.
  public let file: String
  /// The first of them, in the order in which they were found.
  public private(set) var kept: [Fault] = []
  /// How many there are, kept or not.
  public private(set) var count = 0

  /// A list without faults, about that file.
  public init(file: String) {
    self.file = file
  }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// The lines to print: each fault that was kept, then how many more there are.
  public var lines: [String] {
    let printed = kept.map(\.description)
    return count > kept.count ? printed + ["and \(count - kept.count) more"] : printed
  }

  /// The lines as one text.
  public var description: String { lines.joined(separator: "\n") }

  /// The same faults at the lines that the body gives for theirs.
  func relined(_ line: (Int) -> Int) -> FaultList {
    var list = self
    list.kept = kept.map {
      Fault(file: $0.file, line: line($0.line), column: $0.column, sentence: $0.sentence)
    }
    return list
  }

  /// Adds a fault; its sentence is only made where it is kept.
  ///
  /// A sentence quotes what the file says, and a file must not move a terminal's cursor.
  mutating func add(line: Int, column: Int? = nil, _ sentence: @autoclosure () -> String) {
    count += 1
    guard kept.count < Self.limit else { return }
    let safe = DisplayWidth.safe(sentence())
    kept.append(Fault(file: file, line: line, column: column, sentence: safe))
  }
}
