-- Version 5: an index of the days, when goals rested, and for how long the clock of a session stood.
--
-- The charts count entries, styles, pitfalls and energy by day. This holds just that, in the order of the days, so that
-- all of it is counted in one go without a look at the entries themselves.

CREATE INDEX entry_day ON entry (day, styles, pitfalls, energy) WHERE deleted = 0;

-- When a goal was not worked on, for each time that is over: from first_day up to last_day it was paused, achieved or
-- let go. What it rests in now stands in goal.state.
CREATE TABLE goal_rest (
  goal INTEGER NOT NULL REFERENCES goal (key) ON DELETE CASCADE,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  PRIMARY KEY (goal, first_day)
) STRICT, WITHOUT ROWID;

-- rested: for how many seconds its clock stood in all, without what it stands now; stands: since when it stands, or 0.
ALTER TABLE session ADD COLUMN rested INTEGER NOT NULL DEFAULT 0 CHECK (rested >= 0);
ALTER TABLE session ADD COLUMN stands INTEGER NOT NULL DEFAULT 0 CHECK (stands >= 0);
