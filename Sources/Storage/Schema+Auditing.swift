extension Schema {
  /// Lets amendments be found without reading every entry: few entries take the place of another.
  static let auditing = """
    CREATE INDEX entry_that_replaces ON entry (id) WHERE replaces IS NOT NULL;
    """
}
