/// One cell of a canvas.
public struct Cell: Hashable, Sendable {
  /// What stands in it; a blank where a wide letter to the left reaches into it.
  public var text: Character
  /// How it is meant.
  public var style: Style
  /// The columns its text takes; 0 where a wide letter to the left reaches into it.
  public var columns: UInt8

  /// Nothing, in ordinary style.
  public static let blank = Cell(text: " ", style: .plain, columns: 1)
}
