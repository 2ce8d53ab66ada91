-- Version 1: entries with their texts, tags, earlier versions and pictures, and the index of words.
--
-- How the tables hang together. What lists and charts need stands in narrow tables; long texts stand beside them. A row
-- that follows the order of the list (entry) has an integer key that follows its moment, and what belongs to it by that
-- key alone (entry_text, entry_tag, search) follows when the key changes. Whatever points at an entry for good (earlier
-- versions, pictures, and later goals, sessions and exercises) uses its id, which never changes.
--
-- Moments are milliseconds since 1970 in UTC; days are counted from 0001-01-01. Ids are UUIDs of version 7.

CREATE TABLE journal (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  leader TEXT NOT NULL,
  role TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT;

-- key: the moment times 16384 plus a number from 1 that tells entries of one moment apart.
CREATE TABLE entry (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  happened INTEGER NOT NULL,
  day INTEGER NOT NULL CHECK (abs(day - 719163 - happened / 86400000) <= 2),
  styles INTEGER NOT NULL DEFAULT 0,
  pitfalls INTEGER NOT NULL DEFAULT 0,
  energy INTEGER NOT NULL DEFAULT 0 CHECK (energy BETWEEN 0 AND 5),
  to_discuss INTEGER NOT NULL DEFAULT 0 CHECK (to_discuss IN (0, 1)),
  has_pictures INTEGER NOT NULL DEFAULT 0 CHECK (has_pictures IN (0, 1)),
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL CHECK (revision > 0),
  title TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  CHECK (key BETWEEN happened * 16384 + 1 AND happened * 16384 + 16383)
) STRICT;

-- The light index of all lists: every filter is answered from it alone.
CREATE INDEX entry_live ON entry (key, day, styles, pitfalls, to_discuss) WHERE deleted = 0;
CREATE INDEX entry_trash ON entry (key, day, styles, pitfalls, to_discuss, deleted) WHERE deleted > 0;

-- tags: one a line, as they were written.
CREATE TABLE entry_text (
  key INTEGER PRIMARY KEY REFERENCES entry (key) ON UPDATE CASCADE ON DELETE CASCADE,
  tags TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- Tags of the entries outside the trash, to find them by.
CREATE TABLE entry_tag (
  folded TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES entry (key) ON UPDATE CASCADE ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (folded, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_tag_key ON entry_tag (key);

-- The words of the entries outside the trash.
CREATE VIEW search_content AS
  SELECT entry.key AS key, entry.title AS title, entry_text.body AS body, entry_text.tags AS tags
  FROM entry JOIN entry_text ON entry_text.key = entry.key WHERE entry.deleted = 0;

CREATE VIRTUAL TABLE search USING fts5 (
  title, body, tags,
  content = 'search_content', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- kept: when the version was laid aside; saved: when it had been saved.
CREATE TABLE entry_version (
  key INTEGER PRIMARY KEY,
  entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  kept INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  happened INTEGER NOT NULL,
  day INTEGER NOT NULL,
  styles INTEGER NOT NULL,
  pitfalls INTEGER NOT NULL,
  energy INTEGER NOT NULL,
  to_discuss INTEGER NOT NULL,
  title TEXT NOT NULL,
  tags TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX entry_version_entry ON entry_version (entry, number, kept);

CREATE TABLE picture (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  media_type TEXT NOT NULL,
  added INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE INDEX picture_entry ON picture (entry);
