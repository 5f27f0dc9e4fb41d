/// A text laid out in columns.
extension String {
  /// The columns it takes on a terminal.
  public var columns: Int {
    if isPlain { return utf8.count }
    return reduce(0) { $0 + (TextWidth.glyph($1)?.columns ?? 0) }
  }

  /// As much of it as fits, cut before a cluster that does not.
  ///
  /// Where it is cut, `mark` (perhaps "…" or "...") takes the place of its last letters.
  public func clipped(to columns: Int, mark: String = "") -> String {
    if columns <= 0 { return "" }
    if utf8.count <= columns && isPlain || self.columns <= columns { return self }
    let room = columns - mark.columns
    if room < 0 { return clipped(to: columns) }
    var used = 0
    var end = startIndex
    while end < endIndex {
      used += TextWidth.glyph(self[end])?.columns ?? 0
      if used > room { break }
      end = index(after: end)
    }
    return String(self[..<end]) + mark
  }

  /// Exactly so many columns: clipped, or with blanks after it.
  public func padded(to columns: Int, mark: String = "") -> String {
    let clipped = clipped(to: columns, mark: mark)
    return clipped + Self(repeating: " ", count: max(columns - clipped.columns, 0))
  }

  /// Exactly so many columns: clipped, or with blanks before it, as figures are set.
  public func paddedBefore(to columns: Int, mark: String = "") -> String {
    let clipped = clipped(to: columns, mark: mark)
    return Self(repeating: " ", count: max(columns - clipped.columns, 0)) + clipped
  }

  /// Whether every byte is a printable letter of ASCII, the common and quick case.
  private var isPlain: Bool { utf8.allSatisfy { 32..<127 ~= $0 } }
}
