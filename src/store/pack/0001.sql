-- What a session pack holds, version 1: passages with their pictures, or comments. A program that knows a later version
-- only refuses it, so the tables stay as they are; a reader takes no others for them.
--
-- Kinds and subjects are numbers as in LdrPackKind and LdrSubject, moments and days as in LdrMoment. Rows are in the order
-- of key.

-- One row. about: '' but for comments.
CREATE TABLE pack (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),
  moment INTEGER NOT NULL,
  day INTEGER NOT NULL,
  title TEXT NOT NULL,
  sender TEXT NOT NULL,
  language TEXT NOT NULL,
  about TEXT NOT NULL
) STRICT;

-- level: 1 to 6 for a heading, 0 for text.
CREATE TABLE passage (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  subject INTEGER NOT NULL CHECK (subject BETWEEN 0 AND 5),
  subject_id TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 0),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 6),
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  text TEXT NOT NULL
) STRICT;

-- What passages show. entry: where it comes from, or ''.
CREATE TABLE picture (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- pack: the session pack that has the passage. deleted: whether its author took it back. private: whether the passage
-- comes from a private note.
CREATE TABLE comment (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  pack TEXT NOT NULL,
  passage TEXT NOT NULL,
  subject INTEGER NOT NULL CHECK (subject BETWEEN 0 AND 5),
  subject_id TEXT NOT NULL,
  quote TEXT NOT NULL,
  author TEXT NOT NULL,
  moment INTEGER NOT NULL,
  day INTEGER NOT NULL,
  text TEXT NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  private INTEGER NOT NULL CHECK (private IN (0, 1))
) STRICT;
