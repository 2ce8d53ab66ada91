/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ldr-export-private.h"

#include <glib/gi18n.h>

#include "model/ldr-moment.h"
#include "report/ldr-coaching-words.h"

/* What was agreed: the open ones by their day, then those that are done, then those that were dropped. */

/**
 * ldr_export_shows_action:
 * @self: a document in the making
 * @action: what was agreed
 *
 * Returns: whether it is in the document: it was open, or came to its end, within the period
 */
gboolean
ldr_export_shows_action (const LdrExportRun *self, const LdrAction *action)
{
  int agreed = ldr_day_from_moment (action->agreed);

  if (agreed > self->period.last_day)
    return FALSE;
  return action->state == LDR_ACTION_OPEN || agreed >= self->period.first_day
         || action->state_day >= self->period.first_day;
}

/* The sessions that the document tells of, with what was agreed in them. */
static GHashTable *
find_sessions (LdrExportRun *self, GError **error)
{
  g_autoptr (GPtrArray) summaries = NULL;
  GHashTable *ids;

  if ((self->choice->parts & LDR_EXPORT_SESSIONS) == 0 || ldr_export_wants_tables (self))
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  summaries = ldr_store_list_sessions (self->store, LDR_SESSIONS_ALL, error);
  if (summaries == NULL)
    return NULL;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < summaries->len; i++)
    {
      const LdrSessionSummary *summary = g_ptr_array_index (summaries, i);

      if (ldr_export_shows_session (self, summary->state, summary->day, summary->has_notes))
        g_hash_table_add (ids, g_strdup (summary->id));
    }
  return ids;
}

/* What has no day comes last. */
static int
compare_actions (gconstpointer a, gconstpointer b)
{
  const LdrAction *left = *(LdrAction *const *) a, *right = *(LdrAction *const *) b;
  int left_due = left->due != 0 ? left->due : G_MAXINT, right_due = right->due != 0 ? right->due : G_MAXINT;

  if (left->state != right->state)
    return (int) left->state - (int) right->state;
  if (left->state == LDR_ACTION_OPEN && left_due != right_due)
    return left_due < right_due ? -1 : 1;
  if (left->state != LDR_ACTION_OPEN && left->state_day != right->state_day)
    return right->state_day - left->state_day;
  return ldr_action_compare (left, right);
}

static GPtrArray *
list_actions (LdrExportRun *self, GHashTable *sessions, GError **error)
{
  g_autoptr (GPtrArray) all = ldr_store_list_actions (self->store, error);
  GPtrArray *actions;

  if (all == NULL)
    return NULL;
  actions = g_ptr_array_new_with_free_func ((GDestroyNotify) ldr_action_unref);
  for (guint i = 0; i < all->len; i++)
    {
      LdrAction *action = g_ptr_array_index (all, i);

      if (ldr_export_shows_action (self, action) && !g_hash_table_contains (sessions, action->session))
        g_ptr_array_add (actions, ldr_export_action_then (self, action));
    }
  g_ptr_array_sort (actions, compare_actions);
  return actions;
}

/* A heading for each state only where there are several. */
static gboolean
push_list (LdrExportRun *self, GPtrArray *actions, GError **error)
{
  static const char *const headings[LDR_N_ACTION_STATES]
      = { NC_ ("actions", "Open"), NC_ ("actions", "Done"), NC_ ("actions", "Dropped") };
  const LdrAction *first = g_ptr_array_index (actions, 0), *last = g_ptr_array_index (actions, actions->len - 1);

  for (guint i = 0; i < actions->len; i++)
    {
      const LdrAction *action = g_ptr_array_index (actions, i);
      const LdrAction *before = i > 0 ? g_ptr_array_index (actions, i - 1) : NULL;

      ldr_document_writer_about (self->writer, LDR_SUBJECT_DOCUMENT, "");
      if (first->state != last->state && (before == NULL || before->state != action->state)
          && !ldr_export_push_heading (self, 2, g_dpgettext2 (NULL, "actions", headings[action->state]), error))
        return FALSE;
      self->day = ldr_day_from_moment (action->agreed);
      if (!ldr_export_push_action (self, action, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
push_table (LdrExportRun *self, GPtrArray *actions, GError **error)
{
  LdrDocumentTable *table = ldr_export_action_table_new ();

  for (guint i = 0; i < actions->len; i++)
    ldr_export_add_action_row (self, table, g_ptr_array_index (actions, i));
  return ldr_export_push (self, ldr_document_table_block_new (table), error);
}

/**
 * ldr_export_write_actions:
 * @self: a document in the making
 * @error: what the journal or the writer says
 *
 * Adds what was agreed up to the end of the period and was open in it, in the state that it had on its last day,
 * without what stands under a session of the document already.
 *
 * Returns: whether to go on
 */
gboolean
ldr_export_write_actions (LdrExportRun *self, GError **error)
{
  g_autoptr (GHashTable) sessions = find_sessions (self, error);
  g_autoptr (GPtrArray) actions = sessions != NULL ? list_actions (self, sessions, error) : NULL;
  const char *heading;

  if (actions == NULL)
    return FALSE;
  if (actions->len == 0)
    return TRUE;
  if (ldr_export_wants_tables (self))
    return push_table (self, actions, error);
  heading = g_hash_table_size (sessions) > 0 ? _ ("Agreed beside these sessions") : _ ("Agreed actions");
  return ldr_export_push_heading (self, 1, heading, error) && push_list (self, actions, error);
}
