-- Version 7: session packs that somebody sent, comments beside their passages, comments that came back on packs that
-- went out, and the log of those.
--
-- Subjects are numbers as in LdrSubject; what subject_id names may be gone, or of another journal, so it refers to
-- nothing. Days are civil dates as in LdrMoment. What is in the trash has the moment at which it was put there in
-- deleted.

-- moment, day: when it was made; received: when it came.
CREATE TABLE received_pack (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  moment INTEGER NOT NULL,
  day INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  sender TEXT NOT NULL,
  language TEXT NOT NULL,
  received INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX received_pack_trash ON received_pack (deleted) WHERE deleted > 0;

-- number: where it stands in the pack; place: where it stands among the passages about its subject. level: 1 to 6 for a
-- heading, 0 for text.
CREATE TABLE received_passage (
  pack INTEGER NOT NULL REFERENCES received_pack (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  subject INTEGER NOT NULL CHECK (subject BETWEEN 0 AND 5),
  subject_id TEXT NOT NULL CHECK ((subject = 0) = (subject_id = '')),
  place INTEGER NOT NULL CHECK (place >= 0),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 6),
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  text TEXT NOT NULL,
  PRIMARY KEY (pack, number),
  UNIQUE (pack, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE received_picture (
  pack INTEGER NOT NULL REFERENCES received_pack (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (pack, id)
) STRICT;

-- What the owner of this journal writes beside a passage. taken_back: 1 for one that was deleted: its row stays without
-- its text, so that it can be taken back from those who have it.
CREATE TABLE own_comment (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  pack INTEGER NOT NULL,
  passage TEXT NOT NULL,
  author TEXT NOT NULL,
  moment INTEGER NOT NULL,
  day INTEGER NOT NULL,
  text TEXT NOT NULL CHECK ((text = '') = (taken_back = 1)),
  taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1)),
  FOREIGN KEY (pack, passage) REFERENCES received_passage (pack, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX own_comment_passage ON own_comment (pack, passage, key);

-- What others wrote beside what went out of this journal. pack: the id of the line in export_log. private: 1 when it
-- quotes a private note. done: since when its
-- owner is done with it, 0 as long as it waits.
CREATE TABLE received_comment (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  pack TEXT NOT NULL,
  passage TEXT NOT NULL,
  subject INTEGER NOT NULL CHECK (subject BETWEEN 0 AND 5),
  subject_id TEXT NOT NULL CHECK ((subject = 0) = (subject_id = '')),
  quote TEXT NOT NULL,
  author TEXT NOT NULL,
  moment INTEGER NOT NULL,
  day INTEGER NOT NULL,
  text TEXT NOT NULL CHECK ((text = '') = (taken_back = 1)),
  taken_back INTEGER NOT NULL CHECK (taken_back IN (0, 1)),
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  done INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX received_comment_subject ON received_comment (subject_id, subject);

-- The log of what went out, with another way: 3 as a session pack, whose id is that of the line. Lines stay as they are.
CREATE TABLE new_export_log (
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
  way INTEGER NOT NULL CHECK (way BETWEEN 0 AND 3),
  pages INTEGER NOT NULL CHECK (pages >= 0),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length (sha256) IN (0, 64))
) STRICT;

INSERT INTO new_export_log SELECT * FROM export_log ORDER BY key;
DROP TABLE export_log;
ALTER TABLE new_export_log RENAME TO export_log;

CREATE INDEX export_log_moment ON export_log (moment, id);

CREATE TRIGGER export_log_stays BEFORE UPDATE ON export_log BEGIN
  SELECT raise (ABORT, 'a line of the log stays as it is');
END;
