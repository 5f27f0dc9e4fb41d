extension Schema {
  /// Keeps passphrases, when posts begin and end within a day, and how often somebody guessed.
  ///
  /// Beside the staff and not in their table: its digest in older seals covers its columns alone.
  static let passphrases = """
    CREATE TABLE passphrase (
      login TEXT PRIMARY KEY,
      rounds INTEGER NOT NULL CHECK (rounds BETWEEN 2 AND 1048576),
      block INTEGER NOT NULL CHECK (block BETWEEN 1 AND 32),
      lanes INTEGER NOT NULL CHECK (lanes BETWEEN 1 AND 16),
      salt TEXT NOT NULL CHECK (length(salt) = 32),
      key TEXT NOT NULL CHECK (length(key) = 64)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE post (
      login TEXT PRIMARY KEY,
      starts INTEGER,
      ends_at INTEGER CHECK (ends_at BETWEEN 0 AND 1440),
      pass INTEGER NOT NULL CHECK (pass IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    -- How many wrong passphrases in a row, and when the last one came; each is in the change log too.
    CREATE TABLE attempt (
      who TEXT PRIMARY KEY,
      failures INTEGER NOT NULL CHECK (failures >= 0),
      early INTEGER NOT NULL CHECK (early >= 0),
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
