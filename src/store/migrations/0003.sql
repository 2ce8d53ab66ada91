-- Version 3: the five styles: questionnaires that were filled in, reflections that are being written, the question of
-- the day, words to notice a pitfall by, and questions and paths of the user's own.
--
-- Styles are numbers from 0 as in LdrStyle; a pitfall has the number of its style. Sets of them are bits.

-- A questionnaire that was filled in, or is being filled in while finished is 0.
-- kind: 0 choices, 1 ratings. observer: '' for the leader. seed: shuffles the items.
CREATE TABLE assessment (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  questionnaire TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
  observer TEXT NOT NULL,
  started INTEGER NOT NULL,
  finished INTEGER NOT NULL DEFAULT 0,
  day INTEGER NOT NULL,
  seed INTEGER NOT NULL CHECK (seed BETWEEN 0 AND 4294967295)
) STRICT;

CREATE INDEX assessment_questionnaire ON assessment (questionnaire, max (started, finished));

-- answer: 0 while there is none.
CREATE TABLE assessment_answer (
  assessment INTEGER NOT NULL REFERENCES assessment (key) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  item TEXT NOT NULL,
  answer INTEGER NOT NULL CHECK (answer BETWEEN 0 AND 5),
  PRIMARY KEY (assessment, place)
) STRICT, WITHOUT ROWID;

-- A draft; it becomes an entry of the same id when it is finished. at: the step on which the writer is.
CREATE TABLE reflection (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  started INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  styles INTEGER NOT NULL DEFAULT 0,
  pitfalls INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The questions as they were put, so that a draft outlives its path.
CREATE TABLE reflection_step (
  reflection INTEGER NOT NULL REFERENCES reflection (key) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  prompt TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (reflection, place)
) STRICT, WITHOUT ROWID;

-- What was asked and answered. number: the turn within its day, from 1; 0 for what was not the question of the day but
-- was answered along a path or by the writer's own choice. style: -1 for a question about no style. side: 0 none, 1
-- strength, 2 pitfall. answered: the day of the answer, or 0; it stays when the entry that holds it goes.
CREATE TABLE prompt_use (
  key INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,
  number INTEGER NOT NULL DEFAULT 0 CHECK (number >= 0),
  prompt TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  style INTEGER NOT NULL DEFAULT -1 CHECK (style BETWEEN -1 AND 4),
  side INTEGER NOT NULL DEFAULT 0 CHECK (side BETWEEN 0 AND 2),
  answered INTEGER NOT NULL DEFAULT 0,
  entry TEXT REFERENCES entry (id) ON DELETE SET NULL
) STRICT;

CREATE UNIQUE INDEX prompt_use_turn ON prompt_use (day, number) WHERE number > 0;
CREATE INDEX prompt_use_prompt ON prompt_use (prompt, day, answered);
CREATE INDEX prompt_use_style ON prompt_use (style, answered) WHERE answered > 0;
CREATE INDEX prompt_use_entry ON prompt_use (entry) WHERE entry IS NOT NULL;

CREATE TABLE notice_word (
  pitfall INTEGER NOT NULL CHECK (pitfall BETWEEN 0 AND 4),
  place INTEGER NOT NULL,
  phrase TEXT NOT NULL,
  PRIMARY KEY (pitfall, place)
) STRICT, WITHOUT ROWID;

-- Words that the writer does not want to hear of again in that entry.
CREATE TABLE notice_dismissal (
  entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  phrase TEXT NOT NULL,
  PRIMARY KEY (entry, phrase)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_prompt (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 10),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE own_path (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT;

CREATE TABLE own_path_step (
  path INTEGER NOT NULL REFERENCES own_path (key) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  prompt TEXT NOT NULL UNIQUE,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 10),
  text TEXT NOT NULL,
  PRIMARY KEY (path, place)
) STRICT, WITHOUT ROWID;
