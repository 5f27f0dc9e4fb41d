extension Schema {
  /// What the admission register holds beside names, dates and contacts.
  static let admission = """
    -- The contact's own address; empty where it is the pupil's.
    ALTER TABLE contact ADD COLUMN address TEXT NOT NULL DEFAULT '';

    CREATE TABLE earlier_name (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      through INTEGER NOT NULL,
      surname TEXT NOT NULL CHECK (surname <> ''),
      forename TEXT NOT NULL CHECK (forename <> ''),
      preferred TEXT NOT NULL,
      say_as TEXT NOT NULL,
      PRIMARY KEY (pupil, through)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE admission (
      pupil INTEGER PRIMARY KEY REFERENCES pupil (id),
      last_school_address TEXT NOT NULL,
      second_address TEXT NOT NULL
    ) STRICT;

    CREATE TABLE new_home (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      place INTEGER NOT NULL,
      parent TEXT NOT NULL,
      address TEXT NOT NULL,
      "from" INTEGER,
      PRIMARY KEY (pupil, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE other_school (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      place INTEGER NOT NULL,
      name TEXT NOT NULL CHECK (name <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('registered', 'going_to')),
      "from" INTEGER,
      PRIMARY KEY (pupil, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE deletion (
      enrolment INTEGER PRIMARY KEY REFERENCES enrolment (id),
      ground TEXT NOT NULL CHECK (ground <> '')
    ) STRICT;

    CREATE TABLE deletion_fact (
      enrolment INTEGER NOT NULL REFERENCES deletion (enrolment),
      fact TEXT NOT NULL,
      text TEXT NOT NULL CHECK (text <> ''),
      PRIMARY KEY (enrolment, fact)
    ) STRICT, WITHOUT ROWID;
    """
}
