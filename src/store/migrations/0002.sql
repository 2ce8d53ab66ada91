-- Version 2: small keys.
--
-- The index of words notes for each word of each entry how far its key lies from the one before it, in its list of words
-- and once more in each list of prefixes. With keys of 55 bits those distances were the larger part of the index: 42 MB
-- for 12 MB of text, of which 12 go with the keys below. The other part is what the search while typing asks for.
--
-- key: the quarter second in which the entry happened, counted from 1970 and from 1, or the next free number after it. So
-- the list still is in the order of its keys, newest last, what is dated back finds a place of its own, and no key ever
-- changes but by another date; 0 is nobody's. What happened within one quarter of a second stands in the order in which it was written. Numbers
-- of consecutive entries would save another 8 MB, but each entry that is dated back would move others, and their words.
--
-- Keys that are part of a burst (an import of notes that all happened at midnight) come after the moment of the entry,
-- by a day at most.

DROP TABLE search;
DROP VIEW search_content;

-- Both columns rise together. 248542387200: the quarters of a second from 0001-01-01, so that division rounds down.
CREATE TABLE moved (
  old INTEGER PRIMARY KEY,
  new INTEGER NOT NULL
) STRICT;

INSERT INTO moved (old, new)
  SELECT key, place + (place >= 0)
  FROM (
    SELECT key, nth + max (quarter - nth) OVER (ORDER BY key ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place
    FROM (
      SELECT key, row_number () OVER (ORDER BY key) AS nth,
        (happened + 62135596800000) / 250 - 248542387200 AS quarter
      FROM entry
    )
  );

CREATE TABLE new_entry (
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
  CHECK (key BETWEEN happened / 250 - 1 AND happened / 250 + 345600)
) STRICT;

INSERT INTO new_entry (key, id, happened, day, styles, pitfalls, energy, to_discuss, has_pictures, created, changed,
    deleted, revision, title, excerpt)
  SELECT m.new, e.id, e.happened, e.day, e.styles, e.pitfalls, e.energy, e.to_discuss, e.has_pictures, e.created,
    e.changed, e.deleted, e.revision, e.title, e.excerpt
  FROM moved m CROSS JOIN entry e ON e.key = m.old ORDER BY m.old;

CREATE TABLE new_entry_text (
  key INTEGER PRIMARY KEY REFERENCES entry (key) ON UPDATE CASCADE ON DELETE CASCADE,
  tags TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

INSERT INTO new_entry_text (key, tags, body)
  SELECT m.new, t.tags, t.body FROM moved m CROSS JOIN entry_text t ON t.key = m.old ORDER BY m.old;

CREATE TABLE new_entry_tag (
  folded TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES entry (key) ON UPDATE CASCADE ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (folded, key)
) STRICT, WITHOUT ROWID;

INSERT INTO new_entry_tag (folded, key, tag)
  SELECT g.folded, m.new, g.tag FROM entry_tag g CROSS JOIN moved m ON m.old = g.key ORDER BY g.folded, g.key;

DROP TABLE entry_tag;
DROP TABLE entry_text;
DROP TABLE entry;
DROP TABLE moved;
ALTER TABLE new_entry RENAME TO entry;
ALTER TABLE new_entry_text RENAME TO entry_text;
ALTER TABLE new_entry_tag RENAME TO entry_tag;

CREATE INDEX entry_live ON entry (key, day, styles, pitfalls, to_discuss) WHERE deleted = 0;
CREATE INDEX entry_trash ON entry (key, day, styles, pitfalls, to_discuss, deleted) WHERE deleted > 0;
CREATE INDEX entry_tag_key ON entry_tag (key);

CREATE VIEW search_content AS
  SELECT entry.key AS key, entry.title AS title, entry_text.body AS body, entry_text.tags AS tags
  FROM entry JOIN entry_text ON entry_text.key = entry.key WHERE entry.deleted = 0;

CREATE VIRTUAL TABLE search USING fts5 (
  title, body, tags,
  content = 'search_content', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- A leaf of the index as large as fits into a page of the file, which keeps 80 of its 4096 bytes for its seal. One byte
-- more and each leaf takes two pages to read.
INSERT INTO search (search, rank) VALUES ('pgsz', 3960);

INSERT INTO search (rowid, title, body, tags)
  SELECT key, title, body, tags FROM search_content ORDER BY key;
