import GRDB

/// The tables of the register, version by version.
///
/// A released version is never edited: a change is a further step. Dates are days since 1 January
/// 1970 and instants seconds since then, as in the ground floor; half 0 is the morning.
struct Schema {
  /// What SQLite keeps in the file's header to tell a register from any other database: `Roll`.
  static let applicationID: Int32 = 0x526F_6C6C

  /// The tables as this program keeps them.
  static let current = Schema(
    steps: [first, indexesThatAnswer, casework, auditing, passphrases, admission, sensitive])

  /// Each step from one version to the next, the first from an empty file.
  let steps: [String]

  /// The version these steps lead to.
  var version: Int { steps.count }

  /// The tables as they were in that version.
  func upTo(_ version: Int) -> Schema { Schema(steps: Array(steps.prefix(max(0, version)))) }

  /// Brings a file of that version to this one.
  func step(_ db: Database, from version: Int) throws {
    for step in steps[version...] { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA user_version = \(self.version)")
  }

  private static let first = """
    CREATE TABLE school (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- Byte 0 is the blank: a mark that was taken back is replaced by it.
    CREATE TABLE code (
      byte INTEGER PRIMARY KEY CHECK (byte BETWEEN 0 AND 255),
      code TEXT NOT NULL UNIQUE CHECK (length(code) <= 2),
      CHECK ((byte = 0) = (code = ''))
    ) STRICT;
    INSERT INTO code (byte, code) VALUES (0, '');

    CREATE TABLE pupil (
      id INTEGER PRIMARY KEY,
      upn TEXT NOT NULL UNIQUE CHECK (length(upn) = 13),
      surname TEXT NOT NULL CHECK (surname <> ''),
      forename TEXT NOT NULL CHECK (forename <> ''),
      preferred TEXT NOT NULL,
      say_as TEXT NOT NULL,
      born INTEGER NOT NULL,
      sex TEXT NOT NULL,
      last_school TEXT NOT NULL
    ) STRICT;

    -- Every number a pupil ever had, so that a temporary one still finds the child.
    CREATE TABLE upn (
      upn TEXT PRIMARY KEY, pupil INTEGER NOT NULL REFERENCES pupil (id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE enrolment (
      id INTEGER PRIMARY KEY,
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      kind TEXT NOT NULL CHECK (kind IN ('main', 'dual_main', 'dual_subsidiary', 'guest')),
      boarder INTEGER NOT NULL CHECK (boarder IN (0, 1)),
      starts INTEGER NOT NULL,
      ends INTEGER CHECK (ends >= starts)
    ) STRICT;
    CREATE INDEX enrolment_of_pupil ON enrolment (pupil);

    CREATE TABLE particulars (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      "from" INTEGER NOT NULL,
      year_group TEXT NOT NULL,
      registration_group TEXT NOT NULL,
      campus TEXT NOT NULL,
      characteristics TEXT NOT NULL,
      PRIMARY KEY (pupil, "from")
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX particulars_of_group ON particulars (registration_group);

    CREATE TABLE contact (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      priority INTEGER NOT NULL,
      name TEXT NOT NULL,
      relationship TEXT NOT NULL,
      phone TEXT NOT NULL,
      email TEXT NOT NULL,
      parental_responsibility INTEGER,
      lives_with INTEGER,
      may_contact TEXT NOT NULL CHECK (may_contact IN ('yes', 'no', 'dsl')),
      court_order TEXT NOT NULL,
      language TEXT NOT NULL,
      safe_times TEXT NOT NULL,
      PRIMARY KEY (pupil, priority, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE registration_group (
      name TEXT PRIMARY KEY, taker TEXT NOT NULL, room TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE membership (
      id INTEGER PRIMARY KEY,
      group_name TEXT NOT NULL,
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      "from" INTEGER,
      until INTEGER,
      weekday INTEGER CHECK (weekday BETWEEN 1 AND 7),
      half INTEGER CHECK (half IN (0, 1))
    ) STRICT;
    CREATE INDEX membership_of_group ON membership (group_name);
    CREATE INDEX membership_of_pupil ON membership (pupil);

    CREATE TABLE staff (
      login TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      position TEXT NOT NULL,
      role TEXT NOT NULL,
      registration_group TEXT NOT NULL,
      ends INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE term (
      year INTEGER NOT NULL,
      starts INTEGER NOT NULL,
      ends INTEGER NOT NULL CHECK (ends >= starts),
      name TEXT NOT NULL,
      half_term_starts INTEGER,
      half_term_ends INTEGER,
      PRIMARY KEY (year, starts)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE closure (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      date INTEGER NOT NULL,
      half INTEGER CHECK (half IN (0, 1)),
      campus TEXT,
      year_groups TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;

    -- What was changed on the roll, by whom and when: nothing is overwritten silently.
    CREATE TABLE change (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      login TEXT NOT NULL,
      name TEXT NOT NULL,
      position TEXT NOT NULL,
      what TEXT NOT NULL,
      before TEXT NOT NULL,
      after TEXT NOT NULL
    ) STRICT;
    -- A register is opened by what few lines of the log say: its last seal, the day's covers.
    CREATE INDEX change_by_what ON change (what);

    CREATE TABLE submission (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN
        ('taken', 'amended', 'arrival', 'planned', 'resolved', 'imported', 'adopted', 'logged')),
      at INTEGER NOT NULL,
      login TEXT NOT NULL,
      name TEXT NOT NULL,
      position TEXT NOT NULL,
      observed_by TEXT,
      observed_at INTEGER,
      group_name TEXT,
      date INTEGER,
      half INTEGER CHECK (half IN (0, 1)),
      detail TEXT NOT NULL,
      first_entry INTEGER NOT NULL,
      entries INTEGER NOT NULL CHECK (entries >= 0),
      first_line INTEGER NOT NULL,
      lines INTEGER NOT NULL CHECK (lines >= 0),
      seal BLOB NOT NULL CHECK (length(seal) = 32),
      CHECK ((group_name IS NULL) = (date IS NULL) AND (date IS NULL) = (half IS NULL)),
      CHECK ((observed_by IS NULL) = (observed_at IS NULL))
    ) STRICT;
    CREATE INDEX submission_of_register ON submission (date) WHERE date IS NOT NULL;
    -- Every program asks first which policies are adopted: a handful among all there ever was.
    CREATE INDEX submission_that_adopts ON submission (id) WHERE kind = 'adopted';

    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      submission INTEGER NOT NULL REFERENCES submission (id),
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      date INTEGER NOT NULL,
      half INTEGER NOT NULL CHECK (half IN (0, 1)),
      code TEXT NOT NULL REFERENCES code (code),
      minutes INTEGER CHECK (minutes BETWEEN 0 AND 600),
      -- Not IN, for which SQLite builds a table of its own at every row.
      how TEXT NOT NULL CHECK (how = 'imported' OR how = 'marked' OR how = 'filled'
        OR how = 'planned' OR how = 'arrival'),
      basis INTEGER NOT NULL CHECK (basis BETWEEN 0 AND 3),
      replaces INTEGER REFERENCES entry (id) CHECK (replaces < id),
      beside INTEGER REFERENCES entry (id) CHECK (beside < id),
      reason TEXT,
      note BLOB CHECK (length(note) = 32),
      CHECK (replaces IS NULL OR beside IS NULL),
      -- A mark is taken back by name and for a reason.
      CHECK (code <> '' OR (minutes IS NULL AND note IS NULL AND reason IS NOT NULL
        AND (replaces IS NOT NULL OR beside IS NOT NULL)))
    ) STRICT;
    CREATE INDEX entry_of_pupil ON entry (pupil, date, half);
    CREATE INDEX entry_kept_beside ON entry (date) WHERE beside IS NOT NULL;

    -- The text stands beside the seal, which covers only its salted hash.
    CREATE TABLE note (
      entry INTEGER PRIMARY KEY REFERENCES entry (id), salt BLOB, text TEXT,
      CHECK ((salt IS NULL) = (text IS NULL))
    ) STRICT;

    CREATE TABLE sheet (
      year INTEGER NOT NULL,
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      cells BLOB NOT NULL CHECK (length(cells) IN (730, 732)),
      PRIMARY KEY (year, pupil)
    ) STRICT, WITHOUT ROWID;

    -- The day book: what was said, done or found out. The facts are rows of a name and a value.
    CREATE TABLE line (
      id INTEGER PRIMARY KEY,
      submission INTEGER NOT NULL REFERENCES submission (id),
      pupil INTEGER REFERENCES pupil (id),
      date INTEGER NOT NULL,
      until INTEGER CHECK (until >= date),
      about INTEGER REFERENCES line (id) CHECK (about < id),
      kind TEXT NOT NULL CHECK (kind IN ('message', 'concerns', 'absence', 'attempt', 'arrival',
        'departure', 'back', 'not here', 'seen', 'handed on', 'safe', 'note', 'request', 'decision',
        'timetable', 'closure', 'list', 'elsewhere', 'paper', 'evidence', 'told', 'nudge', 'step',
        'excused', 'week', 'done', 'withdrawn')),
      waits INTEGER NOT NULL CHECK (waits IN (0, 1)),
      facts TEXT NOT NULL,
      words BLOB CHECK (length(words) = 32),
      CHECK (pupil IS NOT NULL OR kind IN ('message', 'note', 'closure', 'list', 'nudge', 'step',
        'week', 'done', 'withdrawn')),
      CHECK (about IS NOT NULL OR kind NOT IN ('concerns', 'decision', 'excused', 'done',
        'withdrawn'))
    ) STRICT;
    CREATE INDEX line_by_date ON line (date);
    CREATE INDEX line_of_pupil ON line (pupil, date) WHERE pupil IS NOT NULL;
    CREATE INDEX line_by_end ON line (until) WHERE until IS NOT NULL;
    -- Arrangements are few among the absences of a year, and asked for over a year.
    CREATE INDEX line_of_arrangement ON line (until)
      WHERE kind IN ('closure', 'list', 'request', 'timetable');
    CREATE INDEX line_about ON line (about) WHERE about IS NOT NULL;
    CREATE INDEX line_that_waits ON line (date) WHERE waits = 1;

    -- As with notes, the seal covers only a salted hash of the words.
    CREATE TABLE words (
      line INTEGER PRIMARY KEY REFERENCES line (id), salt BLOB, text TEXT,
      CHECK ((salt IS NULL) = (text IS NULL))
    ) STRICT;

    CREATE TRIGGER line_is_never_changed BEFORE UPDATE ON line
      BEGIN SELECT RAISE (ABORT, 'a line is never changed'); END;
    CREATE TRIGGER line_is_never_removed BEFORE DELETE ON line
      BEGIN SELECT RAISE (ABORT, 'a line is never removed'); END;
    CREATE TRIGGER words_are_only_redacted BEFORE UPDATE ON words
      WHEN NEW.text IS NOT NULL OR NEW.line <> OLD.line
      BEGIN SELECT RAISE (ABORT, 'words are only ever redacted'); END;
    CREATE TRIGGER words_are_never_removed BEFORE DELETE ON words
      BEGIN SELECT RAISE (ABORT, 'words are never removed'); END;
    -- INSERT OR REPLACE would pass the triggers on DELETE.
    CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
      WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
      BEGIN SELECT RAISE (ABORT, 'an entry is never replaced'); END;
    CREATE TRIGGER submission_is_never_replaced BEFORE INSERT ON submission
      WHEN EXISTS (SELECT 1 FROM submission WHERE id = NEW.id)
      BEGIN SELECT RAISE (ABORT, 'a submission is never replaced'); END;
    CREATE TRIGGER line_is_never_replaced BEFORE INSERT ON line
      WHEN EXISTS (SELECT 1 FROM line WHERE id = NEW.id)
      BEGIN SELECT RAISE (ABORT, 'a line is never replaced'); END;
    CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
      BEGIN SELECT RAISE (ABORT, 'an entry is never changed'); END;
    CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
      BEGIN SELECT RAISE (ABORT, 'an entry is never removed'); END;
    CREATE TRIGGER submission_is_never_changed BEFORE UPDATE ON submission
      BEGIN SELECT RAISE (ABORT, 'a submission is never changed'); END;
    CREATE TRIGGER submission_is_never_removed BEFORE DELETE ON submission
      BEGIN SELECT RAISE (ABORT, 'a submission is never removed'); END;
    CREATE TRIGGER note_is_only_redacted BEFORE UPDATE ON note
      WHEN NEW.text IS NOT NULL OR NEW.entry <> OLD.entry
      BEGIN SELECT RAISE (ABORT, 'a note is only ever redacted'); END;
    CREATE TRIGGER note_is_never_removed BEFORE DELETE ON note
      BEGIN SELECT RAISE (ABORT, 'a note is never removed'); END;
    CREATE TRIGGER code_keeps_its_byte BEFORE UPDATE ON code
      BEGIN SELECT RAISE (ABORT, 'a code keeps its byte'); END;
    CREATE TRIGGER code_is_never_removed BEFORE DELETE ON code
      BEGIN SELECT RAISE (ABORT, 'a code is never removed'); END;
    """

  /// Indexes that answer by themselves, so that three hundred messages dealt with long ago are not
  /// each read again to see that they were.
  private static let indexesThatAnswer = """
    DROP INDEX line_that_waits;
    DROP INDEX line_about;
    CREATE INDEX line_that_waits ON line (waits, date, kind) WHERE waits = 1;
    CREATE INDEX line_about ON line (about, kind) WHERE about IS NOT NULL;
    """
}
