/// A cell as the terminal shows it.
public struct ScreenCell: Hashable, Sendable {
  /// What stands in it; empty where nothing was written.
  public let text: String
  /// The columns it takes.
  public let columns: Int
  /// Heavier letters.
  public let bold: Bool
  /// Foreground and background exchanged.
  public let reverse: Bool
  /// A line under the letters.
  public let underline: Bool
  /// The colour's number in the palette; nil for the terminal's own foreground.
  public let colour: Int?
}
