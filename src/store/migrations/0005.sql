-- Version 5: an index of the days.
--
-- The charts count entries, styles, pitfalls and energy by day. This holds just that, in the order of the days, so that
-- all of it is counted in one go without a look at the entries themselves.

CREATE INDEX entry_day ON entry (day, styles, pitfalls, energy) WHERE deleted = 0;
