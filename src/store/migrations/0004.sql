-- Version 4: style goals with their check-ins, coaching sessions with their actions, and links between all of them.
--
-- Styles are numbers from 0 as in LdrStyle. Days are civil dates as in LdrMoment, 0 for none; values are plain numbers
-- of the goal's own measure. What is in the trash has the moment at which it was put there in deleted.

-- kind: 0 grow a strength, 1 tame a pitfall, 2 key figure. style: -1 for a key figure that belongs to no style.
-- state: 0 active, 1 paused, 2 achieved, 3 let go; state_day: since when; returns: when a paused one comes back.
-- rhythm: 0 none, 1 on weekdays (bits in weekdays, Monday first), 2 monthly. hypothesis: '' unless an experiment.
-- version: the one of goal_version that holds now.
CREATE TABLE goal (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
  style INTEGER NOT NULL CHECK (style BETWEEN -1 AND 4),
  why TEXT NOT NULL,
  success TEXT NOT NULL,
  hypothesis TEXT NOT NULL,
  learned TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),
  state_day INTEGER NOT NULL,
  returns INTEGER NOT NULL DEFAULT 0,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL DEFAULT 0,
  rhythm INTEGER NOT NULL CHECK (rhythm BETWEEN 0 AND 2),
  weekdays INTEGER NOT NULL DEFAULT 0 CHECK (weekdays BETWEEN 0 AND 127),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX goal_place ON goal (place) WHERE deleted = 0;
CREATE INDEX goal_trash ON goal (deleted) WHERE deleted > 0;

-- What a goal says and measures, and since when. measure: 0 from 0 to 10, 1 times a week, 2 a figure with its unit.
-- better: 1 more is better (at least), -1 less is better (at most). start: NULL when it is not known.
CREATE TABLE goal_version (
  goal INTEGER NOT NULL REFERENCES goal (key) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version > 0),
  since INTEGER NOT NULL,
  statement TEXT NOT NULL,
  measure INTEGER NOT NULL CHECK (measure BETWEEN 0 AND 2),
  better INTEGER NOT NULL CHECK (better IN (-1, 1)),
  unit TEXT NOT NULL,
  start REAL,
  target REAL NOT NULL,
  PRIMARY KEY (goal, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal_step (
  goal INTEGER NOT NULL REFERENCES goal (key) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (goal, place)
) STRICT, WITHOUT ROWID;

-- One mark a day. value: NULL for a day that was skipped on purpose. moment: when it was made.
CREATE TABLE check_in (
  goal INTEGER NOT NULL REFERENCES goal (key) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  moment INTEGER NOT NULL,
  value REAL,
  note TEXT NOT NULL,
  PRIMARY KEY (goal, day)
) STRICT, WITHOUT ROWID;

-- state: 0 planned, 1 held, 2 cancelled. starts: a moment; minutes: how long it is planned to take.
-- opened, closed: when it really began and ended, or 0. form: 0 free notes, 1 along GROW.
CREATE TABLE session (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2),
  starts INTEGER NOT NULL,
  day INTEGER NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 1440),
  location TEXT NOT NULL,
  opened INTEGER NOT NULL DEFAULT 0,
  closed INTEGER NOT NULL DEFAULT 0,
  form INTEGER NOT NULL DEFAULT 0 CHECK (form IN (0, 1)),
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX session_starts ON session (starts) WHERE deleted = 0;
CREATE INDEX session_trash ON session (deleted) WHERE deleted > 0;

-- part: 0 free notes, 1 goal, 2 reality, 3 options, 4 will, 5 private notes. A part without a text has no row.
CREATE TABLE session_note (
  session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
  part INTEGER NOT NULL CHECK (part BETWEEN 0 AND 5),
  text TEXT NOT NULL,
  PRIMARY KEY (session, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda_point (
  session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
  PRIMARY KEY (session, place)
) STRICT, WITHOUT ROWID;

-- How a session was, from 0 to 10; -1 where it was not said. who: 0 the leader, 1 the coach.
CREATE TABLE session_evaluation (
  session INTEGER NOT NULL REFERENCES session (key) ON DELETE CASCADE,
  who INTEGER NOT NULL CHECK (who IN (0, 1)),
  contact INTEGER NOT NULL CHECK (contact BETWEEN -1 AND 10),
  goals INTEGER NOT NULL CHECK (goals BETWEEN -1 AND 10),
  approach INTEGER NOT NULL CHECK (approach BETWEEN -1 AND 10),
  overall INTEGER NOT NULL CHECK (overall BETWEEN -1 AND 10),
  note TEXT NOT NULL,
  PRIMARY KEY (session, who)
) STRICT, WITHOUT ROWID;

-- session: the one it was agreed in; it outlives that session. owner: 0 the leader, 1 the coach, 2 somebody else, who is
-- named in owner_name. state: 0 open, 1 done, 2 dropped; state_day: since when. due: a day, or 0.
CREATE TABLE action (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  session TEXT REFERENCES session (id) ON DELETE SET NULL,
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  owner INTEGER NOT NULL CHECK (owner BETWEEN 0 AND 2),
  owner_name TEXT NOT NULL,
  due INTEGER NOT NULL DEFAULT 0,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2),
  state_day INTEGER NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;

CREATE INDEX action_session ON action (session, place);
CREATE INDEX action_open ON action (due) WHERE state = 0;
CREATE INDEX action_closed ON action (state_day) WHERE state > 0;

-- Kinds: 0 entry, 1 goal, 2 session, 3 question. The lower kind stands first, of one kind the lower id.
CREATE TABLE link (
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  id TEXT NOT NULL,
  other_kind INTEGER NOT NULL CHECK (other_kind BETWEEN kind AND 3),
  other_id TEXT NOT NULL,
  PRIMARY KEY (kind, id, other_kind, other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_other ON link (other_kind, other_id);

-- A link goes when one of its ends is gone for good, and never takes the other end with it.
CREATE TRIGGER entry_links AFTER DELETE ON entry BEGIN
  DELETE FROM link WHERE kind = 0 AND id = old.id;
  DELETE FROM link WHERE other_kind = 0 AND other_id = old.id;
END;

CREATE TRIGGER goal_links AFTER DELETE ON goal BEGIN
  DELETE FROM link WHERE kind = 1 AND id = old.id;
  DELETE FROM link WHERE other_kind = 1 AND other_id = old.id;
END;

CREATE TRIGGER session_links AFTER DELETE ON session BEGIN
  DELETE FROM link WHERE kind = 2 AND id = old.id;
  DELETE FROM link WHERE other_kind = 2 AND other_id = old.id;
END;

-- How far the computer's clock is trusted before the trash is emptied. seen: when the journal was last opened, to the
-- day. steady: since when the clock has run without a leap (ldr-retention.c).
ALTER TABLE journal ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN steady INTEGER NOT NULL DEFAULT 0;
