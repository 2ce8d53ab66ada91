/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-store-outline.h"

#include "ldr-store-actions.h"
#include "ldr-store-private.h"

G_DEFINE_BOXED_TYPE (LdrOutline, ldr_outline, ldr_outline_copy, ldr_outline_free)

LdrOutline *
ldr_outline_copy (const LdrOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

void
ldr_outline_free (LdrOutline *self)
{
  g_free (self);
}

static gboolean
read_next_session (LdrStore *self, gint64 now, LdrOutline *outline, GError **error)
{
  g_autoptr (LdrStatement) row
      = ldr_database_prepare (self->db, "SELECT starts, day FROM session " LDR_NEXT_SESSION, error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, now);
  step = ldr_statement_step (row, error);
  if (step == LDR_STEP_ROW)
    {
      outline->next_session = ldr_statement_get_int (row, 0);
      outline->next_session_day = (int) ldr_statement_get_int (row, 1);
    }
  return step != LDR_STEP_ERROR;
}

static gboolean
read_last_entry (LdrStore *self, LdrOutline *outline, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT day FROM entry INDEXED BY entry_live WHERE deleted = 0 ORDER BY key DESC LIMIT 1", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  step = ldr_statement_step (row, error);
  if (step == LDR_STEP_ROW)
    outline->last_entry_day = (int) ldr_statement_get_int (row, 0);
  return step != LDR_STEP_ERROR;
}

/**
 * ldr_store_get_outline:
 * @self: a journal
 * @now: this moment
 * @today: the civil date
 * @error: return location for an #LdrStoreError
 *
 * What a shelf tells of this journal: days and counts, no texts.
 *
 * Returns: (transfer full): the outline, or %NULL
 */
LdrOutline *
ldr_store_get_outline (LdrStore *self, gint64 now, int today, GError **error)
{
  g_autoptr (LdrOutline) outline = g_new0 (LdrOutline, 1);
  LdrActionCounts counts;

  g_return_val_if_fail (self != NULL && today > 0, NULL);
  if (!ldr_store_is_ready (self, error) || !read_next_session (self, now, outline, error)
      || !ldr_store_count_actions (self, today, &counts, error) || !read_last_entry (self, outline, error))
    return NULL;
  outline->actions_open = counts.open;
  outline->actions_overdue = counts.overdue;
  return g_steal_pointer (&outline);
}
