/// Where a decision is written, so that a refusal can name it: `config/policies/psa.yaml:41`.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was named to the reader.
  public let file: String
  /// The line, counted from 1.
  public let line: Int

  /// That line of that file.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `FILE:LINE`.
  public var description: String { "\(file):\(line)" }
}
