/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ldr-session-clock.h"

#define KEY "ldr-session-clocks"

typedef struct
{
  gint64 since; /* 0 while it runs. */
  gint64 paused;
} Clock;

static Clock *
get_clock (LdrJournal *journal, const char *id, gboolean make)
{
  GHashTable *clocks = g_object_get_data (G_OBJECT (journal), KEY);
  Clock *self;

  if (clocks == NULL)
    {
      clocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (journal), KEY, clocks, (GDestroyNotify) g_hash_table_unref);
    }
  self = g_hash_table_lookup (clocks, id);
  if (self == NULL && make)
    {
      self = g_new0 (Clock, 1);
      g_hash_table_insert (clocks, g_strdup (id), self);
    }
  return self;
}

/**
 * ldr_session_clock_pause:
 * @journal: a journal
 * @id: a session under way
 * @now: this moment
 *
 * Stops its clock. One that stands goes on standing.
 */
void
ldr_session_clock_pause (LdrJournal *journal, const char *id, gint64 now)
{
  Clock *self = get_clock (journal, id, TRUE);

  if (self->since == 0)
    self->since = now;
}

/**
 * ldr_session_clock_go_on:
 * @journal: a journal
 * @id: a session under way
 * @now: this moment
 *
 * Lets its clock run again.
 */
void
ldr_session_clock_go_on (LdrJournal *journal, const char *id, gint64 now)
{
  Clock *self = get_clock (journal, id, TRUE);

  if (self->since != 0)
    self->paused += MAX (now - self->since, 0);
  self->since = 0;
}

/**
 * ldr_session_clock_forget:
 * @journal: a journal
 * @id: a session
 *
 * Forgets that it was paused: it ended, or begins.
 */
void
ldr_session_clock_forget (LdrJournal *journal, const char *id)
{
  Clock *self = get_clock (journal, id, FALSE);

  if (self != NULL)
    *self = (Clock) { 0 };
}

/**
 * ldr_session_clock_is_paused:
 * @journal: a journal
 * @id: a session
 *
 * Returns: whether its clock stands
 */
gboolean
ldr_session_clock_is_paused (LdrJournal *journal, const char *id)
{
  const Clock *self = get_clock (journal, id, FALSE);

  return self != NULL && self->since != 0;
}

/**
 * ldr_session_clock_get_paused:
 * @journal: a journal
 * @id: a session
 * @now: this moment
 *
 * Returns: how long its clock has stood in all, in milliseconds
 */
gint64
ldr_session_clock_get_paused (LdrJournal *journal, const char *id, gint64 now)
{
  const Clock *self = get_clock (journal, id, FALSE);

  if (self == NULL)
    return 0;
  return self->paused + (self->since != 0 ? MAX (now - self->since, 0) : 0);
}
