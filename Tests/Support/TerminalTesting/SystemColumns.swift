internal import CPseudoTerminal

/// What the system's own table says of letters.
public enum SystemColumns {
  /// The columns a letter takes in a UTF-8 locale; nil where the system knows none.
  public static func columns(of letter: Unicode.Scalar) -> Int? {
    let columns = Int(pseudoterminal_system_columns(letter.value))
    return columns < 0 ? nil : columns
  }
}
