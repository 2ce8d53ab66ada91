/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "ldr-store-goals.h"
#include "ldr-store-private.h"
#include "ldr-store-prompts.h"
#include "model/ldr-moment.h"

/* The question of the day: gathers what ldr_prompt_choose() looks at, and writes down what it chose. */

G_DEFINE_BOXED_TYPE (LdrDayQuestion, ldr_day_question, ldr_day_question_ref, ldr_day_question_unref)

LdrDayQuestion *
ldr_day_question_ref (LdrDayQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
day_question_clear (gpointer data)
{
  LdrDayQuestion *self = data;

  ldr_prompt_unref (self->prompt);
  g_free (self->entry);
}

void
ldr_day_question_unref (LdrDayQuestion *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, day_question_clear);
}

static LdrDayQuestion *
day_question_new (const LdrPromptUse *use, LdrPrompt *prompt, LdrPromptReason reason)
{
  LdrDayQuestion *self = g_atomic_rc_box_new0 (LdrDayQuestion);

  self->day = use->day;
  self->number = use->number;
  self->prompt = ldr_prompt_ref (prompt);
  self->reason = reason;
  self->answered = use->answered;
  self->entry = g_strdup (use->entry);
  return self;
}

/* Reads the last question that was shown on that day; @use stays %NULL without one. An entry in the trash is not named.
 */
static gboolean
read_shown (LdrStore *self, int day, LdrPromptUse **use, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db,
      "SELECT u.day, u.number, u.prompt, u.reason, u.style, u.side, u.answered, e.id FROM prompt_use u "
      "LEFT JOIN entry e ON e.id = u.entry AND e.deleted = 0 "
      "WHERE u.day = ?1 AND u.number > 0 ORDER BY u.number DESC LIMIT 1",
      error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  ldr_statement_bind_int (row, 1, day);
  step = ldr_statement_step (row, error);
  if (step == LDR_STEP_ROW)
    *use = ldr_prompt_use_read (row);
  return step != LDR_STEP_ERROR;
}

/* The question that was shown, unless it is no longer known. */
static gboolean
recall (LdrStore *self, const LdrPromptUse *use, LdrDayQuestion **question, GError **error)
{
  g_autoptr (LdrPrompt) prompt = NULL;
  LdrPromptReason reason;

  if (!ldr_store_find_prompt (self, use->prompt, &prompt, error))
    return FALSE;
  if (prompt != NULL && ldr_prompt_reason_from_id (use->reason, &reason))
    *question = day_question_new (use, prompt, reason);
  return TRUE;
}

/* --- What the choice looks at ----------------------------------------------------------------------------------------
 */

static void
add_candidates (GArray *candidates, GHashTable *places, GPtrArray *prompts)
{
  for (guint i = 0; i < prompts->len; i++)
    {
      const LdrPrompt *prompt = g_ptr_array_index (prompts, i);
      LdrPromptCandidate candidate = { .facts = &prompt->facts };

      g_hash_table_insert (places, prompt->facts.id, GUINT_TO_POINTER (candidates->len));
      g_array_append_val (candidates, candidate);
    }
}

static gboolean
read_uses (LdrStore *self, GArray *candidates, GHashTable *places, GError **error)
{
  g_autoptr (LdrStatement) row = ldr_database_prepare (
      self->db, "SELECT prompt, max (day), max (answered) FROM prompt_use GROUP BY prompt", error);
  LdrStep step;

  if (row == NULL)
    return FALSE;
  while ((step = ldr_statement_step (row, error)) == LDR_STEP_ROW)
    {
      gpointer place;

      if (g_hash_table_lookup_extended (places, ldr_statement_get_text (row, 0), NULL, &place))
        {
          LdrPromptCandidate *candidate = &g_array_index (candidates, LdrPromptCandidate, GPOINTER_TO_UINT (place));

          candidate->shown_day = (int) ldr_statement_get_int (row, 1);
          candidate->answered_day = (int) ldr_statement_get_int (row, 2);
        }
    }
  return step == LDR_STEP_DONE;
}

static gboolean
describe_moment (LdrStore *self, GDateTime *now, int n_shown, LdrPromptMoment *moment, GError **error)
{
  g_autoptr (LdrStyleOverview) overview = NULL;

  moment->day = ldr_day_from_date_time (now);
  moment->hour = g_date_time_get_hour (now);
  moment->n_shown = n_shown;
  moment->seed = g_str_hash (self->info->id);
  if (!ldr_store_get_goal_styles (self, moment->day, &moment->goals, error))
    return FALSE;
  overview = ldr_overview_read (self, moment->day, FALSE, error);
  if (overview == NULL)
    return FALSE;
  moment->favourite = overview->has_favourite ? (int) overview->favourite : -1;
  moment->lowest = overview->latest != NULL ? (int) overview->lowest : -1;
  for (guint i = 0; i < LDR_N_STYLES; i++)
    moment->noticed[i] = overview->noticed_lately[i];
  return TRUE;
}

/* The next question of the day; @question stays %NULL when there is none that may be shown. */
static gboolean
choose (LdrStore *self, GDateTime *now, int n_shown, LdrDayQuestion **question, GError **error)
{
  g_autoptr (GPtrArray) own = ldr_store_list_own_prompts (self, error);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (LdrPromptCandidate));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LdrPromptUse) use = NULL;
  GPtrArray *brought = ldr_prompt_get_all ();
  LdrPromptMoment moment = { 0 };
  LdrPromptReason reason;
  LdrPrompt *prompt;
  gsize chosen;

  if (own == NULL)
    return FALSE;
  add_candidates (candidates, places, brought);
  add_candidates (candidates, places, own);
  if (!read_uses (self, candidates, places, error) || !describe_moment (self, now, n_shown, &moment, error))
    return FALSE;
  if (!ldr_prompt_choose ((const LdrPromptCandidate *) candidates->data, candidates->len, &moment, &chosen, &reason))
    return TRUE;
  prompt = g_ptr_array_index (chosen < brought->len ? brought : own,
                              chosen < brought->len ? chosen : chosen - brought->len);
  use = ldr_prompt_use_new (moment.day, &prompt->facts);
  use->number = n_shown + 1;
  g_free (use->reason);
  use->reason = g_strdup (ldr_prompt_reason_to_id (reason));
  if (!ldr_prompt_use_insert (self, use, error))
    return FALSE;
  *question = day_question_new (use, prompt, reason);
  return TRUE;
}

/**
 * ldr_store_get_day_question:
 * @self: a journal
 * @now: this moment where the writer is
 * @another: whether the next question is wanted instead of the one that was shown last today
 * @error: return location for an #LdrStoreError
 *
 * The question of the day: the one that was shown last today, else one is chosen by ldr_prompt_choose() and written
 * down, so that it is the same after a restart. When all were shown today, the last one stays.
 *
 * Returns: (transfer full): the question, or %NULL
 */
LdrDayQuestion *
ldr_store_get_day_question (LdrStore *self, GDateTime *now, gboolean another, GError **error)
{
  g_autoptr (LdrTransaction) transaction = NULL;
  g_autoptr (LdrDayQuestion) shown = NULL, next = NULL;
  g_autoptr (LdrPromptUse) use = NULL;

  g_return_val_if_fail (self != NULL && now != NULL, NULL);
  if (!ldr_store_is_ready (self, error) || !read_shown (self, ldr_day_from_date_time (now), &use, error)
      || (use != NULL && !recall (self, use, &shown, error)))
    return NULL;
  if (shown != NULL && !another)
    return g_steal_pointer (&shown);
  if ((transaction = ldr_transaction_begin (self->db, error)) == NULL
      || !choose (self, now, use != NULL ? use->number : 0, &next, error)
      || !ldr_transaction_commit (&transaction, error))
    return NULL;
  if (next == NULL && shown == NULL)
    g_set_error_literal (error, LDR_STORE_ERROR, LDR_STORE_ERROR_NOT_FOUND, _ ("There is no question left for today."));
  return next != NULL ? g_steal_pointer (&next) : g_steal_pointer (&shown);
}
