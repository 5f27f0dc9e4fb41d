extension Schema {
  /// Lets the day book hold what is done to follow up attendance.
  ///
  /// SQLite cannot widen a check, so the table is made anew with the same rows; whoever runs the step
  /// has foreign keys off, since a table that others name is dropped.
  static let casework = """
    CREATE TABLE line_of_now (
      id INTEGER PRIMARY KEY,
      submission INTEGER NOT NULL REFERENCES submission (id),
      pupil INTEGER REFERENCES pupil (id),
      date INTEGER NOT NULL,
      until INTEGER CHECK (until >= date),
      about INTEGER REFERENCES line (id) CHECK (about < id),
      kind TEXT NOT NULL CHECK (kind IN ('message', 'concerns', 'absence', 'attempt', 'arrival',
        'departure', 'back', 'not here', 'seen', 'handed on', 'safe', 'note', 'request', 'decision',
        'timetable', 'closure', 'list', 'elsewhere', 'paper', 'evidence', 'told', 'nudge', 'step',
        'excused', 'week', 'done', 'withdrawn', 'case', 'turn', 'assigned', 'snoozed', 'closed',
        'action', 'agreement', 'improve', 'penalty', 'outcome', 'considered', 'hold', 'return')),
      waits INTEGER NOT NULL CHECK (waits IN (0, 1)),
      facts TEXT NOT NULL,
      words BLOB CHECK (length(words) = 32),
      CHECK (pupil IS NOT NULL OR kind IN ('message', 'note', 'closure', 'list', 'nudge', 'step',
        'week', 'done', 'withdrawn')),
      CHECK (about IS NOT NULL OR kind NOT IN ('concerns', 'decision', 'excused', 'done',
        'withdrawn', 'turn', 'assigned', 'closed', 'outcome'))
    ) STRICT;
    INSERT INTO line_of_now
      SELECT id, submission, pupil, date, until, about, kind, waits, facts, words FROM line
      ORDER BY id;
    DROP TABLE line;
    ALTER TABLE line_of_now RENAME TO line;

    CREATE INDEX line_by_date ON line (date);
    CREATE INDEX line_of_pupil ON line (pupil, date) WHERE pupil IS NOT NULL;
    CREATE INDEX line_by_end ON line (until) WHERE until IS NOT NULL;
    CREATE INDEX line_of_arrangement ON line (until)
      WHERE kind IN ('closure', 'list', 'request', 'timetable');
    CREATE INDEX line_that_waits ON line (waits, date, kind) WHERE waits = 1;
    CREATE INDEX line_about ON line (about, kind) WHERE about IS NOT NULL;
    -- Casework is little beside the calls of a year, and asked for as a whole.
    CREATE INDEX line_of_casework ON line (kind, pupil)
      WHERE kind IN ('case', 'snoozed', 'action', 'agreement', 'improve', 'penalty', 'considered',
        'hold', 'return');
    -- The last word with each family is found without reading what was said.
    CREATE INDEX line_of_contact ON line (pupil, id)
      WHERE kind IN ('message', 'attempt', 'paper', 'action') AND pupil IS NOT NULL;

    CREATE TRIGGER line_is_never_changed BEFORE UPDATE ON line
      BEGIN SELECT RAISE (ABORT, 'a line is never changed'); END;
    CREATE TRIGGER line_is_never_removed BEFORE DELETE ON line
      BEGIN SELECT RAISE (ABORT, 'a line is never removed'); END;
    CREATE TRIGGER line_is_never_replaced BEFORE INSERT ON line
      WHEN EXISTS (SELECT 1 FROM line WHERE id = NEW.id)
      BEGIN SELECT RAISE (ABORT, 'a line is never replaced'); END;
    """
}
