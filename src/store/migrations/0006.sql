-- Version 6: the log of what went out of the journal, saved choices of what goes out, and names that its owner told of.
--
-- Parts are bits as in LdrExportParts; formats and names numbers as in LdrExportFormat and LdrExportNames. Days are civil
-- dates as in LdrMoment.

-- One line for each time. Lines are added and stay as they are. names: how people were named in it. way: 0 saved,
-- 1 printed, 2 shared. pages: 0 in a format without pages. bytes, sha256: 0 and '' on paper.
CREATE TABLE export_log (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  moment INTEGER NOT NULL,
  day INTEGER NOT NULL,
  title TEXT NOT NULL,
  parts INTEGER NOT NULL CHECK (parts BETWEEN 1 AND 63),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  format INTEGER NOT NULL CHECK (format BETWEEN 0 AND 5),
  names INTEGER NOT NULL CHECK (names BETWEEN 0 AND 2),
  with_private INTEGER NOT NULL CHECK (with_private IN (0, 1)),
  for_whom TEXT NOT NULL,
  way INTEGER NOT NULL CHECK (way BETWEEN 0 AND 2),
  pages INTEGER NOT NULL CHECK (pages >= 0),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length (sha256) IN (0, 64))
) STRICT;

CREATE INDEX export_log_moment ON export_log (moment, id);

CREATE TRIGGER export_log_stays BEFORE UPDATE ON export_log BEGIN
  SELECT raise (ABORT, 'a line of the log stays as it is');
END;

-- entries: 0 those to discuss, 1 chosen one by one, 2 all. period: a number as in LdrPeriodKind; first_day and last_day
-- are 0 for all but days of its owner's own. Whether private notes go out is asked each time and stands nowhere.
CREATE TABLE export_choice (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  parts INTEGER NOT NULL CHECK (parts BETWEEN 1 AND 63),
  entries INTEGER NOT NULL CHECK (entries BETWEEN 0 AND 2),
  period INTEGER NOT NULL CHECK (period BETWEEN 0 AND 4),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  format INTEGER NOT NULL CHECK (format BETWEEN 0 AND 5),
  names INTEGER NOT NULL CHECK (names BETWEEN 0 AND 2),
  for_whom TEXT NOT NULL
) STRICT;

-- entry: an id. It refers to nothing: an entry in the trash may come back, and one that is gone for good is not missed.
CREATE TABLE export_choice_entry (
  choice INTEGER NOT NULL REFERENCES export_choice (key) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (choice, place)
) STRICT, WITHOUT ROWID;

-- kind: 0 a person, 1 a word that is nobody's name. role: what is to stand for that person, or ''.
CREATE TABLE export_name (
  name TEXT NOT NULL PRIMARY KEY,
  place INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
  role TEXT NOT NULL CHECK (kind = 0 OR role = '')
) STRICT, WITHOUT ROWID;
